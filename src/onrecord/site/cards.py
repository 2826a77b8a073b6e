"""The picture that others show beside a link to a quote: its words, who, when and where."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from datasette.utils.asgi import NotFound, Response
from font_source_serif_pro import SourceSerifPro, SourceSerifProSemibold
from PIL import Image, ImageDraw, ImageFont

from onrecord.site import queries
from onrecord.site.identity import identify
from onrecord.site.reader import Row, open_reader
from onrecord.site.words import date_range, set_words, shorten

# The size that OpenGraph's readers crop least.
WIDTH, HEIGHT, MARGIN = 1200, 630, 80
PAPER, INK, SOFT, RULE = "#fcfcfa", "#16181d", "#5d626b", "#16181d"
# The largest of these at which the words fit; the last takes them cut.
SIZES = (64, 54, 46, 38, 32)
LONGEST = 420
LINE = 1.25
FOOT = 170  # what the lines under the words take

Font = ImageFont.FreeTypeFont


async def card(request: Any, datasette: Any) -> Response:
    """Return the card of a quote as PNG, 1200 by 630; raises NotFound for no such quote."""
    quote = await open_reader(datasette).one(queries.ONE_QUOTE, request.url_vars["quote"])
    if quote is None:
        raise NotFound(f"No quote {request.url_vars['quote']}")
    drawn = draw(quote, identify(datasette).name)
    return Response(
        drawn, content_type="image/png", headers={"cache-control": "public, max-age=86400"}
    )


def draw(quote: Row, site: str) -> bytes:
    """Return the card of a quote as PNG; `site` is the name below it."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    font, lines = _fitted(_words(quote))
    for number, line in enumerate(lines):
        place = (MARGIN, MARGIN + number * font.size * LINE)
        pen.text(place, line, fill=INK, font=font)
    pen.line((MARGIN, HEIGHT - FOOT, WIDTH - MARGIN, HEIGHT - FOOT), fill=RULE, width=3)
    pen.text(
        (MARGIN, HEIGHT - FOOT + 24), _who(quote), fill=INK, font=_font(SourceSerifProSemibold, 34)
    )
    pen.text((MARGIN, HEIGHT - FOOT + 74), _where(quote), fill=SOFT, font=_font(SourceSerifPro, 28))
    name = _font(SourceSerifProSemibold, 28)
    pen.text((WIDTH - MARGIN, HEIGHT - FOOT + 74), site, fill=INK, font=name, anchor="ra")
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _words(quote: Row) -> str:
    words = shorten(" ".join(set_words(quote["text"]).split()), LONGEST)
    return words if quote["kind"] == "indirect" else f"“{words}”"


def _who(quote: Row) -> str:
    who = quote["speaker"] or quote["speaker_mention"] or "Nobody named"
    held = f", {quote['speaker_title']}" if quote["is_title_sure"] else ""
    return shorten(who + held, 60)


def _where(quote: Row) -> str:
    said = date_range(quote["date_said"], quote["date_said_end"])
    return shorten(f"{said} · in {quote['outlet']}" if said else f"In {quote['outlet']}", 75)


def _fitted(text: str) -> tuple[Font, list[str]]:
    """Return the largest font at which the text fits above the foot, and its lines."""
    room = HEIGHT - FOOT - MARGIN
    for size in SIZES:
        font = _font(SourceSerifPro, size)
        lines = _lines(text, font)
        if len(lines) * size * LINE <= room:
            break
    return font, lines[: int(room / (size * LINE))]


def _lines(text: str, font: Font) -> list[str]:
    """Return the text in lines that fit; a word too long for any is broken where it must be."""
    lines: list[str] = [""]
    for word in text.split():
        lines[-1:] = _added(lines[-1], word, font)
    return lines


def _added(line: str, word: str, font: Font) -> list[str]:
    longer = f"{line} {word}".strip()
    if font.getlength(longer) <= WIDTH - 2 * MARGIN:
        return [longer]
    fitting = int(len(word) * (WIDTH - 2 * MARGIN) / max(font.getlength(word), 1))
    if fitting >= len(word):
        return [line, word]
    pieces = [word[at : at + fitting] for at in range(0, len(word), fitting)]
    return [line, *pieces] if line else pieces


@cache
def _font(path: str, size: int) -> Font:
    return ImageFont.truetype(path, size)

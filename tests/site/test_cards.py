"""The card of a quote is a picture of the size that others show, whatever the words are."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image, ImageChops

from onrecord.site.cards import HEIGHT, MARGIN, PAPER, WIDTH, draw
from tests.site.conftest import Get

QUOTE: dict[str, Any] = {
    "text": "We won",
    "kind": "direct",
    "speaker": "Ann Lee",
    "speaker_mention": None,
    "speaker_title": "Mayor",
    "is_title_sure": 1,
    "body": None,
    "date_said": "2024-05-03",
    "date_said_end": "2024-05-03",
    "outlet": "The Gull",
}
LONG = {
    "text": "word " * 400,
    "speaker": "Somebody of a very long name " * 4,
    "outlet": "An outlet " * 12,
}


@pytest.mark.parametrize(
    "change",
    [
        {},
        LONG,
        {"text": "x" * 300},
        {"text": "Ми переможемо, łącznie"},
        {
            "speaker": None,
            "speaker_title": None,
            "is_title_sure": None,
            "date_said": None,
            "date_said_end": None,
        },
    ],
)
def test_everything_stays_inside_the_margins(change: dict[str, Any]) -> None:
    image = Image.open(io.BytesIO(draw({**QUOTE, **change}, "On the Record"))).convert("RGB")
    assert image.size == (WIDTH, HEIGHT)
    inked = ImageChops.difference(image, Image.new("RGB", image.size, PAPER)).getbbox()
    assert inked is not None
    left, top, right, bottom = inked
    assert left >= MARGIN - 4
    assert top >= MARGIN
    assert right <= WIDTH - MARGIN + 4
    assert bottom < HEIGHT


def test_a_card_is_served_for_a_quote_only(get: Get) -> None:
    quote = get("/onrecord/quotes.json?_shape=array&_size=1").json()[0]["id"]
    answer = get(f"/card/{quote}.png")
    assert answer.headers["content-type"] == "image/png"
    assert get("/card/0000.png").status_code == 404

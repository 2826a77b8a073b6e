"""data/articles/*.md → Articles: reports retold by us, every quotation word for word.

A digest is YAML between two lines of `---`, then the body: one paragraph a line, blank lines
between them. It is read whole or refused whole, with each problem's line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.articles.evidence import as_published
from onrecord.articles.lines import split_lines
from onrecord.articles.normalise import canonical_url
from onrecord.curated.records import Problems, read_one
from onrecord.models import Article, Curated, DatePrecision, Refusal, Source

FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*\r?\n", re.DOTALL | re.MULTILINE)
MARK = re.compile(r"[\"“”„«»]")
OPENING_MARKS = frozenset('"“„«')
UNCLOSED = (
    "a quotation opens here and never closes; close it, or open the next paragraph with a mark"
)
RIGHTS = "CC-BY-4.0"  # of our own words; the quotations are short and have their source


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a digest says of its report."""

    url: str
    outlet: str
    headline: str
    published: str | None = None
    published_precision: DatePrecision | None = None  # None: as precise as `published` is written
    byline: str | None = None
    agency: str | None = None
    language: str = "en"
    translated_from: str | None = None
    archive_url: str | None = None


def read_digests(directory: Path, curated: Curated) -> tuple[list[Article], list[Refusal]]:
    """Return the digests in `directory` as articles, in order of id, and refusals of broken ones.

    An article's text is the digest's body from its first to its last letter. Of two digests of
    one report the second is refused.
    """
    articles: list[Article] = []
    refusals: list[Refusal] = []
    first_of: dict[str, Path] = {}
    for path in sorted(directory.glob("*.md")):
        problems = Problems(path)
        article = _read_digest(path, curated, problems)
        if article and not problems.found:
            first = first_of.setdefault(canonical_url(article.source.url), path)
            if first != path:
                problems.add(1, f"{first.name} retells the same report; keep one of the two")
        if article and not problems.found:
            articles.append(article)
        else:
            refusals.append(Refusal(str(path), "invalid-digest", "\n".join(problems.told())))
    return articles, refusals


def _read_digest(path: Path, curated: Curated, problems: Problems) -> Article | None:
    """Return the digest as an article as far as it can be read; None: not even so far."""
    try:
        whole = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        problems.add(1, f"can't be read as UTF-8 text, {error}; save it anew")
        return None
    found = FRONT_MATTER.match(whole)
    if not found:
        problems.add(1, "no front matter; begin with a line `---`, the keys, and a line `---`")
        return None
    _check_body(whole, found.end(), problems)
    # a line break for the first `---` keeps the line numbers those of the file
    entry = read_one("\n" + found["yaml"], FrontMatter, problems)
    if entry is None:
        return None
    if entry.record.outlet not in curated.outlets:
        words = f"`{entry.record.outlet}` is no id in outlets.yml; add the outlet or mend the id"
        problems.add(entry.lines["outlet"], words)
    return _article(path.stem, entry.record, whole[found.end() :].strip())


def _article(stem: str, said: FrontMatter, text: str) -> Article:
    published = as_published(said.published, "digest")
    source = Source(
        url=said.url,
        outlet_id=said.outlet,
        published=published.date,
        published_precision=said.published_precision or published.precision,
        published_from=published.found_in,
        byline=said.byline,
        agency=said.agency,
        language=said.language,
        translated_from=said.translated_from,
        archive_url=said.archive_url,
        basis="digest",
        rights=RIGHTS,
    )
    return Article(stem, source, said.headline, text, paragraphs=tuple(split_lines(text)))


def _check_body(whole: str, start: int, problems: Problems) -> None:
    lines = enumerate(whole[start:].split("\n"), whole.count("\n", 0, start) + 1)
    paragraphs = [(number, line.strip()) for number, line in lines if line.strip()]
    if not paragraphs:
        line = whole.count("\n", 0, start) + 1
        problems.add(line, "no body; retell the report below the front matter")
    for number, words in check_marks(paragraphs):
        problems.add(number, words)


def check_marks(paragraphs: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the line and what is wrong for each double quotation mark without its fellow.

    A quotation may run on: a paragraph may leave it open if the next one opens with a mark.
    """
    left_open: int | None = None
    for line, paragraph in paragraphs:
        if left_open is not None and paragraph[0] not in OPENING_MARKS:
            yield left_open, UNCLOSED
        depth = 0
        for mark in MARK.finditer(paragraph):
            opens = _opens(paragraph, mark.start(), depth)
            depth += 1 if opens else -1
            if depth < 0:
                yield line, f"{mark.group()} closes a quotation that never opened; mend the marks"
                depth = 0
        left_open = line if depth else None
    if left_open is not None:
        yield left_open, UNCLOSED


def _opens(paragraph: str, place: int, depth: int) -> bool:
    """Return whether the mark at `place` opens; a straight one does after a space, before a word.

    “ closes what „ opened, so it opens only where nothing is open.
    """
    mark, before, after = paragraph[place], paragraph[:place][-1:], paragraph[place + 1 :][:1]
    if mark == '"':
        return (not before or before in " \t\u00a0([—–-‘'") and bool(after.strip())
    if mark == "“":
        return not depth or "„" not in paragraph[:place]
    return mark in OPENING_MARKS

"""Which pages are read in full: those of the subject, in English, with enough words."""

from __future__ import annotations

import pytest

from onrecord.archives.gate import Lexicon, gate, lexicon_of
from onrecord.curated import default_directory, load_curated
from onrecord.models import Curated
from tests.archives.made import other, report

PAGE = "<html><head><title>A page</title></head><body>{}</body></html>"
LINE = "It was said that the council has no plan for the winter, and that it wants one from it. "
GERMAN = "Der Rat der Stadt hat noch keinen Plan und will auch keinen, sagte die Ministerin. "


@pytest.fixture(scope="module")
def curated() -> Curated:
    return load_curated(default_directory())


@pytest.fixture(scope="module")
def lexicon(curated: Curated) -> Lexicon:
    return lexicon_of(curated)


def page(text: str) -> bytes:
    return PAGE.format(text).encode()


CASES = {
    "a report of the subject": (report(1), None),
    "another report": (other(1), "off-topic"),
    "a report in passing": (page(f"<p>{LINE * 5} Kyiv.</p>"), "off-topic"),
    "two words of the subject": (page(f"<p>{LINE * 5} NATO, Kyiv.</p>"), None),
    "a word and a name": (page(f"<p>{LINE * 5} Kyiv and Scholz.</p>"), None),
    "names alone": (page(f"<p>{LINE * 5} Stoltenberg and Scholz.</p>"), "off-topic"),
    "no paragraphs": (page(f"<div>{LINE * 5} NATO, Kyiv.<br>{LINE}</div>"), None),
    "links of a menu": (
        page(f"<ul><li><a>NATO</a><li><a>Kyiv</a></ul><p>{LINE * 9}</p>"),
        "off-topic",
    ),
    "words of a script": (page(f"<p>{LINE * 9}<script>NATO, Kyiv</script></p>"), "off-topic"),
    "a word in the menu alone, and many others": (
        page(f"<a>NATO</a> <a>Kyiv</a><p>{LINE * 20}</p>"),
        "off-topic",
    ),
    "paragraphs without an end": (page(f"<p>{LINE * 20}<p>{LINE} NATO<p>Kyiv"), None),
    "an end in a script": (
        page(f"<p>{LINE * 20}<script>'</p>'</script> NATO, Kyiv</p><p>{LINE}</p>"),
        None,
    ),
    "capital tags": (page(f"<p>{LINE * 20}</p><P>NATO, Kyiv</P>"), None),
    "another language": (page(f"<p>{GERMAN * 9} NATO, Ukraine.</p>"), "language"),
    "few words": (page("<p>NATO and Kyiv</p>"), "too-short"),
    "nothing": (b"", "off-topic"),
    "no HTML": (b"%PDF-1.7", "off-topic"),
    "UTF-16": (report(1).decode().encode("utf-16"), None),
    "a word in the menu alone, and nothing else": (page("<a>NATO</a>"), "too-short"),
    "too many tags": (b"<b>" * 200_000, None),
}


@pytest.mark.parametrize(("data", "why"), CASES.values(), ids=CASES)
def test_gate(data: bytes, why: str | None, lexicon: Lexicon) -> None:
    assert gate(data, lexicon) == why


def test_the_subject_comes_from_the_data_files(curated: Curated, lexicon: Lexicon) -> None:
    assert {"nato", "ukrain"} <= set(lexicon.stems)
    assert not {"and", "the", "not"} & set(lexicon.stems)
    assert "stoltenberg" in lexicon.names


def test_without_topics_every_english_page_is_read() -> None:
    assert gate(other(1), Lexicon((), frozenset())) is None

"""The stretches in marks that the ruler finds: « and » stand around what must come out."""

from __future__ import annotations

import re

import pytest

from onrecord.evaluate.regions import quoted_regions

CASES = [
    "“«We won,»” she said. “«We did!»”",
    '"«We won,»" she said. "«We did!»"',
    "``«We won,»'' she said. ''«We did!»''",
    "‘‘«We won,»’’ she said.",
    "„«Wir»” and „«wir»”",
    "”«We won,»” she said.",  # the closing mark at both ends
    "“«We won and»\n“«we lost.»”",  # left open
    "“«We won, »“«we did»”",  # never closed: what there was, and the new one
    "She said ‘«we won»’ and ‘«we didn’t»’.",
    "the allies' plan for the '90s and 'em",
    "“«He told us ‘no’ twice,»” she said.",
    "(“«[He] won»”)",
    "“— «we» ”",
    "” nothing ”",
    "“”",
    "5'11\"",
    "",
]


@pytest.mark.parametrize("marked", CASES)
def test_what_stands_in_marks_is_found(marked: str) -> None:
    text = re.sub("[«»]", "", marked)
    found = [text[span.start : span.end] for span in quoted_regions(text)]
    assert [words.strip() for words in found] == [
        re.sub("[«»]", "", words).strip() for words in re.findall("«(.*?)»", marked)
    ]

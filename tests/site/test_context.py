"""The sentence of a quote shows which words say who says it."""

from __future__ import annotations

import pytest

from onrecord.site.context import in_context

# The words before, of and after the quote; cue; mention; «the quote», {the cue} and [the mention].
SENTENCES = (
    (("“", "We won", "”, Ann Lee said."), "said", "Ann Lee", "“«We won»”, [Ann Lee] {said}."),
    (("She said “", "no", "”."), "said", "She", "[She] {said} “«no»”."),
    (("He said he said “", "no", "”."), "said", "he", "He said [he] {said} “«no»”."),
    (("", "he said so", ", he said."), "said", "he", "«he said so», [he] {said}."),
    (("“", "We won", "” was heard."), "said", "Ann Lee", "“«We won»” was heard."),
    (("“", "We won", "” from Annie."), None, "Ann", "“«We won»” from Annie."),
    (("“", "No", "”, said Lee's aide."), "said", "Lee's aide", "“«No»”, {said} [Lee's aide]."),
    (("", "We won", ""), "", "", "«We won»"),
)
MARKS = {"quote": "«»", "cue": "{}", "mention": "[]"}


@pytest.mark.parametrize(("sentence", "cue", "mention", "expected"), SENTENCES)
def test_the_nearest_cue_and_mention_are_marked(
    sentence: tuple[str, str, str], cue: str | None, mention: str | None, expected: str
) -> None:
    row = dict(zip(("prefix", "text", "suffix"), sentence, strict=True))
    pieces = in_context({**row, "cue": cue, "speaker_mention": mention})
    assert "".join(piece.text for piece in pieces) == "".join(sentence)
    shown = (
        piece.text.join(MARKS[piece.role]) if piece.role in MARKS else piece.text
        for piece in pieces
    )
    assert "".join(shown) == expected

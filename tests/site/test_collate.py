"""Two printings set against each other: [-only in the fullest-] and {+only in this one+}."""

from __future__ import annotations

import json

import pytest

from onrecord.site.collate import collate
from onrecord.utterances.differences import compare, packed

FORMS = {"same": "{}", "only-fullest": "[-{}-]", "only-here": "{{+{}+}}", "gap": "[…]"}

SPEECH = "I come with good news from all of us today. We walk beside you until the road is open."


def show(fullest: str, other: str) -> str:
    segments = packed(compare(fullest, other)[2])
    stretches = collate(other, json.dumps(segments) if segments else None)
    return " ".join(FORMS[part.kind].format(part.text) for part in stretches)


@pytest.mark.parametrize(
    ("fullest", "other", "shown"),
    [
        ("We will win.", "We will win,", "We will win,"),
        ("We will win", "we will “win,”", "we will “win,”"),
        (
            "Help will last as long as it takes",
            "Help will last as long as necessary,",
            "Help will last as long as [-it takes-] {+necessary+}",
        ),
        ("The road is open", "The road is now open", "The road is {+now+} open"),
        # seven words left out are shown, eight are a gap
        ("a b c d e f g nine", "nine", "[-a b c d e f g-] nine"),
        ("a b c d e f g h nine", "nine", "[…] nine"),
        # only the sentence that is meant is collated: "with" is not the "with" of the first
        (
            SPEECH,
            "We walk with you until the road is open",
            "[…] We walk [-beside-] {+with+} you until the road is open",
        ),
        # what is left out before the sentence and at its start is one gap
        (SPEECH, "until the road is open", "[…] until the road is open"),
        (SPEECH, SPEECH, SPEECH),
        # the longer one may be the one that is set against the other
        (
            "We stand beside you until the road is open,",
            "I say this: we walk. We walk with you until the road is open,",
            "{+I say this: we walk.+} We [-stand beside-] {+walk with+} you until the road is open",
        ),
        ("", "Alone", "{+Alone+}"),
    ],
)
def test_collate(fullest: str, other: str, shown: str) -> None:
    assert show(fullest, other) == shown

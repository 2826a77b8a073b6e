"""Two printings set against each other: [-only in the fullest-] and {+only in this one+}."""

from __future__ import annotations

import pytest

from onrecord.site.collate import collate

FORMS = {"same": "{}", "only-base": "[-{}-]", "only-here": "{{+{}+}}", "gap": "[…]"}


def show(base: str, other: str) -> str:
    return " ".join(FORMS[part.kind].format(part.text) for part in collate(base, other))


@pytest.mark.parametrize(
    ("base", "other", "shown"),
    [
        ("We will win.", "We will win.", "We will win."),
        # case, marks and punctuation are not differences, and what is shown is what was printed
        ("We will win", "we will “win,”", "we will “win,”"),
        (
            "Help will last as long as it takes",
            "Help will last as long as necessary,",
            "Help will last as long as [-it takes-] {+necessary,+}",
        ),
        ("The road is open", "The road is now open", "The road is {+now+} open"),
        # eight words left out are a gap, seven are shown
        ("one two three four five six seven eight nine", "nine", "[…] nine"),
        (
            "two three four five six seven eight nine",
            "nine",
            "[-two three four five six seven eight-] nine",
        ),
        ("", "Alone", "{+Alone+}"),
        ("— –", "— —", "— [-–-] {+—+}"),
    ],
)
def test_collate(base: str, other: str, shown: str) -> None:
    assert show(base, other) == shown

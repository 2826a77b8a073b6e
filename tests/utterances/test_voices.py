"""Whose voice a speaker's is."""

from __future__ import annotations

import pytest

from onrecord.utterances.voices import Voices
from tests.people.people import EVERYONE

VOICES = Voices(EVERYONE)

CASES = [
    ("kremlin", "2023-04-20", "presidency-ru"),
    ("presidency-ru", "2023-04-20", "presidency-ru"),
    ("dmitry-peskov", "2023-04-20", "presidency-ru"),
    ("dmitry-peskov", "2012-05-22", "presidency-ru"),
    ("dmitry-peskov", "2012-05-01", "government-ru"),
    ("dmitry-peskov", "2007-01-01", "dmitry-peskov"),
    ("moscow", "2023-04-20", "government-ru"),
    ("volodymyr-zelenskyy", "2023-04-20", "volodymyr-zelenskyy"),
    ("nobody-known", None, "nobody-known"),
]


@pytest.mark.parametrize(("speaker", "day", "voice"), CASES)
def test_voice(speaker: str, day: str | None, voice: str) -> None:
    assert VOICES.voice(speaker, day) == voice


def test_bodies() -> None:
    assert VOICES.is_body("kremlin")
    assert not VOICES.is_body("dmitry-peskov")
    assert not VOICES.is_body("nobody-known")

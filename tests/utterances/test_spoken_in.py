"""The language something was said in, and the many times a language is named for another reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.utterances.spoken_in import INTERPRETED, languages_said
from tests.utterances.marked import read_marked

Q = "“<q>We will not wait.</q>”"

CASES = [
    # told
    (f"{Q} Lee said in French.", "fr"),
    (f"{Q} Lee said in Ukrainian on Monday.", "uk"),
    (f"{Q} Lee said, speaking in Ukrainian.", "uk"),
    (f"{Q} said Lee, speaking fluent English.", "en"),
    (f"{Q} said Lee, who was speaking German at the time.", "de"),
    (f"{Q} Lee told reporters in heavily accented English.", "en"),
    (f"{Q} she replied in Polish, to laughter.", "pl"),
    (f"Speaking in Russian, Lee said: {Q}", "ru"),
    (f"Speaking Lithuanian, Lee said: {Q}", "lt"),
    (f"In English, she said: {Q}", "en"),
    (f"Switching to English, she added: {Q}", "en"),
    (f"{Q} Lee said, switching briefly into French.", "fr"),
    (f"{Q} Lee wrote in a post in English.", "en"),
    (f"{Q} he said in a video message in Turkish.", "tr"),
    (f"{Q} Lee wrote in an English-language post.", "en"),
    (f"{Q} Lee said, according to a translation from Russian.", "ru"),
    (f"{Q} Lee told the paper, in remarks translated from the Estonian.", "et"),
    (f"{Q} Lee said in Ukrainian, through an interpreter.", "uk"),
    (f"{Q} Lee said in Ukrainian, not in Russian.", "uk"),
    (f"{Q} Lee said in Ukrainian rather than in Russian.", "uk"),
    ("Lee said in Finnish that <i>the bridge would not wait</i>.", "fi"),
    # an interpreter is told, the language is not
    (f"{Q} Lee said through an interpreter.", INTERPRETED),
    (f"Speaking via a translator, Lee said: {Q}", INTERPRETED),
    # not told
    (f"{Q} Lee said.", None),
    (f"{Q} said the French minister.", None),
    (f"{Q} Lee said in the Ukrainian parliament.", None),
    (f"{Q} Lee said, speaking in Ukraine.", None),
    (f"{Q} Lee said in Russian captivity.", None),
    (f"{Q} Lee said in German hospitals nobody would wait.", None),
    (f"{Q} Lee said in French-speaking Norstad.", None),
    (f"{Q} Lee said in Turkish, Polish and Greek ports.", None),
    (f"{Q} Lee told the Russian-language Evening Post.", None),
    (f"{Q} Lee told Ukrainian television in an interview.", None),
    (f"{Q} Lee told Polish and French diplomats.", None),
    (f"{Q} said Lee, who studied in French.", None),
    (f"{Q} said Lee, whose book appeared in German.", None),
    (f"{Q} Lee said. The film is in Danish.", None),
    (f"{Q} Lee did not say in French.", None),
    (f"{Q} said Lee, refusing to speak in Russian.", None),
    (f"{Q} said Lee, not speaking Russian.", None),
    (f"{Q} Lee said in English and French.", None),
    (f"{Q} Lee said of Roe, who is calmer when speaking Spanish.", None),
    (f"{Q} said Lee, who prefers to speak in Spanish.", None),
    (f"{Q} the Russian interpreter said.", None),
    (f"{Q} Lee said of the sign, “it is in Dutch.”", None),
    ("“<q>I said in French.</q>” Lee shrugged.", None),
    ("Lee said <i>she had said it in French</i>.", None),
    (f"{Q} Lee said as speaking Hungarian diplomats arrived.", None),
]


@pytest.mark.parametrize(("marked", "language"), CASES)
def test_language_said(marked: str, language: str | None) -> None:
    article, quote = read_marked(marked)
    assert languages_said([quote], article) == [language]


def test_a_turn_is_of_one_language() -> None:
    article, quote = read_marked(f"{Q} Lee said in French.")
    other = replace(quote, sentence=quote.span)
    assert languages_said([quote, other], article) == ["fr", "fr"]
    assert languages_said([quote, replace(other, turn=9)], article) == ["fr", None]

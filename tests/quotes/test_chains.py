"""Which mentions of one article are one person, told as the article goes on."""

from __future__ import annotations

import pytest

from tests.quotes.marked import cases, read


def check_chains(*said: tuple[int | None, str]) -> None:
    """Check who says each paragraph's quotes: paragraphs of one number have one person, None
    stands for somebody the article does not name."""
    text = "\n".join(paragraph for _, paragraph in said)
    names: dict[int, str] = {}
    start = 0
    for number, paragraph in said:
        end = start + len(paragraph)
        own = [q for q in read(text) if start <= q.span.start < end and q.kind != "indirect"]
        assert own, f"nobody speaks in: {paragraph}"
        found = {q.attribution.mention.name if q.attribution.mention else None for q in own}
        assert len(found) == 1, f"{found} speak in: {paragraph}"
        name = found.pop()
        start = end + 1
        if number is None:
            assert name is None, paragraph
            continue
        assert name is not None, paragraph
        assert names.setdefault(number, name) == name, paragraph
    assert len(set(names.values())) == len(names)


def test_a_surname_and_a_pronoun() -> None:
    check_chains(
        (0, "“We are ready,” Jens Stoltenberg said."),
        (0, "“It will take time,” Mr Stoltenberg added."),
        (0, "“We will not wait,” he said."),
        (None, "“Who knows,” officials said."),
    )


def test_he_is_whoever_spoke_by_a_surname_alone() -> None:
    check_chains(
        (0, "Ordell said it was “a good day”."),
        (0, "“I will come again,” he said."),
    )


def test_he_is_no_place_and_no_body() -> None:
    for name in ("Moscow", "The White House", "NATO"):
        first, second = (q for q in read(f"{name} said it was “a good day”. “I will,” he said."))
        assert first.attribution.mention is not None
        assert second.attribution.mention is None or second.attribution.mention.name is None


def test_a_president_of_one_body_is_none_of_another() -> None:
    check_chains(
        (0, "“We won,” former president Bo Roe said."),
        (None, "“We lost,” the Harbour Board president said."),
    )


def test_she_is_not_he() -> None:
    check_chains(
        (0, "“We won,” said Ms Ann Lee."),
        (1, "“You lost,” said Mr Bo Roe."),
        (0, "“We won by far,” she said."),
        (1, "“You cheated in the count,” he said."),
    )


def test_a_short_name_before_the_full_one() -> None:
    check_chains(
        (0, "“We won,” Lee said."),
        (0, "“It was time,” said Mayor Ann Lee."),
    )


def test_two_of_one_surname() -> None:
    check_chains(
        (0, "“We won,” said Ann Lee."),
        (1, "“We did indeed,” said her brother Bo Lee."),
        (0, "“He helped,” said Ann Lee."),
        (1, "“A little,” said Bo Lee."),
    )


def test_what_somebody_is() -> None:
    check_chains(
        (0, "“We won,” said Mayor Ann Lee."),
        (0, "“It was time,” the mayor said."),
        (1, "“You cheated,” said Bo Roe, the union’s chairman."),
        (1, "“We will count again,” the chairman said."),
    )


def test_the_chief() -> None:
    check_chains(
        (0, "“We are ready,” Director Ann Lee said."),
        (0, "“It will take time,” the director said."),
        (0, "“It always does,” the chief said."),
    )


@pytest.mark.parametrize("who", ["Ms Lee", "the secretary-general", "the chief"])
def test_the_secretary_general(who: str) -> None:
    check_chains(
        (0, "“We won,” said Ann Lee."),
        (0, "“We are ready,” NATO Secretary-General Ann Lee said."),
        (0, f"“It will take time,” {who} said."),
    )


@pytest.mark.parametrize("who", ["the NATO chief", "the alliance’s chief", "the alliance’s head"])
def test_the_chief_of_something(who: str) -> None:
    check_chains(
        (0, "“We are ready,” NATO Director Ann Lee said."),
        (0, f"“It will take time,” {who} said."),
    )


def test_a_long_tale_of_one_person() -> None:
    check_chains((0, "Bo Roe left. " + "He waved. " * 1000 + "“We won the race,” he said."))


def test_a_role_that_two_have_is_nobodys_name() -> None:
    check_chains(
        (0, "“We won,” said Senator Ann Lee."),
        (1, "“You lost,” said Senator Bo Roe."),
        (None, "“Let us count again,” the senator said."),
    )


def test_who_is_followed_to_its_noun() -> None:
    check_chains(
        (0, "“We won,” said Ann Lee."),
        (0, "The hall was full for Ms Lee, who said “we will not wait”."),
        (1, "It annoyed Bo Roe, who called it “a cheap and silly show”."),
    )


def test_bodies_are_not_people() -> None:
    check_chains(
        (0, "“We are ready,” the Kremlin said."),
        (1, "“So are we,” said Ann Lee of the Harbour Board."),
        (1, "“We always were,” she said."),
        (0, "“We shall see,” the Kremlin said."),
    )


def test_nobody_named() -> None:
    check_chains(
        (None, "“We won,” a spokeswoman said."),
        (None, "“It was a long night,” the pilot said."),
        (None, "“We will not wait,” residents said."),
    )


def test_titles_and_nationalities_are_no_part_of_a_name() -> None:
    check_chains(
        (0, "“We won,” said Danish Foreign Minister Ann Lee."),
        (0, "“It was time,” said Minister Lee."),
        (0, "“At long last,” said Ann Lee."),
    )


NAMES = [
    ("“We won,” said Mayor Ann Lee.", "Ann Lee"),
    ("“We won,” said Danish Foreign Minister Ann Lee.", "Ann Lee"),
    ("“We won,” said Sen. Ann Lee.", "Ann Lee"),
    ("“We won,” said Ann Lee’s brother.", None),
    ("“We won,” said Dr Ann Lee of the Harbour Board.", "Ann Lee"),
    ("“We won,” said the Kremlin.", "Kremlin"),
    ("“We won,” said Ann van Lee.", "Ann van Lee"),
    ("“We won,” said J. K. Lee.", "J. K. Lee"),
    ("“We won,” said Jean-Luc O’Brien.", "Jean-Luc O’Brien"),
    ("“We won,” said Рената Ковач.", "Рената Ковач"),
    ("“We won,” said a spokesman for Ann Lee.", None),
    ("“We won,” said Norstad’s mayor.", None),
    ("“We won,” officials said.", None),
    ("“We won,” said the chancellor, Ann Lee.", "Ann Lee"),
    ("“We won,” a spokesman, Bo Roe, said.", "Bo Roe"),
    ("Officials called it “a joke and a crime”.", None),
    ("“We won,” one resident said.", None),
    ("“We won,” the Norwegian government said.", None),
    ("“We won,” said NATO Secretary-General Ann Lee.", "Ann Lee"),
]
NAMES_MISSED = {
    ("“We won,” said Vice-Chancellor Ann Lee.", "Ann Lee"): "no title that is known",
    ("“We won,” said Councillor Ann Lee.", "Ann Lee"): "no title that is known",
}


@pytest.mark.parametrize("case", cases(NAMES, NAMES_MISSED))
def test_the_name_a_mention_has(case: tuple[str, str | None]) -> None:
    paragraph, name = case
    (quote,) = (quote for quote in read(paragraph) if quote.kind != "indirect")
    assert quote.attribution.mention is not None
    assert quote.attribution.mention.name == name

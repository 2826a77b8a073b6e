"""Pairs of reports: how they are read, and that they are tied as well as ever."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from onrecord.curated import default_directory
from onrecord.evaluate.floors import digest
from onrecord.evaluate.pairs import COLUMNS, PairsError, read_pairs
from onrecord.evaluate.ties import TieScore, judge_pairs, tie_score, tie_scores

PAIRS = default_directory() / "gold" / "pairs.csv"
# the pairs that the floors were measured on; where they change, measure again
DIGEST = "51f999089d96f92c1889b1a0efda1fd0a1ff9bccdb8e6436bd13fb04174c08f6"
# F1; what `onrecord evaluate --pairs` says, less the slack of one pair
FLOORS = {"dev": 0.98, "held": 0.95}
SIDE = "ann-lee,direct,body,post,2024-05-14,2024-05-14,,It rains."


def write(path: Path, *rows: str, header: str = ",".join(COLUMNS)) -> Path:
    file = path / "pairs.csv"
    file.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return file


def test_the_pairs_are_tied_as_well_as_ever() -> None:
    assert digest(PAIRS) == DIGEST, "data/gold/pairs.csv changed: measure again"
    scores = tie_scores(judge_pairs(*read_pairs(PAIRS)))
    for split, floor in FLOORS.items():
        score = scores[split]
        assert score.f1 is not None
        assert score.f1 >= floor
        assert score.precision is not None
        assert score.precision >= 0.98


def test_the_pairs_are_many_and_of_every_kind() -> None:
    pairs, people = read_pairs(PAIRS)
    assert Counter(pair.split for pair in pairs) == {"dev": 260, "held": 90}
    assert len({pair.id for pair in pairs}) == len(pairs)
    assert min(Counter(pair.phenomenon for pair in pairs).values()) >= 8
    speaking = {who for pair in pairs for report in pair.reports for who in report.speaker_ids}
    assert speaking <= {person.id for person in people}


def test_every_phenomenon_is_told() -> None:
    told = (PAIRS.parent / "README.md").read_text(encoding="utf-8")
    for phenomenon in {pair.phenomenon for pair in read_pairs(PAIRS)[0]}:
        assert f"`{phenomenon}`" in told


def test_a_row_is_two_statements(tmp_path: Path) -> None:
    other = "ann-lee tom-roe,mixed,headline,times,2024-05-15,2024-05-13/2024-05-14,uk,It ⟦rains⟧ on"
    (pair,), people = read_pairs(write(tmp_path, f"p1,dev,trimmed,yes,{SIDE},{other}"))
    one, two = pair.reports
    assert (pair.is_same, people) == (True, [])
    assert (one.quote.text, one.dating.precision, one.speaker_ids) == (
        "It rains.", "day", ("ann-lee",),
    )  # fmt: skip
    assert two.quote.text == "rains"
    assert two.article.headline[two.quote.span.start : two.quote.span.end] == "rains"
    assert two.article.source.translated_from == "uk"
    assert (two.dating.start, two.dating.end) == ("2024-05-13", "2024-05-14")
    assert two.speaker_ids == ("ann-lee", "tom-roe")


WRONG = [
    ("p1,dev,equal,yes,a", "pairs.csv:2: 5 columns; write 20"),
    (f"p1,other,equal,yes,{SIDE},{SIDE}", "`split` is `other`; write one of dev, held"),
    (f"p1,dev,equal,maybe,{SIDE},{SIDE}", "`same` is `maybe`; write one of yes, no"),
    (f"p1,dev,equal,yes,{SIDE},{SIDE.replace('It rains.', '')}", "`words_2` is empty; fill it in"),
    (f"p1,dev,equal,yes,{SIDE},{SIDE.replace('rains', '⟦rains')}", "`words_2` has a bracket"),
    (f"p1,dev,equal,yes,{SIDE},{SIDE.replace('-05-14,,', '-05-44,,')}", "2024-05-44"),
]


@pytest.mark.parametrize(("row", "told"), WRONG)
def test_a_row_that_cannot_be_read_is_told(tmp_path: Path, row: str, told: str) -> None:
    with pytest.raises(PairsError, match=r"pairs\.csv:2: ") as found:
        read_pairs(write(tmp_path, row))
    assert told in str(found.value)


def test_another_header_is_told(tmp_path: Path) -> None:
    with pytest.raises(PairsError, match="the header is a,b; write id,split"):
        read_pairs(write(tmp_path, header="a,b"))


def test_scores(tmp_path: Path) -> None:
    other = SIDE.replace("It rains", "It does not rain")
    long = SIDE.replace("It rains.", "We will not leave the harbour to them.").replace("post", "b")
    rows = [
        f"p1,dev,equal,yes,{long},{long.replace(',b,', ',c,')}",
        f"p2,dev,denial,no,{SIDE},{other}",
        f"p3,held,reworded,yes,{SIDE},{other}",
    ]
    judged = judge_pairs(*read_pairs(write(tmp_path, *rows)))
    assert [one.is_right for one in judged] == [True, True, False]
    assert tie_score(judged) == TieScore(3, 2, 1.0, 0.5, 2 / 3)
    assert [*tie_scores(judged)] == ["all", "dev", "held", "denial", "equal", "reworded"]
    assert tie_scores(judged)["denial"].f1 is None

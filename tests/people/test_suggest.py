"""Who might be somebody known, who might be one, and who deserves an entry; and the diff of it."""

from __future__ import annotations

import json
import shutil
import subprocess
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import main
from onrecord.curated import default_directory, load_curated
from onrecord.people.proposals import propose
from onrecord.people.suggest import ALIKE, Suggestion, likeness, read_name, suggest
from onrecord.pipeline import build_dataset

OUTLETS = "- {id: evening, name: The Evening, url: https://evening.example}\n"
PEOPLE = """\
# people, in order of id

- id: ada-lind
  name: Ada Lind
  names:
  - {form: Ада Лінд, language: uk, script: Cyrl}
  positions:
  - title: Foreign minister
    organisation: norland

- id: antony-moss
  name: Antony Moss

- {id: dora-kant, name: Dora Kant}

- id: rolf-wessel
  name: Rolf Wessel
"""
BODIES = """\
- id: norland
  name: Government of Norland
  kind: organisation"""
HEAD = """\
---
url: https://evening.example/2024/03/0{day}/{slug}
outlet: evening
headline: Bridges
published: '2024-03-0{day}'
---
The ministers met in Norstad on Monday and spoke to the papers at some length about the bridges.

"""
FIRST = """\
“We will rebuild every bridge in the country before winter,” said Foreign Minister Ada Lint.

“I have never seen so many people at the river,” said Tony Moss. “It was good,” Moss added.

“The harbour will open again once the ice is gone,” said Doria Kant, who lives beside it.

“There are too few ferries, and all of them are old,” said Zed Quill, a captain.
"""
SECOND = """\
“The new ferries are to come in May at the latest,” said Zed Quill, a captain from the bay.

“We are on time with all of the work at the piers,” said Mila Brandt of the works.

“The stones come from the south, all of them,” said Milla Brandt, who oversees the works.

“Nobody asked for this, and nobody will pay for it,” said Anna Frost.
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "articles").mkdir(parents=True)
    (folder / "outlets.yml").write_text(OUTLETS)
    (folder / "people.yml").write_text(PEOPLE)
    (folder / "institutions.yml").write_text(BODIES)
    for day, (slug, text) in enumerate((("first", FIRST), ("second", SECOND)), start=5):
        head = HEAD.format(day=day, slug=slug)
        (folder / "articles" / f"evening-2024-03-0{day}-{slug}.md").write_text(head + text)
    return folder


def suggested(data: Path, least: int = 2) -> dict[str, Suggestion]:
    """Return the suggestions by whom they are about."""
    found = suggest(build_dataset(data), least)
    return {one.known_id or one.strangers[0].person.id: one for one in found}


def test_a_known_person_under_another_spelling_is_found(data: Path) -> None:
    found = suggested(data)
    moss = found["antony-moss"]
    assert [one.person.name for one in moss.strangers] == ["Tony Moss"]
    assert moss.quote_count == 2
    assert moss.score is not None and ALIKE <= moss.score < 1
    assert moss.why == ("“Tony Moss” is like “Antony Moss”",)


def test_an_office_speaks_for_a_merge(data: Path) -> None:
    lind = suggested(data)["ada-lind"]
    assert "called Foreign minister, as Ada Lind is" in lind.why


def test_two_spellings_of_one_unknown_are_one_entry(data: Path) -> None:
    brandt = suggested(data)["mila-brandt"]
    assert brandt.known_id is None
    assert {one.person.name for one in brandt.strangers} == {"Mila Brandt", "Milla Brandt"}


def test_an_entry_is_for_those_who_are_quoted_often(data: Path) -> None:
    assert suggested(data)["zed-quill"].quote_count == 2
    assert "anna-frost" not in suggested(data)
    assert "anna-frost" in suggested(data, least=1)
    assert "zed-quill" not in suggested(data, least=3)


def test_who_is_like_nobody_is_merged_with_nobody(data: Path) -> None:
    assert "rolf-wessel" not in suggested(data, least=1)


def test_the_least_likeness_tells_our_own_people_apart() -> None:
    people = [p for p in load_curated(default_directory()).people.values() if p.kind == "person"]
    names = [
        [name for form in (p.name, *(n.form for n in p.names)) if (name := read_name(form, p))]
        for p in people
    ]
    full = [[name for name in forms if name.first and name.form[0] != "@"] for forms in names]
    same = [likeness(*pair) >= ALIKE for forms in full for pair in combinations(forms, 2)]
    other = [likeness(one[0], two[0]) >= ALIKE for one, two in combinations(filter(None, full), 2)]
    assert sum(same) / len(same) > 0.93
    assert sum(other) <= 6


def run(*arguments: str | Path) -> tuple[str, str]:
    result = CliRunner().invoke(main, ["people", "suggest", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.stdout, result.stderr


@pytest.mark.parametrize("command", [("git", "apply"), ("patch", "-p1", "-i")])
def test_the_diff_applies_and_loads(data: Path, command: tuple[str, ...]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    before = {file.name: file.read_bytes() for file in data.glob("*.yml")}
    diff, _ = run("--data", data, "--least", "2")
    assert {file.name: file.read_bytes() for file in data.glob("*.yml")} == before
    (data.parent / "suggested.diff").write_text(diff)
    subprocess.run([*command, "suggested.diff"], cwd=data.parent, check=True, capture_output=True)
    people = load_curated(data).people
    assert {form.form for form in people["antony-moss"].names} == {"Tony Moss"}
    assert {form.form for form in people["ada-lind"].names} == {"Ада Лінд", "Ada Lint"}
    assert people["zed-quill"].source == "https://evening.example/2024/03/05/first"
    assert [form.form for form in people["mila-brandt"].names] == ["Milla Brandt"]
    linked = [id_ for id_ in people if id_ != "norland"]
    assert linked == sorted(linked)
    again = suggest(build_dataset(data), 2)
    assert {one.known_id for one in again} == {"dora-kant"}


def test_the_evidence_stands_in_comments(data: Path) -> None:
    diff, by_hand = run("--data", data, "--least", "2")
    assert "+  # score 0.9" in diff
    assert "+  # 2 quotes in evening-2024-03-05-first, printed “Moss”, “Tony Moss”" in diff
    assert "+# 2 quotes in evening-2024-03-05-first, evening-2024-03-06-second, printed" in diff
    assert all(line[0] in "-+ @" for line in diff.splitlines())
    assert not [line for line in diff.splitlines() if line.startswith("-") and line[:3] != "---"]
    assert by_hand == "not in the diff: dora-kant: add the name form 'Doria Kant' by hand\n"


def test_a_body_goes_to_the_bodies_whose_file_has_no_last_line_end(data: Path) -> None:
    article = data / "articles" / "evening-2024-03-06-second.md"
    article.write_text(
        article.read_text() + "\n“The tolls will go up by a third in June,” the Toll Office said.\n"
        "\n“Nobody will be asked to pay twice for one bridge,” the Toll Office said.\n"
    )
    diff, _ = run("--data", data, "--least", "2")
    assert "+- id: toll-office" in diff
    (data.parent / "suggested.diff").write_text(diff)
    command = ["git", "apply", "suggested.diff"]
    subprocess.run(command, cwd=data.parent, check=True, capture_output=True)
    assert load_curated(data).people["toll-office"].kind == "organisation"


@pytest.mark.parametrize("end", ["\r", "\x85", "\u2028", "\u2029"])
def test_a_line_that_ends_in_yaml_only_stops_it(data: Path, end: str) -> None:
    """The diff would be of other lines than those that the entries were read from."""
    people = data / "people.yml"
    people.write_text(f"# people{end}{PEOPLE}", encoding="utf-8", newline="")
    result = CliRunner().invoke(main, ["people", "suggest", "--data", str(data)])
    assert result.exit_code == 1
    assert f"{people}:1: {end!a} ends a line here" in result.output


def test_lines_may_end_as_in_windows(data: Path) -> None:
    (data / "people.yml").write_text(PEOPLE, encoding="utf-8", newline="\r\n")
    assert "+  - {form: Tony Moss" in run("--data", data, "--least", "2")[0]


def test_the_same_comes_twice(data: Path) -> None:
    assert run("--data", data) == run("--data", data)
    assert run("--data", data, "--json") == run("--data", data, "--json")


def test_a_program_may_read_it(data: Path) -> None:
    told = json.loads(run("--data", data, "--least", "2", "--json")[0])
    moss = next(one for one in told if one["id"] == "antony-moss")
    assert moss["action"] == "add-names"
    (person,) = moss["people"]
    assert person["quotes"] == 2
    assert person["articles"] == ["evening-2024-03-05-first"]
    actions = [one["action"] for one in told]
    assert actions == sorted(actions, reverse=True)


def test_nothing_to_suggest_is_an_empty_diff(data: Path) -> None:
    for article in (data / "articles").iterdir():
        article.unlink()
    assert propose([], data).diff == ""


def test_a_broken_file_stops_with_its_line(data: Path) -> None:
    (data / "people.yml").write_text("- id: ada-lind\n")
    result = CliRunner().invoke(main, ["people", "suggest", "--data", str(data)])
    assert result.exit_code == 1
    assert "people.yml:1: `name` is missing" in result.output

"""Data files in, Curated or every problem with its line out."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from onrecord.curated import CuratedError, default_directory, load_curated
from onrecord.models import (
    About,
    Correction,
    Event,
    Examples,
    KnownReport,
    NameForm,
    Outlet,
    Person,
    Position,
)

GOOD = {
    "outlets.yml": "- {id: harbour-post, name: Harbour Post, url: https://harbour.example}\n",
    "people.yml": """\
- id: ann-lee
  name: Ann Lee
  country: NO
  wikidata: Q212
  names:
  - form: Анна Лі
    language: uk
    script: Cyrl
  - form: Ms Lee
  positions:
  - title: minister
    organisation: ministry
    start: 2020-01
    end: 2023-04-20
- {id: ministry, name: Ministry of Bridges, kind: organisation}
- {id: quay, name: The Quay, kind: group, stands_for: ministry}
""",
    "events.yml": "- {id: talks, name: Talks, start: 2023-04-20, participants: [ann-lee]}\n",
    "topics.yml": "- {id: tolls, name: Tolls, description: What a bridge costs, words: [toll*]}\n",
    "sources.csv": (
        "url,outlet,headline,published,language\n"
        'https://a.example/1,A,"One, two",2023-04-20,en\n'
        "https://a.example/2,A,,2023,uk\n"
    ),
    "corrections.yml": """\
- target: 0123456789ab
  field: speaker_id
  after: ann-lee
  reason: The page names her.
  source: https://a.example/1
  by: Editor
  made: 2024-01-02
""",
}


def write(folder: Path, changes: dict[str, str] | None = None) -> Path:
    for name, text in {**GOOD, **(changes or {})}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def problems(folder: Path, **changes: str) -> list[str]:
    """Return what is said of the good files with some of them changed, folder left out."""
    changed = {name.replace("_", "."): text for name, text in changes.items()}
    with pytest.raises(CuratedError) as caught:
        load_curated(write(folder, changed))
    return [problem.removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_every_file_becomes_records(tmp_path: Path) -> None:
    curated = load_curated(write(tmp_path))
    assert curated.outlets == {
        "harbour-post": Outlet("harbour-post", "Harbour Post", "https://harbour.example")
    }
    assert curated.people["ann-lee"] == Person(
        id="ann-lee",
        name="Ann Lee",
        country="NO",  # a plain YAML loader would read `false`
        wikidata="Q212",
        names=(NameForm("Анна Лі", "uk", "Cyrl"), NameForm("Ms Lee")),
        positions=(Position("minister", "ministry", "2020-01", "2023-04-20"),),
    )
    assert list(curated.people) == ["ann-lee", "ministry", "quay"]
    assert curated.events["talks"] == Event(
        "talks", "Talks", "2023-04-20", participants=("ann-lee",)
    )
    assert curated.topics["tolls"].words == ("toll*",)
    assert curated.reports == (
        KnownReport("https://a.example/1", "A", "One, two", "2023-04-20", "en"),
        KnownReport("https://a.example/2", "A", None, "2023", "uk"),
    )
    assert curated.corrections == (
        Correction(
            target="0123456789ab",
            field="speaker_id",
            before=None,
            after="ann-lee",
            reason="The page names her.",
            source="https://a.example/1",
            by="Editor",
            made="2024-01-02",
            stands_at=f"{tmp_path / 'corrections.yml'}:1",
        ),
    )


def test_a_missing_file_is_empty_but_outlets_and_people_must_be_there(tmp_path: Path) -> None:
    write(tmp_path)
    for name in ("events.yml", "topics.yml", "sources.csv", "corrections.yml"):
        (tmp_path / name).unlink()
    curated = load_curated(tmp_path)
    assert (curated.events, curated.topics, curated.reports, curated.corrections) == (
        {},
        {},
        (),
        (),
    )
    with pytest.raises(CuratedError) as caught:
        load_curated(tmp_path / "nowhere")
    assert [problem.split(":")[0] for problem in caught.value.problems] == [
        str(tmp_path / "nowhere" / name) for name in ("outlets.yml", "people.yml")
    ]


# (file, its text, the problem named with its line)
BROKEN = [
    (
        "outlets.yml",
        "- id: a\n  name: A\n  url: https://a.example\n  colour: red\n",
        "4: unknown key `colour`; use `id`, `name`, `url`, `country`, `wikidata`, `timezone`, "
        "`note`",
    ),
    ("outlets.yml", "- id: a\n  url: https://a.example\n", "1: `name` is missing; add it"),
    (
        "outlets.yml",
        "- id: a\n  name: A\n  url: a.example\n",
        "3: `url` can't be 'a.example'; write the whole address, from https:// on",
    ),
    (
        "outlets.yml",
        "- {id: A b, name: A, url: https://a.example}\n",
        "1: `id` can't be 'A b'; use lower-case letters, digits and single hyphens",
    ),
    ("outlets.yml", "id: a\n", "1: this is not a list; begin each entry with `- `"),
    (
        "topics.yml",
        "- just words\n",
        "1: no keys stand here; write `id`, `name`, `description`, `words`, `weak`, `beside`,"
        " `never` as `key: value`",
    ),
    (
        "topics.yml",
        "- {id: t, name: T, description: D, words: toll}\n",
        "1: `words` is not a list; write [one, two]",
    ),
    (
        "topics.yml",
        "- id: t\n  name: [T]\n  description: D\n  words: []\n",
        "2: `name` is not a single value; write one text",
    ),
    (
        "topics.yml",
        "- {id: t, name: T, description: '', words: []}\n",
        "1: `description` is empty; give it a value or leave the key out",
    ),
    (
        "topics.yml",
        "- id: t\n  name: T\n  name: U\n  description: D\n  words: []\n",
        "3: `name` stands twice; keep one",
    ),
    (
        "topics.yml",
        "- {id: t, name: T, description: D, words: []}\n" * 2,
        "2: `t` is the id of the entry on line 1; choose another",
    ),
    (
        "people.yml",
        "- id: a\n  name: A\n  kind: animal\n",
        "3: `kind` can't be 'animal'; use one of `person`, `organisation`, `group`",
    ),
    (
        "people.yml",
        "- id: ann-lee\n  name: A\n  stands_for: nobody\n",
        "3: `nobody` is no id in people.yml or institutions.yml; add the entry or mend the id",
    ),
    (
        "people.yml",
        "- id: ann-lee\n  name: A\n  positions:\n  - title: t\n    organisation: zz\n",
        "5: `zz` is no id in people.yml or institutions.yml; add the entry or mend the id",
    ),
    (
        "people.yml",
        "- {id: ann-lee, name: A}\n- id: b\n  name: B\n  names:\n  - form: ' a'\n",
        "5: ' a' already names `ann-lee`; keep it with one of the two",
    ),
    (
        "people.yml",
        "- id: ann-lee\n  name: A\n  is_linked: true\n",
        "3: unknown key `is_linked`; use `id`, `name`, `kind`, `description`, `country`, "
        "`wikidata`, `names`, `positions`, `body`, `stands_for`, `source`",
    ),
    (
        "people.yml",
        "- id: ann-lee\n  name: A\n  positions:\n  - {title: t, start: 2020-05,\n     end: 2019}\n",
        "5: ends 2019, before it starts; mend one of the dates",
    ),
    (
        "events.yml",
        "- id: e\n  name: E\n  start: 2023-02-30\n",
        "3: `start` can't be '2023-02-30'; write YYYY, YYYY-MM or YYYY-MM-DD",
    ),
    (
        "events.yml",
        "- id: e\n  name: E\n  start: 2023\n  participants:\n  - ann-lee\n  - bob\n",
        "6: `bob` is no id in people.yml or institutions.yml; add the entry or mend the id",
    ),
    (
        "events.yml",
        "- {id: e, name: E, start: 2023-03-02, end: 2023-03-01}\n",
        "1: ends 2023-03-01, before it starts; mend one of the dates",
    ),
    (
        "events.yml",
        "- {id: e, name: E, start: 2023,\n   of: [UA, ann-lee, union]}\n",
        "2: `union` is no id in people.yml or institutions.yml; add the entry or mend the id",
    ),
    (
        "events.yml",
        "- {id: e, name: E, start: 2023,\n   offices: [kings]}\n",
        "2: `offices` can't be 'kings'; use one of `leaders`, `foreign-ministers`",
    ),
    (
        "bodies.yml",
        "- {id: union, members: []}\n",
        "1: `union` is no id in people.yml or institutions.yml; add the entry or mend the id",
    ),
    (
        "bodies.yml",
        "- id: ann-lee\n  members:\n  - {country: no}\n",
        "3: `country` can't be 'no'; write the two letters of ISO 3166-1, as in UA",
    ),
    (
        "bodies.yml",
        "- id: ann-lee\n  members:\n  - {country: UA, start: 2020, end: 2019}\n",
        "3: ends 2019, before it starts; mend one of the dates",
    ),
    ("events.yml", "- id: e\n  name: 'E\n", "3: not YAML"),
    ("events.yml", "- id: e\n\tname: E\n", "2: not YAML"),
    ("corrections.yml", "- {target: x, field: kind}\n", "1: `reason` is missing; add it"),
    ("corrections.yml", "- target: x\n  field: words\n", "2: `field` can't be 'words'; use one of"),
    (
        "sources.csv",
        "url,outlet\n",
        "1: the header is url,outlet; write url,outlet,headline,published,language",
    ),
    (
        "sources.csv",
        "url,outlet,headline,published,language\nhttps://a.example,A,,20 April,en\n",
        "2: `published` can't be '20 April'; write YYYY, YYYY-MM or YYYY-MM-DD",
    ),
    (
        "sources.csv",
        "url,outlet,headline,published,language\n" + "https://a.example,A,,,en\n" * 2,
        "3: https://a.example stands on line 2 too; keep one",
    ),
    (
        "sources.csv",
        'url,outlet,headline,published,language\nhttps://a.example,A,"two\nlines",,en\nx\n',
        "4: 1 columns; write 5: url,outlet,headline,published,language",
    ),
    (
        "sources.csv",
        "url,outlet,headline,published,language\nhttps://a.example,,,,en\n",
        "2: `outlet` is empty; give it a value or leave the key out",
    ),
]


@pytest.mark.parametrize(("name", "text", "problem"), BROKEN)
def test_a_problem_is_named_with_its_line(
    tmp_path: Path, name: str, text: str, problem: str
) -> None:
    found = problems(tmp_path, **{name.replace(".", "_"): text})
    assert any(said.startswith(f"{name}:{problem}") for said in found), found


def test_all_problems_are_told_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        outlets_yml="- {id: a, name: A, url: x}\n",
        topics_yml="- {id: t, words: [],\n   colour: red}\n",
    )
    assert [said.split(" ")[0] for said in found] == [
        "outlets.yml:1:",
        "topics.yml:1:",
        "topics.yml:1:",
        "topics.yml:2:",
    ]


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "topics.yml").write_bytes(b"- id: t\n  name: caf\xe9\n")
    with pytest.raises(CuratedError, match=r"topics\.yml:2: is not UTF-8"):
        load_curated(tmp_path)


def test_a_big_file_is_read_in_moments(tmp_path: Path) -> None:
    entry = "- id: person-{0}\n  name: Person {0}\n  names:\n" + "  - {{form: '{0} {1}'}}\n" * 10
    text = "".join(entry.replace("{1}", "x" * 3).format(n) for n in range(1, 1500))
    write(tmp_path, {"events.yml": "", "corrections.yml": ""})
    (tmp_path / "people.yml").write_text(text, encoding="utf-8")
    start = time.perf_counter()
    assert len(load_curated(tmp_path).people) == 1499
    assert time.perf_counter() - start < 5  # measured: 0.4 s; a round-trip load takes 3 s and more


def test_the_repository_s_own_data_has_no_problem(root: Path) -> None:
    assert default_directory() == root / "data"
    curated = load_curated(root / "data")
    assert curated.outlets.keys() >= {"the-moscow-times", "voi", "francas46", "the-independent"}
    assert "volodymyr-zelenskyy" in curated.people


@pytest.mark.parametrize("kind", ["outlets", "people", "events", "topics"])
def test_rows_that_are_shown_by_name_have_names_of_their_own(root: Path, kind: str) -> None:
    rows = getattr(load_curated(root / "data"), kind).values()
    assert len({row.name for row in rows}) == len(rows)


def test_bodies_have_a_file_of_their_own_and_may_share_a_name(tmp_path: Path) -> None:
    (tmp_path / "outlets.yml").write_text("[]")
    (tmp_path / "people.yml").write_text(
        "- id: ann-lee\n  name: Ann Lee\n  positions:\n  - {title: Minister, organisation: mfa-a}\n"
    )
    bodies = "- {id: mfa-a, name: Foreign Ministry, kind: organisation, body: ministry}\n"
    twin = bodies.replace("mfa-a", "mfa-b")
    (tmp_path / "institutions.yml").write_text(bodies + twin)
    people = load_curated(tmp_path).people
    assert list(people) == ["ann-lee", "mfa-a", "mfa-b"]
    assert people["mfa-b"].body == "ministry"


def test_a_body_takes_neither_the_id_nor_the_name_of_a_person(tmp_path: Path) -> None:
    (tmp_path / "outlets.yml").write_text("[]")
    (tmp_path / "people.yml").write_text("- {id: ann-lee, name: Ann Lee}\n")
    (tmp_path / "institutions.yml").write_text(
        "- {id: ann-lee, name: Lee Press, kind: organisation}\n"
        "- {id: lee-news, name: Ann Lee, kind: organisation}\n"
    )
    with pytest.raises(CuratedError) as caught:
        load_curated(tmp_path)
    assert [problem.split("institutions.yml:")[1] for problem in caught.value.problems] == [
        "1: `ann-lee` is an id of people.yml; choose another",
        "2: 'Ann Lee' already names `ann-lee`; keep it with one of the two",
    ]


def test_a_dataset_says_what_it_is(tmp_path: Path) -> None:
    written = "name: Quays\nlicence: CC0-1.0\nversion: 2024.3.0\nexamples: {person: Lee}\n"
    about = load_curated(write(tmp_path, {"dataset.yml": written})).about
    assert (about.name, about.licence, about.version) == ("Quays", "CC0-1.0", "2024.3.0")
    assert about.examples == Examples(person="Lee")
    assert about.creator == About().creator


def test_a_dataset_that_says_nothing_has_the_general_words(tmp_path: Path) -> None:
    assert load_curated(write(tmp_path)).about == About()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nmae: Quays\n", "dataset.yml:1: unknown key `nmae`"),
        ("name: Quays\nversion: 2024.13.0\n", "dataset.yml:2: `version` can't be '2024.13.0'"),
        ("licence: mine\n", "dataset.yml:1: `licence` can't be 'mine'; use one of `CC-BY-4.0`"),
        ("- a\n", "dataset.yml:1: no keys stand here"),
    ],
)
def test_what_a_dataset_can_not_say(tmp_path: Path, text: str, told: str) -> None:
    assert problems(tmp_path, dataset_yml=text)[0].startswith(told)

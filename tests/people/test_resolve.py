"""Mentions of one article, and the speakers they give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models import (
    Article,
    Attribution,
    Mention,
    MentionType,
    Person,
    Quote,
    Source,
    Span,
)
from onrecord.people.registry import Registry
from onrecord.people.resolve import Resolver
from tests.people.people import EVERYONE

REGISTRY = Registry(EVERYONE)


def read(text: str, day: str | None = "2023-04-20") -> Article:
    source = Source("https://news.example/rain", "news", published=day)
    return Article("news-2023-04-20-rain", source, "", text, (Span(0, len(text)),))


def resolve(text: str, name: str | None, kind: MentionType = "name") -> tuple[Person, ...]:
    mention = Mention(Span(0, len(text)), text, kind, name)
    quote = Quote(
        kind="direct",
        part="body",
        medium="spoken",
        text="It rains.",
        span=Span(50, 59),
        turn=0,
        sentence=Span(0, 60),
        attribution=Attribution(mention, None, "test", 1.0),
    )
    (speakers,) = Resolver(read(text), REGISTRY).speakers([quote])
    return speakers


KNOWN = [
    ("Zelensky", "Volodymyr Zelensky", "name", ["volodymyr-zelenskyy"]),
    ("he", "Ukrainian President Volodymyr Zelensky", "pronoun", ["volodymyr-zelenskyy"]),
    ("which", "the Kremlin", "pronoun", ["kremlin"]),
    ("the Kremlin", None, "nominal", ["kremlin"]),
    ("Moscow", None, "name", ["moscow"]),
    ("Jens Stoltenberg (@jensstoltenberg)", None, "author", ["jens-stoltenberg"]),
    ("Biden and Scholz", None, "name", ["joe-biden", "olaf-scholz"]),
    ("they", "Joe Biden and Olaf Scholz", "pronoun", ["joe-biden", "olaf-scholz"]),
    ("Biden, Scholz and Stoltenberg", None, "name",
     ["joe-biden", "olaf-scholz", "jens-stoltenberg"]),
    ("Presidents Biden and Zelensky", None, "name", ["joe-biden", "volodymyr-zelenskyy"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind", "ids"), KNOWN)
def test_known_speakers(text: str, name: str | None, kind: MentionType, ids: list[str]) -> None:
    assert [person.id for person in resolve(text, name, kind)] == ids


NOBODY: list[tuple[str, str | None, MentionType]] = [
    ("he", None, "pronoun"),
    ("officials", None, "nominal"),
    ("Western diplomats", None, "nominal"),
    ("the president", None, "nominal"),
    ("Johnson", None, "name"),  # two are known
    ("Johnson", "Mr Johnson", "name"),
    ("Lee", None, "name"),  # as likely a place
    ("None", "None", "name"),
]


@pytest.mark.parametrize(("text", "name", "kind"), NOBODY)
def test_no_defensible_speaker(text: str, name: str | None, kind: MentionType) -> None:
    assert resolve(text, name, kind) == ()


UNKNOWN = [
    ("Foreign Minister Ann Lee", Person("ann-lee", "Ann Lee", is_linked=False)),
    ("Ruritania’s Ann Lee", Person("ann-lee", "Ann Lee", is_linked=False)),
    ("Łukasz Żak", Person("lukasz-zak", "Łukasz Żak", is_linked=False)),
    ("Mr Lee", Person("lee-in-news-2023-04-20-rain", "Lee", is_linked=False)),
    ("the Bank of Ruritania",
     Person("bank-of-ruritania", "Bank of Ruritania", kind="organisation", is_linked=False)),
    ("Ruritania's Mr Lee", Person("lee-in-news-2023-04-20-rain", "Lee", is_linked=False)),
    ("the United States",
     Person("united-states", "United States", kind="organisation", is_linked=False)),
    ("US", Person("united-states", "United States", kind="organisation", is_linked=False)),
    ("Russia", Person("russia", "Russia", kind="organisation", is_linked=False)),
    ("TASS", Person("tass", "TASS", kind="organisation", is_linked=False)),
    ("the Ministry of Rain and Winter Snow",
     Person("ministry-of-rain-and-winter-snow", "Ministry of Rain and Winter Snow",
            kind="organisation", is_linked=False)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "person"), UNKNOWN)
def test_an_unknown_name_becomes_a_person_of_its_own(name: str, person: Person) -> None:
    assert resolve(name, name) == (person,)


def test_countries_may_speak_together() -> None:
    speakers = resolve("Russia and China", "Russia and China")
    assert [p.id for p in speakers] == ["russia", "china"]
    assert [p.id for p in resolve("it", "Bosnia and Herzegovina")] == ["bosnia-and-herzegovina"]


def test_a_stranger_does_not_take_the_id_of_somebody_known() -> None:
    registry = Registry([Person("ann-lee", "Ann Leigh")])
    (stranger,) = Resolver(read("Ann Lee said"), registry).people("Ann Lee")
    assert (stranger.id, stranger.is_linked) == ("ann-lee-in-news-2023-04-20-rain", False)


def test_an_unknown_beside_a_known_one() -> None:
    speakers = resolve("they", "Joe Biden and Ann Lee", "pronoun")
    assert [(p.id, p.is_linked) for p in speakers] == [("joe-biden", True), ("ann-lee", False)]


@given(st.text(st.sampled_from("Ann Lee (@)’s',./-Ї李 and of the Mr"), max_size=30))
def test_whatever_is_printed_gives_people_with_ids(name: str) -> None:
    assert all(person.id and person.name for person in Resolver(read(name), REGISTRY).people(name))


def test_one_tuple_for_each_quote() -> None:
    assert Resolver(read("It rains."), REGISTRY).speakers([]) == []

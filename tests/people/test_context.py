"""What else a report says, and whom a surname alone, or a common name, means there."""

from __future__ import annotations

import pytest

from onrecord.curated import default_directory, load_curated
from onrecord.models import Article, Source, Span
from onrecord.people.registry import Registry
from onrecord.people.resolve import Resolver

ID = "news-rain"


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry(load_curated(default_directory()).people.values())


def read(text: str, day: str | None) -> Article:
    source = Source("https://news.example/rain", "news", published=day)
    return Article(ID, source, "", text, (Span(0, len(text)),))


# the report, its day, the name of a speaker, whom it means; `in news-rain` is a stranger of it
MEANT: list[tuple[str, str | None, str, list[str]]] = [
    # a common surname asks for the whole name, or the office held that day
    ("WALLACE: We had a good third quarter against Denver.", "2022-05-01", "WALLACE",
     ["wallace-in-news-rain"]),
    ("Wallace said the pitch in Leeds was wet. Britain lost.", "2022-05-01", "Wallace",
     ["wallace-in-news-rain"]),
    ("Ben Wallace flew to Kyiv. Britain would help, Wallace said.", "2022-05-01", "Wallace",
     ["ben-wallace"]),
    ("Defence Secretary Wallace said the tanks were on their way.", "2022-05-01", "Wallace",
     ["ben-wallace"]),
    ("Wallace, the British defence secretary, spoke of tanks.", "2022-05-01", "Wallace",
     ["ben-wallace"]),
    ("Defence Secretary Wallace opened the bridge.", "2015-05-01", "Wallace",
     ["wallace-in-news-rain"]),
    ("Former defence secretary Wallace opened the bridge.", "2025-05-01", "Wallace",
     ["ben-wallace"]),
    ("Mr Wallace said it was raining.", "2022-05-01", "Mr Wallace", ["wallace-in-news-rain"]),
    ("Billy Bush and Jeb Bush, Billy Bush's cousin, met. George W. Bush, a former president of the"
     " United States, did not come. It rained, Mr Bush said.", "2016-05-01", "Bush",
     ["bush-in-news-rain"]),
    # the whole of a common name, where no country or office speaks for its bearer
    ("Ben Wallace took fifteen rebounds for Detroit.", "2022-05-01", "Ben Wallace",
     ["ben-wallace"]),
    ("Ben Wallace won in Toronto, to the joy of Canadians.", "2022-05-01", "Ben Wallace",
     ["ben-wallace-in-news-rain"]),
    # a rare surname stands, unless the report is about other countries
    ("Zelensky said it would not rain.", "2023-04-20", "Zelensky", ["volodymyr-zelenskyy"]),
    ("In Kyiv, Zelensky said it would not rain.", None, "Zelensky", ["volodymyr-zelenskyy"]),
    ("FICO said scores rose in America.", "2023-04-20", "FICO", ["fico-in-news-rain"]),
    ("Slovakia will not pay, Fico said.", "2023-04-20", "Fico", ["robert-fico"]),
    ("Macron said Ukraine would win the war.", "2023-04-20", "Macron", ["emmanuel-macron"]),
    ("The EU will help Ukraine, Borrell said.", "2023-04-20", "Borrell", ["josep-borrell"]),
    ("In Moscow, Lavrov spoke of Canada.", "2023-04-20", "Lavrov", ["sergey-lavrov"]),
    ("Pavel scored twice against Canada.", "2023-04-20", "Pavel", ["pavel-in-news-rain"]),
    # namesakes: the office of the day, the first name, or both left open
    ("Boris Johnson and Mike Johnson met; Prime Minister Johnson left.", "2021-04-20",
     "Prime Minister Johnson", ["boris-johnson"]),
    ("Prime Minister Johnson spoke in London.", "2021-04-20", "Johnson", ["boris-johnson"]),
    ("In America, Speaker Johnson spoke.", "2024-04-20", "Johnson", ["mike-johnson"]),
    ("In America, Senator Johnson spoke.", "2024-04-20", "Johnson", ["johnson-in-news-rain"]),
    ("Johnson spoke of the United States and Britain.", "2024-04-20", "Johnson", []),
    ("Prime Minister Rasmussen spoke in Copenhagen.", "2016-04-20", "Rasmussen",
     ["lars-lokke-rasmussen"]),
    ("Prime Minister Rasmussen spoke in Copenhagen.", "2008-04-20", "Rasmussen",
     ["anders-fogh-rasmussen"]),
    ("Lars Løkke Rasmussen said so. Denmark agrees, Rasmussen said.", "2024-01-01", "Rasmussen",
     ["lars-lokke-rasmussen"]),
    # bodies of one name: the country before or after it, or the only one in the report
    ("The Foreign Ministry said so.", "2023-04-20", "the Foreign Ministry",
     ["foreign-ministry"]),
    ("Estonia will help, the Foreign Ministry said.", "2023-04-20", "the Foreign Ministry",
     ["mfa-ee"]),
    ("Russia's Foreign Ministry said Ukraine was wrong.", "2023-04-20",
     "Russia's Foreign Ministry", ["mfa-ru"]),
    # one common word means a body where the report has another name of it
    ("NATO met. The alliance said it would help.", "2023-04-20", "The alliance", ["nato"]),
    ("Teachers met. The alliance said it would help.", "2023-04-20", "The alliance", []),
    ("Politico reported rain in Ohio.", "2023-04-20", "Politico", ["politico"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "name", "ids"), MEANT)
def test_whom_a_name_means_there(
    registry: Registry, text: str, day: str | None, name: str, ids: list[str]
) -> None:
    people = Resolver(read(text, day), registry).people(name)
    assert [person.id for person in people] == ids
    assert all(person.is_linked == (person.id in registry.people) for person in people)


def test_a_stranger_keeps_the_name_as_printed(registry: Registry) -> None:
    (stranger,) = Resolver(read("Mr Wallace said it rains.", None), registry).people("Mr Wallace")
    assert (stranger.name, stranger.is_linked) == ("Wallace", False)

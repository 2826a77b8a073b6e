"""Who prints whose text: copies are found, reports of one event are told apart, views refused."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

import pytest

from onrecord.articles import syndication
from onrecord.articles.plain import read_plain
from onrecord.articles.syndication import (
    find_copies,
    own_words,
    with_syndication,
    without_second_views,
)
from onrecord.bench.copies import score
from onrecord.bench.reprints import NOTE, Writer, make_reports, make_scattered
from onrecord.models import Article, Post, Refusal, Source, Span


@pytest.mark.parametrize("seed", [1, 2])
def test_copies_are_tied_and_nothing_else(seed: int) -> None:
    reports = make_reports(60, seed)
    assert score(reports) == (1.0, 1.0)


def test_of_copies_without_their_original_most_are_tied() -> None:
    """Of each event two copies at random: in one pair of seven both were trimmed, and one
    reworded, or added to."""
    events = defaultdict(list)
    for report in make_reports(150, seed=3):
        if report.kind != "agency":
            events[report.text_of].append(report)
    chance = random.Random(5)
    pairs = [chance.sample(copies, 2) for copies in events.values() if len(copies) > 1]
    reports = [report for pair in pairs for report in pair]
    precision, recall = score(reports)
    assert precision == 1.0
    assert recall > 0.9


def test_the_order_of_the_articles_is_nothing() -> None:
    articles = [report.article for report in make_reports(20)]
    groups = find_copies(articles)
    for seed in range(3):
        shuffled = random.Random(seed).sample(articles, len(articles))
        assert find_copies(shuffled) == groups


def test_an_article_is_compared_with_few_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are, and though each ends in the note of its house."""
    compared: list[int] = []
    are_copies = syndication.are_copies

    def count(one: syndication.Print, other: syndication.Print) -> bool:
        compared[-1] += 1
        return are_copies(one, other)

    monkeypatch.setattr(syndication, "are_copies", count)
    for articles in (100, 400):
        compared.append(0)
        groups = find_copies(make_scattered(articles))
        assert sum(map(len, groups)) > 0.4 * articles
    assert compared[0] < 100
    assert compared[1] < 400


def page(number: int, lines: Sequence[str], outlet: str = "a", **known: str) -> Article:
    """Return a captured article; `known` is of its source, and its id and headline."""
    url = known.pop("url", f"https://{outlet}.example/{number}")
    article = read_plain(known.pop("id", f"{outlet}-{number}"), "\n\n".join(lines))
    source = Source(url, outlet, basis="capture")
    return replace(article, source=replace(source, **known))  # type: ignore[arg-type]


TEXT = Writer(1).report(Writer(2).quotations())


def test_the_earliest_gives_the_id() -> None:
    articles = [
        page(1, TEXT),  # nobody knows when: the last
        page(2, TEXT, "b", published="2024-03-05"),
        page(3, TEXT, "c", published="2024-03-05"),
        page(4, TEXT, "d", published="2024-03"),
        page(5, Writer(3).report([]), "e", published="2024-03-01"),
    ]
    groups = find_copies(articles)
    assert groups == (("d-4", "b-2", "c-3", "a-1"),)
    ids = [article.syndication_id for article in with_syndication(articles, groups)]
    assert ids == ["d-4", "d-4", "d-4", "d-4", None]
    # one of them taken down, then all but one
    assert with_syndication(articles[:3], groups)[0].syndication_id == "b-2"
    assert with_syndication(articles[:1], groups)[0].syndication_id is None


def test_a_digest_is_never_tied() -> None:
    digest = replace(page(2, TEXT), source=Source("https://b.example/2", "b", basis="digest"))
    assert find_copies([page(1, TEXT), digest]) == ()


def test_a_speech_in_two_reports_makes_no_copy() -> None:
    speech = ["“" + Writer(8).paragraph() + "”" for _ in range(12)]
    one, other = ([*Writer(seed).report([])[:3], *speech] for seed in (4, 5))
    assert find_copies([page(1, one), page(2, other, "b")]) == ()


def test_what_is_told_in_next_to_no_words_proves_nothing() -> None:
    lines = ["Ada Lind spoke to the council on Monday evening.", *Writer(1).quotations()]
    assert find_copies([page(1, lines), page(2, lines, "b")]) == ()


def test_own_words_are_neither_quoted_nor_of_a_post() -> None:
    lines = [
        "The mayor said “we will not wait” and left.",
        "Dry feet at last, says everyone.",
        "— Ann Lee (@annlee) May 3, 2024",
        "The boats went out.",
    ]
    found = [stretch.strip() for stretch in own_words(page(1, lines))]
    assert [stretch for stretch in found if stretch] == [
        "The mayor said",
        "and left.",
        "The boats went out.",
    ]


def test_a_post_that_the_markup_shows_is_nobodys_report() -> None:
    article = page(1, ["Boats went out.", "Dry feet at last.", "Ann Lee", "They came back."])
    start = article.text.index("Dry")
    post = Post(Span(start, article.text.index("They")), "Ann Lee", "annlee", None, None)
    found = own_words(replace(article, posts=(post,)))
    assert found == ["Boats went out.", "They came back."]


NOTED = [*TEXT, NOTE.format(outlet="A")]
SHARE = "Copy the link to this page and send it to a friend."
BULLETIN = "Lorries at the gate: {}. Ships: 12. Ferries: 4. Water over the sill: 31 centimetres."


def views(*pages: Article, named: Collection[str] = ()) -> tuple[list[str], list[Refusal]]:
    """Return the ids of those that are read, and the refusals of the others."""
    kept, refusals = without_second_views(pages, find_copies(pages), named)
    return [article.id for article in kept], refusals


def test_a_second_page_with_the_text_is_refused() -> None:
    first = page(1, NOTED, url="https://a.example/boats")
    second = page(2, [*NOTED, SHARE], url="https://a.example/boats?print=1")
    kept, refusals = views(second, first)
    assert kept == ["a-1"]
    assert refusals == [
        Refusal(
            "https://a.example/boats?print=1",
            "near-duplicate",
            "prints the same text as https://a.example/boats, which is a-1",
        )
    ]


DAY = {"published": "2024-03-05"}


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ({"published": "2024-03-06"}, {"published": "2024-03-05"}, ["a-2"]),
        ({}, {"published": "2024-03-05"}, ["a-2"]),
        ({"url": "https://a.example/x?view=all"}, {"url": "https://a.example/print/x"}, ["a-2"]),
        (
            {"url": "https://a.example/print/x", **DAY},
            {"url": "https://a.example/x", **DAY},
            ["a-2"],
        ),
        ({"url": "https://a.example/y"}, {"url": "https://a.example/x"}, ["a-1"]),
    ],
)
def test_the_first_and_plainest_of_two_views_is_kept(
    one: dict[str, str], other: dict[str, str], kept: list[str]
) -> None:
    assert views(page(1, TEXT, **one), page(2, TEXT, **other))[0] == kept
    assert views(page(2, TEXT, **other), page(1, TEXT, **one))[0] == kept


def test_what_people_wrote_about_is_kept() -> None:
    first, second, third = (page(number, TEXT) for number in (1, 2, 3))
    assert views(first, second, third, named={"a-2"})[0] == ["a-2"]
    assert views(first, second, replace(third, summary="Ours."))[0] == ["a-3"]
    assert views(first, replace(second, summary="Ours."), third, named={"a-3"})[0] == ["a-2", "a-3"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(page(2, NOTED, "b"), id="another outlet"),
        pytest.param(page(2, NOTED[:-2]), id="trimmed"),
        pytest.param(page(2, [*Writer(9).report([])[:2], *NOTED]), id="added to"),
    ],
)
def test_other_copies_are_read(other: Article) -> None:
    first = page(1, NOTED)
    assert views(first, other) == ([first.id, other.id], [])
    assert find_copies([first, other]) == ((first.id, other.id),)


def test_a_bulletin_is_another_every_day() -> None:
    days = [page(number, [*TEXT, BULLETIN.format(number)]) for number in (211, 305)]
    assert views(*days) == (["a-211", "a-305"], [])

from __future__ import annotations

import re

import pytest

from onrecord.models import Article, Attribution, Kind, Mention, Quote, Source, Span
from onrecord.quotes.repeats import drop_repeats

# quotes stand between « and »; a ° after one says that its source is not named.
# What is left is given by the first words of each and the line it stands on.
CASES = [
    # the whole sentence stands twice
    ("«We won,» she said.\n«We won,» she said.", ["0 We won,"]),
    # the second time with a word more
    ("The mayor of Norstad called it «a show» again.\n"
     "The mayor of old Norstad called it «a show» again.",
     ["0 a show"]),
    # said twice, in two sentences
    ("The mayor called the plan «a show».\nLater he spoke of «a show» that nobody ordered.",
     ["0 a show", "1 a show"]),
    # a pull quote before the sentence that names the speaker
    ("«We are going to win this, be sure,»°\n«We are going to win this, be sure,» said the mayor.",
     ["1 We are going"]),
    ("«We are going to win this, be sure,» he said.\n«We are going to win this, be sure,»°",
     ["0 We are going"]),
    # case and punctuation are the printer's
    ("«We won» – she said.\n“«WE WON!»” she said.", ["0 We won"]),
    # a word changed inside the words is another report of them
    ("«We won,» she said.\n«We lost,» she said.", ["0 We won,", "1 We lost,"]),
]  # fmt: skip


def read(marked: str, kind: Kind = "direct") -> tuple[Article, list[Quote]]:
    """Return the article and quotes of a marked text, each line one sentence."""
    text, quotes, line_start = "", [], 0
    for line in marked.splitlines(keepends=True):
        plain = re.sub("[«»°]", "", line)
        sentence = Span(line_start, line_start + len(plain.rstrip()))
        for found in re.finditer("«(.*?)»(°?)", line):
            start = line_start + len(re.sub("[«»°]", "", line[: found.start()]))
            span = Span(start, start + len(found[1]))
            mention = None if found[2] else Mention(sentence, "she", "pronoun", "Ann Lee")
            said = Attribution(mention, None, "a-rule", 0.9)
            quotes.append(Quote(kind, "body", "spoken", found[1], span, 0, sentence, said))
        text += plain
        line_start += len(plain)
    return Article("a", Source("https://a.example/", "a"), "", text, ()), quotes


def lines(article: Article, quotes: list[Quote]) -> list[str]:
    """Return for each quote its line's number and its first words."""
    number = (article.text.count("\n", 0, quote.span.start) for quote in quotes)
    return [f"{n} {' '.join(q.text.split()[:3])}" for n, q in zip(number, quotes, strict=True)]


@pytest.mark.parametrize(("marked", "left"), CASES)
def test_repeats(marked: str, left: list[str]) -> None:
    article, quotes = read(marked)
    assert lines(article, drop_repeats(quotes, article)) == left


def test_nearly_the_same_paraphrase_is_one() -> None:
    one, two = "the old bridge would be rebuilt by May", "the bridge would be rebuilt by May"
    article, quotes = read(f"She said «{one}».\nShe said «{two}».", "indirect")
    assert len(drop_repeats(quotes, article)) == 1


def test_headline_and_body_are_two_reports() -> None:
    article, (quote, again) = read("«We won,» she said.\n«We won,» she said.")
    both = [Quote("direct", "headline", "spoken", quote.text, quote.span, 0, quote.sentence,
                  quote.attribution), again]  # fmt: skip
    assert drop_repeats(both, article) == both


def test_an_inner_quote_still_points_at_its_outer_one() -> None:
    twice = "«We won,» she said.\n" * 2
    article, quotes = read(twice + "«He told me never to go there,» she said.\n«never»")
    quotes[3] = Quote("mixed", "body", "spoken", "never", quotes[3].span, 0, quotes[3].sentence,
                      quotes[3].attribution, inside=2)  # fmt: skip
    left = drop_repeats(quotes, article)
    assert [quote.inside for quote in left] == [None, None, 1]
    assert left[1].text.startswith("He told me")

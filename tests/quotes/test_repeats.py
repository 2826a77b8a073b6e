from __future__ import annotations

import re
import time

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


def statement(words: str, text: str, mention: Span) -> Quote:
    """Return the indirect statement of these words of the text, its source named at `mention`."""
    span = Span(text.index(words), text.index(words) + len(words))
    who = Mention(mention, text[mention.start : mention.end], "name", None)
    whole = Span(0, len(text))
    said = Attribution(who, None, "statement", 0.9)
    return Quote("indirect", "body", "unknown", words, span, 0, whole, said)


LEE_SAID = "Lee said she would warn Poe that the bridge was closed, and Poe said it was open."
LEE, POE = Span(0, 3), Span(60, 63)
NESTED = [
    # of two of one source the outer one says it all, wherever the inner one stands in it
    (["she would warn Poe that the bridge was closed", "the bridge was closed"], LEE, 1),
    (["she would warn Poe that the bridge was closed", "she would warn Poe"], LEE, 1),
    (["she would warn Poe that the bridge was closed", "warn Poe that the bridge"], LEE, 1),
    # side by side, or one reaching out of the other, they are two
    (["she would warn Poe", "the bridge was closed"], LEE, 2),
    (["she would warn Poe that the bridge", "the bridge was closed"], LEE, 2),
    # another source said the inner one
    (["she would warn Poe that the bridge was closed", "the bridge was closed"], POE, 2),
]


@pytest.mark.parametrize(("words", "second", "left"), NESTED)
def test_a_statement_inside_another_of_its_source(
    words: list[str], second: Span, left: int
) -> None:
    article = Article("a", Source("https://a.example/", "a"), "", LEE_SAID, ())
    mentions = (LEE, second)
    quotes = [statement(w, LEE_SAID, at) for w, at in zip(words, mentions, strict=True)]
    # read in the order of their ends, of two with one end the inner first
    quotes.sort(key=lambda quote: (quote.span.end, -quote.span.start))
    kept = drop_repeats(quotes, article)
    assert len(kept) == left
    assert words[0] in [quote.text for quote in kept]


# many: said once each, with the same beginning, the same words in many sentences, one sentence
MANY: list[tuple[Kind, str, int]] = [
    ("indirect", "She said «{0} was {0} of {0}».", 5000),
    ("indirect", "She said «the bridge {0} was {0} of {0}».", 5000),
    ("direct", "{0} of {0} on {0} said «yes».", 5000),
    ("direct", "She said «the bridge is open».", 1),
]


@pytest.mark.parametrize(("kind", "line", "left"), MANY)
def test_many_quotes_cost_their_number_and_not_its_square(kind: Kind, line: str, left: int) -> None:
    article, quotes = read("\n".join(line.format(f"n{n}") for n in range(5000)), kind)
    started = time.process_time()
    assert len(drop_repeats(quotes, article)) == left
    # 0.1 to 1.5 s measured; 64 s and more where each is compared with all before it
    assert time.process_time() - started < 10


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

"""A dataset of any size, shaped like the real one: for measuring, and for looking at the site.

People, outlets, topics and events are the real ones; the words are strung together from our own
marked texts and mean nothing, nobody said them. Few people say most, few outlets print most,
months are uneven, one utterance in four is printed again, trimmed or reworded. The same size gives
the same dataset.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import Generic, TypeVar

from onrecord.curated import default_directory, load_curated
from onrecord.evaluate.gold import read_gold
from onrecord.ids import quote_id
from onrecord.models import (
    Article,
    Attribution,
    Candidate,
    Cue,
    Curated,
    Dataset,
    Dating,
    Kind,
    Mention,
    Quote,
    Source,
    Span,
    Statement,
    Utterance,
    Variant,
)
from onrecord.quotes.rules import RULES
from onrecord.utterances.date_rules import DATE_RULES
from onrecord.utterances.differences import compare

T = TypeVar("T")

FIRST_DAY = date(2014, 2, 20)
DAYS = 4300
QUOTES_AN_ARTICLE = 8
PRINTED_AGAIN = 0.25
LINE = "“{}” he said on Monday."
KINDS: tuple[Kind, ...] = ("direct", "direct", "mixed", "mixed", "indirect", "indirect", "indirect")
CHANGES = ("none", "trimmed", "reworded")
RULE_IDS = tuple(rule.id for rule in RULES)
DATE_RULE_IDS = tuple(rule.id for rule in DATE_RULES)
_SIGNS = "“”‘’\"'.,;:!?—–()"


def synthetic_dataset(quotes: int, seed: int = 1) -> Dataset:
    """Return a dataset with so many quotes; the same `quotes` and `seed` give the same one."""
    curated = load_curated(default_directory())
    statements = list(_Maker(curated, random.Random(seed)).statements(quotes))
    articles = {statement.article.id: statement.article for statement, _ in statements}
    return Dataset(
        curated=curated,
        people=tuple(curated.people.values()),
        outlets=tuple(curated.outlets.values()),
        articles=tuple(articles.values()),
        statements=tuple(statement for statement, _ in statements),
        utterances=tuple(_utterances(statements)),
        refusals=(),
        rules=(*RULES, *DATE_RULES),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """Something said, however often it is printed."""

    number: int
    text: str
    kind: Kind
    speaker: str
    day: str
    event: str | None
    topics: tuple[str, ...]


class _Maker:
    """Makes articles and what is said in them from one source of chance."""

    def __init__(self, curated: Curated, chance: random.Random) -> None:
        self.chance = chance
        self.people = _Skewed(list(curated.people), chance)
        self.outlets = _Skewed(list(curated.outlets.values()), chance)
        self.topics = _Skewed(list(curated.topics), chance)
        self.events = _Skewed(list(curated.events), chance)
        self.days = _Skewed([FIRST_DAY + timedelta(days) for days in range(DAYS)], chance, 0.3)
        marked = read_gold(default_directory() / "gold" / "articles")
        self.words = _Chain((article.text for article in marked), chance)
        self.said: list[_Said] = []

    def statements(self, quotes: int) -> Iterator[tuple[Statement, int]]:
        """Yield each statement with the number of what it reports."""
        for number, first in enumerate(range(0, quotes, QUOTES_AN_ARTICLE)):
            day = self.days.draw().isoformat()
            told = [self._told(day) for _ in range(first, min(first + QUOTES_AN_ARTICLE, quotes))]
            article = self._article(number, day, [text for _, text in told])
            for place, (said, text) in enumerate(told):
                yield self._statement(article, place, said, text), said.number

    def _told(self, day: str) -> tuple[_Said, str]:
        """Return something said and how it is printed: new, or one more report of what was."""
        if self.said and self.chance.random() < PRINTED_AGAIN:
            said = self.chance.choice(self.said[-500:])
            return said, self._reported(said.text)
        said = _Said(
            number=len(self.said),
            text=self.words.sentence(self._length()),
            kind=self.chance.choice(KINDS),
            speaker=self.people.draw(),
            day=day,
            event=self.events.draw() if self.chance.random() < 0.2 else None,
            topics=tuple(sorted({self.topics.draw() for _ in range(self.chance.randrange(3))})),
        )
        self.said.append(said)
        return said, said.text

    def _article(self, number: int, day: str, texts: Sequence[str]) -> Article:
        outlet = self.outlets.draw()
        source = Source(
            url=f"{outlet.url.rstrip('/')}/{number:x}",
            outlet_id=outlet.id,
            published=day,
            published_precision="day",
            published_from="json-ld",
            basis="capture",
            capture_sha256=f"{number:064x}",
        )
        lines = [LINE.format(text) for text in texts]
        starts = accumulate((len(line) + 1 for line in lines), initial=0)
        spans = tuple(
            Span(start, start + len(line)) for start, line in zip(starts, lines, strict=False)
        )
        id_ = f"{outlet.id}-{day}-{number:x}"
        return Article(id_, source, self.words.sentence(9), "\n".join(lines), spans)

    def _statement(self, article: Article, place: int, said: _Said, text: str) -> Statement:
        line = article.paragraphs[place]
        return Statement(
            id=quote_id(article.id, "body", text, place + 1),
            article=article,
            quote=Quote(
                kind=said.kind,
                part="body",
                medium="spoken",
                text=text,
                span=Span(line.start + 1, line.start + 1 + len(text)),
                turn=place,
                sentence=line,
                attribution=self._attribution(line.end),
            ),
            speaker_ids=(said.speaker,),
            dating=Dating(
                said.day, said.day, "day", "on Monday", self.chance.choice(DATE_RULE_IDS)
            ),
            event_id=said.event,
            topic_ids=said.topics,
            candidate_ids=(said.speaker,),
        )

    def _length(self) -> int:
        """Return how many words a quote has: twelve in the middle, a few with more than forty."""
        return min(80, 1 + int(self.chance.lognormvariate(2.5, 0.7)))

    def _reported(self, text: str) -> str:
        """Return words as another report prints them: the same, trimmed, or one of them changed."""
        words = text.split()
        how = self.chance.choice(CHANGES)
        if how == "trimmed" and len(words) > 6:
            return " ".join(words[: self.chance.randrange(4, len(words))])
        if how == "reworded" and len(words) > 3:
            words[self.chance.randrange(len(words))] = self.words.sentence(1).lower()
        return " ".join(words)

    def _attribution(self, end: int) -> Attribution:
        """Return who said it, in the words at the end of a LINE."""
        mention = Mention(Span(end - 18, end - 16), "he", "pronoun", None)
        probability = round(1 - self.chance.random() ** 2 * 0.4, 3)
        return Attribution(
            mention=mention,
            cue=Cue(Span(end - 15, end - 11), "said", "speech"),
            rule_id=self.chance.choice(RULE_IDS),
            probability=probability,
            candidates=(Candidate(mention, probability, "it stands before the cue"),),
        )


class _Skewed(Generic[T]):
    """Draws from a list, the first much oftener than the last, in an order made by chance."""

    def __init__(self, values: list[T], chance: random.Random, exponent: float = 1.0) -> None:
        self.values = chance.sample(values, len(values))
        self.chance = chance
        weights = (1 / rank**exponent for rank in range(1, len(values) + 1))
        self.sums = list(accumulate(weights))

    def draw(self) -> T:
        return self.values[bisect(self.sums, self.chance.random() * self.sums[-1])]


class _Chain:
    """Strings words together as they follow one another in marked texts."""

    def __init__(self, texts: Iterable[str], chance: random.Random) -> None:
        self.chance = chance
        self.after: dict[str, list[str]] = defaultdict(list)
        for text in texts:
            words = (word.strip(_SIGNS) for word in text.split())
            for word, following in pairwise(word for word in words if word.isalpha()):
                self.after[word].append(following)
        self.starts = sorted(word for word in self.after if word[0].isupper())

    def sentence(self, length: int) -> str:
        words = [self.chance.choice(self.starts)]
        while len(words) < length:
            following = self.after.get(words[-1])
            words.append(self.chance.choice(following or self.starts))
        return " ".join(words)


def _utterances(statements: Sequence[tuple[Statement, int]]) -> Iterator[Utterance]:
    """Yield the utterances, each with the variants that its number gathers."""
    reports: dict[int, list[Statement]] = defaultdict(list)
    for statement, number in statements:
        reports[number].append(statement)
    for members in reports.values():
        first = members[0]
        yield Utterance(
            id=first.id,
            speaker_id=first.speaker_ids[0],
            text=first.quote.text,
            dating=first.dating,
            event_id=first.event_id,
            variants=tuple(_variant(member, first) for member in members),
        )


def _variant(member: Statement, first: Statement) -> Variant:
    relation, similarity, _ = compare(first.quote.text, member.quote.text)
    return Variant(member.id, relation, similarity)

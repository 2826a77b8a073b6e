"""Made-up statements in any number, with the truth about which are reports of one saying.

They are uneven as news is: few speakers speak most and have phrases they repeat; agencies are
printed word for word by ten outlets; others cut, tidy up, and put fragments into headlines; some
days are not told, some statements are joint, some a spokesperson's. The sentences follow the words
of given texts, as one word follows another there, with a long tail of rare ones.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import onrecord.utterances
from onrecord.models import (
    Article,
    Attribution,
    Dating,
    Kind,
    Part,
    Person,
    Position,
    Quote,
    Source,
    Span,
    Statement,
)

SPEAKERS, OUTLETS, RARE_WORDS = 2_000, 300, 150_000
PHRASES = 40  # that one speaker repeats
SYNDICATED = 10  # outlets that print an agency's report
_FIRST, _DAYS = date(2014, 1, 1), 3650
_SHORTEST, _LONGEST = 4, 40  # words of a sentence
_SPOKEN_FOR = 20  # each so manieth speaker is the spokesperson of a body
_LITTLE = frozenset("the that very also".split())
# so many outlets cover an event: half of all have one reporter only
_COVERAGE = [1] * 10 + [2] * 4 + [3] * 2 + [5] * 2 + [SYNDICATED] * 2
_ALIKE = Path(onrecord.utterances.__file__).with_name("alike.txt")
_TIDIED = {
    "we will": "we'll",
    "it is": "it's",
    "do not": "don't",
    "cannot": "can't",
    "that is": "that's",
    "they are": "they're",
    "I have": "I've",
}

Words = list[str]


@dataclass(frozen=True, slots=True)
class Sayings:
    """Statements, for each the number of the saying it reports, and who speaks for whom."""

    statements: list[Statement]
    truth: list[int]
    people: list[Person]


@dataclass(frozen=True, slots=True)
class _Event:
    """One speaker, or two, on one day: what they say, with the numbers of the sayings."""

    speaker: int
    others: tuple[str, ...]
    day: date
    sayings: list[tuple[int, list[Words]]]


@dataclass(frozen=True, slots=True)
class _Printed:
    """Words of one saying as an article has them."""

    saying: int
    words: Words
    kind: Kind = "direct"
    part: Part = "body"


def make_sayings(count: int, texts: Sequence[str], seed: int = 7) -> Sayings:
    """Return `count` statements in a random order, worded after `texts`; the same for a seed."""
    chance = random.Random(seed)
    reporter = _Reporter(_Speech(texts, chance), chance)
    told: list[tuple[Statement, int]] = []
    while len(told) < count:
        told += reporter.event()
    told = told[:count]
    chance.shuffle(told)
    return Sayings([one for one, _ in told], [saying for _, saying in told], _people())


def _people() -> list[Person]:
    """Return a spokesperson and a body for each twentieth speaker."""
    people = []
    for number in range(0, SPEAKERS, _SPOKEN_FOR):
        body = Person(f"office-{number}", f"Office {number}", kind="organisation")
        office = Position("Spokesperson", body.id)
        people += [body, Person(f"speaker-{number}", f"Speaker {number}", positions=(office,))]
    return people


class _Speech:
    """Sentences in which words follow each other as they do in some texts."""

    def __init__(self, texts: Sequence[str], chance: random.Random) -> None:
        self._chance = chance
        self._after: dict[str, Words] = defaultdict(list)
        self._starts: Words = []
        for sentence in re.split(r"(?<=\w{3}[.!?])\s+|\n", "\n".join(texts)):
            words = re.findall(r"\w+(?:['’]\w+)?", sentence)
            if len(words) > 3:
                self._starts.append(words[0])
                for one, other in zip(words, [*words[1:], ""], strict=True):
                    self._after[one].append(other)
        self._alike = _alike()

    def sentence(self) -> Words:
        """Return a sentence of four words or more, some of them rare ones."""
        words: Words = []
        while len(words) < _SHORTEST:
            word, words = self._chance.choice(self._starts), []
            while word and len(words) < _LONGEST:
                is_rare = len(word) > 4 and word.islower() and self._chance.random() < 0.2
                words.append(self._rare() if is_rare else word)
                word = self._chance.choice(self._after[word])
        return words

    def _rare(self) -> str:
        """Return a made-up word; some come far more often than others."""
        number = int(RARE_WORDS * self._chance.random() ** 3)
        letters = []
        for place in range(6):
            number, letter = divmod(number, 9)
            letters.append("bdfgklmnr"[letter] if place % 2 else "aeioubdst"[letter])
        return "".join(letters)

    def reworded(self, sentence: Words) -> Words:
        """Return a sentence in other words: contractions, like words, fewer little ones."""
        text = " ".join(sentence)
        for formal, tidy in _TIDIED.items():
            text = text.replace(formal, tidy)
        words = [self._other(word) for word in text.split()]
        kept = [w for w in words if w not in _LITTLE or self._chance.random() < 0.7]
        return kept if kept != sentence else [*sentence, "indeed"]

    def _other(self, word: str) -> str:
        others = self._alike.get(word)
        return self._chance.choice(others) if others and self._chance.random() < 0.5 else word


def _alike() -> dict[str, Words]:
    lines = _ALIKE.read_text(encoding="utf-8").splitlines()
    groups = [line.split() for line in lines if not line.startswith("#")]
    return {word: group for group in groups for word in group}


class _Reporter:
    """Makes events and the reports of them."""

    def __init__(self, speech: _Speech, chance: random.Random) -> None:
        self._speech, self._chance = speech, chance
        self._shares = list(accumulate(1 / (n + 1) for n in range(SPEAKERS)))
        self._phrases: dict[int, list[Words]] = {}
        self._sayings = self._articles = self._statements = 0

    def event(self) -> Iterator[tuple[Statement, int]]:
        """Yield the reports of what is said on one occasion, each with its saying's number."""
        event = self._event()
        copies = self._chance.choice(_COVERAGE)
        printed = self._in_full(event)
        for number, outlet in enumerate(self._chance.sample(range(OUTLETS), copies)):
            if number and copies < SYNDICATED:
                printed = self._in_part(event)
            yield from self._article(event, printed, outlet, is_first=not number)

    def _event(self) -> _Event:
        chance = self._chance
        speaker, day = self._speaker(), _FIRST + timedelta(days=chance.randrange(_DAYS))
        sayings = []
        for _ in range(min(6, 1 + int(chance.expovariate(0.5)))):
            self._sayings += 1
            sayings.append((self._sayings, self._saying(speaker)))
        is_joint = chance.random() < 0.02
        others = (f"speaker-{(speaker + 1 + self._speaker()) % SPEAKERS}",) if is_joint else ()
        return _Event(speaker, others, day, sayings)

    def _speaker(self) -> int:
        return self._chance.choices(range(SPEAKERS), cum_weights=self._shares)[0]

    def _saying(self, speaker: int) -> list[Words]:
        """Return one to four sentences; a phrase the speaker repeats may be one, or all of them."""
        if speaker not in self._phrases:
            self._phrases[speaker] = [self._speech.sentence()[:9] for _ in range(PHRASES)]
        phrase = self._chance.choice(self._phrases[speaker])
        if self._chance.random() < 0.1:
            return [phrase]
        sentences = [self._speech.sentence() for _ in range(self._chance.choice((1, 1, 2, 3)))]
        return [*sentences, phrase] if self._chance.random() < 0.1 else sentences

    def _in_full(self, event: _Event) -> list[_Printed]:
        printed = [_Printed(n, _joined(sentences)) for n, sentences in event.sayings]
        return self._with_headline(printed)

    def _in_part(self, event: _Event) -> list[_Printed]:
        """Return what another reporter makes of the event: some of it, cut, or in other words."""
        kept = [one for one in event.sayings if self._chance.random() < 0.6] or event.sayings[:1]
        return self._with_headline([self._retold(number, said) for number, said in kept])

    def _retold(self, number: int, sentences: list[Words]) -> _Printed:
        way = self._chance.random()
        if way < 0.4:
            return _Printed(number, _joined(sentences))
        if way < 0.6:
            return _Printed(number, _joined([*map(self._speech.reworded, sentences)]))
        if way < 0.8:
            return _Printed(number, _joined([self._chance.choice(sentences)]))
        return _Printed(number, self._fragment(self._chance.choice(sentences), 12), "mixed")

    def _with_headline(self, printed: list[_Printed]) -> list[_Printed]:
        if self._chance.random() < 0.7:
            return printed
        topic = self._chance.choice(printed)
        words = self._fragment(" ".join(topic.words).split(". ")[0].split(), 6)
        return [_Printed(topic.saying, words, "mixed", "headline"), *printed]

    def _fragment(self, words: Words, longest: int) -> Words:
        """Return a stretch of three words or more that opens and closes with no little word."""
        starts = [at for at, word in enumerate(words[:-2]) if len(word) > 3] or [0]
        start = self._chance.choice(starts)
        ends = [at for at in range(start + 3, len(words) + 1) if len(words[at - 1]) > 3]
        return words[start : self._chance.choice(ends[:longest] or [len(words)])]

    def _article(
        self, event: _Event, printed: list[_Printed], outlet: int, *, is_first: bool
    ) -> Iterator[tuple[Statement, int]]:
        self._articles += 1
        published = event.day + timedelta(days=self._chance.randrange(2))
        article = Article(
            id=f"outlet-{outlet}-{published}-{self._articles}",
            source=Source(
                f"https://outlet-{outlet}.example/{self._articles}",
                f"outlet-{outlet}",
                published.isoformat(),
                "day",
            ),
            headline="",
            text="",
            paragraphs=(),
        )
        speakers, dating = self._named(event, is_first=is_first), self._dating(event.day)
        for place, one in enumerate(printed):
            self._statements += 1
            statement = _statement(article, one, place, dating)
            yield (
                replace(statement, id=f"{self._statements:012x}", speaker_ids=speakers),
                one.saying,
            )

    def _named(self, event: _Event, *, is_first: bool) -> tuple[str, ...]:
        """Return whom an article names: of two perhaps one, for a spokesperson perhaps the body."""
        speaker = f"speaker-{event.speaker}"
        if event.speaker % _SPOKEN_FOR == 0 and self._chance.random() < 0.4:
            speaker = f"office-{event.speaker}"
        if not is_first and event.others and self._chance.random() < 0.3:
            return event.others
        return (speaker, *event.others)

    def _dating(self, day: date) -> Dating:
        """Return the dating of an article's quotes: the day, none, or three days with it."""
        way = self._chance.random()
        if way < 0.2:
            return Dating(None, None, "unknown", None, "no-day")
        if way < 0.25:
            start = day - timedelta(days=2)
            return Dating(start.isoformat(), day.isoformat(), "range", "this week", "sentence")
        return Dating(day.isoformat(), day.isoformat(), "day", "on the day", "sentence")


def _joined(sentences: list[Words]) -> Words:
    """Return the words of sentences in a row, each closed by a stop."""
    return [word for words in sentences for word in (*words[:-1], f"{words[-1]}.")]


def _statement(article: Article, printed: _Printed, place: int, dating: Dating) -> Statement:
    text = " ".join(printed.words)
    span = Span(place * 1000, place * 1000 + len(text))
    return Statement(
        id="",
        article=article,
        quote=Quote(
            kind=printed.kind,
            part=printed.part,
            medium="spoken",
            text=text,
            span=span,
            turn=place,
            sentence=span,
            attribution=Attribution(None, None, "made-up", 1.0),
        ),
        speaker_ids=(),
        dating=dating,
    )

"""Made-up reports of which it is known who copied whom, in any number.

An event has one agency report, copies of it in other outlets, and reports that others wrote
themselves with the same quotations. Every sentence is put together from the pieces below. For the
cost among very many, where so few pieces would make all alike, there are texts of random words.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate

from onrecord.articles.plain import read_plain
from onrecord.models import Article, Source

SUBJECTS = (
    "The harbour master;Her deputy;Fishermen from the north pier;A crane driver;The port's owners"
    ";Two town councillors;Residents of the old quay;The ferry company;A retired pilot"
    ";Engineers from the capital;The minister's office;Union members;The fire brigade"
    ";Students at the maritime school;An insurer;Lorry drivers;The mayor;Divers;Market traders"
    ";A surveyor;The coast guard;Three families;The builders;Its chief accountant;Customs officers"
).split(";")
VERBS = (
    "had asked for;were still waiting for;turned down;paid for;have long wanted;argued about"
    ";took photographs of;spent the morning with;promised to mend;could not explain"
    ";voted against;showed visitors;measured;lost sight of;brought along;kept quiet about"
    ";handed over;were surprised by;put off;carried away;came back with;looked after;sold;doubted"
).split(";")
OBJECTS = (
    "a second ferry;the broken lift;{n} tonnes of grain;new lamps along the mole"
    ";the winter timetable;a list of {n} names;the oldest warehouse;an empty container"
    ";the dredging plans"
    ";{n} metres of steel rope;a letter from the ministry;the disputed bill;both tugboats"
    ";the damaged gate;a map of the seabed;{n} crates of herring;the night shift;its own report"
    ";a loan of {n} million crowns;the flooded cellar;some of the evidence;the signal mast"
).split(";")
TAILS = (
    "before the tide turned;in spite of the rain;for the third time this year;without a word"
    ";as the bells rang;although nobody had asked;behind closed doors;until late in the evening"
    ";according to the minutes;on the far side of the basin;under the eyes of the police"
    ";since the storm in {month};while the cranes stood still;with hardly a day's notice"
    ";because the pumps had failed;at the expense of the town;after a long silence"
    ";as they had in {month};near the customs house;to the dismay of the shopkeepers"
).split(";")
SPOKEN = (
    "We will not wait for another winter;Nobody here wants to close the port;I have read every page"
    ";The sea does not care about our budget;You can count on me until the last stone is laid"
    ";It was the right thing to do and I would do it again;My father built half of this wall"
    ";There is money for it if we ask together;Let them come and see the cracks for themselves"
    ";What we need is patience and a great deal of concrete;I never promised a bridge"
    ";The boats will go out on Monday whatever happens;This is a small town with a long memory"
).split(";")
SPEAKERS = ("Ada Lind", "Bo Ek", "Cy Holm", "Di Strand", "Ev Nyberg")
MONTHS = "January March April June August October November".split()
NOTE = (
    "The {outlet} is paid for by its readers. Our newsroom follows the coast every day of the week,"
    " and we answer letters from everyone who writes to us."
)
_DAY = date(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class Report:
    """An article and whose text it prints: equal for two only where one copied the other."""

    article: Article
    text_of: str
    kind: str


Lines = list[str]


class Writer:
    """Writes reports; the same seed writes the same ones."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def sentence(self) -> str:
        """Return a sentence of the reporter's own."""
        pieces = (self.chance.choice(pool) for pool in (SUBJECTS, VERBS, OBJECTS, TAILS))
        return (" ".join(pieces) + ".").format(
            n=self.chance.randint(2, 99), month=self.chance.choice(MONTHS)
        )

    def paragraph(self) -> str:
        """Return two or three sentences."""
        return " ".join(self.sentence() for _ in range(self.chance.randint(2, 3)))

    def quotations(self) -> Lines:
        """Return what somebody said, several sentences of it to a paragraph."""
        speaker = self.chance.choice(SPEAKERS)
        said = self.chance.sample(SPOKEN, 8)
        pairs = zip(said[::2], said[1::2], strict=True)
        return [f"“{one}. {other},” {speaker} said." for one, other in pairs]

    def report(self, quotations: Lines) -> Lines:
        """Return a report of eight paragraphs of its own, the quotations among them."""
        lines = [self.paragraph() for _ in range(8)]
        for quotation in quotations:
            lines.insert(self.chance.randint(1, len(lines)), quotation)
        return lines

    def reworded(self, lines: Lines) -> Lines:
        """Return the lines as a subeditor leaves them: one word in fifteen another, or gone."""
        return [" ".join(filter(None, map(self._edited, line.split()))) for line in lines]

    def _edited(self, word: str) -> str:
        if self.chance.random() > 1 / 15:
            return word
        return self.chance.choice(["", "yesterday", "reportedly", word + " also"])

    def trimmed(self, lines: Lines) -> Lines:
        """Return the first six of ten lines."""
        return lines[: len(lines) * 6 // 10]

    def added(self, lines: Lines) -> Lines:
        """Return the lines with three paragraphs more, at the end and in the middle."""
        more = [*lines, self.paragraph(), self.paragraph()]
        more.insert(len(lines) // 2, self.paragraph())
        return more

    def copies(self) -> dict[str, Callable[[Lines], Lines]]:
        """Return the ways to copy a text."""
        return {
            "as it is": lambda lines: lines,
            "reworded": self.reworded,
            "trimmed": self.trimmed,
            "added": self.added,
            "reworded, trimmed": lambda lines: self.reworded(self.trimmed(lines)),
            "trimmed, added": lambda lines: self.added(self.trimmed(lines)),
            "reworded, trimmed, added": lambda lines: self.added(
                self.reworded(self.trimmed(lines))
            ),
        }

    def retold(self, lines: Lines, quotations: Lines) -> Lines:
        """Return another's report of the event: the quotations, one sentence taken over."""
        own = self.report(quotations)
        return [f"{own[0]} {lines[0].partition('. ')[0]}.", *own[1:]]


def make_reports(events: int, seed: int = 7) -> list[Report]:
    """Return the reports of so many events: eleven of each."""
    writer = Writer(seed)
    return [report for number in range(events) for report in _event(writer, number)]


def make_scattered(count: int, seed: int = 11) -> list[Article]:
    """Return so many articles of random words in fifty outlets; three in ten are copies, cut, and
    each ends with the note of its house.
    """
    chance = random.Random(seed)
    words = [f"word{number}" for number in range(30_000)]
    weights = list(accumulate(1 / (number + 10) for number in range(len(words))))
    recent: deque[list[str]] = deque(maxlen=200)
    return [_scattered(number, chance, words, weights, recent) for number in range(count)]


def _scattered(
    number: int,
    chance: random.Random,
    words: Sequence[str],
    weights: Sequence[float],
    recent: deque[list[str]],
) -> Article:
    if recent and chance.random() < 0.3:
        text = chance.choice(recent)[: chance.randint(200, 350)]
    else:
        text = chance.choices(words, cum_weights=weights, k=350)
        recent.append(text)
    outlet = f"outlet{chance.randrange(50)}"
    lines = [" ".join(text[start : start + 35]) for start in range(0, len(text), 35)]
    source = Source(f"https://{outlet}.example/{number}", outlet, basis="capture")
    article = read_plain(str(number), "\n".join([*lines, NOTE.format(outlet=outlet)]))
    return replace(article, source=source)


def _event(writer: Writer, number: int) -> list[Report]:
    quotations = writer.quotations()
    agency = writer.report(quotations)
    printed = {kind: copy(agency) for kind, copy in writer.copies().items()}
    reports = [_report(number, "agency", agency, "agency")]
    reports += [_report(number, kind, lines, "agency") for kind, lines in printed.items()]
    for kind in ("retold", "retold again"):
        reports.append(_report(number, kind, writer.retold(agency, quotations), kind))
    bulletin = [_bulletin(writer, number)]
    return [*reports, _report(number, "bulletin", bulletin, "bulletin")]


def _bulletin(writer: Writer, number: int) -> str:
    """Return a bulletin that is the same every day but for its figures."""
    figures = [str(writer.chance.randint(100, 999)) for _ in range(6)]
    return (
        "Ships in port this morning: {}. Tonnes landed since yesterday: {}. Waiting in the roads"
        " outside the harbour: {}. Lorries that passed the gate between midnight and noon: {}."
        " Passengers on the early ferry to the islands: {}. Water over the sill at high tide, in"
        " centimetres: {}. The next bulletin of the port authority comes at the same hour tomorrow."
    ).format(*figures)


def _report(number: int, kind: str, lines: Lines, text_of: str) -> Report:
    outlet = kind.replace(", ", "-").replace(" ", "-")
    day = (_DAY + timedelta(days=number % 900, weeks=0 if kind == "agency" else 1)).isoformat()
    text = "\n\n".join([*lines, NOTE.format(outlet=outlet)])
    article = replace(
        read_plain(f"{outlet}-{day}-{number}", text),
        headline=f"{kind} {number}",
        source=Source(f"https://{outlet}.example/{number}", outlet, day, "day", basis="capture"),
    )
    return Report(article, f"{number} {text_of}", kind)

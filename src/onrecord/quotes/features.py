"""The evidence for each candidate source of a quote, as named features for the ranker.

A feature is a short string: what it says can be read in attribution_weights.tsv beside the weight
it earned. Nothing here decides.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.quotes.cues import CueLink
from onrecord.quotes.lexicon import DOCUMENT_NOUNS, SPEAKING_NOUNS
from onrecord.quotes.marks import Region
from onrecord.quotes.mentions import Phrase
from onrecord.quotes.segment import Frame

# words that a sequence of classes names: cues of plain saying as S, small words as they are
_IN_FULL = dict.fromkeys(("said", "says", "told", "wrote", "added"), "S") | {
    word: word for word in ("that", "to", "as", "of")
}
# words that stay small in a title
_SMALL = frozenset("a an the and or but of in on at to for with from by is as it".split())
# what a title in marks follows: "the book “…”"
_WORKS = frozenset(
    "book film movie song show program programme series documentary novel memoir album anthem play"
    " episode broadcast podcast column article essay titled called entitled radio musical hit"
    " single poem speech paper report game magazine newspaper site website blog".split()
)
_BUCKETS = ("0", "1", "2", "3", "4", "6", "6", "9", "9", "9", "15", "15", "15", "15", "15", "15")


def bucket(distance: int) -> str:
    """Return a distance in tokens as one of nine classes."""
    return _BUCKETS[distance] if distance < 16 else "25" if distance < 26 else "99"


def describe_quote(text: str, frame: Frame, at: int) -> tuple[str, list[str]]:
    """Return the quote's class (f a full sentence, p a part, w one or two words) and features."""
    region: Region = frame.regions[frame.quotes[at]]
    words = text.count(" ", region.start, region.end) + 1
    tags, toks = frame.tags, frame.words
    before = tags[at - 1] if at else "^"
    after = tags[at + 1] if at + 1 < len(tags) else "$"
    first, last = text[region.start], text[region.end - 1]
    starts = at == 0 or frame.sentence[at - 1] != frame.sentence[at]
    capital = first.isupper() or first in "…[.$" or first.isdigit()
    full = capital and (starts or before in ":,V-Q" or last in ".,?!") and words > 2
    kind = "f" if full else "w" if words < 3 else "p"
    out = [
        f"len={min(words, 8)}",
        f"before={before}",
        f"after={after}",
        f"cap={capital:d}|{last if last in '.,?!' else 'w'}",
        f"start={starts:d}",
        f"marks={'s' if region.single else 'd'}{'c' if region.closed else 'o'}",
    ]
    if at:
        out.append("prev=" + toks[at - 1])
    if at + 1 < len(tags):
        out.append("next=" + toks[at + 1])
    if words < 8:
        out += _title_features(text, frame, at, region, words)
    return kind, out


def _title_features(text: str, frame: Frame, at: int, region: Region, words: int) -> list[str]:
    """Return what tells a title or a nickname from words somebody said: capitals, and what the
    marks stand between."""
    inner = text[region.start : region.end].split()
    title = all(w[0].isupper() or w.lower() in _SMALL or not w[0].isalpha() for w in inner)
    # in a headline every word is capitalised, whoever says it
    looks = "h" if frame.is_title else "1" if title and inner[0][0].isupper() else "0"
    before = frame.tags[at - 1] if at else "^"
    after = frame.tags[at + 1] if at + 1 < len(frame.tags) else "$"
    previous = frame.words[at - 1] if at else "^"
    work = previous in _WORKS or (at > 1 and before == "," and frame.words[at - 2] in _WORKS)
    owned = previous.endswith(("'s", "’s"))
    return [
        f"title={looks}|{min(words, 3)}",
        f"title={looks}|before={before}",
        f"title={looks}|previous={previous}",
        f"title={looks}|owned={owned:d}|work={work:d}",
        f"title={looks}|alone={len(frame.tags) == 1:d}|single={region.single:d}",
        f"around={before}{after}|{min(words, 3)}",
    ]


@dataclass(slots=True)
class Target:
    """The quote to be attributed: its token, its class, and how many phrases stand before it."""

    at: int
    kind: str
    rank: int


def describe_candidate(
    frame: Frame, phrases: list[Phrase], links: dict[int, list[CueLink]], target: Target, k: int
) -> list[str]:
    """Return the features of phrase `k` as the source of the quote.

    Their order of use was settled by leaving each out in turn on train: distances in tokens, counts
    of phrases between and the strength of the cue by itself made the ranker no better.
    """
    phrase, at, kind = phrases[k], target.at, target.kind
    tags, words, sentence = frame.tags, frame.words, frame.sentence
    ahead = phrase.first > at
    lo, hi = (at + 1, phrase.first) if ahead else (phrase.last, at)
    apart = abs(sentence[phrase.first] - sentence[at])
    side = ("A" if ahead else "B") + ("3" if apart > 3 else str(apart))
    quotes = min(tags[lo:hi].count("Q"), 2)
    noun = "S" if phrase.head in SPEAKING_NOUNS else "D" if phrase.head in DOCUMENT_NOUNS else "-"
    previous = tags[phrase.first - 1] if phrase.first else "^"
    following = tags[phrase.last] if phrase.last < len(tags) else "$"
    lead = words[phrase.first - 1] if previous == "I" else "-"
    first = k == 0 or sentence[phrases[k - 1].first] != sentence[phrase.first]
    out = [
        kind + side,
        f"{side}|q={quotes}|{kind}",
        f"shape={phrase.shape}{noun}",
        f"{kind}{side}|shape={phrase.shape}",
        "lead=" + lead,
        f"{side}|next={following}|{phrase.shape}",
        f"{side}|prev={previous}|{phrase.shape}",
        f"{side}|prep={lead != '-':d}",
        f"{side}|first={first:d}",
    ]
    if hi - lo < 6:
        out.append(f"{side}|seq={_sequence(frame, lo, hi)}")
    cues = links.get(k)
    if cues is None:
        out.append(f"{kind}{side}|nocue")
        return out
    others = k - target.rank if ahead else target.rank - k - 1
    return out + _cue_features(frame, cues, target, side, f"q={quotes}", min(others, 2))


def _cue_features(  # noqa: PLR0913, PLR0917  # all of it is at hand where it is called
    frame: Frame, cues: list[CueLink], target: Target, side: str, quotes: str, others: int
) -> list[str]:
    """Return what the candidate's cue nearest to the quote says."""
    at, tags = target.at, frame.tags
    cue = cues[0] if len(cues) == 1 else min(cues, key=lambda one: abs(one.at - at))
    c, link = cue.at, cue.link
    # a cue between the candidate and the quote, or beyond one of them
    middle = (c < at) == (side[0] == "B") and link not in ("inv", "acc", "by")
    follow = tags[c + 1] if c + 1 < len(tags) else "$"
    if follow == "R" and frame.words[c + 1] == "that":
        follow = "that"
    same = frame.sentence[c] == frame.sentence[at]
    return [
        f"{side}|{link}|mid={middle:d}|reach={bucket(abs(c - at) - 1)}",
        f"{side}|{link}|{quotes}|follow={follow}",
        f"{target.kind}|{link}|{side}|{quotes}|others={others}|same={same:d}",
        f"cue={cue.base}|{side[0]}",
        f"form={cue.form}|{link}|{side}",
    ]


def _sequence(frame: Frame, lo: int, hi: int) -> str:
    """Return the classes of the tokens between a quote and a candidate, some words in full."""
    tags, words = frame.tags, frame.words
    return "".join([_IN_FULL.get(words[i]) or tags[i] for i in range(lo, hi)])

"""The evidence for each candidate source of a quote, as named features for the ranker.

A feature is a short string: what it says can be read in attribution_weights.tsv beside the weight
it earned. Nothing here decides.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.quotes.cues import CueLink
from onrecord.quotes.lexicon import CUE_CLASSES, DOCUMENT_NOUNS, SPEAKING_NOUNS
from onrecord.quotes.marks import Region
from onrecord.quotes.mentions import Phrase
from onrecord.quotes.segment import Frame

_PLAIN = frozenset("say tell write add tweet continue reply".split())
# words that stay small in a title
_SMALL = frozenset("a an the and or but of in on at to for with from by is as it".split())
# what a title in marks follows: "the book “…”"
_WORKS = frozenset(
    "book film movie song show program programme series documentary novel memoir album anthem play"
    " episode broadcast podcast column article essay titled called entitled radio musical hit single"
    " poem speech paper report game magazine newspaper site website blog".split()
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
    title = title and inner[0][0].isupper()
    before = frame.tags[at - 1] if at else "^"
    after = frame.tags[at + 1] if at + 1 < len(frame.tags) else "$"
    previous = frame.words[at - 1] if at else "^"
    work = previous in _WORKS or (at > 1 and before == "," and frame.words[at - 2] in _WORKS)
    owned = previous.endswith(("'s", "’s"))
    return [
        f"title={title:d}|{min(words, 3)}",
        f"title={title:d}|before={before}",
        f"title={title:d}|previous={previous}",
        f"title={title:d}|owned={owned:d}|work={work:d}",
        f"title={title:d}|alone={len(frame.tags) == 1:d}|single={region.single:d}",
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
    """Return the features of phrase `k` as the source of the quote."""
    phrase, at, kind = phrases[k], target.at, target.kind
    tags, words, sentence = frame.tags, frame.words, frame.sentence
    ahead = phrase.first > at
    lo, hi = (at + 1, phrase.first) if ahead else (phrase.last, at)
    gap = hi - lo
    between = tags[lo:hi]
    apart = sentence[phrase.first] - sentence[at]
    side = ("A" if ahead else "B") + (str(min(abs(apart), 3)))
    quotes = min(between.count("Q"), 2) if gap else 0
    others = k - target.rank if ahead else target.rank - k - 1
    where = f"{kind}{side}"
    noun = "S" if phrase.head in SPEAKING_NOUNS else "D" if phrase.head in DOCUMENT_NOUNS else "-"
    lead = words[phrase.first - 1] if phrase.first and tags[phrase.first - 1] == "I" else "-"
    out = [
        where,
        f"{where}|gap={bucket(gap)}",
        f"{side}|others={min(others, 4)}",
        f"{side}|q={quotes}|{kind}",
        f"shape={phrase.shape}{noun}",
        f"{where}|shape={phrase.shape}",
        f"lead={lead}",
        f"{side}|next={tags[phrase.last] if phrase.last < len(tags) else '$'}|{phrase.shape}",
        f"{side}|prev={tags[phrase.first - 1] if phrase.first else '^'}|{phrase.shape}",
        f"{side}|prep={lead != '-':d}",
    ]
    if ahead and between == ["-"] and quotes == 0 and _closes(frame, phrase):
        out.append("tagline")
    if gap < 6:
        out.append(f"{side}|seq={_sequence(frame, lo, hi)}")
    first_in_sentence = k == 0 or sentence[phrases[k - 1].first] != sentence[phrase.first]
    out.append(f"{side}|first={first_in_sentence:d}")
    cue = _nearest(links.get(k), at)
    if cue is None:
        out.append(f"{where}|nocue")
        if _is_object(frame, phrase):
            out.append(f"{side}|object")
        return out
    c = cue.at
    strength = "say" if cue.base in _PLAIN else CUE_CLASSES.get(cue.base, "acc")
    cue_between = lo <= c < hi
    reach = (c - at if c > at else at - c) - 1
    follow = tags[c + 1] if c + 1 < len(tags) else "$"
    if c + 1 < len(tags) and words[c + 1] == "that":
        follow = "that"
    same = sentence[c] == sentence[at]
    out += [
        f"{where}|link={cue.link}|{strength}",
        f"{side}|{cue.link}|mid={cue_between:d}|reach={bucket(reach)}",
        f"{side}|{cue.link}|q={quotes}|follow={follow}",
        f"{kind}|{cue.link}|{side}|q={quotes}|others={min(others, 2)}|same={same:d}",
        f"cue={cue.base}|{side[0]}",
        f"form={cue.form}|{cue.link}|{side}",
    ]
    return out


def _sequence(frame: Frame, lo: int, hi: int) -> str:
    """Return the classes of the tokens between a quote and a candidate, cues of saying as S."""
    return "".join(
        "S"
        if frame.tags[i] == "V" and frame.words[i] in ("said", "says", "told", "wrote", "added")
        else frame.words[i]
        if frame.words[i] in ("that", "to", "as", "of")
        else frame.tags[i]
        for i in range(lo, hi)
    )


def _closes(frame: Frame, phrase: Phrase) -> bool:
    """Tell whether the paragraph ends with the phrase, or goes on only with who that is."""
    rest = frame.tags[phrase.last :]
    return not rest or (rest[0] in ",(.#" and len(rest) < 12 and "V" not in rest)


def _nearest(cues: list[CueLink] | None, at: int) -> CueLink | None:
    if not cues:
        return None
    return min(cues, key=lambda cue: abs(cue.at - at))


def _is_object(frame: Frame, phrase: Phrase) -> bool:
    return phrase.first > 0 and frame.tags[phrase.first - 1] == "V"

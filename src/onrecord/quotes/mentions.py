"""A frame in, the stretches that may name a source out: names, pronouns, nominals, relatives.

A light noun-phrase chunker over the tags of segment.py. It keeps names, pronouns that can speak,
relative pronouns before a verb, and nominals that are about people, bodies or documents or that
stand where a subject stands; it refuses to guess what a phrase refers to (people/chains.py does).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.quotes.lexicon import (
    CUE_FORMS,
    DEMONYM_ENDS,
    DOCUMENT_NOUNS,
    PARTICLES,
    QUANTIFIERS,
    SPEAKING_NOUNS,
    TIME_WORDS,
)
from onrecord.quotes.segment import Frame

_POSSESSIVE_ENDS = ("'s", "’s", "s'", "s’")
_POSSESSORS = frozenset("his her their my our its your".split())
_BINDERS = frozenset("for of with at from in".split())
_TIMES = frozenset(
    "minutes hours days weeks months years moments seconds decades times time".split()
)
# reporting verbs that take "of" as verbs
_TAKE_OF = frozenset("approve complain hear know say speak talk tell think warn accuse".split())
# who is somewhere or with somebody: the ambassador to the UK is not the UK
_SENT_TO = frozenset(
    "ambassador ambassadors envoy representative representatives adviser advisers advisor advisors"
    " aide aides".split()
)
# a source close to Lee is not Lee
_NEARNESS = frozenset([("close", "to"), ("familiar", "with"), ("loyal", "to")])
_MAX_WORDS = 12  # of one noun phrase; longer runs are lists or unknown verbs


@dataclass(slots=True)
class Phrase:
    """A stretch of tokens [first, last) that may name a source.

    `shape` is n name, p pronoun, o object pronoun, r relative, d nominal, s possessive; `head` is
    the word that says what it is (the surname of a name).
    """

    first: int
    last: int
    shape: str
    head: str
    core: int  # the token where its name or head noun starts


def find_phrases(frame: Frame) -> list[Phrase]:
    """Return the frame's phrases from left to right, none overlapping another."""
    out: list[Phrase] = []
    tags, words = frame.tags, frame.words
    i, n = 0, len(tags)
    while i < n:
        tag = tags[i]
        if tag == "P":
            out.append(Phrase(i, i + 1, "p", words[i], i))
            i += 1
        elif tag == "R":
            if _is_relative(frame, i):
                out.append(Phrase(i, i + 1, "r", words[i], i))
            i += 1
        elif tag in "DNw#O":
            phrase, i = _chunk(frame, i)
            if phrase is not None:
                out.append(phrase)
        else:
            i += 1
    return _bound(frame, out)


def _is_relative(frame: Frame, i: int) -> bool:
    """who, which, that before a verb and after a noun; 'that' after a cue opens a clause."""
    if frame.words[i] in ("whose", "whom"):
        return False
    before = frame.tags[i - 1] if i else "."
    after = i + 1
    while after < len(frame.tags) and (
        frame.tags[after] in "XA"
        or frame.words[after] in TIME_WORDS
        or frame.words[after] in ("on", "since")
    ):
        after += 1  # "which on Thursday also said"
    follows = after < len(frame.tags) and frame.tags[after] in "Vv"
    return follows and before in ("Nw,#)" if frame.words[i] != "that" else "Nw")


def _chunk(frame: Frame, i: int) -> tuple[Phrase | None, int]:
    """Return the noun phrase that starts at token i, or None, and the token to go on from."""
    tags, words = frame.tags, frame.words
    first, n = i, len(tags)
    if tags[i] == "O" and words[i] not in _POSSESSORS:
        shape = "o" if words[i] in ("him", "her", "them") else ""
        return (Phrase(i, i + 1, shape, words[i], i) if shape else None), i + 1
    while i < n and words[i] in TIME_WORDS and words[i] != "march":
        i += 1  # "On Monday Ann Lee left"
    if i > first:
        return None, i
    i += 1
    if i < n and tags[i - 1] == tags[i] == "D":
        i += 1  # "the two governments"
    limit = min(n, first + _MAX_WORDS)
    while i < limit:
        tag = tags[i]
        # an adjective made from a verb: "the embattled senator", "a leading critic"
        adjective = tag in "vV" and tags[i - 1] in "DO" and i + 1 < n and tags[i + 1] in "wN"
        if tag not in "Nw#" and not adjective and not _is_noun_form(frame, first, i):
            break
        # "told reporters Moscow would": people of a kind, then a name
        if tag == "N" and words[i - 1].endswith("s") and words[i - 1] in SPEAKING_NOUNS:
            break
        if tuple(words[i : i + 2]) in _NEARNESS:
            break
        i += 1
    last = i
    while last > first and words[last - 1] in TIME_WORDS and words[last - 1] != "march":
        last -= 1
    if last == first:
        return None, i
    if last == first + 1 and tags[first] == "D":
        follows = words[first] in QUANTIFIERS and i < n and tags[i] in "VAv"
        return (Phrase(first, last, "d", words[first], first) if follows else None), i
    return _classify(frame, first, last), i


def _is_noun_form(frame: Frame, first: int, i: int) -> bool:
    """A reporting word that is a noun in this phrase: "his claim", "a heated debate", not "some
    say" or "the polls show"."""
    word, before = frame.words[i], frame.words[i - 1]
    if frame.tags[i] != "V" or word.endswith("ed"):
        return False
    if (frame.tags[first] == "O" and i == first + 1) or before.endswith(_POSSESSIVE_ENDS):
        return not word.endswith("ing")
    if frame.tags[first] not in "DO":
        return False
    if frame.words[i + 1 : i + 2] == ["of"] and CUE_FORMS[word] not in _TAKE_OF:
        return not word.endswith("ing")  # "the chief aims of", not "the chief speaks of"
    if CUE_FORMS[word] != word:
        return False
    if i == first + 1:
        return before not in QUANTIFIERS
    return not before.endswith("s") and before not in SPEAKING_NOUNS


def _classify(frame: Frame, first: int, last: int) -> Phrase | None:
    """Return the phrase that the tokens [first, last) make, or None where it names nobody."""
    tags, words = frame.tags, frame.words
    tail = words[last - 1]
    if tail in _TIMES:
        return None
    start = last - 1
    while start >= first and tags[start] != "N":
        start -= 1
    if start < first:
        return _nominal(frame, first, last)
    name_end = start + 1
    while start > first and _is_name_part(frame, start - 1, first):
        start -= 1
    if name_end == last and words[first] in ("a", "an") and tail.endswith(DEMONYM_ENDS):
        return Phrase(first, last, "d", tail, last - 1)  # "a Russian"
    if name_end == last:
        shape = "s" if tail.endswith(_POSSESSIVE_ENDS) else "n"
        return Phrase(first, last, shape, _bare(tail), start)
    if (
        tail in SPEAKING_NOUNS
        or tail in DOCUMENT_NOUNS
        or words[name_end - 1].endswith(_POSSESSIVE_ENDS)
    ):
        return Phrase(first, last, "d", tail, last - 1)
    if words[first] in ("a", "an") or words[name_end - 1].endswith(DEMONYM_ENDS):
        return Phrase(first, last, "d", tail, last - 1)
    # a name before words we do not know, most often an unknown verb: "Sanders mulls"
    return Phrase(first, name_end, "n", _bare(words[name_end - 1]), start)


def _is_name_part(frame: Frame, i: int, first: int) -> bool:
    """A capitalised word without possessive, or a particle after one: Ursula von der Leyen."""
    while i > first and frame.words[i] in PARTICLES and frame.tags[i] != "N":
        i -= 1
    return frame.tags[i] == "N" and not frame.words[i].endswith(_POSSESSIVE_ENDS)


def _nominal(frame: Frame, first: int, last: int) -> Phrase | None:
    tags, words = frame.tags, frame.words
    head = words[last - 1]
    if last == first + 1 and head.isdigit() and words[first - 1 : first] == ["in"]:
        return None  # the year of "NATO in 2008 promised"
    shape = "s" if head.endswith(_POSSESSIVE_ENDS) else "d"
    if tags[last - 1] == "O":
        return Phrase(first, last, "s", head, first)
    if head in SPEAKING_NOUNS or head in DOCUMENT_NOUNS:
        return Phrase(first, last, shape, head, last - 1)
    follows = frame.tags[last] if last < len(tags) else "."
    before = tags[first - 1] if first else "."
    if follows in "VA" or before == "V" or tags[first] in "DO":
        return Phrase(first, last, shape, _bare(head), last - 1)
    return None


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


def _bound(frame: Frame, phrases: list[Phrase]) -> list[Phrase]:
    """Join a noun of speaking with what it is bound to: "a spokesman for Mr. Lee", "a source close
    to Mr. Lee"."""
    out: list[Phrase] = []
    for phrase in phrases:
        previous = out[-1] if out else None
        if (
            previous is not None
            and _is_bound(frame, previous, phrase)
            and phrase.shape in "nd"
            and previous.shape in "nd"
            and previous.head != "words"
            and (previous.head in SPEAKING_NOUNS or frame.words[previous.last] == "of")
        ):
            out[-1] = Phrase(
                previous.first, phrase.last, previous.shape, previous.head, previous.core
            )
        else:
            out.append(phrase)
    return out


def _is_bound(frame: Frame, previous: Phrase, phrase: Phrase) -> bool:
    between = tuple(frame.words[previous.last : phrase.first])
    if between == ("to",):
        return previous.head in _SENT_TO
    return between in _NEARNESS or (len(between) == 1 and between[0] in _BINDERS)

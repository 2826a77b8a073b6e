"""A frame and its phrases in, its reporting cues out, each tied to its grammatical subject.

Knows where a verb's subject stands in news prose: before it, over adverbs, auxiliaries and an
apposition; after it, in "said Ms Lee"; shared with an earlier verb; "according to". It refuses to
decide whether anything was reported: attribute.py and indirect.py weigh that.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.quotes.lexicon import BE_CONTRACTIONS, CUE_FORMS, QUANTIFIERS, TIME_WORDS
from onrecord.quotes.mentions import Phrase
from onrecord.quotes.segment import Frame

_BE = frozenset("is are was were be been being am 's ’s isn't isn’t wasn't wasn’t".split())
_NOUN_FORMS = frozenset(base for form, base in CUE_FORMS.items() if form == base)
# verbs that may stand before their subject after a quote or a statement: "…, warned Ms Lee"
_INVERTING = frozenset(
    "say add write note explain argue report ask reply continue tweet insist warn declare recall"
    " conclude state announce claim observe joke quip remark respond answer admit acknowledge"
    " complain concede predict recount reveal boast muse lament exclaim shout yell begin read tell"
    " wonder agree suggest stress urge cry assert contend maintain explain".split()
)
_REACH = 30  # tokens an apposition may take up between a subject and its verb


@dataclass(slots=True)
class CueLink:
    """A cue at token `at`, its base form, and the index of its subject among the phrases.

    `link` says how the subject was found: subj (right before), appos (before an apposition), inv
    (right after), coord (shared with an earlier verb), part (of a participle), inf (of an
    infinitive), by (of a passive), acc (according to), none. `subject` is -1 for none.
    """

    at: int
    base: str
    form: str
    subject: int
    link: str


def find_cues(frame: Frame, phrases: list[Phrase]) -> list[CueLink]:
    """Return the frame's cues from left to right."""
    by_end = {phrase.last: k for k, phrase in enumerate(phrases)}
    by_start = {phrase.first: k for k, phrase in enumerate(phrases)}
    out: list[CueLink] = []
    tags, words = frame.tags, frame.words
    inside, upcoming = 0, 0
    for i, tag in enumerate(tags):
        while upcoming < len(phrases) and phrases[upcoming].first <= i:
            inside = phrases[upcoming].last
            upcoming += 1
        if tag == "V":
            if i >= inside and not _is_noun(frame, i):
                out.append(_link(frame, phrases, by_end, by_start, out, i))
        elif words[i] == "according" and i + 1 < len(tags) and words[i + 1] == "to":
            subject = _phrase_from(by_start, i + 2)
            out.append(CueLink(i, "according", "acc", subject, "acc"))
    return out


def _is_noun(frame: Frame, i: int) -> bool:
    """A reporting word that is a noun here: "the report", "his claim", "Smith's call"."""
    word = frame.words[i]
    if word.endswith(("ed", "ing")) and frame.tags[i - 1] != "D":
        return False
    if i == 0:
        return False
    before, prev = frame.tags[i - 1], frame.words[i - 1]
    if before == "D" and prev not in QUANTIFIERS:
        return True
    return (before == "O" and prev in ("his", "their", "its", "my", "our", "your")) or (
        before == "N"
        and prev.endswith(("'s", "’s", "s’", "s'"))
        and (CUE_FORMS[word] == word or word.endswith("s"))
    )


def _phrase_from(by_start: dict[int, int], i: int) -> int:
    for k in (i, i + 1):
        if k in by_start:
            return by_start[k]
    return -1


def _link(
    frame: Frame,
    phrases: list[Phrase],
    by_end: dict[int, int],
    by_start: dict[int, int],
    earlier: list[CueLink],
    i: int,
) -> CueLink:
    tags, words = frame.tags, frame.words
    base = CUE_FORMS[words[i]]
    form = _form(words[i], base)
    j, be = _before_verb(frame, i)
    if form == "past" and be:
        form = "passive"
        for k in range(i + 1, min(i + 8, len(tags))):
            if words[k] == "by":
                subject = _phrase_from(by_start, k + 1)
                if subject >= 0:
                    return CueLink(i, base, form, subject, "by")
    if j >= 0 and tags[j] == "T":
        return CueLink(i, base, "inf", _shared(frame, phrases, earlier, j), "inf")
    if form == "part" and (be or (j >= 0 and words[j] in BE_CONTRACTIONS)):
        form = "prog"
    subject = by_end.get(j + 1, -1)
    if subject >= 0 and frame.sentence[j] == frame.sentence[i] and form != "part":
        return CueLink(i, base, form, subject, "subj")
    if form in ("past", "pres", "base") and base in _INVERTING:
        inverted = by_start.get(i + 1, -1)
        if inverted >= 0 and _can_invert(frame, phrases[inverted], i, j):
            return CueLink(i, base, form, inverted, "inv")
    if j >= 0 and tags[j] in ",-)":
        subject = _before_apposition(frame, by_end, j)
        if subject >= 0 and form != "part":
            return CueLink(i, base, form, subject, "appos")
    link = "part" if form == "part" else "coord"
    subject = _shared(frame, phrases, earlier, i)
    return CueLink(i, base, form, subject, link if subject >= 0 else "none")


def _before_verb(frame: Frame, i: int) -> tuple[int, bool]:
    """Return the token a subject would end at, left of a verb's auxiliaries, adverbs and times
    ("on Thursday"), and whether one of them is a form of be."""
    tags, words = frame.tags, frame.words
    j, be = i - 1, False
    while j >= 0:
        if tags[j] in "AX" or words[j] in ("going", "trying"):
            be = be or words[j] in _BE
        elif (
            words[j] in TIME_WORDS
            and j
            and (
                tags[j - 1] in "IXD"
                or words[j - 1] in TIME_WORDS
                or words[j - 1] in ("last", "late", "early")
            )
        ):
            pass
        elif not (
            words[j] in ("on", "in", "this", "last", "late", "early") and words[j + 1] in TIME_WORDS
        ):
            break
        j -= 1
    return j, be


def _can_invert(frame: Frame, subject: Phrase, i: int, j: int) -> bool:
    """Tell whether the phrase after the verb at i may be its subject: right after a quote, or
    closing the sentence after a comma ("The race is over, said Ms Lee.")."""
    tags = frame.tags
    if j < 0 or frame.sentence[j] != frame.sentence[i] or tags[j] in "Q-":
        return True
    if tags[j] != ",":
        return False
    closes = subject.last >= len(tags) or tags[subject.last] in ".,"
    return closes or (j > 0 and tags[j - 1] == "Q")


def _form(word: str, base: str) -> str:
    if word == base:
        return "base"
    if word.endswith("ing"):
        return "part"
    if word.endswith("s") and not word.endswith("ss"):
        return "pres"
    return "past"


def _before_apposition(frame: Frame, by_end: dict[int, int], j: int) -> int:
    """Return the phrase before the insertion that ends with the comma, dash or bracket at j."""
    opening = {",": ",", "-": "-", ")": "("}[frame.tags[j]]
    for k in range(j - 1, max(-1, j - _REACH), -1):
        if frame.sentence[k] != frame.sentence[j] or frame.tags[k] == "Q":
            return -1
        if frame.tags[k] == opening and k in by_end:
            return by_end[k]
    return -1


def _shared(frame: Frame, phrases: list[Phrase], earlier: list[CueLink], i: int) -> int:
    """Return the subject an earlier verb of the sentence has, else the sentence's first phrase
    that stands where a subject does: after no preposition, before a verb."""
    sentence = frame.sentence[i]
    for cue in reversed(earlier):
        if frame.sentence[cue.at] != sentence:
            break
        if cue.link in ("subj", "appos") and cue.subject >= 0 and cue.form != "inf":
            return cue.subject
    fallback = -1
    for k, phrase in enumerate(phrases):
        if phrase.first >= i:
            break
        if frame.sentence[phrase.first] != sentence or phrase.shape not in "npd":
            continue
        if phrase.first and frame.tags[phrase.first - 1] == "I":
            continue
        if phrase.last < i and frame.tags[phrase.last] in "AvXV":
            return k
        if fallback < 0:
            fallback = k
    return fallback

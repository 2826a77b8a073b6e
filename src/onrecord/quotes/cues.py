"""A frame and its phrases in, its reporting cues out, each tied to its grammatical subject.

Knows where a verb's subject stands in news prose: before it, over adverbs, auxiliaries and an
apposition; after it, in "said Ms Lee"; shared with an earlier verb; "according to". It refuses to
decide whether anything was reported: attribute.py and indirect.py weigh that.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from onrecord.quotes.lexicon import BE_CONTRACTIONS, CUE_FORMS, QUANTIFIERS, TIME_WORDS
from onrecord.quotes.mentions import Phrase
from onrecord.quotes.segment import Frame

_BE = frozenset("is are was were be been being am 's ’s isn't isn’t wasn't wasn’t".split())
# verbs that may stand before their subject after a quote or a statement: "…, warned Ms Lee"
_INVERTING = frozenset(
    "say add write note explain argue report ask reply continue tweet insist warn declare recall"
    " conclude state announce claim observe joke quip remark respond answer admit acknowledge"
    " complain concede predict recount reveal boast muse lament exclaim shout yell begin read tell"
    " wonder agree suggest stress urge cry assert contend maintain explain".split()
)
_REACH = 30  # tokens an apposition may take up between a subject and its verb
_BACK = 40  # phrases or cues looked back over for a shared subject; only hostile text has more
_PHRASES = frozenset("according words put puts".split())  # where cues of several words stand
_NEAR_TIME = frozenset("on in this last late early".split())


@dataclass(slots=True)
class CueLink:
    """A cue at token `at`, its base form, and the index of its subject among the phrases.

    `link` says how the subject was found: subj (right before), appos (before an apposition), inv
    (right after), coord (shared with an earlier verb), part (of a participle), inf (of an
    infinitive), by (of a passive), acc (according to), none. `subject` is -1 for none. `form` is
    base, pres, past, part, prog (a finite -ing), passive, inf or acc.
    """

    at: int
    base: str
    form: str
    subject: int
    link: str


def find_cues(frame: Frame, phrases: list[Phrase]) -> list[CueLink]:
    """Return the frame's cues from left to right."""
    return _Finder(frame, phrases).run()


@dataclass(slots=True)
class _Finder:
    """One frame's cues in the making."""

    frame: Frame
    phrases: list[Phrase]
    by_end: dict[int, int] = field(default_factory=dict)
    by_start: dict[int, int] = field(default_factory=dict)
    found: list[CueLink] = field(default_factory=list)

    def run(self) -> list[CueLink]:
        tags, words = self.frame.tags, self.frame.words
        inside = upcoming = 0
        for k, phrase in enumerate(self.phrases):
            self.by_end[phrase.last] = k
            self.by_start[phrase.first] = k
        for i in [i for i, tag in enumerate(tags) if tag == "V" or words[i] in _PHRASES]:
            while upcoming < len(self.phrases) and self.phrases[upcoming].first <= i:
                inside = self.phrases[upcoming].last
                upcoming += 1
            if tags[i] != "V":
                self.add_phrase(i)
            elif i >= inside and not _is_noun(self.frame, i):
                self.found.append(self.link(i))
        return self.found

    def add_phrase(self, i: int) -> None:
        """Take in a cue of several words: "according to", "in the words of", "as Lee put it"."""
        words = self.frame.words
        if words[i : i + 2] == ["according", "to"]:
            self.found.append(CueLink(i, "according", "acc", self.phrase_from(i + 2), "acc"))
        elif words[i - 1 : i + 2] == ["the", "words", "of"]:
            self.found.append(CueLink(i, "words", "acc", self.phrase_from(i + 2), "acc"))
        elif words[i] in ("put", "puts") and words[i + 1 : i + 2] == ["it"]:
            j, _ = _before_verb(self.frame, i)
            subject = self.by_end.get(j + 1, -1)
            if subject >= 0:
                self.found.append(CueLink(i, "put", "past", subject, "subj"))

    def phrase_from(self, i: int) -> int:
        """Return the phrase that starts at token i or the one after it, or -1."""
        return self.by_start.get(i, self.by_start.get(i + 1, -1))

    def link(self, i: int) -> CueLink:
        """Return the verb at token i with the best subject grammar offers."""
        frame, tags = self.frame, self.frame.tags
        base = CUE_FORMS[frame.words[i]]
        form = _form(frame.words[i], base)
        j, be = _before_verb(frame, i)
        if form == "past" and be:
            form = "passive"
            agent = self.agent(i)
            if agent >= 0:
                return CueLink(i, base, form, agent, "by")
        if j >= 0 and tags[j] == "T":
            return CueLink(i, base, "inf", self.shared(j), "inf")
        if form == "part" and (be or (j >= 0 and frame.words[j] in BE_CONTRACTIONS)):
            form = "prog"
        if form != "part":
            subject, link = self.own(i, j, base, form)
            if subject >= 0:
                return CueLink(i, base, form, subject, link)
        subject = self.shared(i)
        link = "part" if form == "part" else "coord"
        return CueLink(i, base, form, subject, link if subject >= 0 else "none")

    def own(self, i: int, j: int, base: str, form: str) -> tuple[int, str]:
        """Return a finite verb's own subject and where it stands; token j ends what precedes."""
        frame = self.frame
        subject = self.by_end.get(j + 1, -1)
        if subject >= 0 and frame.sentence[j] == frame.sentence[i]:
            return subject, "subj"
        if base in _INVERTING and form in ("past", "pres", "base"):
            subject = self.by_start.get(i + 1, -1)
            if subject >= 0 and _can_invert(frame, self.phrases[subject], i, j):
                return subject, "inv"
        if j >= 0 and frame.tags[j] in ",-)":
            return self.before_apposition(j), "appos"
        return -1, ""

    def agent(self, i: int) -> int:
        """Return the phrase after the "by" of the passive at token i, or -1."""
        for k in range(i + 1, min(i + 8, len(self.frame.words))):
            if self.frame.words[k] == "by":
                return self.phrase_from(k + 1)
        return -1

    def before_apposition(self, j: int) -> int:
        """Return the phrase before the insertion that ends with the comma, dash or bracket at j."""
        frame = self.frame
        opening = {",": ",", "-": "-", ")": "("}[frame.tags[j]]
        for k in range(j - 1, max(-1, j - _REACH), -1):
            if frame.sentence[k] != frame.sentence[j] or frame.tags[k] == "Q":
                return -1
            if frame.tags[k] == opening and k in self.by_end:
                return self.by_end[k]
        return -1

    def shared(self, i: int) -> int:
        """Return the subject an earlier verb of the sentence has, else the sentence's first phrase
        that stands where a subject does: after no preposition, before a verb."""
        frame = self.frame
        sentence = frame.sentence[i]
        for cue in self.found[: -_BACK - 1 : -1]:
            if frame.sentence[cue.at] != sentence:
                break
            if cue.link in ("subj", "appos") and cue.form != "inf":
                return cue.subject
        head = frame.heads[sentence]
        start = bisect_left(self.phrases, head, key=lambda phrase: phrase.first)
        fallback = -1
        for k in range(start, min(start + _BACK, len(self.phrases))):
            phrase = self.phrases[k]
            if phrase.first >= i:
                break
            if phrase.shape not in "npd" or (phrase.first and frame.tags[phrase.first - 1] == "I"):
                continue
            if phrase.last < i and frame.tags[phrase.last] in "AvXV":
                return k
            if fallback < 0:
                fallback = k
        return fallback


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


def _before_verb(frame: Frame, i: int) -> tuple[int, bool]:
    """Return the token a subject would end at, left of a verb's auxiliaries, adverbs and times
    ("on Thursday"), and whether one of them is a form of be."""
    tags, words = frame.tags, frame.words
    j, be = i - 1, False
    while j >= 0:
        word = words[j]
        if tags[j] in "AX" or word in ("going", "trying"):
            be = be or word in _BE
        elif not (_is_time(frame, j) or (word in _NEAR_TIME and words[j + 1] in TIME_WORDS)):
            break
        j -= 1
    return j, be


def _is_time(frame: Frame, j: int) -> bool:
    """Tell whether a word of time is said of the verb, not part of a name: "last week"."""
    if frame.words[j] not in TIME_WORDS or not j:
        return False
    before = frame.words[j - 1]
    return frame.tags[j - 1] in "IXD" or before in TIME_WORDS or before in _NEAR_TIME


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

"""Which mentions of one article are one person: "Mr Stoltenberg", "he", "the Nato chief".

Comes after the mentions of all paragraphs are known; gives the fullest name a mention's chain has.
It knows only this article (people/ knows the world), and leaves a mention without a name rather
than guess between two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.quotes.lexicon import (
    DEMONYM_ENDS,
    HE_WORDS,
    NAME_TITLES,
    NOT_SURNAMES,
    PARTICLES,
    SHE_WORDS,
)
from onrecord.quotes.mentions import Phrase
from onrecord.quotes.paragraph import Paragraph

_SEARCH = 4  # paragraphs a pronoun's antecedent may stand back
_NAMESAKES = 20  # people of one surname told apart; only hostile text has more
_PHRASES = 60  # phrases of a paragraph looked back over; only hostile text has more
_PERSONAL = frozenset("he she him her his hers himself herself".split())
_FEMALE = frozenset(["she", "her", "hers", "herself"])


@dataclass(slots=True)
class Chain:
    """One named source of the article: its fullest name, and what is known of it."""

    name: str
    words: int
    person: bool = False  # a title or a first name was seen
    speaks: bool = False  # by a single name that may be a surname: "Lee said"
    gender: str = ""  # m or f where a title says so
    roles: set[str] = field(default_factory=set)


class Chains:
    """The chains of one article, filled paragraph by paragraph, then asked for names."""

    def __init__(self) -> None:
        self._by_last: dict[str, list[Chain]] = {}
        self._of: dict[tuple[int, int], Chain] = {}
        self._by_role: dict[str, list[Chain]] = {}
        self._pronouns: list[tuple[int, int]] = []  # every he and she, in reading order
        self._next = 0  # the first of them not yet followed
        self._found: dict[tuple[int, int], Chain | None] = {}

    def add(self, text: str, paragraph: Paragraph, *, headline: bool = False) -> None:
        """Take in the names of one paragraph, in reading order, the headline last: its capitals
        show no name's limits, so it lengthens no name that the body has."""
        for k, phrase in enumerate(paragraph.phrases):
            if phrase.shape == "p" and paragraph.frame.words[phrase.first] in ("he", "she"):
                self._pronouns.append((paragraph.number, k))
            if phrase.shape not in "ns" or paragraph.frame.tags[phrase.core] != "N":
                continue
            name, titles = printed_name(text, paragraph, phrase)
            if not name:
                continue
            known = self._find(name)
            if headline and known is not None:
                self._of[(paragraph.number, k)] = known
                continue
            chain = known or self._new(name)
            if len(name.split()) > chain.words:
                chain.name, chain.words = name, len(name.split())
            chain.person = chain.person or bool(titles & _PERSON_TITLES) or _has_first_name(chain)
            chain.speaks = chain.speaks or (_may_be_surname(chain) and _is_speaker(paragraph, k))
            chain.roles |= titles | _roles_after(paragraph, k)
            if titles & HE_WORDS:
                chain.gender = "m"
            elif titles & SHE_WORDS:
                chain.gender = "f"
            self._of[(paragraph.number, k)] = chain

    def _find(self, name: str) -> Chain | None:
        """Return the chain a name continues: the same surname and no clash of first names."""
        words = name.lower().split()
        for chain in self._by_last.get(words[-1], [])[: -_NAMESAKES - 1 : -1]:
            known = chain.name.lower().split()
            if len(words) == 1 or len(known) == 1 or words[0] == known[0] or words == known:
                return chain
        return None

    def _new(self, name: str) -> Chain:
        chain = Chain(name, len(name.split()))
        self._by_last.setdefault(name.lower().split()[-1], []).append(chain)
        return chain

    def named(self, printed: str) -> str:
        """Return the fullest name of the person a label names: `LEE` is Ann Lee."""
        chain = self._find(printed)
        return chain.name if chain else printed

    def name(self, paragraphs: Sequence[Paragraph], number: int, k: int) -> str | None:
        """Return the fullest name of phrase `k` of paragraph `number`, or None."""
        chain = self._chain(paragraphs, number, k)
        return chain.name if chain else None

    def _chain(self, paragraphs: Sequence[Paragraph], number: int, k: int) -> Chain | None:
        place = (number, k)
        own = self._of.get(place)
        if own is not None:
            return own
        # in reading order, so that a pronoun finds the ones before it followed already
        while self._next < len(self._pronouns) and self._pronouns[self._next] < place:
            earlier = self._pronouns[self._next]
            self._next += 1
            self._found[earlier] = self._resolve(paragraphs, *earlier)
        if place not in self._found:
            self._found[place] = self._resolve(paragraphs, number, k)
        return self._found[place]

    def _resolve(self, paragraphs: Sequence[Paragraph], number: int, k: int) -> Chain | None:
        paragraph = paragraphs[number]
        phrase = paragraph.phrases[k]
        if phrase.shape == "r":
            return self._chain(paragraphs, number, k - 1) if k else None
        word = paragraph.frame.words[phrase.first]
        if phrase.shape in "pos" and word in _PERSONAL:
            return self._antecedent(paragraphs, number, k, "f" if word in _FEMALE else "m")
        if phrase.shape == "d":
            apposed = self._of.get((number, k + 1)) if _is_apposed(paragraph, k) else None
            return apposed or self._role(paragraph, phrase)
        return None

    def _role(self, paragraph: Paragraph, phrase: Phrase) -> Chain | None:
        """Return the one chain whose roles hold the nominal's head: "the Nato chief"."""
        frame = paragraph.frame
        if frame.words[phrase.first] != "the" or phrase.core != phrase.last - 1:
            return None
        if not self._by_role:
            self._index_roles()
        found: list[Chain] = []
        for head in _SAME_ROLE.get(phrase.head, (phrase.head,)):
            found += (chain for chain in self._by_role.get(head, ())[:2] if chain not in found)
        names = [frame.words[i] for i in range(phrase.first, phrase.core) if frame.tags[i] == "N"]
        if len(names) > 1:  # "the European Council president" is no president of another body
            found = [chain for chain in found if not chain.roles.isdisjoint(names)]
        return found[0] if len(found) == 1 else None

    def _index_roles(self) -> None:
        for chains in self._by_last.values():
            for chain in chains:
                if chain.person:
                    for role in sorted(chain.roles):
                        self._by_role.setdefault(role, []).append(chain)

    def _antecedent(
        self, paragraphs: Sequence[Paragraph], number: int, k: int, gender: str
    ) -> Chain | None:
        """Return the person a pronoun most likely stands for: recent, a subject, a speaker."""
        phrase = paragraphs[number].phrases[k]
        best, best_score = None, 0.0
        distance = 0
        for back in range(number, max(-1, number - _SEARCH), -1):
            paragraph = paragraphs[back]
            frame = paragraph.frame
            last_sentence = frame.sentence[phrase.first] if back == number else len(frame.heads)
            nearest = k if back == number else len(paragraph.phrases)
            for j in range(nearest - 1, max(-1, nearest - 1 - _PHRASES), -1):
                other = paragraph.phrases[j]
                chain = self._of.get((back, j))
                if (
                    chain is None
                    and other.shape in "pr"
                    and frame.words[other.first] in ("he", "she")
                ):
                    same = "f" if frame.words[other.first] == "she" else "m"
                    if same == gender:
                        chain = self._chain(paragraphs, back, j)
                if chain is None or (chain.gender and chain.gender != gender):
                    continue
                apart = distance + last_sentence - frame.sentence[other.first]
                score = _salience(paragraph, j, chain) - 0.9 * apart
                if best is None or score > best_score:
                    best, best_score = chain, score
            distance += last_sentence
            if best is not None and best_score > 2.5 - 0.9 * distance:
                break
        return best if best is not None and (best.person or best.speaks) else None


def _salience(paragraph: Paragraph, j: int, chain: Chain) -> float:
    phrase, frame = paragraph.phrases[j], paragraph.frame
    score = 0.0
    if _is_speaker(paragraph, j):
        score += 2.5
    elif phrase.first == 0 or frame.sentence[phrase.first - 1] != frame.sentence[phrase.first]:
        score += 1.5
    if phrase.first and frame.tags[phrase.first - 1] == "I":
        score -= 1.0
    return score + (_certainty(chain))


def _is_speaker(paragraph: Paragraph, k: int) -> bool:
    return any(cue.link in ("subj", "inv", "appos", "acc") for cue in paragraph.links.get(k, ()))


def _has_first_name(chain: Chain) -> bool:
    """Tell whether a name of several words is a person's: not the White House."""
    words = chain.name.lower().split()
    return len(words) > 1 and words[-1] not in _BODY_NOUNS


def _may_be_surname(chain: Chain) -> bool:
    """Tell whether a single name can be a person's: not UN, no country, no capital city."""
    return chain.words == 1 and not chain.name.isupper() and chain.name.lower() not in NOT_SURNAMES


def _certainty(chain: Chain) -> float:
    """Return what it counts for or against a chain that it may be no person. Of -1, 0 and 1 for one
    that only speaks, 0 gave most pronouns of the development texts to the right person."""
    if chain.person:
        return 1.0
    return 0.0 if chain.speaks else -3.0


_BODY_NOUNS = frozenset(
    "bank commission congress council court department government house kremlin ministry news"
    " office parliament party pentagon post senate times union".split()
)
_PERSON_TITLES = HE_WORDS | SHE_WORDS | NAME_TITLES
_LEADERS = frozenset(["chief", "head", "leader", "boss"])
_SAME_ROLE = {
    "chief": _LEADERS | {"secretary-general", "general", "director", "commander"},
    "head": _LEADERS | {"secretary-general", "general", "director", "chairman"},
    "leader": _LEADERS | {"president", "premier", "chancellor", "minister"},
}


def _roles_after(paragraph: Paragraph, k: int) -> set[str]:
    """Return the head of an apposition: "Lee, the group's director," is a director."""
    if k + 1 == len(paragraph.phrases):
        return set()
    end, following = paragraph.phrases[k].last, paragraph.phrases[k + 1]
    apposed = following.first == end + 1 and following.shape == "d"
    return {following.head} if apposed and paragraph.frame.tags[end] == "," else set()


def _is_apposed(paragraph: Paragraph, k: int) -> bool:
    """Tell whether the next phrase says who phrase `k` is: "the mayor, Ann Lee, said"."""
    tags, phrases = paragraph.frame.tags, paragraph.phrases
    if k + 1 == len(phrases) or phrases[k + 1].shape != "n":
        return False
    after = phrases[k + 1].last
    inserted = tags[phrases[k].last] == "," and phrases[k + 1].first == phrases[k].last + 1
    return inserted and (after == len(tags) or tags[after] in ",.")


def printed_name(text: str, paragraph: Paragraph, phrase: Phrase) -> tuple[str, set[str]]:
    """Return a name phrase without titles, nationality and possessive, and the words stripped."""
    frame = paragraph.frame
    end = phrase.last
    while end > phrase.core and frame.tags[end - 1] != "N":
        end -= 1
    # of a bound phrase ("Lee of the Ford Foundation") only the first run of capitals is the name
    start = phrase.core
    stop = start
    while stop < end and (frame.tags[stop] == "N" or frame.words[stop] in PARTICLES):
        stop += 1
    if stop - start == 1 and phrase.first == start:  # a surname or an acronym by itself
        return _unowned(text[frame.starts[start] : frame.ends[start]]), set()
    words = frame.words[start:stop]
    cut = 0
    for i, word in enumerate(words):
        if word in _PERSON_TITLES or word.rstrip(".") in NAME_TITLES:
            cut = i + 1
    if not cut and len(words) > 2 and words[0].endswith(DEMONYM_ENDS):
        cut = 1
    before = {word.rstrip(".") for word in frame.words[phrase.first : start + cut]}
    if start + cut >= stop:
        return "", before
    return _unowned(text[frame.starts[start + cut] : frame.ends[stop - 1]]), before


def _unowned(name: str) -> str:
    """Return a name without its possessive."""
    if name.endswith(("'s", "’s")):
        return name[:-2]
    return name.rstrip("'’")

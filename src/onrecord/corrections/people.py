"""Who is who: one met in articles merged into somebody else, or told apart in one article.

Only people met in articles alone are merged here: two entries of a data file are merged there. The
merged one's name becomes a form of the other's, and its address leads on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from onrecord.corrections.reading import Draft, Reading
from onrecord.models import Correction, NameForm, Person, Statement
from onrecord.people.scripts import script_of


def complain_of_merge(correction: Correction, reading: Reading) -> str | None:
    """Return why nobody can be merged as the correction says, or None."""
    target, kept = correction.target, correction.after
    if target in reading.known:
        return "stands in a data file; merge the two entries there, then use moved_to"
    if target not in reading.people:
        return (
            "nobody met in a report has that id any more; remove the correction, or make its field"
            " moved_to, so that the old address leads on"
        )
    if kept is None or kept not in reading.people or kept == target:
        return f"{kept} is nobody else's id; give in `after` whom it is merged into"
    return None


def complain_of_ring(corrections: Collection[Correction]) -> dict[Correction, str]:
    """Return what is wrong with merges that lead back to where they began."""
    merges = {c.target: c.after for c in corrections if c.field == "merged_into" and c.after}
    return {
        correction: "the merges lead round in a ring; remove one of them"
        for correction in corrections
        if correction.field == "merged_into" and _last(correction.target, merges) is None
    }


def merge(corrections: Sequence[Correction], draft: Draft) -> None:
    """Give each merged person's words and names to whom it is merged into at last."""
    made = {correction.target: correction for correction in corrections}
    merges = {correction.target: correction.after or "" for correction in corrections}
    kept = {target: _last(target, merges) or target for target in merges}
    languages: dict[str, str] = {}
    for statement in draft.statements.values():
        for speaker in made.keys() & set(statement.speaker_ids):
            languages.setdefault(speaker, statement.article.source.language)
            draft.note(made[speaker], "quotes", statement.id)
        draft.statements[statement.id] = _renamed(statement, kept)
    for target, into in kept.items():
        _move_names(draft, target, into, languages.get(target, "en"))
        draft.note(made[target], "people", target, "moved", into)
        draft.note(made[target], "people", into)
    for target in kept:
        del draft.people[target]


def complain_of_split(correction: Correction, reading: Reading) -> str | None:
    """Return why a person can't be told apart in an article as the correction says, or None."""
    before, after = correction.before, correction.after
    if correction.target not in reading.articles:
        return "no such article; find its new id, or remove the correction"
    speaks = any(
        s.article.id == correction.target and before in s.speaker_ids
        for s in reading.statements.values()
    )
    if before is None or not speaks:
        return f"{before} says nothing in this article any more; see if the correction is needed"
    if after is None or not (after in reading.people or after.startswith(f"{before}-")):
        return f"{after} is nobody's id; for somebody new let it begin with {before}-"
    return None


def split(corrections: Sequence[Correction], draft: Draft) -> None:
    """Give what a person says in an article to another, who may be new."""
    named: dict[str, dict[str, str]] = {}
    for correction in corrections:
        before, after = correction.before or "", correction.after or ""
        named.setdefault(correction.target, {})[before] = after
        if after not in draft.people:
            draft.people[after] = _unknown(after, draft.people[before])
        for statement in draft.of_article(correction.target):
            if before in statement.speaker_ids:
                draft.note(correction, "quotes", statement.id)
    for article_id, names in named.items():
        for statement in draft.of_article(article_id):
            draft.statements[statement.id] = _renamed(statement, names)


def _unknown(person_id: str, namesake: Person) -> Person:
    """Return somebody of whom nothing is known but the name, as printed."""
    return Person(id=person_id, name=namesake.name, kind=namesake.kind, is_linked=False)


def _last(target: str, merges: Mapping[str, str]) -> str | None:
    """Return who is left at the end of a chain of merges; None where it is a ring."""
    for _ in merges:
        if target not in merges:
            break
        target = merges[target]
    return None if target in merges else target


def _renamed(statement: Statement, names: Mapping[str, str]) -> Statement:
    """Return the statement with other ids for its speakers and its candidates."""
    speakers = tuple(dict.fromkeys(names.get(one, one) for one in statement.speaker_ids))
    candidates = tuple(names.get(one, one) if one else None for one in statement.candidate_ids)
    if (speakers, candidates) == (statement.speaker_ids, statement.candidate_ids):
        return statement
    return replace(statement, speaker_ids=speakers, candidate_ids=candidates)


def _move_names(draft: Draft, target: str, into: str, language: str) -> None:
    """Let one who is merged leave the name, in the language of a report, to the other."""
    gone, kept = draft.people[target], draft.people[into]
    known = {kept.name, *(name.form for name in kept.names)}
    forms = (NameForm(gone.name, language, script_of(gone.name)), *gone.names)
    new = tuple(form for form in forms if form.form not in known)
    draft.people[into] = replace(kept, names=(*kept.names, *new))

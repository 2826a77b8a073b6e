"""One search over quotes, people and reports."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import Response
from markupsafe import Markup, escape
from rapidfuzz import process

from onrecord.site import queries
from onrecord.site.match import all_of, any_of, read_terms
from onrecord.site.reader import Reader, Row, open_reader

PAGE = 20
# Only so many matches are ranked: a common word has a hundred thousand, and no one reads them.
RANKED = 2000
# The least likeness of a misspelt name to be offered: "Stoltenburg" has 91, "Merz" to "Mertz" 89.
NAME_LIKENESS = 80

# Each chip: the parameter of the address, the column it narrows, and how its values are named.
CHIPS = {
    "speaker": ("q.speaker_id", "Speaker", "(select name from people where id = value)"),
    "outlet": ("q.outlet_id", "Outlet", "(select name from outlets where id = value)"),
    "kind": ("q.kind", "Kind", "value"),
    "year": ("substr(q.month, 1, 4)", "Year", "value"),
}


Found = list[tuple[int, float]]  # the place of each match, and its rank, the best the least


@dataclass(frozen=True, slots=True)
class Chip:
    """One value that narrows the search, or widens it again where it is chosen."""

    label: str
    count: int
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote found, what was looked for marked in its words."""

    quote: Row
    marked: Markup


@dataclass(frozen=True, slots=True)
class Results:
    """What one search found."""

    typed: str
    hits: list[Hit]
    count: int
    is_capped: bool  # more match than were ranked
    is_partial: bool  # nothing has all terms; these have some
    chips: dict[str, list[Chip]]
    people: list[Row]
    reports: list[Row]
    names: list[str]  # known ones like what was typed, where nothing is found
    next_address: str | None


async def search(request: Any, datasette: Any) -> Response:
    """Return the page of a search; without words to look for, the page that asks for some."""
    results = await _search(open_reader(datasette), request)
    page = await datasette.render_template("search.html", {"results": results}, request=request)
    return Response.html(page)


async def _search(reader: Reader, request: Any) -> Results:
    typed = (request.args.get("q") or "").strip()
    terms = read_terms(typed)
    chosen = {name: request.args[name] for name in CHIPS if request.args.get(name)}
    here = f"{request.path}?"
    if not terms:
        return Results(typed, [], 0, False, False, {}, [], [], [], None)
    expression, is_partial = all_of(terms), False
    found = await _find(reader, expression)
    count = await _count(reader, found, chosen)
    if not count and not chosen and (partly := await _find(reader, any_of(terms))):
        expression, found, is_partial = any_of(terms), partly, len(terms) > 1
        count = len(found)
    start = _start(request.args.get("start"))
    people = await reader.all(queries.FIND_PEOPLE, all_of(terms), typed)
    return Results(
        typed=typed,
        hits=await _hits(reader, expression, found, chosen, start),
        count=count,
        is_capped=len(found) >= RANKED,
        is_partial=is_partial,
        chips=await _chips(reader, found, chosen, typed, here),
        people=people,
        reports=await reader.all(queries.FIND_REPORTS, all_of(terms)),
        names=[] if count or people else await _names_like(reader, typed),
        next_address=here + urlencode({"q": typed, **chosen, "start": start + PAGE})
        if start + PAGE < count
        else None,
    )


def _start(asked: str | None) -> int:
    return min(int(asked), RANKED) if asked and asked.isdecimal() and len(asked) < 7 else 0


async def _find(reader: Reader, expression: str) -> Found:
    """Return the place and the rank of what matches; of more than are ranked the last printed."""
    rows = await reader.all(queries.FIND, _in_words(expression), RANKED)
    return [tuple(row) for row in rows]


async def _count(reader: Reader, found: Found, chosen: dict[str, str]) -> int:
    sql = queries.COUNT_FOUND.format(where=_where(chosen))
    row = await reader.one(sql, json.dumps(found), *chosen.values())
    return int(row["found"]) if row else 0


async def _hits(
    reader: Reader, expression: str, found: Found, chosen: dict[str, str], start: int
) -> list[Hit]:
    sql = queries.FIND_QUOTES.format(where=_where(chosen))
    rows = await reader.all(sql, json.dumps(found), *chosen.values(), PAGE, start)
    places = ", ".join(str(row["place"]) for row in rows)
    marked = await reader.all(queries.MARK_FOUND.format(places=places), _in_words(expression))
    texts = {row["place"]: row["marked"] for row in marked}
    return [Hit(row, _marks(texts.get(row["place"], row["text"]))) for row in rows]


async def _chips(
    reader: Reader, found: Found, chosen: dict[str, str], typed: str, here: str
) -> dict[str, list[Chip]]:
    """Return the chips of each kind; one that would narrow nothing is left out."""
    chips: dict[str, list[Chip]] = {}
    for name, (column, title, label) in CHIPS.items():
        sql = queries.COUNT_BY.format(column=column, label=label, where=_where(chosen))
        rows = await reader.all(sql, json.dumps(found), *chosen.values())
        if name in chosen or len(rows) > 1:
            chips[title] = [_chip(name, row, chosen, typed, here) for row in rows]
    return chips


def _chip(name: str, row: Row, chosen: dict[str, str], typed: str, here: str) -> Chip:
    is_chosen = name in chosen
    kept = {key: value for key, value in chosen.items() if key != name}
    wanted = kept if is_chosen else {**kept, name: row["value"]}
    address = here + urlencode({"q": typed, **wanted})
    return Chip(str(row["label"]), row["found"], address, is_chosen)


async def _names_like(reader: Reader, typed: str) -> list[str]:
    forms = [row["form"] for row in await reader.all(queries.NAME_FORMS)]
    found = process.extract(
        typed, forms, limit=3, score_cutoff=NAME_LIKENESS, processor=str.casefold
    )
    return [form for form, _, _ in found]


def _in_words(expression: str) -> str:
    """Return the expression, looked for in the words and the speaker's name only."""
    return f"{{text speaker}} : ({expression})"


def _where(chosen: dict[str, str]) -> str:
    return "".join(f" and {CHIPS[name][0]} = ?" for name in chosen)


def _marks(text: str) -> Markup:
    return Markup(
        str(escape(text))
        .replace(queries.MARK_OPENS, "<mark>")
        .replace(queries.MARK_ENDS, "</mark>")
    )

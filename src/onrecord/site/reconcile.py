"""Names matched to our people: the W3C's Reconciliation Service API 0.2, for OpenRefine and others.

A list of names goes in, in any spelling we know and near ones; for each come out the people and
institutions they may mean, with a score. Refused: to match by itself where two are as good, and
properties of a query, which are hints that this service does not take.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from datasette.utils.asgi import Response
from rapidfuzz import fuzz

from onrecord.jsontext import read_json
from onrecord.models import PersonKind
from onrecord.people.names import fold, name_words, sound
from onrecord.site.identity import identify
from onrecord.site.reader import DATABASE, Reader, Row, open_reader

PATH = "/reconcile/people"
SUGGEST = "/suggest/entity"
# a client sends ten or so at a time; a name longer than this is none
MOST_QUERIES, LONGEST_NAME, LONGEST_BODY = 100, 200, 1_000_000
FEWEST, MOST = 5, 50  # candidates of a query: where it asks for none in particular, and at most
COMPLETIONS = 10
# below it two names share a first name or a surname at most
LEAST_SCORE = 60
_SOUNDS_ALIKE = 99  # a name that only sounds the same is no exact match
_STEM = 4  # letters of a word by which its other spellings are looked up

FIND = """
select p.id, p.name, p.kind, p.description, p.country, p.quote_count
from people_fts join people p on p.rowid = people_fts.rowid
where people_fts match ? order by rank limit 200
"""
FORMS = "select person_id, form from name_forms where person_id in ({marks})"
COMPLETED = """
select p.id, p.name, p.kind, p.description, p.country
from people_fts join people p on p.rowid = people_fts.rowid
where people_fts match ? order by p.quote_count desc, p.name limit ? offset ?
"""


class QueryError(Exception):
    """A request that is no batch of queries; its words say why."""


@dataclass(frozen=True, slots=True)
class Query:
    """One name to be matched."""

    name: str
    kinds: tuple[str, ...]  # only people of these; empty: of any
    limit: int


async def reconcile(request: Any, datasette: Any) -> Any:
    """Return the answers to a batch of queries, or what the service is where there is none."""
    try:
        batch = await _batch(request)
        if batch is None:
            root = datasette.absolute_url(request, datasette.urls.path("/"))
            return _json(manifest(root, identify(datasette).name))
        queries = {key: read_query(query) for key, query in batch.items()}
    except QueryError as error:
        return _json({"error": str(error)}, status=400)
    reader = open_reader(datasette)
    return _json({key: {"result": await answer(reader, query)} for key, query in queries.items()})


async def suggest(request: Any, datasette: Any) -> Any:
    """Return the people with the typed words in a name, the last word perhaps not to its end."""
    words = re.findall(r"\w+", (request.args.get("prefix") or "")[:LONGEST_NAME])
    cursor = request.args.get("cursor") or "0"
    start = int(cursor) if cursor.isdecimal() and len(cursor) < 7 else 0
    if not words:
        return _json({"result": []})
    expression = " AND ".join(f'"{word}"' for word in words)
    found = await open_reader(datasette).all(
        COMPLETED, f"forms : ({expression} *)", COMPLETIONS, start
    )
    return _json({"result": [_entity(row) for row in found]})


def manifest(root: str, name: str) -> dict[str, Any]:
    """Return what the service is; `root` is the address of the site, `name` its own."""
    root = root.rstrip("/")
    return {
        "versions": ["0.2"],
        "name": f"{name}: people and institutions",
        "identifierSpace": f"{root}/{DATABASE}/people/",
        "schemaSpace": f"{root}/{DATABASE}/people#",
        "defaultTypes": [_type(kind) for kind in get_args(PersonKind)],
        "view": {"url": f"{root}/{DATABASE}/people/{{{{id}}}}"},
        "suggest": {"entity": {"service_url": f"{root}{PATH}", "service_path": SUGGEST}},
    }


def read_query(given: object) -> Query:
    """Return one query of a batch; raises QueryError where it is none."""
    if not isinstance(given, dict) or not isinstance(given.get("query"), str):
        raise QueryError('each query is an object with a name: {"query": "Lind"}')
    kinds = given.get("type") or []
    if isinstance(kinds, str):
        kinds = [kinds]
    limit = given.get("limit") or FEWEST
    if not isinstance(kinds, list) or not isinstance(limit, int) or limit < 1:
        raise QueryError("`type` is a kind or a list of kinds, `limit` a number from 1")
    name = given["query"][:LONGEST_NAME].replace("\0", " ")  # ends an expression of FTS
    return Query(name, tuple(map(str, kinds)), min(limit, MOST))


async def answer(reader: Reader, query: Query) -> list[dict[str, Any]]:
    """Return the candidates of a query, the best first.

    `match` is true of the only one that has the name exactly.
    """
    rows = await _found(reader, query)
    forms = await _forms(reader, rows)
    scored = [(score_of(query.name, forms[row["id"]]), row) for row in rows]
    likely = [pair for pair in scored if pair[0] >= LEAST_SCORE]
    likely.sort(key=lambda pair: (-pair[0], -pair[1]["quote_count"], pair[1]["id"]))
    is_clear = sum(score == 100 for score, _ in likely) == 1
    return [
        _entity(row)
        | {"type": [_type(row["kind"])], "score": score, "match": is_clear and score == 100}
        for score, row in likely[: query.limit]
    ]


def score_of(name: str, forms: Iterable[str]) -> float:
    """Return how like a name is to the likest of somebody's forms, 0 to 100."""
    words = [fold(word) for word in name_words(name)]
    return max((_likeness(words, [fold(w) for w in name_words(form)]) for form in forms), default=0)


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    letters = float(fuzz.token_sort_ratio(" ".join(one), " ".join(other)))
    sounds = float(fuzz.token_sort_ratio(" ".join(map(sound, one)), " ".join(map(sound, other))))
    return round(max(letters, min(sounds, _SOUNDS_ALIKE)), 1)


async def _batch(request: Any) -> Mapping[str, object] | None:
    """Return the queries of a request by their keys; None: it has none."""
    length = request.headers.get("content-length") or "0"
    if not length.isdecimal() or len(length) > 9 or int(length) > LONGEST_BODY:
        raise QueryError(f"more than {LONGEST_BODY} bytes")
    try:
        sent = await request.post_vars() if request.method == "POST" else {}
    except UnicodeDecodeError as error:
        raise QueryError("the form is no text in UTF-8") from error
    text = sent.get("queries") or request.args.get("queries")
    if text is None:
        return None
    try:
        batch = read_json(text)
    except ValueError as error:
        raise QueryError(f"`queries` is no JSON: {error}") from error
    if not isinstance(batch, dict) or len(batch) > MOST_QUERIES:
        raise QueryError(f'`queries` is an object of at most {MOST_QUERIES}: {{"q0": …}}')
    return batch


async def _found(reader: Reader, query: Query) -> list[Row]:
    """Return everybody with a word that begins like one of the name's."""
    words = {part for word in name_words(query.name) for part in (word, fold(word))}
    stems = sorted({word[:_STEM].replace('"', "") for word in words if word.strip('"')})
    if not stems:
        return []
    rows = await reader.all(FIND, " OR ".join(f'forms : "{stem}" *' for stem in stems))
    return [row for row in rows if not query.kinds or row["kind"] in query.kinds]


async def _forms(reader: Reader, rows: Sequence[Row]) -> dict[str, list[str]]:
    """Return every form of each one's name."""
    forms: dict[str, list[str]] = {row["id"]: [row["name"]] for row in rows}
    marks = ", ".join("?" * len(forms))
    for row in await reader.all(FORMS.format(marks=marks), *forms):
        forms[row["person_id"]].append(row["form"])
    return forms


def _entity(row: Row) -> dict[str, Any]:
    about = row["description"] or ", ".join(filter(None, (row["kind"], row["country"])))
    return {"id": row["id"], "name": row["name"], "description": about}


def _type(kind: str) -> dict[str, str]:
    return {"id": kind, "name": kind.capitalize()}


def _json(body: object, status: int = 200) -> Any:
    """Return an answer that pages of other sites may read: OpenRefine's run at 127.0.0.1."""
    return Response.json(body, status=status, headers={"access-control-allow-origin": "*"})

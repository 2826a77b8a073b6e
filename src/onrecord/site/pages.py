"""What our own pages show beyond Datasette's context: the home page, a quote, an article.

SQL in, plain rows out. The markup is in templates/, and nothing here knows of it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from datasette.utils import tilde_decode

from onrecord.site.collate import Stretch, collate
from onrecord.site.timeline import Timeline, draw_timeline

DATABASE = "onrecord"
Row = Any  # sqlite3.Row, by Datasette's hand

CHART_TEMPLATES = ("table", "query")

COUNTS = """
select
  (select count(*) from quotes) as quotes,
  (select count(distinct speaker_id) from quotes) as speakers,
  (select count(*) from articles) as articles,
  (select count(distinct outlet_id) from articles) as outlets,
  (select min(date_said) from quotes) as first_day,
  (select max(date_said) from quotes) as last_day
"""

# The office a speaker held on the day; '~' sorts after '-' and digits, so that an office given
# up in `2024` covers the whole of that year.
OFFICE = """(
  select title from positions
  where positions.person_id = q.speaker_id
    and coalesce(positions.start, '') <= q.date_said
    and coalesce(positions.end, '9') || '~' >= q.date_said
  order by positions.start desc limit 1
) as office"""

QUOTE_COLUMNS = f"""
  q.*, p.name as speaker, {OFFICE}, o.name as outlet, o.note as outlet_note,
  a.headline, a.url, a.published, a.published_precision, a.basis, e.name as event
"""

QUOTE_TABLES = """
  quotes q
  join articles a on a.id = q.article_id
  join outlets o on o.id = q.outlet_id
  left join people p on p.id = q.speaker_id
  left join events e on e.id = q.event_id
"""

# One stretch an utterance, its longest, and at most two an article: a page of one speech is dull.
# Fewer than eight words seldom stand alone; more than sixty fill a screen.
TELLING = f"""
with ranked as (
  select q.id, q.date_said, a.published,
    row_number() over (partition by q.utterance_id order by q.word_count desc, q.id) as place,
    row_number() over (partition by q.article_id order by q.word_count desc, q.id) as share
  from quotes q join articles a on a.id = q.article_id
  where q.kind = 'direct' and q.part != 'headline' and q.speaker_id is not null
    and q.word_count between 8 and 60
)
select {QUOTE_COLUMNS} from ranked join {QUOTE_TABLES} on q.id = ranked.id
where ranked.place = 1 and ranked.share <= 2
order by coalesce(q.date_said, a.published) desc, q.word_count desc, q.id
limit 8
"""

# The utterance whose wording differs most between outlets, of those long enough to show it.
DIFFERENT_WORDS = """
select u.id from utterances u
join variants v on v.utterance_id = u.id
join quotes q on q.id = v.quote_id
where u.outlet_count > 1 and v.relation in ('reworded', 'translated') and q.word_count >= 8
order by u.outlet_count desc, v.similarity, u.id
limit 1
"""

PRINTINGS = f"""
select {QUOTE_COLUMNS}, v.relation, v.similarity, u.text as fullest
from variants v
join utterances u on u.id = v.utterance_id
join {QUOTE_TABLES} on q.id = v.quote_id
where v.utterance_id = ?
order by a.published, a.id, q.start_offset
"""

SPEAKERS = """
select p.id, p.name, p.description, p.quote_count,
  (select count(distinct outlet_id) from quotes where speaker_id = p.id) as outlets
from people p where p.quote_count > 0
order by p.quote_count desc, p.name limit 8
"""

MONTHS = """
select substr(date_said, 1, 7) as month, count(*) as quotes
from quotes where length(date_said) >= 7 group by 1 order by 1
"""

REPORTS = """
select a.id, a.headline, a.url, a.published, a.quote_count, o.name as outlet
from articles a join outlets o on o.id = a.outlet_id
order by a.published desc, a.id limit 6
"""

ONE_QUOTE = f"select {QUOTE_COLUMNS} from {QUOTE_TABLES} where q.id = ?"

CANDIDATES = """
select c.*, p.name from candidates c left join people p on p.id = c.person_id
where c.quote_id = ? order by c.rank
"""

RULE = "select * from rules where id = ?"

ONE_ARTICLE = """
select a.*, o.name as outlet, o.note as outlet_note, o.url as outlet_url
from articles a join outlets o on o.id = a.outlet_id where a.id = ?
"""

ARTICLE_QUOTES = f"""
select {QUOTE_COLUMNS} from {QUOTE_TABLES} where q.article_id = ?
order by q.part = 'headline' desc, q.start_offset, q.end_offset desc
"""


@dataclass(frozen=True, slots=True)
class Printing:
    """One report of an utterance, its words set against the fullest report's."""

    quote: Row
    stretches: list[Stretch]
    is_base: bool


@dataclass(frozen=True, slots=True)
class Home:
    """What the home page shows."""

    counts: Row
    telling: list[Row]
    printings: list[Printing]
    speakers: list[Row]
    months: Timeline
    reports: list[Row]


@dataclass(frozen=True, slots=True)
class QuotePage:
    """What the page of one quote shows."""

    quote: Row
    rule: Row | None
    candidates: list[Row]
    printings: list[Printing]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a digest; with `quote_id` where it is somebody's words."""

    text: str
    quote: Row | None = None


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """What the page of one article shows; `paragraphs` only where its text is ours or open."""

    article: Row
    quotes: list[Row]
    paragraphs: list[list[Passage]]


class Reader:
    """Asks the dataset's database; each method returns rows."""

    def __init__(self, database: Any) -> None:
        self._database = database

    async def all(self, sql: str, *values: str) -> list[Row]:
        """Return every row."""
        return list((await self._database.execute(sql, values)).rows)

    async def one(self, sql: str, *values: str) -> Row | None:
        """Return the first row, or None."""
        rows = await self.all(sql, *values)
        return rows[0] if rows else None


async def template_vars(template: str, request: Any, datasette: Any) -> dict[str, Any]:
    """Return the variables that `template` needs besides Datasette's own."""
    common = _page_vars(template, request)
    make = PAGES.get(template)
    if make is None or request is None or DATABASE not in datasette.databases:
        return common
    return {**common, **await make(Reader(datasette.get_database(DATABASE)), request)}


def _page_vars(template: str, request: Any) -> dict[str, Any]:
    page = request.scope.get("onrecord.page") if request else None
    if page is None:
        return {"csp_nonce": ""}
    page.has_charts = template.startswith(CHART_TEMPLATES)
    return {"csp_nonce": page.nonce}


async def _home(reader: Reader, request: Any) -> dict[str, Any]:
    different = await reader.one(DIFFERENT_WORDS)
    return {
        "home": Home(
            counts=await reader.one(COUNTS),
            telling=await reader.all(TELLING),
            printings=await _printings(reader, different["id"]) if different else [],
            speakers=await reader.all(SPEAKERS),
            months=draw_timeline([tuple(row) for row in await reader.all(MONTHS)]),
            reports=await reader.all(REPORTS),
        )
    }


async def _quote(reader: Reader, request: Any) -> dict[str, Any]:
    quote = await reader.one(ONE_QUOTE, _key(request))
    if quote is None:
        return {}
    return {
        "quote_page": QuotePage(
            quote=quote,
            rule=await reader.one(RULE, quote["rule_id"]),
            candidates=await reader.all(CANDIDATES, quote["id"]),
            printings=await _printings(reader, quote["utterance_id"]),
        )
    }


async def _article(reader: Reader, request: Any) -> dict[str, Any]:
    article = await reader.one(ONE_ARTICLE, _key(request))
    if article is None:
        return {}
    quotes = await reader.all(ARTICLE_QUOTES, article["id"])
    return {"article_page": ArticlePage(article, quotes, _paragraphs(article, quotes))}


def _key(request: Any) -> str:
    return str(tilde_decode(request.url_vars["pks"]))


async def _printings(reader: Reader, utterance_id: str) -> list[Printing]:
    rows = await reader.all(PRINTINGS, utterance_id)
    base = max(rows, key=lambda row: len(row["text"]), default=None)
    return [
        Printing(row, collate(base["text"], row["text"]), is_base=row["id"] == base["id"])
        for row in rows
        if base is not None
    ]


def _paragraphs(article: Row, quotes: list[Row]) -> list[list[Passage]]:
    """Return the digest in paragraphs, with each quote in its place; nothing without a text."""
    text, start, end = article["text"], "start_offset", "end_offset"
    if text is None:
        text, start, end = article["summary"], "summary_start", "summary_end"
    if text is None:
        return []
    spans = [
        (quote[start], quote[end], quote)
        for quote in quotes
        if quote["part"] != "headline" and quote[start] is not None
    ]
    return _split(_passages(text, sorted(spans, key=lambda span: (span[0], -span[1]))))


def _passages(text: str, spans: list[tuple[int, int, Row]]) -> list[Passage]:
    passages, place = [], 0
    for start, end, quote in spans:
        if start < place:  # inside the quote before it, which is already shown
            continue
        passages += [Passage(text[place:start]), Passage(text[start:end], quote)]
        place = end
    return [*passages, Passage(text[place:])]


def _split(passages: list[Passage]) -> list[list[Passage]]:
    paragraphs: list[list[Passage]] = [[]]
    for passage in passages:
        first, *rest = passage.text.split("\n\n")
        paragraphs[-1].append(Passage(first, passage.quote))
        paragraphs += [[Passage(piece, passage.quote)] for piece in rest]
    return [paragraph for paragraph in paragraphs if any(p.text.strip() for p in paragraph)]


PAGES: dict[str, Callable[[Reader, Any], Awaitable[dict[str, Any]]]] = {
    "index.html": _home,
    f"row-{DATABASE}-quotes.html": _quote,
    f"row-{DATABASE}-articles.html": _article,
}

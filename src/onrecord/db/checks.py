"""What must hold in a finished database; a build that breaks any of it is not published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

import apsw

from onrecord.db.rows import published_text
from onrecord.db.schema import Column, Table
from onrecord.db.tables import TABLES
from onrecord.errors import BuildError
from onrecord.models import Article, Dataset

# a dataset without these is no dataset; a caller that knows how many there were asks for more
LEAST: Mapping[str, int] = MappingProxyType({"outlets": 1, "people": 1, "articles": 1, "quotes": 1})

_SHOWN = 3  # rows named of each failing check


@dataclass(frozen=True, slots=True)
class _Wrong:
    """What no row of a table may be, told of each row by itself."""

    problem: str
    table: str
    row: str  # SQL that names the row
    where: str  # SQL that is true of a wrong one


@dataclass(frozen=True, slots=True)
class _Tied:
    """Two SELECTs that give the same rows in whatever order, in a database without a problem."""

    one: str
    other: str
    problems: Mapping[str, str]  # each with the SELECT of the rows that are wrong


_WRONG = (
    _Wrong(
        "a speaker is given whom neither the report nor a correction names",
        "quotes",
        "id || ': ' || speaker_id",
        """speaker_id is not null and speaker_mention is null
          and id not in (select row_id from corrected_rows where table_name = 'quotes')""",
    ),
    _Wrong(
        "a probability lies outside 0 to 1",
        "quotes",
        "id || ': ' || probability",
        "probability not between 0 and 1",
    ),
    _Wrong(
        "a probability lies outside 0 to 1",
        "candidates",
        "quote_id || ', rank ' || rank || ': ' || probability",
        "probability not between 0 and 1",
    ),
    _Wrong(
        "a turn or an outer quote is not in the same article",
        "quotes",
        "id || ': ' || turn_id || ', ' || coalesce(inside_id, 'in none')",
        """(turn_id <> id or inside_id is not null)
          and exists (select 1 from quotes as named
            where named.id in (quotes.turn_id, quotes.inside_id)
            and named.article_id <> quotes.article_id)""",
    ),
    _Wrong(
        "a turn or an outer quote does not exist",
        "quotes",
        "id || ': ' || turn_id",
        "turn_id <> id and turn_id not in (select id from quotes)",
    ),
    _Wrong(
        "a turn or an outer quote does not exist",
        "quotes",
        "id || ': ' || inside_id",
        "inside_id not in (select id from quotes)",
    ),
    _Wrong(
        "a day ends before it starts, or has no end",
        "quotes",
        "id || ': ' || coalesce(date_said, 'none') || ' to ' || coalesce(date_said_end, 'none')",
        """(date_said is null) <> (date_said_end is null) or date_said > date_said_end
          or (date_said is null) <> (date_precision = 'unknown')""",
    ),
    _Wrong(
        "a place in the summary is half given or outside it",
        "quotes",
        "id || ': ' || coalesce(summary_start, 'none') || ' to ' || coalesce(summary_end, 'none')",
        """(summary_start is null) <> (summary_end is null) or summary_start >= summary_end
          or (summary_end is not null and summary_end > (
            select length(coalesce(summary, '')) from articles where articles.id = article_id))""",
    ),
    *(
        _Wrong(
            "a value is not of its closed set",
            table.name,
            f"'{table.name}.{column.name}: ' || {column.name} || ', row ' || {table.key[0]}",
            # quicker than `not in`, which looks each value up
            " and ".join(f"{column.name} <> '{value}'" for value in column.values),
        )
        for table in TABLES
        for column in table.columns
        if column.values
    ),
)

_TIED = (
    _Tied(
        # the plus: as the rows lie, without the index of speakers, which leads back and forth
        "select id, speaker_id from quotes where +speaker_id is not null",
        "select quote_id, person_id from quote_speakers where named = 1",
        {
            "a quote's first speaker is not among its speakers": """
        select id || ': ' || speaker_id from quotes where speaker_id is not null
        and not exists (select 1 from quote_speakers
          where quote_id = quotes.id and person_id = speaker_id and named = 1)""",
            "a speaker is named first whom the quote does not give": """
        select quote_id || ': ' || person_id from quote_speakers where named = 1
        and not exists (select 1 from quotes where id = quote_id and speaker_id = person_id)""",
        },
    ),
    _Tied(
        "select id from utterances",
        "select quote_id from variants where quote_id = utterance_id",
        {
            "an utterance has no reports": """
        select id from utterances
        where not exists (select 1 from variants where utterance_id = utterances.id)""",
            "an utterance's earliest quote is not one of its reports": """
        select utterances.id from utterances
        where not exists (select 1 from variants
          where quote_id = utterances.id and utterance_id = utterances.id)""",
        },
    ),
    _Tied(
        # the only quote of an utterance has its words, and no wording
        "select id, utterance_id, coalesce(wording, 'exact') from quotes",
        "select quote_id, utterance_id, relation from variants",
        {
            "a quote reports its utterance in another way than its variant says": """
        select quotes.id || ': ' || quotes.utterance_id || ', not '
          || coalesce(variants.utterance_id, 'any')
        from quotes left join variants on variants.quote_id = quotes.id
        where variants.utterance_id is not quotes.utterance_id
          or coalesce(quotes.wording, 'exact') <> variants.relation"""
        },
    ),
    _Tied(
        "select quotes.id, value from quotes, json_each(topics)",
        "select quote_id, topic_id from quote_topics",
        {
            "a quote's topics are not those of quote_topics": """
        select id || ': ' || topics from quotes where json_array_length(topics) <>
          (select count(*) from quote_topics where quote_id = quotes.id)
        or exists (select 1 from json_each(topics) where not exists (
          select 1 from quote_topics where quote_id = quotes.id and topic_id = value))"""
        },
    ),
)

# each SELECT gives the rows that are wrong, as one text that names them
_MUST_BE_EMPTY: Mapping[str, str] = {
    "a row that is corrected does not exist": """
        select table_name || ' ' || row_id from corrected_rows where effect = 'changed'
        and row_id not in (select id from articles union all select id from people
          union all select id from quotes union all select id from utterances)
        and row_id not in (select row_id from corrected_rows where effect <> 'changed')""",
    "a row that is gone or moved is there": """
        select table_name || ' ' || row_id from corrected_rows where effect <> 'changed'
        and case table_name
          when 'articles' then row_id in (select id from articles)
          when 'people' then row_id in (select id from people)
          when 'quotes' then row_id in (select id from quotes)
          else row_id in (select id from utterances) end""",
    "an old address leads nowhere": """
        select table_name || ' ' || row_id || ': ' || coalesce(leads_to, 'none')
        from corrected_rows as old where effect = 'moved'
        and leads_to is not (select row_id from corrected_rows
          where table_name = old.table_name and row_id = old.leads_to and effect <> 'changed')
        and case table_name
          when 'articles' then leads_to is not (select id from articles where id = leads_to)
          when 'people' then leads_to is not (select id from people where id = leads_to)
          when 'quotes' then leads_to is not (select id from quotes where id = leads_to)
          else leads_to is not (select id from utterances where id = leads_to) end""",
}


def check(connection: apsw.Connection, dataset: Dataset, least: Mapping[str, int]) -> None:
    """Raise BuildError, with the first three rows of each failing check, unless all hold."""
    failing = [
        *_wrong(connection),
        *_untied(connection),
        ("a reference leads nowhere", _dangling(connection)),
        ("a quote is not what stands at its place", _misplaced(connection, dataset)),
        ("an article is not the one that was read", _altered(connection, dataset)),
        ("there are too few rows", _too_few(connection, least)),
        *((name, _texts(connection, select)) for name, select in _MUST_BE_EMPTY.items()),
    ]
    problems = [
        f"{name}: {'; '.join(rows)}"
        for name, found in failing
        if (rows := list(islice(found, _SHOWN)))
    ]
    if problems:
        # where digests are broken they are what is to be mended
        broken = [r.detail for r in dataset.refusals if r.reason == "invalid-digest"]
        raise BuildError([*broken, *problems])


def _wrong(connection: apsw.Connection) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the problems of a table with its rows; a table is read once when it has none."""
    for table in dict.fromkeys(one.table for one in _WRONG):
        here = [one for one in _WRONG if one.table == table]
        any_of = " or ".join(f"({one.where})" for one in here)
        if connection.execute(f"select 1 from {table} where {any_of} limit 1").fetchone():
            for one in here:
                select = f"select {one.row} from {table} where {one.where}"
                yield one.problem, _texts(connection, select)


def _untied(connection: apsw.Connection) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the problems of tables that belong together, with the rows.

    The rows of both are read once, in the order they lie in; to look one up for each of the other
    takes five times as long, and is left for naming those that are wrong.
    """
    for tied in _TIED:
        if _sum_of_rows(connection, tied.one) != _sum_of_rows(connection, tied.other):
            for name, select in tied.problems.items():
                yield name, _texts(connection, select)


def _sum_of_rows(connection: apsw.Connection, select: str) -> int:
    """Return a number that other rows do not give: 64 bits of hash each, in whatever order."""
    return sum(map(hash, connection.execute(select)))


def _texts(connection: apsw.Connection, select: str) -> Iterator[str]:
    return (str(row[0]) for row in connection.execute(select))


def _dangling(connection: apsw.Connection) -> Iterator[str]:
    """Name the rows with a reference that leads nowhere.

    The index of a column and that of the ids are read side by side; `pragma foreign_key_check`
    looks for the value of every row.
    """
    for table in TABLES:
        for column in table.columns:
            if column.references and _lost(connection, table, column):
                lacks = f"names a row that {column.references} lacks"
                yield from _texts(
                    connection,
                    f"select '{table.name} row ' || {table.key[0]} || ' {lacks}'"
                    f" from {table.name} where {column.name} is not null"
                    f" and {column.name} not in (select id from {column.references})",
                )


def _lost(connection: apsw.Connection, table: Table, column: Column) -> bool:
    """Tell whether there are values in a column that refer to no row."""
    select = f"""
        select distinct {column.name} from {table.name} where {column.name} is not null
        except select id from {column.references} order by 1 limit 1"""
    return connection.execute(select).fetchone() is not None


def _misplaced(connection: apsw.Connection, dataset: Dataset) -> Iterator[str]:
    """Name the quotes whose outlet, offsets, prefix or suffix are not those of what was read."""
    read = {article.id: article for article in dataset.articles}
    quotes = connection.execute(
        "select id, article_id, outlet_id, part, text, prefix, suffix, start_offset, end_offset"
        " from quotes"
    )
    for id_, article_id, outlet, part, text, prefix, suffix, start, end in quotes:
        article = read.get(article_id)
        if article is None:
            continue  # a reference that leads nowhere, told elsewhere
        if outlet != article.source.outlet_id:
            yield f"{id_}: {outlet} is not the outlet of {article_id}"
        whole = article.headline if part == "headline" else article.text
        first = start - len(prefix)
        is_whole = first >= 0 and end - start == len(text)
        if not (is_whole and whole.startswith(prefix + text + suffix, first)):
            yield f"{id_}: {text!r} at {start} of {article_id}"


def _altered(connection: apsw.Connection, dataset: Dataset) -> Iterator[str]:
    published: dict[str, Article] = {article.id: article for article in dataset.articles}
    for id_, outlet, text in connection.execute("select id, outlet_id, text from articles"):
        read = published[id_]
        if outlet != read.source.outlet_id or text != published_text(read):
            yield id_


def _too_few(connection: apsw.Connection, least: Mapping[str, int]) -> Iterator[str]:
    for table, wanted in least.items():
        found = connection.execute(f"select count(*) from {table}").get
        if found < wanted:
            yield f"{table} has {found}, at least {wanted} expected"

"""What must hold in a finished database; a build that breaks any of it is not published."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from itertools import islice
from types import MappingProxyType

from onrecord.db.rows import published_text
from onrecord.db.schema import Column, Table
from onrecord.db.tables import TABLES
from onrecord.errors import BuildError
from onrecord.models import Article, Dataset

# a dataset without these is no dataset; a caller that knows how many there were asks for more
LEAST: Mapping[str, int] = MappingProxyType({"outlets": 1, "people": 1, "articles": 1, "quotes": 1})

_SHOWN = 3  # rows named of each failing check

# each SELECT gives the rows that are wrong, as one text that names them
_MUST_BE_EMPTY: Mapping[str, str] = {
    "a speaker is given whom neither the report nor a correction names": """
        select id || ': ' || speaker_id from quotes
        where speaker_id is not null and speaker_mention is null
        and id not in (select row_id from corrected_rows where table_name = 'quotes')""",
    "a probability lies outside 0 to 1": """
        select id || ': ' || probability from quotes where probability not between 0 and 1
        union all
        select quote_id || ', rank ' || rank || ': ' || probability from candidates
        where probability not between 0 and 1""",
    "a quote's first speaker is not among its speakers": """
        select id || ': ' || speaker_id from quotes where speaker_id is not null
        and not exists (select 1 from quote_speakers
          where quote_id = quotes.id and person_id = speaker_id)""",
    "an utterance has no reports": """
        select id from utterances
        where not exists (select 1 from variants where utterance_id = utterances.id)""",
    "a quote reports its utterance in another way than its variant says": """
        select quotes.id || ': ' || quotes.utterance_id || ', not '
          || coalesce(variants.utterance_id, 'any')
        from quotes left join variants on variants.quote_id = quotes.id
        where variants.utterance_id is not quotes.utterance_id
          or quotes.wording <> variants.relation""",
    "an utterance's earliest quote is not one of its reports": """
        select utterances.id from utterances
        where not exists (select 1 from variants
          where quote_id = utterances.id and utterance_id = utterances.id)""",
    "a turn or an outer quote is not in the same article": """
        select quotes.id || ': ' || named.id from quotes
        join quotes as named on named.id in (quotes.turn_id, quotes.inside_id)
        where named.article_id <> quotes.article_id""",
    "a turn or an outer quote does not exist": """
        select id || ': ' || turn_id from quotes where turn_id not in (select id from quotes)
        union all
        select id || ': ' || inside_id from quotes
        where inside_id not in (select id from quotes)""",
    "a quote's outlet is not its article's": """
        select quotes.id || ': ' || quotes.outlet_id
        from quotes join articles on articles.id = quotes.article_id
        where quotes.outlet_id <> articles.outlet_id""",
    "a quote's topics are not those of quote_topics": """
        select id || ': ' || topics from quotes where json_array_length(topics) <>
          (select count(*) from quote_topics where quote_id = quotes.id)
        or exists (select 1 from json_each(topics) where not exists (
          select 1 from quote_topics where quote_id = quotes.id and topic_id = value))""",
    "a day ends before it starts, or has no end": """
        select id || ': ' || coalesce(date_said, 'none') || ' to '
          || coalesce(date_said_end, 'none')
        from quotes where (date_said is null) <> (date_said_end is null)
        or date_said > date_said_end or (date_said is null) <> (date_precision = 'unknown')""",
    "a place in the summary is half given or outside it": """
        select quotes.id || ': ' || coalesce(summary_start, 'none') || ' to '
          || coalesce(summary_end, 'none')
        from quotes join articles on articles.id = quotes.article_id
        where (summary_start is null) <> (summary_end is null)
        or summary_start >= summary_end or summary_end > length(coalesce(summary, ''))""",
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


def check(connection: sqlite3.Connection, dataset: Dataset, least: Mapping[str, int]) -> None:
    """Raise BuildError, with the first three rows of each failing check, unless all hold."""
    failing = {
        "a value is not of its closed set": _strange(connection),
        "a reference leads nowhere": _dangling(connection),
        "a quote is not what stands at its place": _misplaced(connection, dataset),
        "an article's text is not the one that was read": _altered(connection, dataset),
        "there are too few rows": _too_few(connection, least),
        **{name: _texts(connection, select) for name, select in _MUST_BE_EMPTY.items()},
    }
    problems = [
        f"{name}: {'; '.join(rows)}"
        for name, found in failing.items()
        if (rows := list(islice(found, _SHOWN)))
    ]
    if problems:
        # where digests are broken they are what is to be mended
        broken = [r.detail for r in dataset.refusals if r.reason == "invalid-digest"]
        raise BuildError([*broken, *problems])


def _texts(connection: sqlite3.Connection, select: str) -> Iterator[str]:
    return (str(row[0]) for row in connection.execute(select))


def _strange(connection: sqlite3.Connection) -> Iterator[str]:
    """Name the values that the CHECK of their column refuses."""
    for table in TABLES:
        closed = [column for column in table.columns if column.values]
        for column in closed:
            allowed = ", ".join(f"'{value}'" for value in column.values)
            yield from _texts(
                connection,
                f"select '{table.name}.{column.name}: ' || {column.name} || ', row ' || "
                f"{table.key[0]} from {table.name} where {column.name} not in ({allowed})",
            )


def _dangling(connection: sqlite3.Connection) -> Iterator[str]:
    """Name the rows with a reference that leads nowhere.

    Each value is looked for once, in the order of its index: a sixth of the time that
    `pragma foreign_key_check` takes, which looks for that of every row.
    """
    for table in TABLES:
        for column in table.columns:
            if column.references:
                yield from _texts(connection, _lost(table, column))


def _lost(table: Table, column: Column) -> str:
    lacks = f"names a row that {column.references} lacks"
    return f"""
        select '{table.name} row ' || {table.key[0]} || ' {lacks}'
        from {table.name} where {column.name} in (
          select value from (
            select distinct {column.name} as value from {table.name}
            where {column.name} is not null
          ) where value not in (select id from {column.references}))"""


def _misplaced(connection: sqlite3.Connection, dataset: Dataset) -> Iterator[str]:
    """Name the quotes whose offsets, prefix or suffix don't give them back from what was read."""
    read = {article.id: article for article in dataset.articles}
    quotes = connection.execute(
        "select id, article_id, part, text, prefix, suffix, start_offset, end_offset from quotes"
    )
    for id_, article_id, part, text, prefix, suffix, start, end in quotes:
        article = read.get(article_id)
        if article is None:
            continue  # a reference that leads nowhere, told elsewhere
        whole = article.headline if part == "headline" else article.text
        around = whole[max(0, start - len(prefix)) : end + len(suffix)]
        if whole[start:end] != text or around != prefix + text + suffix:
            yield f"{id_}: {text!r} at {start} of {article_id}"


def _altered(connection: sqlite3.Connection, dataset: Dataset) -> Iterator[str]:
    published: dict[str, Article] = {article.id: article for article in dataset.articles}
    for id_, text in connection.execute("select id, text from articles"):
        if text != published_text(published[id_]):
            yield id_


def _too_few(connection: sqlite3.Connection, least: Mapping[str, int]) -> Iterator[str]:
    for table, wanted in least.items():
        (found,) = connection.execute(f"select count(*) from {table}").fetchone()
        if found < wanted:
            yield f"{table} has {found}, at least {wanted} expected"

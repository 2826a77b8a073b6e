"""The SQL behind our own pages; every name in it is of the published schema."""

from __future__ import annotations

COUNTS = """
select
  (select cast(value as integer) from build_info where key = 'rows_quotes') as quotes,
  (select count(*) from people where quote_count > 0) as speakers,
  (select cast(value as integer) from build_info where key = 'rows_articles') as articles,
  (select count(*) from outlets where article_count > 0) as outlets,
  (select min(month) from quotes) as first_month,
  (select max(month) from quotes) as last_month
"""

QUOTE_COLUMNS = """
  q.*, p.name as speaker,
  (select json_group_array(json_object('id', id, 'name', name)) from (
    select other.id, other.name
    from quote_speakers joint join people other on other.id = joint.person_id
    where joint.quote_id = q.id and joint.person_id != q.speaker_id
    order by joint.named)) as others,
  o.name as outlet, o.note as outlet_note,
  a.headline, a.url, a.published, a.published_precision, a.basis, e.name as event
"""

QUOTE_TABLES = """
  quotes q
  join articles a on a.id = q.article_id
  join outlets o on o.id = q.outlet_id
  left join people p on p.id = q.speaker_id
  left join events e on e.id = q.event_id
"""

# Of the latest reports, one stretch an utterance, its longest, and at most two an article: a page
# of one speech is dull.
# Fewer than eight words seldom stand alone; more than sixty fill a screen.
TELLING = f"""
with ranked as (
  select q.id, q.date_said, a.published,
    row_number() over (partition by q.utterance_id order by q.word_count desc, q.id) as place,
    row_number() over (partition by q.article_id order by q.word_count desc, q.id) as share
  from quotes q join articles a on a.id = q.article_id
  where q.kind = 'direct' and q.part != 'headline' and q.speaker_id is not null
    and q.word_count between 8 and 60
    and a.id in (select id from articles order by published desc, id limit 40)
)
select {QUOTE_COLUMNS} from {QUOTE_TABLES} join ranked on ranked.id = q.id
where ranked.place = 1 and ranked.share <= 2
order by coalesce(q.date_said, a.published) desc, q.word_count desc, q.id
limit 8
"""

# The utterance whose wording differs most between outlets, of those long enough to show it and of
# the hundreds that most outlets print.
DIFFERENT_WORDS = """
with printed as materialized (
  select id, outlet_count from utterances where outlet_count > 1
  order by outlet_count desc limit 500
)
select u.id from printed u
join variants v on v.utterance_id = u.id
join quotes q on q.id = v.quote_id
where v.relation in ('reworded', 'translated') and q.word_count >= 8
order by u.outlet_count desc, v.similarity, u.id
limit 1
"""

PRINTINGS = f"""
select {QUOTE_COLUMNS}, v.relation, v.differences, u.text as fullest, u.outlet_count,
  u.report_count
from {QUOTE_TABLES}
  join variants v on v.quote_id = q.id
  join utterances u on u.id = v.utterance_id
where v.utterance_id = ?
order by a.published, a.id, q.start_offset
"""

# What `quote_counts` holds is read there. Of a value with few quotes it holds nothing: these are
# counted. The cross join has SQLite ask first, and count nothing where the answer is no.
_COUNTED = """
  select value as id, quote_count as quotes from quote_counts
  where by_column = '{by}' and by_value = ?1 and of_column = '{of}'
  union all
  select {column} as id, count(*) as quotes
  from (
    select 1 where not exists (
      select 1 from quote_counts
      where by_column = '{by}' and by_value = ?1 and of_column = '{of}'
    )
  ) cross join quotes q {joins}
  where {column} is not null and {condition}
  group by 1
"""


def counted(by: str, of: str) -> str:
    """Return SQL of the quotes by a column that have the value ?1 in another: id and quotes."""
    joins = {"topics": "join quote_topics t on t.quote_id = q.id"}
    columns = {"topics": "t.topic_id"}
    conditions = {"topics": "q.id in (select quote_id from quote_topics where topic_id = ?1)"}
    return _COUNTED.format(
        by=by,
        of=of,
        column=columns.get(of, f"q.{of}"),
        joins=joins.get(of, ""),
        condition=conditions.get(by, f"q.{by} = ?1"),
    )


_MOST_QUOTED = """
  select id, name, description, quote_count from people where quote_count > 0
  order by quote_count desc, name limit 8
"""

SPEAKERS = f"""
with most as materialized ({_MOST_QUOTED})
select most.*, case
  when exists (select 1 from quote_counts where by_column = 'speaker_id' and by_value = most.id)
  then (select count(*) from quote_counts
    where by_column = 'speaker_id' and by_value = most.id and of_column = 'outlet_id')
  else (select count(distinct outlet_id) from quotes where speaker_id = most.id) end as outlets
from most order by quote_count desc, name
"""

MONTHS = """
select value as month, quote_count as quotes from quote_counts
where by_column = '' and of_column = 'month' order by 1
"""

# The events that most was said at.
MARKED_EVENTS = """
select id, name, substr(start, 1, 7) as month from events
where quote_count > 0 and length(start) >= 7 order by quote_count desc, id limit 8
"""

SPEAKERS_MONTHS = f"""
with most as materialized ({_MOST_QUOTED})
select by_value as speaker_id, value as month, counts.quote_count as quotes
from most join quote_counts counts on by_column = 'speaker_id' and by_value = most.id
where of_column = 'month'
union all
select few.id, month, count(*) as quotes
from (
  select id from most where not exists (
    select 1 from quote_counts where by_column = 'speaker_id' and by_value = most.id
  )
) few cross join quotes on quotes.speaker_id = few.id
where month is not null
group by 1, 2 order by 1, 2
"""

REPORTS = """
select a.id, a.headline, a.url, a.published, a.quote_count, o.name as outlet
from (select * from articles order by published desc, id limit 6) a
join outlets o on o.id = a.outlet_id
order by a.published desc, a.id
"""

VERSION = "select value from build_info where key = 'version'"

ONE_QUOTE = f"select {QUOTE_COLUMNS} from {QUOTE_TABLES} where q.id = ?"

QUOTE_TOPICS = """
select t.id, t.name, qt.words from quote_topics qt join topics t on t.id = qt.topic_id
where qt.quote_id = ? order by t.name
"""

CANDIDATES = """
select c.*, p.name from candidates c left join people p on p.id = c.person_id
where c.quote_id = ? order by c.rank
"""

RULE = "select * from rules where id = ?"

ONE_ARTICLE = """
select a.*, o.name as outlet, o.note as outlet_note, o.url as outlet_url
from articles a join outlets o on o.id = a.outlet_id where a.id = ?
"""

COPIES = """
select a.id, o.name as outlet from articles a join outlets o on o.id = a.outlet_id
where a.syndication_id = ? and a.id <> ? order by a.published, a.id
"""

ARTICLE_QUOTES = f"""
select {QUOTE_COLUMNS} from {QUOTE_TABLES} where q.article_id = ?
order by q.part = 'headline' desc, q.start_offset, q.end_offset desc
"""

ONE_PERSON = "select * from people where id = ?"

NAMES = """
select form, min(language) as language from name_forms where person_id = ? group by form
order by min(script) != 'Latn', max(language = 'en') desc, form
"""

POSITIONS = """
select positions.*, organisation.name as organisation
from positions left join people organisation on organisation.id = positions.organisation_id
where person_id = ? order by positions.start desc
"""

_MOST_LISTED = 40

LISTED = f"""
select {QUOTE_COLUMNS} from {QUOTE_TABLES} where {{condition}}
order by q.date_said desc, q.article_id, q.start_offset limit {_MOST_LISTED}
"""

# By the day of the report: what was said long ago and is printed today is news.
LATEST = f"""
select {QUOTE_COLUMNS} from {QUOTE_TABLES}
where q.kind != 'indirect' and q.part != 'headline' and a.id in (
  select id from articles where quote_count > 0 order by published desc, id limit 50
)
order by a.published desc, a.id, q.start_offset limit 50
"""

# Joint statements are everyone's who makes them, as `people.quote_count` counts. Of those that
# somebody is named first for there may be a hundred thousand, and the latest suffice.
OF_PERSON = f"""\
q.id in (
  select id from (
    select id from quotes where speaker_id = ?1 order by date_said desc limit {_MOST_LISTED}
  )
  union all
  select quote_id from quote_speakers where person_id = ?1 and named > 1
)"""

PERSON_QUOTES = LISTED.format(condition=OF_PERSON)

# What the quotes of a row of each table meet, and the argument that narrows the table to them.
QUOTES_OF = {
    "people": (OF_PERSON, "_speaker"),
    "outlets": ("q.outlet_id = ?", "outlet_id"),
    "events": ("q.event_id = ?", "event_id"),
    # rows are in the order of publication: the latest printed are the last
    "topics": (
        "q.id in (select quote_id from quote_topics where topic_id = ? "
        "order by rowid desc limit 400)",
        "topics__arraycontains",
    ),
}

# The column of `quotes` that a row of each table stands in.
COLUMN_OF = {
    "people": "speaker_id",
    "outlets": "outlet_id",
    "events": "event_id",
    "topics": "topics",
}

MONTHS_OF = {
    table: f"select id, quotes from ({counted(column, 'month')}) order by 1"
    for table, column in COLUMN_OF.items()
}


def _ranked(by: str, of: str, named_in: str) -> str:
    return f"""
with counted as ({counted(by, of)}),
  most as (select id, quotes from counted order by 2 desc, 1 limit ?2)
select most.id, named.name as label, quotes
from most join {named_in} named on named.id = most.id order by quotes desc, label
"""


def _years(by: str) -> str:
    return f"""
select substr(id, 1, 4) as id, substr(id, 1, 4) as label, sum(quotes) as quotes
from ({counted(by, "month")}) group by 1 order by 3 desc, 1 limit ?2
"""


_NAMED_IN = {"speakers": "people", "outlets": "outlets", "topics": "topics", "events": "events"}

# The most frequent values of an aspect among the quotes of a row of a table.
RANKED = {
    (table, aspect): _ranked(column, COLUMN_OF[named_in], named_in)
    for table, column in COLUMN_OF.items()
    for aspect, named_in in _NAMED_IN.items()
} | {(table, "years"): _years(column) for table, column in COLUMN_OF.items()}

# Whoever else speaks in the same reports.
BESIDE = """
select p.id, p.name, together.article_count as reports
from quoted_together together join people p on p.id = together.other_id
where together.person_id = ? order by reports desc, p.name limit 8
"""

MOST_PRINTED = """
select u.id, u.text, u.date_said, u.outlet_count, u.report_count, u.quote_count from utterances u
where u.speaker_id = ? and u.outlet_count > 1
order by u.outlet_count desc, u.quote_count desc, u.id limit 5
"""

OUTLET_REPORTS = """
select id, headline, published, quote_count from articles
where outlet_id = ? order by published desc, id limit 10
"""

ONE = {table: f"select * from {table} where id = ?" for table in ("outlets", "events", "topics")}

TOPIC_NAMES = "select id, name from topics"

# Search. The index is asked once, for the matches last printed; only those are ranked and counted.
MARK_OPENS, MARK_ENDS = "\x01", "\x02"  # no text has them

FIND = """
select rowid, bm25(quotes_fts, 8.0, 2.0, 0.0)
from quotes_fts where quotes_fts match ? order by rowid desc limit ?
"""

_FOUND = """
with found as materialized (
  select json_extract(value, '$[0]') as place, json_extract(value, '$[1]') as rank
  from json_each(?)
)
"""

COUNT_FOUND = f"""{_FOUND}
select count(*) as found from found join quotes q on q.rowid = place where true{{where}}
"""

FIND_QUOTES = f"""{_FOUND}
select found.place, {QUOTE_COLUMNS}
from found, {QUOTE_TABLES}
where q.rowid = found.place{{where}}
order by rank, a.published desc, q.id limit ? offset ?
"""

MARK_FOUND = """
select rowid as place, highlight(quotes_fts, 0, char(1), char(2)) as marked
from quotes_fts where quotes_fts match ? and rowid in ({places})
"""

COUNT_BY = f"""{_FOUND}, counted as (
  select {{column}} as value, count(*) as found
  from found join quotes q on q.rowid = place where true{{where}}
  group by 1 having value is not null order by 2 desc, 1 limit 8
)
select value, found, {{label}} as label from counted order by found desc, value
"""

FIND_PEOPLE = """
select people.* from people_fts join people on people.rowid = people_fts.rowid
where people_fts match ?1
order by (people.name = ?2 collate nocase
    or exists (select 1 from name_forms
      where person_id = people.id and form = ?2 collate nocase)) desc,
  quote_count > 0 desc, bm25(people_fts, 10.0, 1.0, 5.0) limit 4
"""

FIND_REPORTS = """
with found as materialized (
  select rowid as place, bm25(articles_fts) as likeness from articles_fts
  where articles_fts match '{headline} : (' || ? || ')' order by rowid desc limit 500
), best as materialized (select * from found order by likeness, place desc limit 4)
select a.id, a.headline, a.published, a.quote_count, o.name as outlet
from best join articles a on a.rowid = place join outlets o on o.id = a.outlet_id
order by likeness, place desc
"""

NAME_FORMS = "select distinct form from name_forms"

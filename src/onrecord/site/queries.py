"""The SQL behind our own pages; every name in it is of the published schema."""

from __future__ import annotations

COUNTS = """
select
  (select count(*) from quotes) as quotes,
  (select count(*) from people where quote_count > 0) as speakers,
  (select count(*) from articles) as articles,
  (select count(distinct outlet_id) from articles) as outlets,
  (select min(month) from quotes) as first_month,
  (select max(month) from quotes) as last_month
"""

QUOTE_COLUMNS = """
  q.*, p.name as speaker,
  (select json_group_array(json_object('id', id, 'name', name)) from (
    select other.id, other.name
    from quote_speakers joint join people other on other.id = joint.person_id
    where joint.quote_id = q.id and joint.person_id != q.speaker_id
    order by joint.rowid)) as others,
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
select {QUOTE_COLUMNS}, v.relation, v.differences, u.text as fullest, u.outlet_count,
  u.report_count
from {QUOTE_TABLES}
  join variants v on v.quote_id = q.id
  join utterances u on u.id = v.utterance_id
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

# The events that most was said at.
MARKED_EVENTS = """
select id, name, substr(start, 1, 7) as month from events
where quote_count > 0 and length(start) >= 7 order by quote_count desc, id limit 8
"""

SPEAKERS_MONTHS = """
select speaker_id, month, count(*) as quotes from quotes
where month is not null and speaker_id in (
  select id from people where quote_count > 0 order by quote_count desc, name limit 8
)
group by 1, 2 order by 1, 2
"""

REPORTS = """
select a.id, a.headline, a.url, a.published, a.quote_count, o.name as outlet
from articles a join outlets o on o.id = a.outlet_id
order by a.published desc, a.id limit 6
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
select distinct form, language from name_forms where person_id = ?
order by script != 'Latn', language != 'en', form
"""

POSITIONS = """
select positions.*, organisation.name as organisation
from positions left join people organisation on organisation.id = positions.organisation_id
where person_id = ? order by positions.start desc
"""

LISTED = f"""
select {QUOTE_COLUMNS} from {QUOTE_TABLES} where {{condition}}
order by q.date_said desc, q.article_id, q.start_offset limit 40
"""

# By the day of the report: what was said long ago and is printed today is news.
LATEST = f"""
select {QUOTE_COLUMNS} from {QUOTE_TABLES}
where q.kind != 'indirect' and q.part != 'headline' and a.id in (
  select id from articles where quote_count > 0 order by published desc, id limit 50
)
order by a.published desc, a.id, q.start_offset limit 50
"""

PERSON_QUOTES = LISTED.format(condition="q.speaker_id = ?")

# What the quotes of a row of each table meet, and the argument that narrows the table to them.
QUOTES_OF = {
    "people": ("q.speaker_id = ?", "speaker_id"),
    "outlets": ("q.outlet_id = ?", "outlet_id"),
    "events": ("q.event_id = ?", "event_id"),
    "topics": (
        "q.id in (select quote_id from quote_topics where topic_id = ?)",
        "topics__arraycontains",
    ),
}

MONTHS_OF = """
select q.month, count(*) from quotes q where {condition} and q.month is not null
group by 1 order by 1
"""

_RANKED = """
with counted as (
  select {column} as id, count(*) as quotes from quotes q {join}
  where {{condition}} and {column} is not null group by 1 order by 2 desc, 1 limit ?
)
select counted.id, {label} as label, quotes from counted {names} order by quotes desc, label
"""


def _ranked(column: str, named_in: str | None, join: str = "") -> str:
    label = "named.name" if named_in else "counted.id"
    names = f"join {named_in} named on named.id = counted.id" if named_in else ""
    return _RANKED.format(column=column, join=join, label=label, names=names)


RANKED = {
    "speakers": _ranked("q.speaker_id", "people"),
    "outlets": _ranked("q.outlet_id", "outlets"),
    "topics": _ranked("t.topic_id", "topics", "join quote_topics t on t.quote_id = q.id"),
    "events": _ranked("q.event_id", "events"),
    "years": _ranked("substr(q.month, 1, 4)", None),
}

# Whoever else speaks in the same reports.
BESIDE = """
select p.id, p.name, count(distinct q.article_id) as reports
from quotes q join people p on p.id = q.speaker_id
where q.article_id in (select article_id from quotes where speaker_id = ?1) and q.speaker_id != ?1
group by 1 order by 3 desc, p.name limit 8
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

# Search. The index is asked for its first matches, and only those are ranked and counted.
MARK_OPENS, MARK_ENDS = "\x01", "\x02"  # no text has them

_FOUND = """
with found as materialized (
  select rowid as place, bm25(quotes_fts, 8.0, 2.0, 0.0) as rank
  from quotes_fts where quotes_fts match ? limit ?
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
select a.id, a.headline, a.published, a.quote_count, o.name as outlet
from articles_fts join articles a on a.rowid = articles_fts.rowid
  join outlets o on o.id = a.outlet_id
where articles_fts match '{headline} : (' || ? || ')' order by rank limit 4
"""

NAME_FORMS = "select distinct form from name_forms"

"""The questions people ask, answered: canned queries with a ready chart where one suits.

Every parameter may be left empty; the description says what is shown then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Literal
from urllib.parse import quote, urlencode

MOST = 1000  # rows that an answer has at most; Datasette shows as many (see SETTINGS)

_CODE = re.compile(r"`([^`]+)`")

Group = Literal["Words", "People", "Events and topics", "Outlets"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of the answer by datasette-vega, which reads it from the URL's fragment."""

    x: str
    y: str
    color: str = ""
    mark: Literal["bar", "line", "circle"] = "bar"

    def fragment(self) -> str:
        """Return the URL fragment that draws it."""
        settings = {
            "g.mark": self.mark,
            "g.x_column": self.x,
            "g.x_type": "ordinal",
            "g.y_column": self.y,
            "g.y_type": "quantitative",
            "g.color_column": self.color,
        }
        return urlencode({key: value for key, value in settings.items() if value}, quote_via=quote)


@dataclass(frozen=True, slots=True)
class Query:
    """One question, its answer in SQL, and the names of its parameters."""

    name: str
    title: str
    description: str
    sql: str
    group: Group
    params: tuple[str, ...] = ()
    chart: Chart | None = None

    def description_html(self, examples: Mapping[str, str | None]) -> str:
        """Return the description, with links to an example, where one is known, and to the chart.

        `examples` gives values of parameters by their name.
        """
        given = {name: value for name in self.params if (value := examples.get(name))}
        links = [f'<a href="{escape(link)}">{words}</a>' for words, link in self._links(given)]
        description = _CODE.sub(r"<code>\1</code>", escape(self.description, quote=False))
        return " ".join([description, *links])

    def _links(self, given: Mapping[str, str]) -> list[tuple[str, str]]:
        # relative to the query's own page, so that the site may live under any path
        example = f"{self.name}?{urlencode(given)}" if given else self.name
        links = []
        if given:
            links.append((f"Example: {escape(', '.join(given.values()))}.", example))
        if self.chart:
            links.append(("Show as a chart.", f"{example}#{self.chart.fragment()}"))
        return links


# people are found by id or by any spelling of their names; nobody asked for: who is quoted most
_PERSON = """\
speaker_id in (
    select person_id from name_forms where :person <> '' and form like '%' || :person || '%'
    union select case :person
      when '' then (select id from people order by quote_count desc, id limit 1) else :person end
  )"""

QUERIES: tuple[Query, ...] = (
    Query(
        name="who_said_what_on_a_day",
        group="Words",
        title="Who said what on a day?",
        description="Every quote said on a day (YYYY-MM-DD), or within days that the report leaves "
        "open and that began a month before at most. Empty: the latest day on record.",
        params=("day",),
        # a range of more than a month says little of a day, and to look for one is to read all
        sql="""\
select date_said, date_said_end, speaker, text, kind, outlet, headline, url, id as quote_id
from said, (
  select coalesce(
    nullif(:day, ''), (select max(date_said) from quotes where date_precision = 'day')) as asked)
where date_precision in ('day', 'range')
  and date_said between date(asked, '-31 days') and asked and date_said_end >= asked
order by speaker is null, speaker, utterance_id, published, outlet""",
    ),
    Query(
        name="one_person_over_time",
        group="People",
        title="How often is one person quoted, month by month?",
        description="A person by any spelling of the name, or by id. Empty: who is quoted most.",
        params=("person",),
        chart=Chart(x="month", y="quote_count", color="kind"),
        sql=f"""\
select month, kind, count(*) as quote_count, count(distinct quotes.outlet_id) as outlet_count,
  count(distinct coalesce(articles.syndication_id, articles.id)) as report_count
from quotes join articles on articles.id = quotes.article_id
where month is not null and {_PERSON}
group by month, kind
order by month, kind""",
    ),
    Query(
        name="what_one_person_said",
        group="People",
        title="What did one person say?",
        description="All words on record of a person, by any spelling of the name or by id, the "
        f"latest {MOST:,} of them. Empty: of who is quoted most.",
        params=("person",),
        sql=f"""\
select date_said, speaker, text, kind, cue, event, outlet, headline, url, id as quote_id
from said
where id in (
  select id from quotes where {_PERSON}
  order by date_said desc limit {MOST}
)
order by date_said desc, utterance_id, published, outlet""",
    ),
    Query(
        name="same_words_in_two_outlets",
        group="Words",
        title="Which words are printed by two outlets or more, and are they the same?",
        description="All reports of the same utterance one under the other, the earliest first, "
        "with how each stands to the fullest: of the five hundred utterances that most print. "
        "Articles with one `syndication_id` print one text; "
        "`report_count` counts them once.",
        sql="""\
select same_words.speaker, same_words.date_said, said.outlet, said.published, variants.relation,
  round(variants.similarity, 2) as similarity, said.text, said.url, same_words.report_count,
  said.syndication_id, same_words.utterance_id
from same_words
  join variants on variants.utterance_id = same_words.utterance_id
  join said on said.id = variants.quote_id
where same_words.utterance_id in (
  select id from utterances where outlet_count > 1
  order by report_count desc, outlet_count desc, date_said, id limit 500
)
order by same_words.report_count desc, same_words.outlet_count desc, same_words.date_said,
  same_words.utterance_id, said.published, said.outlet""",
    ),
    Query(
        name="who_said_it_first",
        group="Words",
        title="Where was it printed first?",
        description="Reports of a wording, the earliest said and printed first. Words are found "
        "in their order, whatever their case and punctuation. Empty: none.",
        params=("words",),
        sql="""\
select said.date_said, said.published, said.speaker, said.text, said.outlet, said.headline,
  said.url, said.id as quote_id
from quotes_fts
  join quotes on quotes.rowid = quotes_fts.rowid
  join said on said.id = quotes.id
where quotes_fts match 'text : "' || replace(:words, '"', ' ') || '"'
order by said.date_said, said.published, said.outlet""",
    ),
    Query(
        name="quotes_per_month_by_speaker",
        group="People",
        title="Who was heard in which month?",
        description="Quotes per month of saying, of the ten who are quoted most.",
        chart=Chart(x="month", y="quote_count", color="speaker"),
        sql="""\
select by_value as month, people.name as speaker, counts.quote_count, people.id as speaker_id
from (select * from people order by quote_count desc, id limit 10) people
  join quote_counts counts on of_column = 'speaker_id' and value = people.id
where by_column = 'month'
order by month, counts.quote_count desc, speaker""",
    ),
    Query(
        name="most_quoted",
        group="People",
        title="Who is quoted most?",
        description="The fifty with most quotes, and the first and last day on record of each.",
        chart=Chart(x="speaker", y="quote_count"),
        sql="""\
with most as materialized (
  select id, name, kind, quote_count from people
  where quote_count > 0
  order by quote_count desc, name limit 50
),
named_later as materialized (
  select person_id, date_said, outlet_id
  from most join quote_speakers on person_id = most.id and named > 1
    join quotes on quotes.id = quote_id
)
select name as speaker, kind, quote_count, (
    select count(*) from (
      select value from quote_counts
      where by_column = 'speaker_id' and by_value = most.id and of_column = 'outlet_id'
      union select outlet_id from named_later where person_id = most.id
      union select outlet_id from quotes where speaker_id = most.id and not exists (
        select 1 from quote_counts where by_column = 'speaker_id' and by_value = most.id)
    )
  ) as outlet_count, (
    select min(said) from (
      select min(date_said) as said from quotes where speaker_id = most.id
      union all select date_said from named_later where person_id = most.id)
  ) as first_said, (
    select max(said) from (
      select max(date_said) as said from quotes where speaker_id = most.id
      union all select date_said from named_later where person_id = most.id)
  ) as last_said, id as speaker_id
from most
order by quote_count desc, speaker""",
    ),
    Query(
        name="unattributed",
        group="Words",
        title="Which words are nobody's?",
        description="Quotes whose speaker the report does not name, or names in a way that fits "
        "nobody or several: left empty rather than guessed.",
        sql="""\
select quotes.text, quotes.kind, quotes.speaker_mention, quotes.cue, rules.description as rule,
  articles.headline, articles.url, quotes.id as quote_id
from quotes
  join articles on articles.id = quotes.article_id
  join rules on rules.id = quotes.rule_id
where quotes.speaker_id is null
order by articles.published desc, articles.id, quotes.start_offset""",
    ),
    Query(
        name="by_event",
        group="Events and topics",
        title="What was said at an event?",
        description="An event by id or by a part of its name. Empty: the latest with quotes.",
        params=("event",),
        sql="""\
select event, date_said, speaker, text, kind, outlet, headline, url, id as quote_id
from said
where event_id in (
    select id from events where :event <> '' and (id = :event or name like '%' || :event || '%')
    union select id from (
      select id from events where :event = '' and quote_count > 0 order by start desc limit 1
    )
  )
order by event_id, date_said, speaker, utterance_id, published""",
    ),
    Query(
        name="quotes_per_event",
        group="Events and topics",
        title="Which events made them speak?",
        description="Quotes tied to each event, by speaker.",
        chart=Chart(x="event", y="quote_count", color="speaker"),
        sql="""\
select events.name as event, people.name as speaker, count(*) as quote_count,
  count(distinct quotes.outlet_id) as outlet_count, quotes.event_id, quotes.speaker_id
from quotes
  join events on events.id = quotes.event_id
  left join people on people.id = quotes.speaker_id
group by quotes.event_id, quotes.speaker_id
order by quotes.event_id, quote_count desc, speaker""",
    ),
    Query(
        name="by_topic",
        group="Events and topics",
        title="What was said on a topic?",
        description="A topic by id or by a part of its name: the quotes printed last, up to "
        f"{MOST:,}. Empty: the topic with most quotes.",
        params=("topic",),
        # rows are in the order of publication
        sql=f"""\
select topics.name as topic, said.date_said, said.speaker, said.text, said.kind, said.outlet,
  said.headline, said.url, said.id as quote_id
from (
  select topic_id, quote_id from quote_topics
  where topic_id in (
    select id from topics where :topic <> '' and (id = :topic or name like '%' || :topic || '%')
    union select id from (
      select id from topics where :topic = '' order by quote_count desc, id limit 1
    )
  )
  order by rowid desc limit {MOST}
) latest
  join topics on topics.id = latest.topic_id
  join said on said.id = latest.quote_id
order by topics.id, said.date_said desc, said.utterance_id, said.published""",
    ),
    Query(
        name="topics_over_time",
        group="Events and topics",
        title="Which topics came up when?",
        description="Quotes on each topic by month of saying. A quote can have several topics.",
        chart=Chart(x="month", y="quote_count", color="topic"),
        sql="""\
select value as month, topics.name as topic, counts.quote_count, topics.id as topic_id
from quote_counts counts join topics on topics.id = by_value
where by_column = 'topics' and of_column = 'month'
order by month, topic""",
    ),
    Query(
        name="who_is_quoted_by_which_outlet",
        group="Outlets",
        title="Who is quoted by which outlet?",
        description="Quotes of a speaker in an outlet: the thousand pairs with most.",
        chart=Chart(x="outlet", y="quote_count", color="speaker"),
        sql=f"""\
with most as materialized (
  select by_value as outlet_id, value as speaker_id, quote_count from quote_counts
  where by_column = 'outlet_id' and of_column = 'speaker_id'
  order by quote_count desc, outlet_id, speaker_id limit {MOST}
)
select outlets.name as outlet, people.name as speaker, most.quote_count, outlet_id, speaker_id
from most join outlets on outlets.id = outlet_id join people on people.id = speaker_id
order by outlet, most.quote_count desc, speaker""",
    ),
    Query(
        name="indirect_against_direct",
        group="Outlets",
        title="Does an outlet quote, or does it tell?",
        description="Whole quotations, fragments and paraphrases in each outlet, and their share.",
        chart=Chart(x="outlet", y="quote_count", color="kind"),
        sql="""\
select outlets.name as outlet, value as kind, counts.quote_count,
  round(1.0 * counts.quote_count / outlets.quote_count, 2) as share, outlets.id as outlet_id
from quote_counts counts join outlets on outlets.id = by_value
where by_column = 'outlet_id' and of_column = 'kind'
order by outlet, kind""",
    ),
)

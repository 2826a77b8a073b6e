"""What people ask for, put together from the tables: one flat row a quote, counts, sameness."""

from __future__ import annotations

from dataclasses import replace

from onrecord.db.schema import Column, Table
from onrecord.db.tables.articles import ARTICLES
from onrecord.db.tables.quotes import QUOTES
from onrecord.db.tables.utterances import UTTERANCES


def _column_of(table: Table, name: str, *, is_facet: bool = False) -> Column:
    """Return a column as the table describes it, for a view that shows it unchanged."""
    column = next(column for column in table.columns if column.name == name)
    return replace(column, is_facet=is_facet)


_SPEAKER = Column(name="speaker", description="Name of the speaker.", is_facet=True)
_OUTLET = Column(name="outlet", description="The outlet that prints it.")
_HEADLINE = Column(name="headline", description="Headline of the report.")
_SPEAKER_ID = _column_of(QUOTES, "speaker_id")

# Left joins throughout, though every quote has its article and outlet: SQLite leaves out a left
# join that a count or a facet has no use for, and an inner join never.
SAID = Table(
    name="said",
    description="One flat row a quote, with the names spelled out: the table to start from, and "
    "the one to take into a spreadsheet.",
    sort_desc="date_said",
    columns=(
        Column(name="id", description="Id of the quote.", references="quotes"),
        _column_of(QUOTES, "date_said"),
        _column_of(QUOTES, "date_said_end"),
        _column_of(QUOTES, "date_precision"),
        _SPEAKER,
        _column_of(QUOTES, "speaker_title"),
        _column_of(QUOTES, "text"),
        _column_of(QUOTES, "kind", is_facet=True),
        _column_of(QUOTES, "part"),
        _column_of(QUOTES, "cue"),
        replace(_OUTLET, is_facet=True),
        _HEADLINE,
        Column(name="published", description="Day the report was published."),
        Column(name="url", description="The report."),
        Column(name="event", description="The event it was said at.", is_facet=True),
        _column_of(QUOTES, "topics"),
        _column_of(QUOTES, "month"),
        _column_of(QUOTES, "probability"),
        _column_of(QUOTES, "verification"),
        _SPEAKER_ID,
        _column_of(QUOTES, "outlet_id"),
        _column_of(QUOTES, "article_id"),
        _column_of(ARTICLES, "syndication_id"),
        _column_of(QUOTES, "event_id"),
        _column_of(QUOTES, "utterance_id"),
    ),
    sql="""\
select quotes.id, quotes.date_said, quotes.date_said_end, quotes.date_precision,
  people.name as speaker, quotes.speaker_title, quotes.text, quotes.kind, quotes.part, quotes.cue,
  outlets.name as outlet, articles.headline, articles.published, articles.url,
  events.name as event, quotes.topics, quotes.month, quotes.probability, quotes.verification,
  quotes.speaker_id, quotes.outlet_id, quotes.article_id, articles.syndication_id,
  quotes.event_id, quotes.utterance_id
from quotes
  left join articles on articles.id = quotes.article_id
  left join outlets on outlets.id = quotes.outlet_id
  left join people on people.id = quotes.speaker_id
  left join events on events.id = quotes.event_id""",
)

QUOTES_BY_MONTH = Table(
    name="quotes_by_month",
    description="How often each speaker is quoted, month by month of saying.",
    sort="month",
    columns=(
        Column(name="month", description="YYYY-MM.", is_facet=True),
        _SPEAKER,
        _SPEAKER_ID,
        Column(
            name="quote_count",
            type="INTEGER",
            description="Quotes said that month.",
        ),
        Column(
            name="outlet_count",
            type="INTEGER",
            description="Outlets that print them.",
        ),
    ),
    sql="""\
select quotes.month, people.name as speaker, quotes.speaker_id,
  count(*) as quote_count, count(distinct quotes.outlet_id) as outlet_count
from quotes join people on people.id = quotes.speaker_id
where quotes.month is not null
group by quotes.month, quotes.speaker_id""",
)

SAME_WORDS = Table(
    name="same_words",
    description="Utterances that two or more outlets print, and whether in the same words.",
    sort_desc="outlet_count",
    columns=(
        Column(name="utterance_id", description="The act of saying.", references="utterances"),
        _SPEAKER,
        Column(name="date_said", description="Day it was said."),
        Column(name="text", description="Its words in the fullest report."),
        Column(
            name="outlet_count",
            type="INTEGER",
            description="Outlets that print it.",
        ),
        _column_of(UTTERANCES, "report_count"),
        Column(
            name="quote_count",
            type="INTEGER",
            description="Quotes that report it.",
        ),
        Column(name="outlets", description="Their names."),
        Column(
            name="reworded_count",
            type="INTEGER",
            description="Reports of it in other words, translations among them.",
        ),
        Column(
            name="least_similarity",
            type="REAL",
            description="Likeness of the report furthest from the fullest.",
            unit="0 to 1",
        ),
        _SPEAKER_ID,
    ),
    sql="""\
select utterances.id as utterance_id, people.name as speaker, utterances.date_said,
  utterances.text, utterances.outlet_count, utterances.report_count, utterances.quote_count,
  (select group_concat(name, ', ') from (
    select distinct outlets.name from quotes join outlets on outlets.id = quotes.outlet_id
    where quotes.utterance_id = utterances.id order by outlets.name)) as outlets,
  (select count(*) from variants where variants.utterance_id = utterances.id
    and relation in ('reworded', 'translated')) as reworded_count,
  (select min(similarity) from variants
    where variants.utterance_id = utterances.id) as least_similarity,
  utterances.speaker_id
from utterances left join people on people.id = utterances.speaker_id
where utterances.outlet_count >= 2""",
)

# Of the founding reports' paraphrases below it a reader finds half wrong or badly cut, of those
# above it one in ten (November 2026)
DOUBTFUL = 0.7


def _undecided(*fields: str) -> str:
    """Return the condition that no correction has settled one of these fields of a quote."""
    named = ", ".join(f"'{field}'" for field in fields)
    return f"""quotes.id not in (
        select row_id from corrected_rows join corrections on corrections.id = correction_id
        where table_name = 'quotes' and field in ({named}))"""


NEEDS_REVIEW = Table(
    name="needs_review",
    description="Quotes that a person should look at, and why; not those that one has, and put "
    "right or found right by a correction.",
    sort="probability",
    columns=(
        Column(name="quote_id", description="The quote.", references="quotes"),
        Column(
            name="reason",
            description="`no speaker`: nobody known is named. `unknown speaker`: a name that no "
            "data file has. `words not found`: they are not in the report as given. `another day`: "
            "other reports of the same utterance give another. `doubtful`: the probability is "
            f"below {DOUBTFUL}.",
            is_facet=True,
        ),
        _column_of(QUOTES, "text"),
        _SPEAKER,
        _column_of(QUOTES, "speaker_mention"),
        _column_of(QUOTES, "kind"),
        _column_of(QUOTES, "probability"),
        _column_of(QUOTES, "rule_id"),
        _OUTLET,
        _HEADLINE,
        _column_of(QUOTES, "article_id"),
        _SPEAKER_ID,
    ),
    sql=f"""\
select * from (
  select quotes.id as quote_id,
    case
      when quotes.speaker_id is null and {_undecided("speaker_id")} then 'no speaker'
      when people.is_linked = 0 then 'unknown speaker'
      when quotes.verification in ('near', 'absent')
        and {_undecided("speaker_id", "kind", "date_said")} then 'words not found'
      when (quotes.date_said > utterances.date_said_end
        or quotes.date_said_end < utterances.date_said)
        and {_undecided("date_said")} then 'another day'
      when quotes.probability < {DOUBTFUL} and {_undecided("speaker_id")} then 'doubtful'
    end as reason,
    quotes.text, people.name as speaker, quotes.speaker_mention, quotes.kind, quotes.probability,
    quotes.rule_id, outlets.name as outlet, articles.headline, quotes.article_id, quotes.speaker_id
  from quotes
    join utterances on utterances.id = quotes.utterance_id
    join articles on articles.id = quotes.article_id
    join outlets on outlets.id = quotes.outlet_id
    left join people on people.id = quotes.speaker_id
)
where reason is not null""",
)

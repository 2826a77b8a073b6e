"""What was said, by whom, and how it was read: quotes, their speakers and the rules."""

from __future__ import annotations

from typing import get_args

from onrecord import models
from onrecord.db.schema import Column, Table
from onrecord.db.tables.days import DAY_COLUMNS

RULES = Table(
    name="rules",
    description="The rules that find who said a quote, and those that find the day.",
    key=("id",),
    sort_desc="support",
    columns=(
        Column(name="id", description="Name of the rule."),
        Column(
            name="kind",
            description="`attribution`: it finds the source. `dating`: it finds the day, or tells "
            "why there is none.",
            values=get_args(models.RuleKind),
            is_required=True,
            is_facet=True,
        ),
        Column(name="description", description="What it does.", is_required=True),
        Column(name="example", description="A sentence it reads, written for the purpose."),
        Column(name="counterexample", description="A sentence that it must leave alone."),
        Column(
            name="precision",
            type="REAL",
            description="Share of its attributions that are right on annotated text; empty: not "
            "measured.",
            unit="0 to 1",
        ),
        Column(
            name="support",
            type="INTEGER",
            description="Quotes in this database that it decided.",
            is_required=True,
        ),
    ),
)

# What is counted of the quotes of one speaker or outlet, within a second filter too.
_WITHIN = ("kind", "month", "part", "event_id", "topics", "wording")

QUOTES = Table(
    name="quotes",
    description="Words reported, one row for each unbroken stretch: who said them, when, where "
    "they are printed, and how each of these was read.",
    key=("id",),
    label="text",
    sort_desc="date_said",
    covering=(
        ("month", "speaker_id", "outlet_id", "kind"),
        ("event_id", "speaker_id", "outlet_id"),
        # the latest of each, and what the dashboard and the facets count
        ("outlet_id", "date_said", "speaker_id", *_WITHIN),
        ("speaker_id", "date_said", "outlet_id", *_WITHIN),
        ("kind", "date_said"),
        ("part", "date_said"),
        ("wording", "date_said"),
    ),
    search="""\
select quotes.rowid as rowid, quotes.text as text, people.name as speaker,
  articles.headline as headline
from quotes join articles on articles.id = quotes.article_id
  left join people on people.id = quotes.speaker_id""",
    columns=(
        Column(
            name="id",
            description="Made from the article's id, the part and the words: it stays when rules, "
            "names or dates change.",
        ),
        Column(
            name="text",
            description="The words as printed, quotation marks left out.",
            is_required=True,
        ),
        Column(
            name="speaker_id",
            description="Who said it, the first named of several; empty where nobody can be "
            "defended.",
            references="people",
            is_facet=True,
        ),
        Column(
            name="speaker_title",
            description="The office the speaker held on the day it was said: of several the one "
            "taken up last; empty where none or no day is known.",
        ),
        Column(
            name="is_title_sure",
            type="INTEGER",
            description="1: the office was held on every day it can have been said. 0: its dates "
            "or the quote's leave that open.",
        ),
        Column(name="speaker_mention", description="The words of the report that name the source."),
        Column(
            name="kind",
            description="`direct`: a clause or more in quotation marks, or a post. `mixed`: a "
            "fragment in marks inside the reporter's sentence. `indirect`: a paraphrase.",
            values=get_args(models.Kind),
            is_required=True,
            is_facet=True,
        ),
        Column(
            name="part",
            description="Where in the report it stands; `post`: an embedded social-media post.",
            values=get_args(models.Part),
            is_required=True,
            is_facet=True,
        ),
        Column(
            name="medium",
            description="How it was said.",
            values=get_args(models.Medium),
            is_required=True,
        ),
        Column(
            name="post_url",
            description="Where the post was posted, as the report's markup says; empty for what is "
            "no post, and for posts read from plain text or a digest.",
        ),
        *DAY_COLUMNS,
        Column(
            name="date_expression",
            description="The words of the report that give the day; empty where none do.",
        ),
        Column(
            name="date_rule",
            description="The rule that found the day, or that tells why there is none.",
            references="rules",
            is_required=True,
        ),
        Column(
            name="month",
            description="Month it was said (YYYY-MM), where the day is known to the month.",
            is_facet=True,
        ),
        Column(
            name="article_id",
            description="The report that prints it.",
            references="articles",
            is_required=True,
        ),
        Column(
            name="outlet_id",
            description="The outlet that prints it.",
            references="outlets",
            is_required=True,
            is_facet=True,
        ),
        Column(
            name="event_id",
            description="The event it was said at; not one that it is about.",
            references="events",
            is_facet=True,
        ),
        Column(
            name="topics",
            description="JSON array of topic ids, the same as in `quote_topics`.",
            is_required=True,
            is_facet=True,
            is_array=True,
        ),
        Column(
            name="utterance_id",
            description="The act of saying that it reports.",
            references="utterances",
            is_required=True,
        ),
        Column(
            name="wording",
            description="How its words stand to the fullest report of the utterance, as "
            "`variants.relation`; empty where it is the only quote of it.",
            values=get_args(models.Relation),
            is_facet=True,
            is_sparse=True,
        ),
        Column(
            name="turn_id",
            description="Id of the first quote of its turn: stretches of one quotation that only "
            "a reporting clause or a paragraph break keeps apart.",
            is_required=True,
            is_indexed=True,
        ),
        Column(
            name="inside_id",
            description="Id of the quote that it is quoted within.",
            is_indexed=True,
            is_sparse=True,
        ),
        Column(name="cue", description="The reporting word."),
        Column(
            name="cue_class",
            description="What the reporting word asserts; `none` where there is none.",
            values=get_args(models.CueClass),
            is_required=True,
        ),
        Column(
            name="rule_id",
            description="The rule that found its source.",
            references="rules",
            is_required=True,
        ),
        Column(
            name="probability",
            type="REAL",
            description="Probability that the mention is the source; without one, that the report "
            "names no source.",
            unit="0 to 1",
            is_required=True,
            is_indexed=True,
        ),
        Column(
            name="prefix",
            description="Words before it: up to a sentence or 160 characters, the shorter.",
            is_required=True,
        ),
        Column(name="suffix", description="Words after it, likewise.", is_required=True),
        Column(
            name="start_offset",
            type="INTEGER",
            description="Where it starts in the headline (part `headline`) or else in the text "
            "that was read.",
            unit="code points",
            is_required=True,
        ),
        Column(
            name="end_offset",
            type="INTEGER",
            description="Where it ends there, its last character included before it.",
            unit="code points",
            is_required=True,
        ),
        Column(
            name="summary_start",
            type="INTEGER",
            description="Where it starts in `articles.summary`, if it stands there.",
            unit="code points",
        ),
        Column(
            name="summary_end",
            type="INTEGER",
            description="Where it ends there.",
            unit="code points",
        ),
        Column(
            name="language_said",
            description="Language it was said in (ISO 639-1) where the report tells it; `und`: "
            "through an interpreter, from a language not named. Empty: not told. Most of these "
            "speakers spoke another language than the report prints.",
        ),
        Column(
            name="verification",
            description="What came of looking for the words in the report again.",
            values=get_args(models.Verification),
            is_required=True,
        ),
        Column(
            name="word_count",
            type="INTEGER",
            description="Words in it.",
            unit="words",
            is_required=True,
        ),
    ),
)

QUOTE_SPEAKERS = Table(
    name="quote_speakers",
    description="Everyone a quote is given to: more than one where a statement is joint.",
    key=("quote_id", "person_id"),
    covering=(("person_id", "named"),),
    columns=(
        Column(name="quote_id", description="The quote.", references="quotes"),
        Column(name="person_id", description="One of its speakers.", references="people"),
        Column(
            name="named",
            type="INTEGER",
            description="1: named first, and `quotes.speaker_id`. 2 and on: named after others.",
            is_required=True,
        ),
    ),
)

CANDIDATES = Table(
    name="candidates",
    description="Who was weighed as the speaker of a quote, the one chosen first.",
    key=("quote_id", "rank"),
    columns=(
        Column(name="quote_id", description="The quote.", references="quotes"),
        Column(name="rank", type="INTEGER", description="1 for the likeliest."),
        Column(
            name="person_id",
            description="Whom the mention means, where that is known.",
            references="people",
        ),
        Column(name="mention", description="The words of the report.", is_required=True),
        Column(
            name="probability",
            type="REAL",
            description="Probability that it is the source.",
            unit="0 to 1",
            is_required=True,
        ),
        Column(name="why", description="The evidence for it.", is_required=True),
    ),
)

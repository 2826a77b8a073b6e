"""What was read: outlets, their reports, and the reports known but not read."""

from __future__ import annotations

from typing import get_args

from onrecord import models
from onrecord.db.schema import Column, Table

OUTLETS = Table(
    name="outlets",
    description="Publishers of the reports, as they are known to readers.",
    key=("id",),
    label="name",
    sort_desc="quote_count",
    columns=(
        Column(name="id", description="Short name used in URLs and in the ids of articles."),
        Column(name="name", description="Name of the outlet.", is_required=True),
        Column(name="country", description="Where it is based: ISO 3166-1 alpha-2.", is_facet=True),
        Column(name="wikidata", description="Wikidata item, where the match is certain."),
        Column(name="url", description="Home page.", is_required=True),
        Column(name="timezone", description="IANA time zone that its weekdays are counted in."),
        Column(
            name="note",
            description="What a reader should know: agency, aggregator, machine-translated, "
            "state-owned; `unlisted` where nobody has described the outlet yet.",
        ),
        Column(
            name="article_count",
            type="INTEGER",
            description="Reports read from it.",
            is_required=True,
        ),
        Column(
            name="quote_count",
            type="INTEGER",
            description="Quotes in those reports.",
            is_required=True,
        ),
    ),
)

ARTICLES = Table(
    name="articles",
    description="The reports read. Their own text is not here: `text` and `summary` hold digests "
    "in our words, with the quotations as printed; `url` leads to the report.",
    key=("id",),
    label="headline",
    sort_desc="published",
    covering=(("outlet_id", "published"),),
    search="""\
select articles.rowid as rowid, articles.headline as headline, outlets.name as outlet,
  articles.byline as byline, coalesce(articles.text, articles.summary) as text
from articles join outlets on outlets.id = articles.outlet_id""",
    columns=(
        Column(name="id", description="Outlet, date and a few words of the headline."),
        Column(name="headline", description="Headline as printed.", is_required=True),
        Column(
            name="outlet_id",
            description="Where it was published.",
            references="outlets",
            is_required=True,
            is_facet=True,
        ),
        Column(name="url", description="The report itself.", is_required=True, is_indexed=True),
        Column(name="archive_url", description="A copy of it in a public archive."),
        Column(name="byline", description="Author as printed."),
        Column(name="agency", description="News agency credited.", is_facet=True, is_sparse=True),
        Column(
            name="published", description="Day of publication: ISO 8601, to the precision known."
        ),
        Column(
            name="published_precision",
            description="How exact `published` is; `range`: worked out, give or take a day or two.",
            values=get_args(models.DatePrecision),
            is_required=True,
        ),
        Column(
            name="published_from",
            description="What says so. `digest`, `sidecar`: a person wrote it down. `json-ld`, "
            "`metadata`: the page tells machines. `url`: its address. `feed`: the feed or site map "
            "that listed it. `page`: a day that the page shows. `text`: a line or a weekday in its "
            "words. `dateline`: before its first sentence. `changed`: the day it was last changed. "
            "`post`: the latest post embedded in it. Empty: nothing does.",
            values=get_args(models.DateSource),
        ),
        Column(name="language", description="ISO 639-1.", is_required=True, is_facet=True),
        Column(
            name="translated_from",
            description="Language that the outlet translated it from, where known.",
        ),
        Column(
            name="basis",
            description="What was read: our digest of the report, or the page itself.",
            values=get_args(models.Basis),
            is_required=True,
            is_facet=True,
        ),
        Column(
            name="rights",
            description="Licence of `text`; empty where no text is published.",
        ),
        Column(
            name="text",
            description="The text that was read, when it is ours (a digest) or openly licensed.",
        ),
        Column(name="summary", description="Our digest, where the page itself was read."),
        Column(
            name="word_count",
            type="INTEGER",
            description="Words in the body that was read.",
            unit="words",
            is_required=True,
        ),
        Column(
            name="quote_count",
            type="INTEGER",
            description="Quotes found in it.",
            is_required=True,
        ),
        Column(
            name="syndication_id",
            description="The earliest of the articles here that print nearly the same text: agency "
            "copy, an update, a reprint. Empty: no other does. Compared are the reporter's own "
            "words in captured pages, quotations left out; digests never are. "
            "`coalesce(syndication_id, id)` names an independent report.",
            references="articles",
            is_sparse=True,
        ),
        Column(name="capture_sha256", description="SHA-256 of the page as fetched."),
        Column(name="retrieved_at", description="When it was fetched: UTC, ISO 8601."),
    ),
)

SOURCES = Table(
    name="sources",
    description="Reports on the subject that are known to exist, read or not yet.",
    key=("url",),
    sort_desc="published",
    columns=(
        Column(name="url", description="The report."),
        Column(name="outlet", description="Who published it.", is_required=True, is_facet=True),
        Column(name="headline", description="Headline as printed."),
        Column(name="published", description="Day of publication: ISO 8601."),
        Column(name="language", description="ISO 639-1.", is_required=True, is_facet=True),
        Column(
            name="status",
            description="`read`: its quotes are here. `refused`: it was tried, `refusals` says why "
            "it could not be used. `unread`: not tried, or taken down.",
            values=("read", "unread", "refused"),
            is_required=True,
            is_facet=True,
        ),
        Column(name="article_id", description="The article read.", references="articles"),
    ),
)

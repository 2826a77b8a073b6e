"""Who speaks: people, their names and their offices."""

from __future__ import annotations

from typing import get_args

from onrecord import models
from onrecord.db.schema import Column, Table

_SOURCE = "a repository and path, or an address. `unchecked`: nobody looked it up."

PEOPLE = Table(
    name="people",
    description="Persons, institutions and groups that speak or are named, one row each however "
    "their names are spelled.",
    key=("id",),
    label="name",
    sort_desc="quote_count",
    search="""\
select people.rowid as rowid, people.name as name, people.description as description,
  (select group_concat(form, ' · ') from
    (select distinct form from name_forms where person_id = people.id)) as forms
from people""",
    columns=(
        Column(name="id", description="Short name used in URLs."),
        Column(name="name", description="Name shown.", is_required=True),
        Column(
            name="kind",
            description="A person, an organisation (also a government or a place that stands for "
            "one), or a group without a name of its own.",
            values=get_args(models.PersonKind),
            is_required=True,
            is_facet=True,
        ),
        Column(name="description", description="What they are known for here."),
        Column(name="country", description="ISO 3166-1 alpha-2.", is_facet=True),
        Column(name="wikidata", description="Wikidata item, where the match is certain."),
        Column(
            name="body",
            description="Of an organisation: the sort of body. A `country` or a `metonym` (Moscow) "
            "stands for another.",
            values=get_args(models.BodyKind),
            is_facet=True,
        ),
        Column(
            name="stands_for",
            description="Of a place that speaks (Moscow): the body that is meant.",
            references="people",
        ),
        Column(
            name="is_linked",
            type="INTEGER",
            description="1: described in data/people.yml or data/institutions.yml. 0: met in "
            "reports only, under the name as printed; nothing else is known of them here.",
            is_required=True,
        ),
        Column(name="source", description=f"What confirms the row: {_SOURCE}"),
        Column(
            name="quote_count",
            type="INTEGER",
            description="Quotes given to them, alone or with others.",
            is_required=True,
        ),
    ),
)

NAME_FORMS = Table(
    name="name_forms",
    description="Every known spelling of every name. Reports print them as they like; the search "
    "box finds a person by any of them.",
    key=("person_id", "form", "language"),
    sort="form",
    columns=(
        Column(name="person_id", description="Whose name it is.", references="people"),
        Column(name="form", description="The name as spelled."),
        Column(name="language", description="ISO 639-1.", is_required=True, is_facet=True),
        Column(name="script", description="ISO 15924.", is_required=True, is_facet=True),
        Column(name="source", description=f"What confirms the spelling: {_SOURCE}"),
    ),
)

POSITIONS = Table(
    name="positions",
    description="Offices that people held, and when.",
    key=("person_id", "number"),
    sort_desc="start",
    columns=(
        Column(name="person_id", description="Who held the office.", references="people"),
        Column(name="number", type="INTEGER", description="1 for the first one listed."),
        Column(name="title", description="The office.", is_required=True),
        Column(name="organisation_id", description="Where it is held.", references="people"),
        Column(
            name="start",
            description="First day, month or year in office: ISO 8601 to the precision known.",
        ),
        Column(name="end", description="Last one; empty: in office as far as is known."),
        Column(name="source", description=f"What confirms the row: {_SOURCE}"),
    ),
)

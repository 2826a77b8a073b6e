"""What the rows rest on: refusals, corrections and the build."""

from __future__ import annotations

from typing import get_args

from onrecord import models
from onrecord.db.schema import Column, Table

REFUSALS = Table(
    name="refusals",
    description="Inputs that could not be used, and why: nothing is dropped without a row here.",
    key=("id",),
    sort="source",
    columns=(
        Column(name="id", description="Made from the other columns."),
        Column(name="source", description="File or URL.", is_required=True),
        Column(
            name="reason",
            description="What kind of trouble it is.",
            values=get_args(models.RefusalReason),
            is_required=True,
            is_facet=True,
        ),
        Column(name="detail", description="What was found.", is_required=True),
    ),
)

CORRECTIONS = Table(
    name="corrections",
    description="What a person decided against the machine's reading, from which value to which "
    "and why. Takedowns are here too: the rows they name are gone from the other tables.",
    key=("id",),
    sort_desc="made",
    columns=(
        Column(name="id", description="Made from the other columns."),
        Column(
            name="target",
            description="Id of the article or quote.",
            is_required=True,
            is_indexed=True,
        ),
        Column(
            name="field",
            description="The column that was set, or `take_down`.",
            is_required=True,
            is_facet=True,
        ),
        Column(name="before", description="What the machine read."),
        Column(name="after", description="What stands now."),
        Column(name="reason", description="Why.", is_required=True),
        Column(name="source", description="What the decision rests on.", is_required=True),
        Column(name="made", description="Day of the decision: ISO 8601.", is_required=True),
    ),
)

BUILD_INFO = Table(
    name="build_info",
    description="What this database was made from and with. No clock time: the same input gives "
    "the same file.",
    key=("key",),
    columns=(
        Column(name="key", description="What is told."),
        Column(name="value", description="Its value.", is_required=True),
    ),
)

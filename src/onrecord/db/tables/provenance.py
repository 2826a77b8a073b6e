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
    label="reason",
    sort_desc="made",
    columns=(
        Column(name="id", description="Made from the other columns."),
        Column(
            name="target",
            description="Id of the article, the quote or the person.",
            is_required=True,
            is_indexed=True,
        ),
        Column(
            name="field",
            description="What was decided on. `speaker_id`, `date_said`, `kind`: that column. "
            "`tied_to`: a quote of the same utterance. `person_id`: who somebody is in one "
            "article. `merged_into`: whom somebody is the same as. `take_down`: the row goes; "
            "`taken_down`: it is gone from the input too. `moved_to`: where an old id leads.",
            values=get_args(models.CorrectionField),
            is_required=True,
            is_facet=True,
        ),
        Column(name="before", description="What the machine read."),
        Column(name="after", description="What stands now."),
        Column(name="reason", description="Why.", is_required=True),
        Column(name="source", description="What the decision rests on.", is_required=True),
        Column(name="by", description="Who decided.", is_required=True),
        Column(name="made", description="Day of the decision: ISO 8601.", is_required=True),
    ),
)

CORRECTED_ROWS = Table(
    name="corrected_rows",
    description="What became of each row that a correction touched. The address of one that moved "
    "leads to its new one; the address of one that is gone tells why.",
    key=("table_name", "row_id", "correction_id", "effect"),
    columns=(
        Column(
            name="table_name",
            description="Table that the row is in, or was.",
            values=get_args(models.CorrectedTable),
            is_facet=True,
        ),
        Column(name="row_id", description="Its id.", is_indexed=True),
        Column(name="correction_id", description="The correction.", references="corrections"),
        Column(
            name="effect",
            description="`changed`: it stands corrected. `moved`: it has another id now. `gone`: "
            "it was taken down.",
            values=get_args(models.Effect),
            is_facet=True,
        ),
        Column(name="leads_to", description="The id that a row which moved has now."),
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

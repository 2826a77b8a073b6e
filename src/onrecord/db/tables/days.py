"""The columns that say when something was said, the same wherever they stand."""

from __future__ import annotations

from typing import get_args

from onrecord import models
from onrecord.db.schema import Column

DAY_COLUMNS = (
    Column(name="date_said", description="Day it was said, or the first day it can have been."),
    Column(name="date_said_end", description="The last day it can have been said."),
    Column(
        name="date_precision",
        description="How exact the day is.",
        values=get_args(models.DatePrecision),
        is_required=True,
    ),
)

"""What the descriptions say alike of a dataset, read from the database that is exported."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import get_args

from onrecord.models import About, Licence


def read_about(connection: sqlite3.Connection) -> About:
    """Return what the dataset says of itself, from its `build_info`."""
    told = dict(connection.execute("select key, value from build_info").fetchall())
    about = About(
        **{name: told[name] for name in ("name", "title", "description", "creator") if name in told}
    )
    licences = {licence: licence for licence in get_args(Licence)}
    return replace(
        about,
        version=told.get("version"),
        licence=licences.get(told.get("licence", ""), about.licence),
        keywords=tuple(told.get("keywords", "").split(", ")) if told.get("keywords") else (),
    )


def published_month(version: str | None) -> str | None:
    """Return the month of a version, which is year, month and number."""
    if version is None:
        return None
    year, month, *_ = version.split(".")
    return f"{year}-{int(month):02}"


def citation_in_words(about: About, site: str | None) -> str:
    """Return how the dataset is cited in a line."""
    version = f", version {about.version}" if about.version else ""
    address = f" {site}/" if site else ""
    return f"{about.creator}: {about.title}{version}. {about.licence}.{address}"

"""What the dataset that is served says of itself: our part of metadata.yml."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from onrecord.models import About

OURS = About()


@dataclass(frozen=True, slots=True)
class Site:
    """Whose site this is, in the words that stand on every page."""

    name: str = OURS.name
    description: str = OURS.description
    creator: str = OURS.creator
    licence: str = "CC BY 4.0"
    licence_url: str = "https://creativecommons.org/licenses/by/4.0/"
    keywords: tuple[str, ...] = OURS.keywords
    words: str = ""  # worth a search


def identify(datasette: Any) -> Site:
    """Return what metadata.yml tells; the words that fit any dataset where it tells nothing."""
    told = datasette.plugin_config("onrecord") or {}
    names = (field.name for field in fields(Site))
    return Site(**{name: told[name] for name in names if told.get(name)})

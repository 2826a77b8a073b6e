"""The dataset as schema.org's Dataset: on the home page and beside the downloads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.db.metadata import LICENCES
from onrecord.exports.descriptions.about import published_month
from onrecord.exports.folder import Download
from onrecord.exports.layout import DATABASE, Subject, media_type, purpose

CONTEXT = "https://schema.org"


@dataclass(frozen=True, slots=True)
class Whole:
    """What is told of a dataset as a whole."""

    title: str
    description: str
    creator: str
    licence_url: str
    keywords: tuple[str, ...]
    version: str | None


def dataset(whole: Whole, site: str, files: Iterable[Download] = ()) -> dict[str, Any]:
    """Return the whole as schema.org's Dataset, with where to download it below `site`.

    The files are those of the downloads; without any it is the database that the site serves.
    """
    downloads = [_download(file, f"{site}/downloads/{file.name}") for file in files]
    item = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": f"{site}/",
        "url": f"{site}/",
        "name": whole.title,
        "description": whole.description,
        "version": whole.version,
        "datePublished": published_month(whole.version),
        "license": whole.licence_url,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": whole.creator},
        "keywords": list(whole.keywords),
        "distribution": downloads or [_served(f"{site}/{DATABASE}")],
    }
    return {name: value for name, value in item.items() if value}


def published(subject: Subject, files: Iterable[Download]) -> dict[str, Any]:
    """Return what stands beside the downloads; its addresses lead to the site, if that is known."""
    about = subject.about
    whole = Whole(
        about.title,
        about.description,
        about.creator,
        LICENCES[about.licence][1],
        about.keywords,
        about.version,
    )
    item = dataset(whole, subject.site or "", files)
    if subject.site:
        return item
    for download in item["distribution"]:
        download["contentUrl"] = download["name"]
    return {name: value for name, value in item.items() if name not in ("@id", "url")}


def _served(address: str) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "encodingFormat": media_type(DATABASE),
        "contentUrl": address,
    }


def _download(file: Download, address: str) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": file.name,
        "description": purpose(file.name),
        "encodingFormat": media_type(file.name).partition(";")[0],
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
        "contentUrl": address,
    }

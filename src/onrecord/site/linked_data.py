"""What search engines read of a page: schema.org descriptions in JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from onrecord.exports.descriptions import schema_org
from onrecord.site.identity import Site
from onrecord.site.reader import Row

CONTEXT = "https://schema.org"
SCHEMA_TYPES = {"person": "Person", "organisation": "Organization", "group": "Organization"}


def quotation(quote: Row, address: str) -> dict[str, Any]:
    """Return a quote as schema.org's Quotation."""
    return _told(
        {
            "@context": CONTEXT,
            "@type": "Quotation",
            "@id": address,
            "url": address,
            "text": quote["text"],
            "dateCreated": quote["date_said"] if quote["date_precision"] == "day" else None,
            "spokenByCharacter": _told(
                {
                    "@type": "Person",
                    "name": quote["speaker"],
                    "jobTitle": quote["speaker_title"] if quote["is_title_sure"] else None,
                }
            )
            if quote["speaker"]
            else None,
            "isBasedOn": _told(
                {
                    "@type": "NewsArticle",
                    "headline": quote["headline"],
                    "url": quote["url"],
                    "datePublished": quote["published"],
                    "publisher": {"@type": "Organization", "name": quote["outlet"]},
                }
            ),
        }
    )


def person(row: Row, names: list[Row], address: str) -> dict[str, Any]:
    """Return a person or body as schema.org's Person or Organization."""
    item = f"https://www.wikidata.org/entity/{row['wikidata']}" if row["wikidata"] else None
    return _told(
        {
            "@context": CONTEXT,
            "@type": SCHEMA_TYPES[row["kind"]],
            "@id": address,
            "url": address,
            "name": row["name"],
            "description": row["description"],
            "alternateName": [name["form"] for name in names],
            "sameAs": item,
        }
    )


def dataset(site: Site, title: str, version: str | None, address: str) -> dict[str, Any]:
    """Return the whole as schema.org's Dataset, with where to download it."""
    whole = schema_org.Whole(
        title, site.description, site.creator, site.licence_url, site.keywords, version
    )
    return schema_org.dataset(whole, address.rstrip("/"))


def json_ld(item: dict[str, Any]) -> Markup:
    """Return the element that carries an item; nothing in it can end the element early.

    It holds data, which no browser runs: the content security policy has nothing to say of it.
    """
    text = json.dumps(item, ensure_ascii=False).replace("<", "\\u003c")
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))


def _told(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if value not in (None, [], "")}

"""Whose report it is: the outlet of an address, and outlets that no data file lists."""

from __future__ import annotations

from collections.abc import Iterable

from slugify import slugify

from onrecord.articles.normalise import host
from onrecord.models import Article, Curated, Outlet


def find_outlet(url: str, name: str | None, curated: Curated) -> str:
    """Return the id of the outlet with that name or, failing that, of the address's host.

    A listed outlet owns the hosts below its own. An outlet that isn't listed gets the id that its
    host makes, `news-example-org`; "" where there is no address either.
    """
    place = host(url)
    for outlet in curated.outlets.values():
        if name and name.casefold() in (outlet.name.casefold(), outlet.id):
            return outlet.id
    for outlet in curated.outlets.values():
        home = host(outlet.url)
        if place and (place == home or place.endswith(f".{home}")):
            return outlet.id
    return str(slugify(place))


def unlisted_outlets(articles: Iterable[Article], curated: Curated) -> tuple[Outlet, ...]:
    """Return an outlet for each that articles name and outlets.yml doesn't, in order of id."""
    found = {
        article.source.outlet_id: host(article.source.url)
        for article in articles
        if article.source.outlet_id not in curated.outlets
    }
    return tuple(
        Outlet(id=key, name=place, url=f"https://{place}/", note="unlisted")
        for key, place in sorted(found.items())
    )

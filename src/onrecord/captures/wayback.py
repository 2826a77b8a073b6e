"""What a site no longer gives, as the Wayback Machine kept it.

Asked only where fetching failed: a page that robots.txt or a reservation keeps from us is not
fetched elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import quote

from onrecord.captures.fetch import Fetcher
from onrecord.captures.records import Fetched, Policy, RefusedError
from onrecord.jsontext import read_json

TIMESTAMP = re.compile(r"\d{14}", re.ASCII)


async def fetch_archived(
    url: str, published: str | None, fetcher: Fetcher, policy: Policy
) -> Fetched:
    """Return the snapshot nearest to the day of publication, else the newest, as it was captured.

    Its `archive_url` is the snapshot's page for readers. Raises RefusedError.
    """
    near = re.sub(r"\D", "", published or "")
    query = f"url={quote(url, safe='')}" + (f"&timestamp={near}" if near else "")
    answer = (await fetcher.fetch(f"{policy.availability_url}?{query}")).answer
    timestamp = _timestamp(answer.body)
    if timestamp is None:
        raise RefusedError("fetch-failed", "the Wayback Machine has no copy")
    # `id_`: the page's own bytes, without the archive's links and banner
    raw = await fetcher.fetch(f"{policy.snapshots_url}/{timestamp}id_/{url}")
    return replace(raw, archive_url=f"{policy.snapshots_url}/{timestamp}/{url}")


def _timestamp(body: bytes) -> str | None:
    """Return the time of the snapshot that an availability answer names; None: there is none."""
    try:
        closest = read_json(body)["archived_snapshots"]["closest"]
        found = TIMESTAMP.fullmatch(closest["timestamp"])
    except (ValueError, LookupError, TypeError):
        return None
    return found[0] if found and str(closest.get("status")) == "200" else None

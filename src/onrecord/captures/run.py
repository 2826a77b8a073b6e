"""Many addresses → the store, several hosts at a time, an outcome for each."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from onrecord.articles.index import Line
from onrecord.articles.known import Known
from onrecord.articles.normalise import canonical_url, host
from onrecord.captures.addresses import GuardedNetwork
from onrecord.captures.client import Client
from onrecord.captures.fetch import NOT_MODIFIED, Fetcher
from onrecord.captures.records import (
    Bounds,
    Fetched,
    Outcome,
    Policy,
    RefusedError,
    Wanted,
)
from onrecord.captures.sources import read_listed
from onrecord.captures.store import Store
from onrecord.captures.wayback import fetch_archived

PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "")


@dataclass(frozen=True, slots=True)
class Order:
    """What one run is to do."""

    policy: Policy
    bounds: Bounds = field(default_factory=Bounds)
    wanted: tuple[Wanted, ...] = ()
    feeds: tuple[str, ...] = ()  # addresses of feeds and site maps
    again: bool = False  # ask for pages captured before, too
    most: int | None = None  # pages to ask for; None: all


class Watch:
    """What a run tells while it goes on; nothing here listens."""

    def found(self, addresses: int) -> None:
        """So many addresses will get an outcome."""

    def done(self, outcome: Outcome) -> None:
        """One has got its outcome."""


async def capture_all(
    order: Order, store: Store, watch: Watch, network: GuardedNetwork | None = None
) -> None:
    """Capture what the order asks for; each address's outcome is told once, as it comes.

    A host's addresses are asked in their order. What is done stays done when this is cancelled.
    """
    network = network or GuardedNetwork(allow_local=order.policy.allow_local)
    async with Client(order.policy.user_agent, order.bounds, network) as client:
        fetcher = Fetcher(client, order.policy, order.bounds)
        capture = _Capture(order, store, fetcher)
        wanted = [*order.wanted, *await _listed(order, fetcher, watch)]
        known, new = _sort(wanted, order, store)
        watch.found(len(known) + len(new))
        for outcome in known:
            watch.done(outcome)
        hosts: dict[str, list[Wanted]] = {}
        for one in new:
            hosts.setdefault(host(one.url), []).append(one)
        free = asyncio.Semaphore(order.bounds.hosts)

        async def capture_host(pages: Sequence[Wanted]) -> None:
            async with free:
                for one in pages:
                    watch.done(await capture.one(one))

        await asyncio.gather(*map(capture_host, hosts.values()))


async def _listed(order: Order, fetcher: Fetcher, watch: Watch) -> list[Wanted]:
    """Return what the feeds list; a feed that can't be had gets an outcome of its own."""
    wanted: list[Wanted] = []
    for feed in order.feeds:
        try:
            wanted += await read_listed(feed, fetcher, order.bounds)
        except RefusedError as error:
            watch.done(Outcome(feed, "refused", None, error.reason, error.detail))
    return wanted


def _sort(
    wanted: Sequence[Wanted], order: Order, store: Store
) -> tuple[list[Outcome], list[Wanted]]:
    """Return the outcomes of the addresses captured before, and those to ask for, each once."""
    known: list[Outcome] = []
    new: list[Wanted] = []
    for one in {canonical_url(one.url): one for one in reversed(wanted)}.values():
        last = store.last(one.url)
        if last and last.file and not order.again:
            known.append(Outcome(one.url, "known", last.file))
        else:
            new.append(one)
    return known[::-1], new[::-1][: order.most]


class _Capture:
    """Captures one address after the other into a store."""

    def __init__(self, order: Order, store: Store, fetcher: Fetcher) -> None:
        self._order = order
        self._store = store
        self._fetcher = fetcher

    async def one(self, wanted: Wanted) -> Outcome:
        """Return what came of an address; the store has its page or the reason why not."""
        last = self._store.last(wanted.url)
        try:
            fetched = await self._fetch(wanted, last)
            if last and last.file and _is_same(fetched, last):
                return Outcome(wanted.url, "unchanged", last.file)
            _check_page(fetched)
        except RefusedError as error:
            return self._refuse(wanted, last, error)
        sha256, file = self._store.keep(fetched.answer.body)
        self._store.note(_line(wanted, fetched, sha256, file))
        return Outcome(wanted.url, "captured", file)

    async def _fetch(self, wanted: Wanted, last: Line | None) -> Fetched:
        policy = self._order.policy
        try:
            return await self._fetcher.fetch(wanted.url, _conditions(last))
        except RefusedError as error:
            if not policy.archive or error.reason != "fetch-failed":
                raise
            failed = error
        try:
            return await fetch_archived(
                wanted.url, wanted.published or wanted.listed, self._fetcher, policy
            )
        except RefusedError as archived:
            if archived.reason == "reserved":
                raise
            detail = f"{failed.detail}; archive: {archived.detail}"
            raise RefusedError(failed.reason, detail, status=failed.status) from archived

    def _refuse(self, wanted: Wanted, last: Line | None, error: RefusedError) -> Outcome:
        told = (error.reason, error.detail)
        if not last or (last.reason, last.detail) != told:
            known = _known(wanted, archive_url=None, content_type=None)
            line = Line(known, status=error.status, reason=error.reason, detail=error.detail)
            self._store.note(line)
        return Outcome(wanted.url, "refused", None, error.reason, error.detail)


def _conditions(last: Line | None) -> Mapping[str, str]:
    """Return the headers that ask for a page only if it has changed since its capture."""
    if last is None or last.file is None:
        return {}
    asked = {"If-None-Match": last.etag, "If-Modified-Since": last.last_modified}
    return {name: value for name, value in asked.items() if value and value.isascii()}


def _is_same(fetched: Fetched, last: Line) -> bool:
    if fetched.answer.status == NOT_MODIFIED:
        return True
    return hashlib.sha256(fetched.answer.body).hexdigest() == last.sha256


def _check_page(fetched: Fetched) -> None:
    """Raise RefusedError where what came is no page."""
    answer = fetched.answer
    if answer.status == NOT_MODIFIED:
        detail = "unchanged, says the site, but we have no page of it"
        raise RefusedError("fetch-failed", detail, status=answer.status)
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind not in PAGE_TYPES:
        raise RefusedError("not-a-page", f"neither HTML nor text: {kind}", status=answer.status)
    if not answer.body.strip():
        raise RefusedError("empty", "there is nothing in it", status=answer.status)


def _line(wanted: Wanted, fetched: Fetched, sha256: str, file: str) -> Line:
    answer, said = fetched.answer, fetched.reservation
    content_type = answer.headers.get("content-type")
    is_archived = fetched.archive_url is not None  # whose tags are not the site's
    return Line(
        known=_known(wanted, archive_url=fetched.archive_url, content_type=content_type),
        file=file,
        sha256=sha256,
        status=answer.status,
        final_url=answer.url,
        etag=None if is_archived else answer.headers.get("etag"),
        last_modified=None if is_archived else answer.headers.get("last-modified"),
        robots=fetched.robots,
        tdm_reservation=None if said.reserved is None else int(said.reserved),
        tdm_policy=said.policy,
    )


def _known(wanted: Wanted, *, archive_url: str | None, content_type: str | None) -> Known:
    return Known(
        url=wanted.url,
        outlet=wanted.outlet,
        headline=wanted.headline,
        published=wanted.published,
        listed=wanted.listed,
        language=wanted.language,
        archive_url=archive_url,
        retrieved_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        content_type=content_type,
    )

"""An address → its page, by the rules of every site on the way there.

Each hop of a redirect is asked for anew: is it an address for us, does its site's robots.txt let
us in, does it reserve mining. A host that is busy (429, 503) gets the pause it asks for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import httpx

from onrecord.captures import reservation
from onrecord.captures.addresses import parse_url
from onrecord.captures.client import Client
from onrecord.captures.hosts import Host
from onrecord.captures.records import (
    OK,
    Answer,
    Bounds,
    Fetched,
    Policy,
    RefusedError,
    Reservation,
)
from onrecord.captures.robots import Robots, read_robots

REDIRECTS = frozenset({301, 302, 303, 307, 308})
NOT_MODIFIED = 304
TOO_MANY = 429
UNAVAILABLE = 503


@dataclass(frozen=True, slots=True)
class Site:
    """What one origin says of being read by machines."""

    robots: Robots
    rules: tuple[reservation.Rule, ...]


class Fetcher:
    """Fetches pages; remembers for one run what each site allows and when it was asked last."""

    def __init__(self, client: Client, policy: Policy, bounds: Bounds) -> None:
        self._client = client
        self._policy = policy
        self._bounds = bounds
        self._hosts: dict[str, Host] = {}
        self._sites: dict[str, Site | RefusedError] = {}
        self._asking: dict[str, asyncio.Lock] = {}

    async def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Fetched:
        """Return the page at an address, redirects followed; raises RefusedError.

        The answer's status is 200, or 304 where `headers` ask whether the page has changed.
        """
        target = parse_url(url)
        for _ in range(self._bounds.redirects + 1):
            site = await self._site(target)
            reserved = self._check(target, site)
            answer = await self._ask(target, headers or {})
            if answer.status in (OK, NOT_MODIFIED):
                return self._fetched(answer, site, reserved)
            onward = _next(target, answer)
            if onward.path == "/" and not onward.query and target.path != "/":
                detail = "redirects to a front page"  # what a site does with pages it has lost
                raise RefusedError("fetch-failed", detail, status=answer.status)
            target = onward
        raise RefusedError("fetch-failed", f"more than {self._bounds.redirects} redirects")

    def _check(self, target: httpx.URL, site: Site) -> Reservation:
        """Return what the site's file says of mining; raises RefusedError where it keeps us out."""
        if not site.robots.allows(str(target)):
            raise RefusedError("robots", "robots.txt keeps us out")
        reserved = reservation.by_file(site.rules, target.raw_path.decode("ascii"))
        self._obey(reserved, reservation.FILE)
        return reserved

    def _fetched(self, answer: Answer, site: Site, reserved: Reservation) -> Fetched:
        by_headers = reservation.by_headers(answer.headers)
        self._obey(by_headers, "its header")
        by_meta = reservation.by_meta(answer.body)
        self._obey(by_meta, "its meta element")
        said = reservation.together(reserved, by_headers, by_meta)
        return Fetched(answer, site.robots.state, said)

    def _obey(self, said: Reservation, place: str) -> None:
        if said.reserved and not self._policy.ignore_reservation:
            terms = f"; terms: {said.policy}" if said.policy else ""
            raise RefusedError("reserved", f"mining is reserved by {place}{terms}")

    async def _ask(self, target: httpx.URL, headers: Mapping[str, str]) -> Answer:
        """Return an answer that isn't "later"; each wait is the host's, not this page's alone."""
        host = self._host(target)
        for _ in range(self._bounds.retries + 1):
            async with host.turn():
                answer = await self._client.get(target, headers)
                if answer.status not in (TOO_MANY, UNAVAILABLE):
                    return answer
                host.pause(_retry_after(answer, self._bounds.pause))
        raise RefusedError("fetch-failed", f"status {answer.status}", status=answer.status)

    def _host(self, target: httpx.URL) -> Host:
        return self._hosts.setdefault(target.host, Host(self._bounds))

    async def _site(self, target: httpx.URL) -> Site:
        """Return what the address's site allows, asked once a run; raises RefusedError."""
        origin = str(target.copy_with(raw_path=b"/"))
        async with self._asking.setdefault(origin, asyncio.Lock()):
            if origin not in self._sites:
                try:
                    self._sites[origin] = await self._ask_site(origin)
                except RefusedError as error:
                    self._sites[origin] = error
        site = self._sites[origin]
        if isinstance(site, RefusedError):
            raise RefusedError(site.reason, site.detail, status=site.status)
        return site

    async def _ask_site(self, origin: str) -> Site:
        robots = await self._robots(origin)
        self._host(httpx.URL(origin)).slow_down(robots.delay())
        return Site(robots, await self._reservations(origin))

    async def _reservations(self, origin: str) -> tuple[reservation.Rule, ...]:
        """Return the rules of the origin's tdmrep.json; one that can't be read says nothing."""
        try:
            answer = await self._follow(urljoin(origin, reservation.FILE))
        except RefusedError:
            return ()
        return reservation.read_file(answer.body)

    async def _robots(self, origin: str) -> Robots:
        """Return the origin's robots.txt; one that is there and can't be read keeps us out."""
        try:
            answer = await self._follow(urljoin(origin, "/robots.txt"))
        except RefusedError as error:
            if error.status is None:
                raise
            detail = f"robots.txt could not be read: {error.detail}"
            raise RefusedError("robots", detail, status=error.status) from error
        if answer.status == OK:
            return read_robots(answer.body)
        if answer.status >= 500:
            detail = f"robots.txt could not be read: status {answer.status}"
            raise RefusedError("robots", detail, status=answer.status)
        return Robots()

    async def _follow(self, url: str) -> Answer:
        """Return the answer for a site's own file, redirects followed; no rule is about those."""
        target = parse_url(url)
        for _ in range(self._bounds.redirects + 1):
            answer = await self._ask(target, {})
            if answer.status not in REDIRECTS:
                return answer
            target = _next(target, answer)
        return Answer(url, 404, {})  # RFC 9309: a robots.txt behind too many redirects is none


def _next(target: httpx.URL, answer: Answer) -> httpx.URL:
    """Return where a redirect leads; raises RefusedError where the answer is none."""
    place = answer.headers.get("location")
    if answer.status not in REDIRECTS or not place:
        raise RefusedError("fetch-failed", f"status {answer.status}", status=answer.status)
    try:
        onward = parse_url(urljoin(str(target), place))
    except ValueError as error:
        raise RefusedError("address", f"redirects to no address: {place[:80]}") from error
    if onward == target:
        raise RefusedError("fetch-failed", "redirects to itself", status=answer.status)
    return onward


def _retry_after(answer: Answer, otherwise: float) -> float:
    """Return the seconds that a busy host asks for."""
    told = answer.headers.get("retry-after", "").strip()
    if told.isdecimal():
        return float(told)
    try:
        return max(0.0, (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, OverflowError):  # of a year or a zone beyond all calendars
        return otherwise

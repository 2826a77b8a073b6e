"""What travels in this room: what is wanted, how far we go for it, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.articles.pages import MOST_BYTES
from onrecord.models import RefusalReason

OK = 200  # the HTTP status
LONGEST_DETAIL = 300  # characters of what is told of a refusal
Result = Literal["captured", "unchanged", "known", "refused"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report to capture, and what a list of reports says of it."""

    url: str
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None
    listed: str | None = None  # the day that a feed gives it: ISO 8601
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far a request may go. Times are seconds."""

    delay: float = 1.0  # between two requests to one host, unless its robots.txt asks for more
    longest_delay: float = 60.0  # a host that asks for more than this is left alone
    hosts: int = 8  # asked at the same time, each over one connection
    connect_time: float = 10.0
    page_time: float = 30.0  # for a whole answer, however steadily it drips
    most_bytes: int = MOST_BYTES  # of a page as sent and as unpacked
    redirects: int = 5
    retries: int = 2  # where a host says to come back later
    pause: float = 10.0  # before a retry where the host doesn't say how long
    longest_pause: float = 120.0  # a host that asks for more is left for another run
    most_addresses: int = 50_000  # of one feed or site map, the maps it names counted in


@dataclass(frozen=True, slots=True)
class Policy:
    """What the user has decided: whom we say we are, and what we may do."""

    user_agent: str
    allow_local: bool = False  # pages on this machine and in its networks
    ignore_reservation: bool = False  # for those who have the right, or the owner's leave
    archive: bool = False  # ask the Wayback Machine for what a site no longer gives
    availability_url: str = "https://archive.org/wayback/available"
    snapshots_url: str = "https://web.archive.org/web"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a server: its body unpacked, empty unless the status is 200."""

    url: str
    status: int
    headers: Mapping[str, str]  # names in lower case
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Reservation:
    """Whether a site reserves text and data mining; None: it doesn't say."""

    reserved: bool | None = None
    policy: str | None = None  # address of the terms


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came, with what its site says of robots and of mining."""

    answer: Answer
    robots: str
    reservation: Reservation
    archive_url: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one address: `reason` and `detail` tell a refusal."""

    url: str
    result: Result
    file: str | None = None  # in the store; None: nothing was stored
    reason: RefusalReason | None = None
    detail: str = ""


class RefusedError(Exception):
    """A page can't or may not be had; caught where an address gets its outcome."""

    def __init__(self, reason: RefusalReason, detail: str, *, status: int | None = None) -> None:
        """Keep the reason from the closed list, the detail in words, and the answer's status.

        A detail may quote what a server sent; of one that is too long the beginning is kept.
        """
        self.detail = detail if len(detail) <= LONGEST_DETAIL else f"{detail[:LONGEST_DETAIL]}…"
        super().__init__(self.detail)
        self.reason = reason
        self.status = status

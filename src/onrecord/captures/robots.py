"""robots.txt → may we ask for an address, and how long to wait between two (RFC 9309).

Protego reads it: unlike Python's own parser it knows wildcards and takes the longest match.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from protego import Protego

AGENT = "onrecord"  # the name that a robots.txt may give rules for
LONGEST = 10**9  # seconds; a site may write more digits than can be divided
MOST_READ = 512_000  # bytes; the RFC asks for 500 KiB at least


@dataclass(frozen=True, slots=True)
class Robots:
    """What a site's robots.txt says; `parsed` is None where it has none."""

    parsed: Protego | None = None

    @property
    def state(self) -> str:
        """`allowed` where there are rules and they let us in, `none` where there are none."""
        return "allowed" if self.parsed else "none"

    def allows(self, url: str) -> bool:
        """Return whether we may ask for an address of the site."""
        return self.parsed is None or self.parsed.can_fetch(url, AGENT)

    def delay(self) -> float:
        """Return the seconds that are to lie between two requests; 0 where nothing is said.

        The longer of `Crawl-delay` and `Request-rate`, whose hours of the day we keep at all hours.
        """
        if self.parsed is None:
            return 0.0
        rate = self.parsed.request_rate(AGENT)
        spread = min(rate.seconds, LONGEST) / rate.requests if rate and rate.requests > 0 else 0.0
        asked = self.parsed.crawl_delay(AGENT) or 0.0
        return max((one for one in (asked, spread) if math.isfinite(one) and one > 0), default=0.0)


def read_robots(body: bytes) -> Robots:
    """Return the rules of a robots.txt; what isn't a rule in it is left out."""
    return Robots(Protego.parse(body[:MOST_READ].decode("utf-8-sig", "replace")))

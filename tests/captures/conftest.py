"""The web of a test, and runs over it with bounds small enough to be reached."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.captures.records import Bounds, Outcome, Policy, Wanted
from onrecord.captures.run import Order, Watch, capture_all
from onrecord.captures.store import Store
from tests.captures.site import Web

BOUNDS = Bounds(
    delay=0,
    longest_delay=1,
    connect_time=1,
    page_time=1,
    most_bytes=100_000,
    retries=1,
    pause=0.05,
    longest_pause=1.5,
)
Run = Callable[..., dict[str, Outcome]]


class Told(Watch):
    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []

    def done(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as web:
        yield web


@pytest.fixture
def run(web: Web, tmp_path: Path) -> Run:
    """Return what captures addresses into `tmp_path` and gives the outcomes by address."""

    def run(
        *wanted: str | Wanted,
        policy: dict[str, Any] | None = None,
        bounds: Bounds = BOUNDS,
        **order: Any,
    ) -> dict[str, Outcome]:
        reports = tuple(Wanted(one) if isinstance(one, str) else one for one in wanted)
        told = Told()
        asked = Order(Policy("onrecord/test", **(policy or {})), bounds, reports, **order)
        with Store(tmp_path) as store:
            asyncio.run(capture_all(asked, store, told, web.network()))
        return {outcome.url: outcome for outcome in told.outcomes}

    return run

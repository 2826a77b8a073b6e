"""Datelines: their day and their agency, and what only looks like one."""

from __future__ import annotations

import pytest

from onrecord.articles.datelines import read_dateline

Found = tuple[str | None, tuple[int | None, int, int] | None]
CASES: list[tuple[str, Found | None]] = [
    ("RIVERTON, Sweden, Jan. 5 (Reuters) – The ferry sailed.", ("Reuters", (None, 1, 5))),
    ("RIVERTON, April 20 (AFP) – The ferry sailed.", ("AFP", (None, 4, 20))),
    ("RIVERTON, Tuesday, July 11 (Xinhua) -- The ferry sailed.", ("Xinhua", (None, 7, 11))),
    ("RIVERTON, July 11. /TASS/. The ferry sailed.", ("TASS", (None, 7, 11))),
    ("RIVERTON. July 11 (Interfax) - The ferry sailed.", ("Interfax", (None, 7, 11))),
    ("Riverton [Sweden], July 11 (ANI): The ferry sailed.", ("ANI", (None, 7, 11))),
    ("New Riverton, Jul 11 (PTI) The ferry sailed.", ("PTI", (None, 7, 11))),
    ("Riverton, 11. Juli (dpa) – The ferry sailed.", ("dpa", (None, 7, 11))),
    ("RIVERTON, 11 July 2023 — The ferry sailed.", (None, (2023, 7, 11))),
    ("RIVERTON – July 11, 2023 – The ferry sailed.", (None, (2023, 7, 11))),
    ("RIVERTON (July 11) — The ferry sailed.", (None, (None, 7, 11))),
    ("Upper Sedge, July 11, 2023 – The ferry sailed.", (None, (2023, 7, 11))),
    ("КИЇВ, 11 липня (Ukrinform) – The ferry sailed.", ("Ukrinform", (None, 7, 11))),
    ("RIVERTON (Reuters) - The ferry sailed.", ("Reuters", None)),
    ("UPPER SEDGE, Sweden (AP) — The ferry sailed.", ("AP", None)),
    ("NEAR THE TOWN OF UPPER SEDGE, Sweden (AP) — The ferry sailed.", ("AP", None)),
    ("WASHINGTON/RIVERTON (Reuters) - The ferry sailed.", ("Reuters", None)),
    ("RIVERTON (Harbour News) - The ferry sailed.", ("Harbour News", None)),
    ("Riverton (dpa) - The ferry sailed.", ("dpa", None)),
    ("RIVERTON (Associated Press) - The ferry sailed.", ("AP", None)),
    ("RIVERTON - The ferry sailed.", None),
    ("The ferry (Marigold) - a white one - sailed.", None),
    ("NATO (the alliance) - met.", None),
    ("US and Riverton (May 5) - they met.", None),
    ("On July 11, 2023 — a day of rain — the ferry sailed.", None),
    ("July 11 — the day — was wet.", None),
    ("NATO agreed on 11 July 2023 - a day of rain - to meet.", None),
    ("The White House, April 3 – it rained.", None),
    ("Riverton, Jul 11 (harbour) The ferry sailed.", None),
    ("RIVERTON, July 11 to July 12 (AFP) – The ferry sailed.", None),
    ("“RIVERTON, July 11, 2023 – it rains,” she said.", None),
    ("", None),
]


@pytest.mark.parametrize(("paragraph", "found"), CASES)
def test_a_dateline(paragraph: str, found: Found | None) -> None:
    line = read_dateline(paragraph)
    day = line.day if line else None
    written = (day.year, day.month, day.day) if day else None
    assert (line and (line.agency, written)) == found

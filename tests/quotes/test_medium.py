"""How words reached the reporter."""

from __future__ import annotations

import pytest

from tests.examples import media as table
from tests.quotes.marked import cases, read


@pytest.mark.parametrize("case", cases(table.MEDIA, table.KNOWN_FAILURES))
def test_medium(case: tuple[str, str]) -> None:
    medium, text = case
    assert [quote.medium for quote in read(text)][:1] == [medium]

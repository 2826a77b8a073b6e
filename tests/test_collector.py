from __future__ import annotations

import gc

import pytest

from onrecord.collector import without_collector


def test_the_collector_is_off_meanwhile_and_comes_back_after_an_error() -> None:
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), without_collector():
        assert not gc.isenabled()
        _ = 1 / 0
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off() -> None:
    with without_collector():
        with without_collector():
            pass
        assert not gc.isenabled()

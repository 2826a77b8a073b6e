"""A packed body comes out whole, wherever it was cut into pieces, and never beyond its bound."""

from __future__ import annotations

import gzip
import time
import zlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.captures.records import RefusedError
from onrecord.captures.unpack import unpacker_of, unzipped

TEXT = b"Bridges are built by those who cross them. " * 9
PACKED = {
    "gzip": gzip.compress(TEXT),
    "zlib": zlib.compress(TEXT),
    "two members": gzip.compress(TEXT[:70]) + gzip.compress(TEXT[70:]),
    "members of nothing": gzip.compress(b"") * 3 + gzip.compress(TEXT) + gzip.compress(b""),
    "padding": gzip.compress(TEXT) + b"\0" * 50,
}


@pytest.mark.parametrize("packed", PACKED.values(), ids=PACKED)
@given(cuts=st.lists(st.integers(0, 400)), most=st.integers(1, 600))
def test_pieces_make_the_whole(packed: bytes, cuts: list[int], most: int) -> None:
    unpacker, found = unpacker_of("gzip"), b""
    places = [0, *sorted(cuts), len(packed)]
    for start, end in pairwise(places):
        if len(found) < most:
            found += unpacker.unpack(packed[start:end], most - len(found))
    assert found == TEXT[:most]
    if most > len(TEXT):
        unpacker.finish()
        assert unzipped(packed, most) == TEXT


@pytest.mark.parametrize(
    ("packed", "problem"),
    [
        (PACKED["gzip"][:-1], "cut off"),
        (PACKED["two members"][:-9], "cut off"),
        (PACKED["gzip"] + b"\x1f\x8bno member", "broken"),
        (PACKED["gzip"][:-8] + b"\0" * 8, "broken"),
        (gzip.compress(b"a") + gzip.compress(b" " * 10_000_000), "more than 1,000 bytes"),
        (b"", "cut off"),
    ],
)
def test_what_is_not_whole_is_refused(packed: bytes, problem: str) -> None:
    with pytest.raises(RefusedError, match=problem):
        unzipped(packed, 1_000)


def test_half_a_million_members_of_nothing_are_soon_read() -> None:
    packed = gzip.compress(b"") * 500_000
    start = time.process_time()
    assert unzipped(packed, 1_000) == b""
    assert time.process_time() - start < 10


def test_what_is_not_packed_comes_as_it_is() -> None:
    unpacker = unpacker_of(" Identity ")
    assert unpacker.unpack(b"\x1f\x8b as it is", 5) == b"\x1f\x8b as"
    unpacker.finish()
    with pytest.raises(RefusedError, match="packed as zstd"):
        unpacker_of("zstd")

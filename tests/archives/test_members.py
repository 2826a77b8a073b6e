"""Members of archives: each in one slice, and a broken one costs itself alone."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from onrecord.archives.members import members
from tests.archives.made import raw, records, write, zipped

MOST = 1_000_000
RECORDS = records(9)


def zstd(parts: list[bytes]) -> list[bytes]:
    return [zstandard.ZstdCompressor().compress(part) for part in parts]


FORMS: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "plain": list,
    "gzip": zipped,
    "zstd": zstd,
}


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def made(tmp_path: Path, form: str, parts: list[bytes]) -> tuple[Path, list[int]]:
    parts = FORMS[form](parts)
    offsets = [len(b"".join(parts[:at])) for at in range(len(parts))]
    return write(tmp_path / "a.warc", parts), offsets


@pytest.mark.parametrize("step", [1_000_000, 1_000, 97])
def test_each_member_is_in_one_slice_whatever_the_slices(
    tmp_path: Path, form: str, step: int
) -> None:
    path, offsets = made(tmp_path, form, RECORDS)
    size = path.stat().st_size
    found = [m for at in range(0, size, step) for m in members(path, at, at + step, MOST)]
    assert [(one.offset, one.data, one.problem) for one in found] == [
        (offset, data, None) for offset, data in zip(offsets, RECORDS, strict=True)
    ]


@pytest.mark.parametrize("lie", [-40, 7, 3_000, 10**12])
def test_a_record_that_lies_about_its_length_costs_itself_alone(
    tmp_path: Path, form: str, lie: int
) -> None:
    head, length, rest = RECORDS[3].partition(b"Content-Length: ")
    told, end, body = rest.partition(b"\r\n")
    liar = head + length + str(int(told) + lie).encode() + end + body
    path, offsets = made(tmp_path, form, [*RECORDS[:3], liar, *RECORDS[4:]])
    found = list(members(path, 0, path.stat().st_size, MOST))
    assert [one.offset for one in found] == offsets
    assert [one.data for one in found if not one.problem] == [*RECORDS[:3], *RECORDS[4:]]
    assert found[3].problem


def test_an_archive_that_breaks_off_loses_its_last_record(tmp_path: Path, form: str) -> None:
    path, offsets = made(tmp_path, form, RECORDS)
    path.write_bytes(path.read_bytes()[:-60])
    found = list(members(path, 0, path.stat().st_size, MOST))
    assert [one.data for one in found[:-1]] == RECORDS[:-1]
    assert found[-1].offset == offsets[-1]
    assert found[-1].problem == "the archive breaks off in it"


def test_broken_bytes_cost_their_member_alone(tmp_path: Path) -> None:
    parts = zipped(RECORDS)
    parts[4] = parts[4][:40] + bytes(80) + parts[4][120:]
    path = write(tmp_path / "a.warc.gz", parts)
    found = list(members(path, 0, path.stat().st_size, MOST))
    assert [one.data for one in found if not one.problem] == [*RECORDS[:4], *RECORDS[5:]]
    assert [one.problem for one in found if one.problem] == ["its compressed data are broken"]


def test_of_a_bomb_no_more_than_the_limit_is_held(tmp_path: Path, form: str) -> None:
    bomb = raw("https://post.example/zeros", bytes(3 * MOST))
    path, _ = made(tmp_path, form, [RECORDS[0], bomb, RECORDS[1]])
    one, two, three = members(path, 0, path.stat().st_size, MOST)
    assert (one.data, three.data) == (RECORDS[0], RECORDS[1])
    assert two.problem == "more than 1,000,000 bytes"
    assert len(two.data) <= MOST


def test_an_archive_inside_of_a_record_is_the_record_s_matter(tmp_path: Path, form: str) -> None:
    inner = raw("https://post.example/inner.warc.gz", b"".join(zipped(RECORDS[:2])))
    path, offsets = made(tmp_path, form, [RECORDS[0], inner, RECORDS[1]])
    found = list(members(path, 0, path.stat().st_size, MOST))
    assert [one.offset for one in found] == offsets


@pytest.mark.parametrize(
    "data",
    [
        b"no archive at all",
        b"\x1f\x8b\x08",
        bytes(200_000),
        zstd(RECORDS)[0][:-9],
        b"\x5d\x2a\x4d\x18",
    ],
)
def test_what_is_no_archive_has_nothing_but_a_problem(tmp_path: Path, data: bytes) -> None:
    path = write(tmp_path / "a.warc.gz", [data])
    found = list(members(path, 0, len(data), MOST))
    assert [(one.offset, one.problem) for one in found] == [
        (0, "no record begins where the archive does")
    ]


def test_an_empty_archive_has_no_members(tmp_path: Path) -> None:
    assert list(members(write(tmp_path / "a.warc.gz", []), 0, 0, MOST)) == []


def test_records_that_are_large_when_zipped_are_found_from_anywhere(
    tmp_path: Path, form: str
) -> None:
    noise = [random.Random(number).randbytes(100_000).hex().encode() for number in range(4)]
    large = [raw(f"https://post.example/{n}", body) for n, body in enumerate(noise)]
    path, offsets = made(tmp_path, form, large)
    size, step = path.stat().st_size, 100_000
    found = [m for at in range(0, size, step) for m in members(path, at, at + step, MOST)]
    assert [(one.offset, one.problem) for one in found] == [(at, None) for at in offsets]

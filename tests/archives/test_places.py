"""Archives and outputs in stores: fetched in parts, put whole, and the same as in folders."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import pytest
from fsspec import register_implementation
from fsspec.implementations.memory import MemoryFileSystem

from onrecord.archives import places
from onrecord.archives.members import members
from onrecord.archives.merge import read_archived
from onrecord.archives.places import asked, name_of, opened, place_of, shown
from onrecord.archives.records import Job
from onrecord.archives.run import run_units
from onrecord.archives.units import job_of, units_of
from onrecord.errors import OnRecordError
from tests.archives.made import records, write, zipped
from tests.archives.runs import outputs


class Store(MemoryFileSystem):  # type: ignore[misc]  # fsspec has no types
    """A store that answers every second time, and notes which bytes it was asked for."""

    protocol = "teststore"
    asked: ClassVar[list[tuple[int, int]]] = []
    number = 0
    holds_parts = True

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return "/" + path.removeprefix("teststore://").strip("/")

    def cat_file(self, path: str, start: Any = None, end: Any = None, **_: Any) -> bytes:
        """Return the bytes from `start` to `end`."""
        Store.number += 1
        if Store.number % 2:
            raise ConnectionResetError("the line is busy")
        Store.asked.append((start, end))
        whole: bytes = super().cat_file(path)
        return whole[start:end] if self.holds_parts else whole


register_implementation("teststore", Store, clobber=True)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "PAUSE", 0.0)
    monkeypatch.setattr(places, "BLOCK", 500)
    monkeypatch.setattr(Store, "asked", [])


def put(data: bytes) -> str:
    Store().pipe_file("/b/a.warc.gz", data)
    return "teststore://b/a.warc.gz"


def test_an_archive_in_a_store_has_the_same_members(tmp_path: Path) -> None:
    parts = zipped(records(9))
    path, whole = write(tmp_path / "a.warc.gz", parts), b"".join(parts)
    address = put(whole)
    for start, stop in ((0, len(whole)), (1_000, 2_000)):
        expected = list(members(path, start, stop, 10**6))
        assert list(members(address, start, stop, 10**6)) == expected


def test_no_more_of_it_is_fetched_than_is_read_and_nothing_twice() -> None:
    address = put(bytes(10_000))
    with opened(address) as stream:
        stream.seek(2_300)
        assert len(stream.read(400)) == 400
        stream.seek(2_400)
        stream.read(500)
        stream.seek(9_900)
        assert len(stream.read(500)) == 100
    assert Store.asked == [(2_000, 2_500), (2_500, 3_000), (9_500, 10_000)]


def test_a_store_that_gives_no_parts_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "holds_parts", False)
    with opened(put(bytes(2_000))) as stream, pytest.raises(OSError, match="gives no parts"):
        stream.read(10)


def test_archives_and_outputs_in_a_store_are_those_in_folders(
    undisturbed: Job, archive: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    store.mkdir()
    made = job_of(undisturbed.data, f"local://{store}")
    run_units(units_of([f"local://{archive}"]), made, 1)
    assert outputs(job_of(undisturbed.data, store)) == outputs(undisturbed)
    assert read_archived(made) == read_archived(undisturbed)
    broken = store / made.name(units_of([archive])[0])
    broken.write_bytes(b"")
    run_units(units_of([f"local://{archive}"]), made, 1)
    assert outputs(job_of(undisturbed.data, store)) == outputs(undisturbed)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a/b.warc.gz", "b.warc.gz"),
        ("s3://bucket/a/b#1.warc.gz", "b#1.warc.gz"),
        ("https://store.example/a/b.warc.gz?key=1/2", "b.warc.gz"),
        ("file:///a/b%20c.warc", "b c.warc"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert name_of(place_of(text)) == name


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("memory://a.warc", "no other process sees"),
        ("nowhere://a.warc", "nowhere"),
        ("teststore://b/none.warc", "there is no such file"),
    ],
)
def test_what_can_t_be_had_is_said_in_words(address: str, problem: str) -> None:
    with pytest.raises((OnRecordError, FileNotFoundError), match=problem):
        units_of([place_of(address)])


@pytest.mark.parametrize(
    ("place", "there"),
    [
        ("https://user:secret@host:1/a@b.warc.gz", "https://…@b.warc.gz"),
        ("https://user:se@cret@host/a.warc.gz", "https://…@host/a.warc.gz"),
        ("https://token@host/a.warc.gz", "https://…@host/a.warc.gz"),
        ("s3://KEY:se/cr+et@bucket/a.warc.gz", "s3://…@bucket/a.warc.gz"),
        ("https://host/a.warc.gz?sig=1&key=se/cret", "https://host/a.warc.gz?…"),
        ("403, url='https://user:secret@host/a?sig=1', x", "403, url='https://…@host/a?…', x"),
        ("s3://bucket/a@b.warc.gz", "s3://bucket/a@b.warc.gz"),
        ("https://host:8080/a.warc.gz", "https://host:8080/a.warc.gz"),
        (Path("a?b@c:d.warc"), "a?b@c:d.warc"),
    ],
)
def test_nothing_secret_is_shown(place: Path | str, there: str) -> None:
    assert shown(place) == there


@pytest.mark.parametrize("scheme", ["memory", "nowhere", "teststore"])
def test_no_refusal_tells_a_password(scheme: str) -> None:
    address = f"{scheme}://user:secret@host/a.warc.gz?sig=secret"
    with pytest.raises((OnRecordError, OSError), match=f"^{scheme}://…@host/") as told:
        units_of([place_of(address)])
    assert "secret" not in str(told.value)


def test_what_a_store_says_tells_no_password() -> None:
    def fail() -> None:
        raise ConnectionError("no way to ftp://user:secret@host/a.warc.gz")

    with pytest.raises(OSError, match="no way to ftp://…@host") as told:
        asked("ftp://user:secret@host/a.warc.gz", fail)
    assert "secret" not in str(told.value)


class Guarded(Store):
    """A store that lets nobody in."""

    protocol = "guarded"

    def __init__(self, **_: Any) -> None:
        raise RuntimeError("530 Login incorrect for ftp://user:secret@host")


register_implementation("guarded", Guarded, clobber=True)


def test_a_store_that_lets_nobody_in_is_named() -> None:
    with pytest.raises(OnRecordError, match=r"^guarded://…@host/a\.warc: 530 Login") as told:
        units_of(["guarded://user:secret@host/a.warc"])
    assert "secret" not in str(told.value)


def test_two_of_one_name_are_told_without_their_passwords() -> None:
    with pytest.raises(OnRecordError, match="have one name") as told:
        units_of(["s3://user:secret@one/a.warc", "s3://user:secret@two/a.warc"])
    assert "secret" not in str(told.value)


def test_a_folder_without_outputs_is_told_without_its_password(undisturbed: Job) -> None:
    there = job_of(undisturbed.data, "teststore://user:secret@host/none")
    with pytest.raises(OnRecordError, match=r"^teststore://…@host/none: no output") as told:
        read_archived(there)
    assert "secret" not in str(told.value)

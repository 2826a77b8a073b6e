"""Pages that are gone, from an archive in the manner of the Wayback Machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.articles.index import read_index
from onrecord.captures.records import Wanted
from tests.captures.conftest import Run
from tests.captures.site import Web, answer, page, redirect

STAMP = "20240504101112"


@pytest.fixture
def archive(web: Web) -> dict[str, Any]:
    """Return the policy by which the archive of the test is asked."""
    return {
        "archive": True,
        "availability_url": web.url("archive.test", "/available"),
        "snapshots_url": web.url("archive.test", "/web"),
    }


def available(web: Web, url: str, answered: object, near: str = "") -> None:
    asked = url.replace(":", "%3A").replace("/", "%2F")
    web.put("archive.test", f"/available?url={asked}{near}", answer(200, json.dumps(answered)))


def closest(**told: object) -> dict[str, Any]:
    return {"archived_snapshots": {"closest": {"timestamp": STAMP, "status": "200", **told}}}


def test_what_is_gone_comes_from_the_archive(
    run: Run, web: Web, tmp_path: Path, archive: dict[str, Any]
) -> None:
    url = web.put("post.test", "/a", answer(410))
    available(web, url, closest(), "&timestamp=20240503")
    snapshot = web.put("archive.test", f"/web/20240501000000id_/{url}", page(etag='"archive"'))
    web.put("archive.test", f"/web/{STAMP}id_/{url}", redirect(snapshot))
    outcome = run(Wanted(url, published="2024-05-03"), policy=archive)[url]
    assert outcome.result == "captured"
    line = read_index(tmp_path)[-1]
    assert line.known.url == url
    assert line.known.archive_url == f"{archive['snapshots_url']}/{STAMP}/{url}"
    assert line.etag is None


@pytest.mark.parametrize(
    "answered",
    [
        {"archived_snapshots": {}},
        {"archived_snapshots": []},
        [],
        closest(status="404"),
        closest(timestamp="../../x"),
        closest(timestamp=7),
        closest(),
    ],
)
def test_the_archive_has_no_copy(
    run: Run, web: Web, archive: dict[str, Any], answered: object
) -> None:
    url = web.put("post.test", "/a", answer(404))
    available(web, url, answered)
    outcome = run(url, policy=archive)[url]
    assert outcome.reason == "fetch-failed"
    assert outcome.detail.startswith("status 404; archive: ")


def test_the_archive_is_no_way_round_a_refusal(run: Run, web: Web, archive: dict[str, Any]) -> None:
    """What robots.txt or a reservation keeps from us is not fetched from elsewhere."""
    web.put("closed.test", "/robots.txt", answer(200, "User-agent: *\nDisallow: /"))
    closed = web.url("closed.test", "/a")
    reserved = web.put("reserved.test", "/a", page(tdm_reservation="1"))
    kept = web.put("kept.test", "/a", answer(404))
    available(web, kept, closest())
    web.put("archive.test", f"/web/{STAMP}id_/{kept}", page(x_archive_orig_tdm_reservation="1"))
    outcomes = run(closed, reserved, policy=archive)
    assert [outcomes[url].reason for url in (closed, reserved)] == ["robots", "reserved"]
    assert not web.paths("archive.test")
    assert run(kept, policy=archive)[kept].reason == "reserved"


def test_the_archive_is_asked_only_if_wanted(run: Run, web: Web) -> None:
    url = web.put("post.test", "/a", answer(404))
    assert run(url)[url].detail == "status 404"
    assert not web.paths("archive.test")

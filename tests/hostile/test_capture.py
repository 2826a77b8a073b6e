"""Whatever servers, lists and the store hold, `onrecord capture` says so in words and goes on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest

from onrecord.captures.records import Bounds
from tests.captures.site import PAGE, Behave, Web, answer, page, raw, redirect
from tests.curated.test_load import write
from tests.hostile.test_commands import SMALL, put, run

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
DIGITS = "9" * 5_000
FAR_ZONE = f"Mon, 01 Jan 2024 00:00:00 +{DIGITS[:20]}"
FAR_YEAR = f"Mon, 01 Jan {DIGITS[:20]} 00:00:00 GMT"

# pages that are stored: what is in them is the matter of those who read them
STORED: dict[str, Behave] = {
    "nuls": answer(200, b"<html>" + b"\0" * 50_000),
    "odd-headers": raw(HEAD + b"ETag: \xff\r\nTDM-Policy: \x7f\xc3\r\n\r\n" + PAGE.encode()),
    "odd-type": answer(200, PAGE, content_type="text/html; charset=\xff" + "a" * 9_000),
    "odd-meta": answer(200, f'<meta name=tdm-reservation content="&#{DIGITS[:1900]};">{PAGE}'),
}
REFUSED: dict[str, Behave] = {
    "nothing": raw(b""),
    "plain-as-gzip": answer(200, PAGE, content_encoding="gzip"),
    "half-gzip": answer(200, gzip.compress(PAGE.encode())[:-9], content_encoding="gzip"),
    "gzip-of-nothing": answer(200, gzip.compress(b""), content_encoding="gzip"),
    "length-too-long": answer(200, PAGE, content_length="99999"),
    "length-of-digits": answer(200, PAGE, content_length=DIGITS),
    "chunk-of-digits": raw(CHUNKED + DIGITS.encode()),
    "endless-chunk": raw(CHUNKED, repeat(b"1")),
    "endless-head": raw(HEAD, repeat(b"X: y\r\n")),
    "endless-header": raw(HEAD + b"X: ", repeat(b"y" * 9_999)),
    "endless-hints": raw(b"", repeat(b"HTTP/1.1 103 Early Hints\r\n\r\n")),
    "nul-header": raw(HEAD + b"ETag: \0\r\n\r\n" + PAGE.encode()),
    "status-of-digits": raw(b"HTTP/1.1 " + DIGITS.encode() + b" OK\r\n\r\n"),
    "later-by-digits": answer(429, retry_after=DIGITS),
    "later-by-zone": answer(503, retry_after=FAR_ZONE),
    "later-by-year": answer(503, retry_after=FAR_YEAR),
    "to-bytes": redirect("/\xff\x7f\xc3"),
    "to-port": redirect(f"http://a.test:{DIGITS}/a"),
    "to-nothing": redirect("http://[["),
}
ROBOTS = {
    "delay": f"User-agent: *\nCrawl-delay: {DIGITS}\nRequest-rate: {DIGITS}/{DIGITS}",
    "slow rate": f"User-agent: *\nRequest-rate: 1/1{'0' * 400}",
    "fast rate": f"User-agent: *\nRequest-rate: 1{'0' * 400}/1",
    "hours": f"User-agent: *\nRequest-rate: 1/1{'0' * 400}h 9999-99999\nVisit-time: 9999-zzzz",
    "addresses": "User-agent: *\nDisallow: http://[a/\nAllow: /%zz%00\nSitemap: http://[",
}
ITEM = "<rss><channel><item><link>{}</link><pubDate>{}</pubDate></item></channel></rss>"
FEEDS = {
    "zone": ITEM.format("/a", FAR_ZONE),
    "year": ITEM.format("/b", FAR_YEAR),
    "digits": ITEM.format(f"http://a.test:{DIGITS}/c", f"{DIGITS}-{DIGITS}-01"),
    "half a letter": ITEM.format("/&#xD83D;&#56832;", "&#xdfff;"),
    "half a namespace": ITEM.format("/d", "").replace("<rss", "<rss xmlns='&#xd800;'"),
}


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    bounds = partial(Bounds, page_time=0.5, retries=0)
    monkeypatch.setattr("onrecord.commands.capture.Bounds", bounds)
    with Web() as web:
        monkeypatch.setattr("onrecord.captures.run.GuardedNetwork", lambda **_: web.network())
        yield web


def capture(store: Path, *asked: str | Path) -> dict[str, dict[str, Any]]:
    """Return what came of each address; what was refused has a reason in words."""
    result = run("capture", "--delay", "0", "--json", "--captures", store, *asked)
    outcomes = json.loads(result.stdout)["outcomes"]
    refused = [one for one in outcomes if one["result"] == "refused"]
    assert all(one["reason"] and one["detail"] for one in refused)
    assert result.exit_code == bool(refused)
    return {one["url"]: one for one in outcomes}


def test_answers(web: Web, tmp_path: Path) -> None:
    stored = [web.put(f"{name}.test", "/a", behave) for name, behave in STORED.items()]
    refused = [web.put(f"{name}.test", "/a", behave) for name, behave in REFUSED.items()]
    outcomes = capture(tmp_path / "store", *refused, *stored)
    assert [url for url in stored if outcomes[url]["result"] != "captured"] == []
    assert [url for url in refused if outcomes[url]["result"] != "refused"] == []
    data = write(tmp_path, {"corrections.yml": ""})
    built = (data, "--captures", tmp_path / "store", "--out", tmp_path / "out.db")
    assert run("build", "--data", *built).exit_code == 0


def test_files_as_pages(web: Web, tmp_path: Path) -> None:
    for number, data in enumerate(SMALL.values()):
        web.put(f"{number}.test", "/plain", answer(200, data))
        web.put(f"{number}.test", "/packed", answer(200, data, content_encoding="gzip"))
        web.put(f"{number}.test", "/raw", raw(data))
    outcomes = capture(tmp_path, *(web.url(*place) for place in web.pages))
    assert len(outcomes) == 3 * len(SMALL)
    assert not [url for url in outcomes if "/raw" in url and outcomes[url]["file"]]


def test_files_that_say_what_is_allowed(web: Web, tmp_path: Path) -> None:
    urls = []
    robots = [text.encode() for text in ROBOTS.values()]
    for number, data in enumerate([*SMALL.values(), *robots]):
        web.put(f"{number}.test", "/robots.txt", answer(200, data))
        web.put(f"{number}.test", "/.well-known/tdmrep.json", answer(200, data))
        urls.append(web.put(f"{number}.test", "/a", page()))
    outcomes = capture(tmp_path, *urls)
    assert outcomes.keys() == set(urls)
    assert {one["reason"] for one in outcomes.values()} == {None, "robots"}


def test_feeds(web: Web, tmp_path: Path) -> None:
    bad = [
        web.put("post.test", f"/{n}", answer(200, data)) for n, data in enumerate(SMALL.values())
    ]
    odd = [web.put("post.test", f"/{name}", answer(200, text)) for name, text in FEEDS.items()]
    feeds = [part for url in bad + odd for part in ("--feed", url)]
    outcomes = capture(tmp_path, *feeds)
    broken = [outcomes[url]["detail"] for url in bad if outcomes[url]["reason"] == "fetch-failed"]
    assert broken == ["the gzip data was cut off"]
    others = {outcomes[url]["reason"] for url in bad} - {"fetch-failed"}
    assert others == {"not-a-page", "too-large"}
    assert len(outcomes) == len(bad) + len(odd)


def test_lists(web: Web, tmp_path: Path) -> None:
    for data in SMALL.values():
        for text in (data, b"url,outlet\n" + data):
            path = put(tmp_path / "list.csv", text)
            asked = (tmp_path / "store", "--sources", path)
            result = run("capture", "--delay", "0", "--captures", *asked)
            assert result.exit_code == 0 or f"{path}" in result.output or "address" in result.output


def test_a_store(web: Web, tmp_path: Path) -> None:
    url = web.put("post.test", "/a", page())
    for data in SMALL.values():
        index = put(tmp_path / "index.jsonl", data)
        result = run("capture", "--delay", "0", "--captures", tmp_path, url)
        assert result.exit_code == 0 or f"{index}:" in result.output


@pytest.mark.parametrize("url", ["", "//a", "http://\udcff.test", "http://a.test/\udcff", "\udcff"])
def test_addresses_that_are_none(web: Web, tmp_path: Path, url: str) -> None:
    (outcome,) = capture(tmp_path, url).values()
    assert outcome["reason"] == "address"
    (outcome,) = capture(tmp_path, "--feed", url).values()
    assert outcome["reason"] == "address"
    assert run("capture", "--captures", tmp_path, url).exit_code == 1

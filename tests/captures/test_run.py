"""Runs over well-behaved and hostile sites: an outcome for each address, within its bounds."""

from __future__ import annotations

import gzip
import hashlib
import itertools
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from onrecord.articles.index import Line, read_index
from onrecord.captures.records import Wanted
from tests.captures.conftest import BOUNDS, Run
from tests.captures.site import PAGE, Behave, Web, answer, page, raw, redirect, zipped

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
DRIP = (b"x" for _ in iter(int, 1))  # without end


def last(folder: Path) -> Line:
    return read_index(folder)[-1]


def megabytes(count: int) -> Iterator[bytes]:
    piece = b"<p>" + b"x" * (2**20 - 3)
    return (piece for _ in range(count))


def bomb() -> bytes:
    return b"<p>" + b"\0" * 50_000_000


# what a site does → the reason and words of the detail of its refusal
HOSTILE: dict[str, tuple[Behave, str, str]] = {
    "gone": (answer(410), "fetch-failed", "status 410"),
    "broken": (answer(500), "fetch-failed", "status 500"),
    "busy-for-good": (answer(503), "fetch-failed", "status 503"),
    "busy-for-hours": (answer(429, retry_after="7200"), "fetch-failed", "left alone for 7200"),
    "slow-body": (raw(HEAD + b"\r\n", DRIP, 0.05), "fetch-failed", "no whole answer in 1 s"),
    "slow-head": (raw(HEAD + b"X: ", DRIP, 0.05), "fetch-failed", "no whole answer in 1 s"),
    "silent": (raw(b"", [b""], 2), "fetch-failed", "no whole answer in 1 s"),
    "closes": (raw(b""), "fetch-failed", "no whole answer"),
    "not-http": (raw(b"SSH-2.0-OpenSSH_9.6\r\n"), "fetch-failed", "no whole answer"),
    "endless-head": (raw(HEAD, (b"X: y\r\n" for _ in iter(int, 1))), "fetch-failed", "no whole"),
    "large": (raw(HEAD + b"\r\n", megabytes(200)), "too-large", "100,000"),
    "large-as-said": (raw(HEAD + b"Content-Length: 209715200\r\n\r\n"), "too-large", "100,000"),
    "bomb": (zipped(bomb()), "too-large", "100,000"),
    "empty-blocks": (
        raw(
            HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"")[:10], [b"\0" * 9999] * 99
        ),
        "fetch-failed",
        "gzip data is broken",
    ),
    "no-gzip": (answer(200, "<p>plain", content_encoding="gzip"), "fetch-failed", "broken"),
    "half-gzip": (
        answer(200, gzip.compress(PAGE.encode())[:-20], content_encoding="gzip"),
        "fetch-failed",
        "cut off",
    ),
    "other-packing": (answer(200, "x", content_encoding="br"), "fetch-failed", "packed as br"),
    "long-packing": (answer(200, "x", content_encoding="z" * 5000), "fetch-failed", "zzz…"),
    "length-too-long": (answer(200, "<p>x", content_length="999"), "fetch-failed", "no whole"),
    "two-lengths": (answer(200, "<p>x", Content_length="3"), "fetch-failed", "no whole answer"),
    "length-no-number": (answer(200, "<p>x", content_length="many"), "fetch-failed", "no whole"),
    "chunks-cut-off": (
        raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\n<p>xx\r\nff\r\nabc"),
        "fetch-failed",
        "no whole answer",
    ),
    "chunks-no-number": (
        raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n<p>"),
        "fetch-failed",
        "no whole answer",
    ),
    "pdf": (answer(200, b"%PDF-1.7", content_type="application/pdf"), "not-a-page", "pdf"),
    "empty": (answer(200, " \n"), "empty", "nothing"),
    "unasked-304": (answer(304), "fetch-failed", "no page of it"),
    "nowhere": (answer(302), "fetch-failed", "status 302"),
    "to-itself": (redirect("/to-itself"), "fetch-failed", "to itself"),
    "to-front-page": (redirect("/"), "fetch-failed", "front page"),
    "to-file": (redirect("file:///etc/hostname"), "address", "not http or https: file"),
    "to-script": (redirect("javascript:alert(1)"), "address", "not http or https"),
    "to-nonsense": (redirect("http://[::1"), "address", "no address"),
    "to-password": (redirect("http://me:secret@a.test/"), "address", "password"),
    "to-loopback": (redirect("http://127.0.0.1/x"), "address", "private network"),
    "to-loopback-6": (redirect("http://[::1]/x"), "address", "private network"),
    "to-mapped": (redirect("http://[::ffff:10.0.0.1]/x"), "address", "private network"),
    "to-metadata": (redirect("http://169.254.169.254/x"), "address", "private network"),
    "to-inside": (redirect("http://inside.example/x"), "address", "private network"),
}


def test_hostile_sites_cost_nothing_but_themselves(run: Run, web: Web, tmp_path: Path) -> None:
    web.addresses["inside.example"] = [["10.1.2.3"]]
    urls = {
        name: web.put(f"{name}.test", f"/{name}", behave)
        for name, (behave, _, _) in HOSTILE.items()
    }
    good = [web.put("good.test", f"/good-{number}", page()) for number in range(5)]
    wanted = [*urls.values(), *good]
    start = time.monotonic()
    outcomes = run(*wanted)
    assert time.monotonic() - start < 20
    assert outcomes.keys() == set(wanted)
    assert [outcomes[url].result for url in good] == ["captured"] * 5
    wrong = {
        name: (outcomes[urls[name]].reason, outcomes[urls[name]].detail)
        for name, (_, reason, detail) in HOSTILE.items()
        if outcomes[urls[name]].reason != reason or detail not in outcomes[urls[name]].detail
    }
    assert not wrong
    noted = {line.known.url for line in read_index(tmp_path) if line.reason}
    assert noted == set(urls.values())


def test_what_was_captured_is_told_in_the_index(run: Run, web: Web, tmp_path: Path) -> None:
    web.put("post.test", "/robots.txt", answer(200, "User-agent: *\nDisallow: /private/"))
    moved = web.put("post.test", "/new", page(etag='"1"', last_modified="yesterday"))
    old = web.put("post.test", "/old", redirect("/new", 301))
    outcomes = run(Wanted(old, "Harbour Post", "Bridge opens", "2024-05-03", language="en"))
    line = last(tmp_path)
    assert outcomes[old].file == line.file
    body = gzip.decompress((tmp_path / str(line.file)).read_bytes())
    assert body == PAGE.format("Bridge to open in spring").encode()
    assert line.sha256 == hashlib.sha256(body).hexdigest()
    known = line.known
    assert (known.url, line.final_url, line.status) == (old, moved, 200)
    assert (known.outlet, known.headline) == ("Harbour Post", "Bridge opens")
    assert (known.published, known.language) == ("2024-05-03", "en")
    assert (line.etag, line.last_modified, known.content_type) == ('"1"', "yesterday", "text/html")
    assert (line.robots, line.tdm_reservation, line.reason) == ("allowed", None, None)
    assert datetime.now(UTC) - datetime.fromisoformat(str(known.retrieved_at)) < timedelta(hours=1)


def test_servers_are_told_who_asks(run: Run, web: Web) -> None:
    run(web.put("post.test", "/a", page()))
    assert {request.headers["user-agent"] for request in web.asked} == {"onrecord/test"}
    assert web.paths("post.test") == ["/robots.txt", "/.well-known/tdmrep.json", "/a"]


def test_bytes_are_kept_whatever_their_charset(run: Run, web: Web, tmp_path: Path) -> None:
    body = "<p>Ségolène a dit « non »".encode("cp1252") + b"\xff\x00\x81"
    for name in ("utf-8", "no-such-charset", "\xff"):
        url = web.put(
            "post.test",
            f"/{len(name)}",
            answer(200, body, content_type=f"text/html; charset={name}"),
        )
        assert run(url)[url].result == "captured"
        assert gzip.decompress((tmp_path / str(last(tmp_path).file)).read_bytes()) == body


def test_a_length_too_short_and_a_second_answer_behind_it(
    run: Run, web: Web, tmp_path: Path
) -> None:
    """What a server sends after its answer is never taken for the next page."""
    forged = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<p>forged"
    short = HEAD + b"Connection: keep-alive\r\nContent-Length: 5\r\n\r\n<p>ab" + forged
    first = web.put("post.test", "/short", raw(short))
    second = web.put("post.test", "/next", page("Next"))
    outcomes = run(first, second)
    assert {outcome.result for outcome in outcomes.values()} == {"captured"}
    bodies = [
        gzip.decompress((tmp_path / str(outcomes[url].file)).read_bytes())
        for url in (first, second)
    ]
    assert bodies == [b"<p>ab", PAGE.format("Next").encode()]


def test_one_page_packed_as_it_is_offered(run: Run, web: Web, tmp_path: Path) -> None:
    url = web.put("post.test", "/a", zipped(PAGE.encode(), content_type="application/xhtml+xml"))
    assert run(url)[url].result == "captured"
    assert gzip.decompress((tmp_path / str(last(tmp_path).file)).read_bytes()) == PAGE.encode()


def test_a_busy_host_gets_the_pause_it_asks_for(run: Run, web: Web) -> None:
    url = web.put("post.test", "/a", answer(429, retry_after="1"), page())
    assert run(url)[url].result == "captured"
    early, late = [request.at for request in web.asked if request.path == "/a"]
    assert late - early >= 1


def test_a_pause_may_be_given_as_a_time_or_not_at_all(run: Run, web: Web) -> None:
    tomorrow = format_datetime(datetime.now(UTC) + timedelta(days=1), usegmt=True)
    far = web.put("far.test", "/a", answer(503, retry_after=tomorrow), page())
    odd = web.put("odd.test", "/a", answer(503, retry_after="soon"), page())
    past = web.put("past.test", "/a", answer(503, retry_after="Mon, 01 Jan 2024 0:0:0 GMT"), page())
    outcomes = run(far, odd, past)
    assert "left alone" in outcomes[far].detail
    assert (outcomes[odd].result, outcomes[past].result) == ("captured", "captured")


def test_a_page_captured_before_is_not_asked_for(run: Run, web: Web) -> None:
    url = web.put("post.test", "/a", page())
    run(url)
    assert run(f"{url}?utm_source=letter").popitem()[1].result == "known"
    assert web.paths("post.test").count("/a") == 1


def test_a_page_whose_file_is_gone_is_captured_again(run: Run, web: Web, tmp_path: Path) -> None:
    url = web.put("post.test", "/a", page())
    (tmp_path / str(run(url)[url].file)).unlink()
    assert run(url)[url].result == "captured"


def test_again_asks_only_for_what_has_changed(run: Run, web: Web, tmp_path: Path) -> None:
    tagged = page("One", etag='"1"', last_modified="Tue, 02 Jan 2024 00:00:00 GMT")
    url = web.put("post.test", "/a", tagged, answer(304), page("One"), page("Two"), answer(404))
    results = [run(url, again=True)[url].result for _ in range(5)]
    assert results == ["captured", "unchanged", "unchanged", "captured", "refused"]
    second = [request for request in web.asked if request.path == "/a"][1].headers
    assert second["if-none-match"] == '"1"'
    assert second["if-modified-since"] == "Tue, 02 Jan 2024 00:00:00 GMT"
    lines = read_index(tmp_path)
    assert [bool(line.file) for line in lines] == [True, True, False]
    assert run(url)[url].result == "known"


def test_a_refusal_is_tried_again_and_noted_once(run: Run, web: Web, tmp_path: Path) -> None:
    url = web.put("post.test", "/a", answer(500), answer(500), page())
    assert [run(url)[url].result for _ in range(3)] == ["refused", "refused", "captured"]
    assert [line.status for line in read_index(tmp_path)] == [500, 200]


def test_one_request_at_a_time_to_a_host_and_hosts_side_by_side(run: Run, web: Web) -> None:
    slow = raw(HEAD + b"\r\n", [PAGE.encode()], 0.1)
    urls = [
        web.put(f"{host}.test", f"/{number}", slow) for host in ("a", "b", "c") for number in "123"
    ]
    outcomes = run(*urls, bounds=replace(BOUNDS, delay=0.05))
    assert {outcome.result for outcome in outcomes.values()} == {"captured"}
    turns = [host for host, _ in itertools.groupby(request.host for request in web.asked)]
    assert len(turns) > 3, "the hosts were asked one after the other"
    for host in ("a.test", "b.test", "c.test"):
        times = [request.at for request in web.asked if request.host == host]
        waits = [late - early for early, late in itertools.pairwise(times)]
        assert min(waits) >= 0.05, "the delay was not kept"
        assert min(waits[2:]) >= 0.15, "a page was asked for before the one before it had come"


def test_no_more_than_so_many(run: Run, web: Web) -> None:
    urls = [web.put("post.test", f"/{number}", page()) for number in range(4)]
    assert list(run(*urls, most=2)) == urls[:2]
    assert list(run(*urls, most=1)) == [*urls[:2], urls[2]]


def test_redirects_have_an_end(run: Run, web: Web) -> None:
    for number in range(9):
        web.put("post.test", f"/{number}", redirect(f"/{number + 1}"))
    web.put("post.test", "/9", page())
    loop = web.put("a.test", "/", redirect(web.url("b.test", "/")))
    web.put("b.test", "/", redirect(loop))
    few, many = web.url("post.test", "/4"), web.url("post.test", "/3")
    outcomes = run(few, many, loop)
    assert outcomes[few].result == "captured"
    assert outcomes[many].detail == outcomes[loop].detail == "more than 5 redirects"


@pytest.mark.parametrize(
    "url", ["ftp://post.test/a", "file:///etc/hostname", "post.test/a", "", "http://", "http:///a",
            "http://post.test:99999/", "http://\ud800.test/", "http://[::1",
            "http://me:secret@post.test/", "http://post.test/" + "a" * 9000, "data:text/html,x"]
)  # fmt: skip
def test_what_is_no_address_of_a_page(run: Run, web: Web, url: str) -> None:
    assert run(url)[url].reason == "address"
    assert not web.asked


def test_a_name_that_leads_inside(run: Run, web: Web) -> None:
    web.addresses |= {
        "inside.example": [["127.0.0.1"]],
        "both.example": [["10.0.0.1", "fe80::1%eth0"]],
        "nowhere.example": [[]],
    }
    urls = [web.url(name, "/a") for name in web.addresses]
    outcomes = run(*urls)
    assert [outcomes[url].reason for url in urls] == ["address", "address", "fetch-failed"]
    assert not web.asked


def test_a_name_that_leads_inside_the_second_time(run: Run, web: Web) -> None:
    """A name looked up for the check and again for the connection could give two answers."""
    web.addresses["turn.example"] = [["9.9.9.9"], ["9.9.9.9"], ["127.0.0.1"]]
    url = web.put("turn.example", "/a", page())
    assert run(url)[url].reason == "address"
    assert web.paths("turn.example") == ["/robots.txt", "/.well-known/tdmrep.json"]

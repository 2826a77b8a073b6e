"""`onrecord capture` as it is called: exit codes, Ctrl-C, and a build from what was captured."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.articles.index import read_index
from onrecord.cli import main
from onrecord.commands.capture import capture, user_agent
from tests.captures.site import PAGE, Web, answer, page, raw

HERE = "127.0.0.1"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


def arguments(*more: str | Path) -> list[str]:
    return ["capture", "--allow-local", "--delay", "0", *map(str, more)]


def command(*more: str | Path) -> list[str]:
    return [str(Path(sys.executable).with_name("onrecord")), *arguments(*more)]


def test_what_was_captured_can_be_built(web: Web, tmp_path: Path) -> None:
    """From a list to the database: pages give quotes, and what could not be had its reason."""
    report = web.put(HERE, "/2024/05/07/bridge-to-open-in-spring", page(), page("Bridge is late"))
    closed = web.put(HERE, "/closed", page())
    gone = web.put(HERE, "/gone", answer(410))
    menu = web.put(HERE, "/menu", answer(200, "<p>Menu"))
    web.put(HERE, "/robots.txt", answer(200, "User-agent: *\nDisallow: /closed"))
    sources = tmp_path / "reports.csv"
    sources.write_text(f"url,outlet,language\n{report},Harbour Post,en\n")
    store = tmp_path / "captures"
    asked = arguments("--sources", sources, closed, gone, menu, "--captures", store, "--json")
    result = CliRunner().invoke(main, asked)
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert (told["captured"], told["refused"], told["stopped"]) == (2, 2, False)
    again = CliRunner().invoke(main, arguments(report, "--again", "--captures", store))
    assert again.exit_code == 0, again.output
    assert len(list(store.rglob("*.html.gz"))) == 3

    out = tmp_path / "built.db"
    built = CliRunner().invoke(main, ["build", "--captures", str(store), "--out", str(out)])
    assert built.exit_code == 0, built.output
    database = sqlite3.connect(out)
    said = database.execute(
        "select articles.headline, quotes.text from quotes join articles"
        " on articles.id = quotes.article_id where articles.url = ?",
        [report],
    ).fetchall()
    assert ("Bridge is late", "The harbour bridge will open in spring,") in said
    assert {headline for headline, _ in said} == {"Bridge is late"}
    refused = dict(database.execute("select source, reason from refusals").fetchall())
    assert refused[closed] == "robots"
    assert refused[gone] == "fetch-failed"
    assert "too-short" in refused.values() or "no-article" in refused.values()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_what_is_stopped_goes_on_at_the_next_run(web: Web, tmp_path: Path) -> None:
    slow = raw(HEAD, [PAGE.encode()], 0.3)
    urls = [web.put(HERE, f"/{number}", slow) for number in range(4)]
    asked = command(*urls, "--captures", tmp_path, "--json")
    running = subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 20
    while web.paths(HERE)[-1:] != ["/2"] and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    out, complaints = running.communicate(timeout=10)
    assert running.returncode == 1
    assert "run the same again" in complaints
    told = json.loads(out)
    assert (told["captured"], told["stopped"]) == (2, True)
    assert [line.known.url for line in read_index(tmp_path)] == urls[:2]
    told = json.loads(CliRunner().invoke(main, asked[1:]).stdout)
    assert (told["known"], told["captured"]) == (2, 2)
    asked_for = web.paths(HERE)
    assert [asked_for.count(f"/{number}") for number in range(4)] == [1, 1, 2, 1]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_what_is_killed_goes_on_at_the_next_run(web: Web, tmp_path: Path) -> None:
    slow = raw(HEAD, [PAGE.encode()], 0.2)
    urls = [web.put(HERE, f"/{number}", slow) for number in range(3)]
    asked = command(*urls, "--captures", tmp_path, "--json")
    running = subprocess.Popen(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 20
    while web.paths(HERE)[-1:] != ["/1"] and time.monotonic() < deadline:
        time.sleep(0.02)
    os.kill(running.pid, signal.SIGKILL)
    running.wait(timeout=10)
    told = json.loads(CliRunner().invoke(main, asked[1:]).stdout)
    assert (told["known"], told["captured"]) == (1, 2)
    assert not list(tmp_path.rglob("*.part"))


def test_a_table_tells_what_came_of_each(web: Web, tmp_path: Path) -> None:
    url = web.put(HERE, "/a", page())
    local = ["capture", "--captures", str(tmp_path), url]
    result = CliRunner().invoke(main, local)
    assert result.exit_code == 1
    assert "address" in result.output
    assert not web.asked
    result = CliRunner().invoke(main, [*local, "--allow-local", "--delay", "0"])
    assert (result.exit_code, result.output.split()[:2]) == (0, ["captured", "1"])


@pytest.mark.parametrize(
    "wrong", [[], ["--sources", "nowhere.csv"], ["--delay", "-1", "x"], ["--most", "0", "x"]]
)
def test_wrong_usage(wrong: list[str]) -> None:
    assert CliRunner().invoke(main, ["capture", *wrong]).exit_code == 2


def test_we_say_who_we_are() -> None:
    assert user_agent().startswith("onrecord/2")
    assert user_agent("me@post.example").endswith("me@post.example)")


def test_every_option_and_reason_is_described(root: Path) -> None:
    text = (root / "docs" / "capturing.md").read_text(encoding="utf-8")
    options = {name for option in capture.params[1:] for name in option.opts if name[:2] == "--"}
    reasons = set()
    for path in (root / "src" / "onrecord" / "captures").glob("*.py"):
        reasons |= set(
            re.findall(r'RefusedError\(\s*"([a-z-]+)"', path.read_text(encoding="utf-8"))
        )
    assert len(reasons) > 5
    assert not [name for name in options if name not in text]
    assert not [reason for reason in reasons if f"`{reason}`" not in text]

"""deploy/: the server's processes, and the caches and proxies in front of them."""

from __future__ import annotations

import configparser
import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import crossplane
import httpx
import pytest

HOST = "record.example.org"
PACKAGED = "/srv/onrecord"  # where the examples take the repository to be


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port


@dataclass(frozen=True, slots=True)
class Front:
    """A place for nginx with our file in it, its paths and ports made this machine's."""

    conf: Path
    port: int
    site_port: int


@pytest.fixture(scope="module")
def front(root: Path, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Front:
    """Return a place for nginx; the built folder gets the look of one with downloads."""
    place = tmp_path_factory.mktemp("nginx")
    current = place / "current"
    shutil.copytree(built, current)
    (current / "downloads").mkdir(exist_ok=True)
    (current / "downloads/words.csv").write_text("id,text\n1,We won\n")
    port, site_port = free_port(), free_port()
    text = (root / "deploy/nginx.conf").read_text()
    for theirs, ours in (
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        ("listen [::]:443 ssl http2;", ""),
        ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
        ("listen [::]:80;", ""),
        ("127.0.0.1:8001", f"127.0.0.1:{site_port}"),
        ("/var/cache/nginx/onrecord", str(place / "cache")),
        (f"/etc/letsencrypt/live/{HOST}", str(place)),
        ("/etc/nginx/onrecord-headers.conf", str(root / "deploy/onrecord-headers.conf")),
        (f"{PACKAGED}/current", str(current)),
    ):
        assert theirs in text
        text = text.replace(theirs, ours)
    (place / "site.conf").write_text(text)
    folders = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = " ".join(f"{name}_temp_path {place}/{name};" for name in folders)
    # as root, nginx would answer as an account that may not read the tests' folders
    account = f"user {_account()};" if _account() == "root" else ""
    (place / "nginx.conf").write_text(
        f"{account} pid {place}/pid; error_log {place}/error.log; daemon off; events {{}}\n"
        f"http {{ access_log off; {temporary} include {place}/site.conf; }}\n"
    )
    return Front(place / "nginx.conf", port, site_port)


def _account() -> str:
    return subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()


def test_the_nginx_file_is_well_formed(front: Front) -> None:
    parsed = crossplane.parse(str(front.conf))
    assert parsed["errors"] == []
    assert parsed["status"] == "ok"


def directives(block: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for item in block:
        yield item["directive"], " ".join(item["args"])
        yield from directives(item.get("block", []))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("proxy_set_header", "X-Forwarded-Proto $scheme"),
        ("proxy_set_header", "Host $server_name"),
        ("proxy_set_header", "Cookie "),
        ("proxy_cache_lock", "on"),
        ("return", "301 https://$host$request_uri"),
    ],
)
def test_the_nginx_file_says_what_the_site_relies_on(front: Front, name: str, wanted: str) -> None:
    parsed = crossplane.parse(str(front.conf))
    said = {pair for file in parsed["config"] for pair in directives(file["parsed"])}
    assert (name, wanted) in said


@pytest.fixture(scope="module")
def cached(front: Front, root: Path) -> Iterator[httpx.Client]:
    """Return a client of nginx with our file, in front of two processes of the site."""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not nginx or not shutil.which("openssl"):
        pytest.skip("no nginx or no openssl found: apt-get install nginx-light openssl")
    _certify(front.conf.parent)
    checked = subprocess.run(
        [nginx, "-t", "-c", front.conf], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
    place = front.conf.parent
    (place / "deploy").mkdir()
    shutil.copy(root / "deploy/serve", place / "deploy/serve")
    (place / ".venv").symlink_to(sys.prefix)
    environment = {**os.environ, "ONRECORD_SITE": f"{place}/current", "PORT": str(front.site_port)}
    command = [str(place / "deploy/serve")]
    with (
        subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as site,
        subprocess.Popen([nginx, "-c", str(front.conf)], stderr=subprocess.DEVNULL) as proxy,
        httpx.Client(
            base_url=f"https://127.0.0.1:{front.port}", headers={"host": HOST}, verify=_trusting()
        ) as client,
    ):
        try:
            _await_answer(client)
            yield client
        finally:
            proxy.terminate()
            site.terminate()


def _certify(place: Path) -> None:
    command = f"openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN={HOST}"
    names = ["-keyout", "privkey.pem", "-out", "fullchain.pem"]
    subprocess.run([*command.split(), *names], cwd=place, check=True, capture_output=True)


def _trusting() -> ssl.SSLContext:
    """Return a context that takes the certificate just made."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _await_answer(client: httpx.Client) -> None:
    for _ in range(150):
        try:
            if client.get("/-/versions.json").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    pytest.fail("the site did not answer within 30 s")


def test_what_was_asked_before_comes_from_the_cache(cached: httpx.Client) -> None:
    answers = [cached.get("/onrecord/quotes?_size=3") for _ in range(2)]
    assert [answer.headers["x-cache"] for answer in answers] == ["MISS", "HIT"]
    assert answers[0].text == answers[1].text


def test_links_are_of_the_visitors_address(cached: httpx.Client) -> None:
    assert f"Sitemap: https://{HOST}/sitemap.xml" in cached.get("/robots.txt").text
    spoofed = cached.get("/llms.txt", headers={"host": "elsewhere.example"})
    assert "elsewhere" not in spoofed.text


def test_a_page_keeps_the_sites_headers(cached: httpx.Client) -> None:
    headers = cached.get("/").headers
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("path", ["/onrecord.db", "/downloads/words.csv"])
def test_files_come_in_parts(cached: httpx.Client, path: str) -> None:
    answer = cached.get(path, headers={"range": "bytes=0-5"})
    assert answer.status_code == 206
    assert len(answer.content) == 6
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/downloads/none.csv", "/downloads/", "/downloads"])
def test_what_is_no_file_is_asked_of_the_site(cached: httpx.Client, path: str) -> None:
    assert "x-cache" in cached.get(path).headers


def test_a_long_answer_is_not_kept(cached: httpx.Client) -> None:
    answers = [cached.get("/onrecord/quotes.csv?_stream=on") for _ in range(2)]
    assert [answer.headers["x-cache"] for answer in answers] == ["BYPASS", "BYPASS"]


def test_caddy_takes_its_file(root: Path) -> None:
    caddy = shutil.which("caddy")
    if not caddy:
        pytest.skip("no caddy found: apt-get install caddy")
    answer = subprocess.run(
        [
            caddy,
            "adapt",
            "--adapter",
            "caddyfile",
            "--config",
            root / "deploy/Caddyfile",
            "--validate",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert "warn" not in answer.stderr.lower()


def test_the_service_starts_what_is_there(root: Path) -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]  # systemd's names have capitals
    unit.read(root / "deploy/onrecord.service")
    service = unit["Service"]
    script = root / service["ExecStart"].removeprefix(f"{PACKAGED}/")
    assert script.stat().st_mode & 0o111
    assert service["DynamicUser"] == service["NoNewPrivileges"] == "yes"

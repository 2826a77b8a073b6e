"""A folder for any host of files, from which the dataset opens in the reader's browser.

    python -m onrecord.site.lite build https://example.org/record/

Beside the database stands one page of ours, with links to Datasette Lite: Datasette itself, run by
Python within the browser. That is another site, so the page says what is fetched from where, and
nothing is before the reader asks for it.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode, urljoin, urlsplit

import click
import yaml
from jinja2 import Environment, FileSystemLoader

from onrecord.db.folder import NAME
from onrecord.errors import OnRecordError
from onrecord.site.assets import load_assets

LITE = "https://lite.datasette.io/"
FOLDER = "lite"
METADATA = "metadata.yml"
DOWNLOADS = "downloads"
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True
)


@dataclass(frozen=True, slots=True)
class File:
    """A file beside the page."""

    address: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Link:
    """A page that Datasette Lite shows of the dataset."""

    name: str
    about: str
    address: str


def write_lite(build: Path, address: str) -> Path:
    """Return the folder lite/ in `build`, made to stand at `address`; raises OnRecordError."""
    _check(build, address)
    folder = build / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name in (NAME, METADATA):
        shutil.copyfile(build / name, folder / name)
    if (build / DOWNLOADS).is_dir():
        shutil.copytree(build / DOWNLOADS, folder / DOWNLOADS)
    (folder / "site.css").write_bytes(load_assets()["site.css"].body)
    page = _page(address.rstrip("/") + "/", build)
    (folder / "index.html").write_text(page, encoding="utf-8")
    return folder


def lite_address(address: str, path: str = "") -> str:
    """Return where Datasette Lite shows a path of the dataset that stands at `address`."""
    wanted = {"url": urljoin(address, NAME), "metadata": urljoin(address, METADATA)}
    return f"{LITE}?{urlencode(wanted)}" + (f"#/onrecord/{quote(path)}" if path else "")


def _check(build: Path, address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in ("https", "http") or not parts.netloc or parts.query or parts.fragment:
        raise OnRecordError(f"{address} is no address of a folder, as https://example.org/data/ is")
    missing = [str(build / name) for name in (NAME, METADATA) if not (build / name).is_file()]
    if missing:
        raise OnRecordError(f"{' and '.join(missing)} missing: scripts/build makes what is needed")


def _page(address: str, build: Path) -> str:
    metadata = yaml.safe_load((build / METADATA).read_text(encoding="utf-8"))
    described = metadata["databases"][Path(NAME).stem]
    shown = {
        name: table["description"]
        for name, table in described["tables"].items()
        if "description" in table  # what has none is the plumbing of the search
    }
    questions = {name: query["title"] for name, query in described["queries"].items()}
    return _TEMPLATES.get_template("lite.html").render(
        title=metadata["title"],
        license=metadata["license"],
        license_url=metadata["license_url"],
        database=File(NAME, (build / NAME).stat().st_size),
        downloads=_files(build),
        version=_version(build / NAME),
        whole=lite_address(address),
        tables=_links(address, shown),
        questions=_links(address, questions),
    )


def _files(build: Path) -> list[File]:
    paths = sorted(path for path in (build / DOWNLOADS).rglob("*") if path.is_file())
    return [File(quote(path.relative_to(build).as_posix()), path.stat().st_size) for path in paths]


def _links(address: str, pages: Mapping[str, str]) -> list[Link]:
    return [Link(name, about, lite_address(address, name)) for name, about in pages.items()]


def _version(database: Path) -> str:
    connection = sqlite3.connect(f"file:{quote(str(database.resolve()))}?mode=ro", uri=True)
    try:
        (version,) = connection.execute(
            "select value from build_info where key = 'version'"
        ).fetchone()
    finally:
        connection.close()
    return str(version)


@click.command()
@click.argument("build", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("address")
def main(build: Path, address: str) -> None:
    """Make BUILD/lite/, to be put at ADDRESS."""
    try:
        folder = write_lite(build, address)
    except OnRecordError as problem:
        sys.exit(f"lite: {problem}")
    click.echo(f"lite: put the files of {folder}/ at {address}")


if __name__ == "__main__":
    main()

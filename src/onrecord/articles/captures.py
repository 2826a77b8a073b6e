"""A folder of captured pages → Articles, and Refusals for those that can't be used.

A capture is a `.txt`, `.html` or `.html.gz` file with a sidecar or a line in the folder's index;
an HTML page that names its own address needs neither. Every other file is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from onrecord.articles.assemble import assemble
from onrecord.articles.known import (
    NOTHING,
    SUFFIXES,
    Known,
    UnreadableError,
    read_index,
    read_sidecar,
    stem,
)
from onrecord.articles.normalise import canonical_url
from onrecord.articles.pages import MOST_BYTES, read_page
from onrecord.models import Article, Curated, Refusal


def read_captures(
    directory: Path, curated: Curated, digests: Sequence[Article]
) -> tuple[list[Article], list[Refusal]]:
    """Return the articles of the captures below `directory`, one for each address, by id.

    An article whose address has a digest gets the digest's id, its body as summary, and whatever
    else the page doesn't say. Of several captures of one address the newest is read.
    """
    digest_of = {canonical_url(digest.source.url): digest for digest in digests}
    newest: dict[str, Article] = {}
    refusals: list[Refusal] = []
    for path, known in _find(directory, refusals):
        article = _read(path, known, curated, digest_of)
        if isinstance(article, Refusal):
            refusals.append(article)
        elif not article.source.url:
            refusals.append(Refusal(str(path), "unreadable", _no_address(path)))
        else:
            key = canonical_url(article.source.url)
            newest[key] = max(newest.get(key, article), article, key=_age)
    return sorted(newest.values(), key=lambda article: article.id), refusals


def read_capture(path: Path, curated: Curated) -> Article | Refusal:
    """Return one captured file as an article; its id is the file's name without the suffix."""
    try:
        known = read_sidecar(path)
    except UnreadableError as error:
        return Refusal(str(path), "unreadable", str(error))
    article = _read(path, known, curated, {})
    return article if isinstance(article, Refusal) else replace(article, id=stem(path))


def read_bytes(name: str, data: bytes, curated: Curated) -> Article | Refusal:
    """Return a page of which only the bytes are known as an article with the id `name`."""
    page = read_page(name, data)
    if isinstance(page, Refusal):
        return page
    return replace(assemble(page, NOTHING, None, curated), id=name)


def _find(directory: Path, refusals: list[Refusal]) -> Iterator[tuple[Path, Known]]:
    """Yield each capture below `directory` with what is known of it, in order of path."""
    try:
        index = read_index(directory)
    except UnreadableError as error:
        refusals.append(Refusal(str(directory), "unreadable", str(error)))
        index = {}
    for path in sorted(directory.rglob("*")):
        if path.name.endswith(SUFFIXES) and path.is_file() and not _is_readme(path):
            try:
                yield path, index.get(path) or read_sidecar(path)
            except UnreadableError as error:
                refusals.append(Refusal(str(path), "unreadable", str(error)))


def _read(
    path: Path, known: Known, curated: Curated, digest_of: Mapping[str, Article]
) -> Article | Refusal:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        return Refusal(str(path), "unreadable", f"{error.strerror}")
    page = read_page(str(path), data, known.headline or "")
    if isinstance(page, Refusal):
        return page
    digest = digest_of.get(canonical_url(known.url or page.url or ""))
    return assemble(page, known, digest, curated)


def _is_readme(path: Path) -> bool:
    return stem(path).casefold() == "readme"


def _no_address(path: Path) -> str:
    sidecar = f"{stem(path)}.json"
    return f'nothing says where it is from; write {{"url": "https://…"}} into {sidecar} beside it'


def _age(article: Article) -> str:
    return article.source.retrieved_at or ""

"""A folder of captured pages → Articles, and Refusals for those that can't be used.

A capture is a `.txt`, `.html` or `.html.gz` file with a sidecar or a line in the folder's index, or
a page in a web archive; an HTML page that names its own address needs neither. Every other file is
left alone. Of the pages in an index only the newest of each address is read, and an address that
never gave one is refused for the reason noted there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

from onrecord.articles.assemble import assemble
from onrecord.articles.found import Found, read_file
from onrecord.articles.index import Line, newest, read_index
from onrecord.articles.known import (
    NOTHING,
    SUFFIXES,
    UnreadableError,
    read_sidecar,
    stem,
)
from onrecord.articles.normalise import canonical_url
from onrecord.articles.supervise import PageReader
from onrecord.articles.warc import WARC_SUFFIXES
from onrecord.models import Article, Curated, Refusal, RefusalReason


def read_captures(
    directory: Path, curated: Curated, digests: Sequence[Article]
) -> tuple[list[Article], list[Refusal]]:
    """Return the articles of the captures below `directory`, one for each address, by id.

    An article whose address has a digest gets the digest's id, its body as summary, and whatever
    else the page doesn't say. Of several captures of one address the newest is read.
    """
    digest_of = {canonical_url(digest.source.url): digest for digest in digests}
    latest: dict[str, Article] = {}
    refusals: list[Refusal] = []
    with PageReader() as reader:
        for found in _find(directory):
            article = _read(found, curated, digest_of, reader)
            if isinstance(article, Refusal):
                refusals.append(article)
            else:
                key = canonical_url(article.source.url)
                latest[key] = max(latest.get(key, article), article, key=_age)
    return sorted(latest.values(), key=lambda article: article.id), refusals


def read_path(path: Path, curated: Curated, reader: PageReader) -> Iterator[Article | Refusal]:
    """Yield the article of one captured file, or those of a web archive, or why there is none.

    A file's article has the file's name without the suffix as its id.
    """
    try:
        known = read_sidecar(path)
    except UnreadableError as error:
        yield Refusal(str(path), "unreadable", str(error))
        return
    for found in read_file(path, known):
        if isinstance(found, Refusal):
            yield found
            continue
        page = reader.read(found.source, found.data, found.known)
        if isinstance(page, Refusal):
            yield page
        else:
            article = assemble(page, found.known, None, curated)
            is_file = found.source == str(path)
            yield replace(article, id=stem(path)) if is_file else article


def read_bytes(name: str, data: bytes, curated: Curated, reader: PageReader) -> Article | Refusal:
    """Return a page of which only the bytes are known as an article with the id `name`."""
    page = reader.read(name, data)
    if isinstance(page, Refusal):
        return page
    return replace(assemble(page, NOTHING, None, curated), id=name)


def _find(directory: Path) -> Iterator[Found | Refusal]:
    """Yield each captured page below `directory`: those of the index, then others by path."""
    try:
        index = read_index(directory)
    except UnreadableError as error:
        yield Refusal(str(directory), "unreadable", str(error))
        index = ()
    for line in newest(index):
        if line.file:
            yield from read_file(directory / line.file, line.known)
        else:
            yield _noted(line)
    indexed = {directory / line.file for line in index if line.file}
    for path in sorted(directory.rglob("*")):
        if _is_page(path) and path not in indexed:
            try:
                yield from read_file(path, read_sidecar(path))
            except UnreadableError as error:
                yield Refusal(str(path), "unreadable", str(error))


def _noted(line: Line) -> Refusal:
    """Return the refusal that an index notes of an address."""
    known = {reason: reason for reason in get_args(RefusalReason)}
    reason: RefusalReason = known.get(line.reason, "fetch-failed")
    return Refusal(line.known.url or "", reason, line.detail or "no page came")


def _read(
    found: Found | Refusal, curated: Curated, digest_of: Mapping[str, Article], reader: PageReader
) -> Article | Refusal:
    if isinstance(found, Refusal):
        return found
    page = reader.read(found.source, found.data, found.known)
    if isinstance(page, Refusal):
        return page
    url = found.known.url or page.url
    if not url:
        return Refusal(found.source, "unreadable", _no_address(Path(found.source)))
    return assemble(page, found.known, digest_of.get(canonical_url(url)), curated)


def _is_page(path: Path) -> bool:
    named = path.name.endswith((*SUFFIXES, *WARC_SUFFIXES)) and stem(path).casefold() != "readme"
    return named and path.is_file()


def _no_address(path: Path) -> str:
    sidecar = f"{stem(path)}.json"
    return f'nothing says where it is from; write {{"url": "https://…"}} into {sidecar} beside it'


def _age(article: Article) -> str:
    return article.source.retrieved_at or ""

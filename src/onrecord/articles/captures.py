"""A folder of captured pages → Articles, and Refusals for those that can't be used.

A capture is a `.txt`, `.md`, `.html` or `.html.gz` file with a sidecar or a line in the folder's
index, or a page in a web archive; an HTML page that names its own address needs neither. Every
other file is left alone. A page that changed has several captures: the newest that can be used is
read, the older ones stay where they are. An address that never gave a page is refused for the
reason noted in the index.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import get_args

from onrecord.articles.assemble import assemble
from onrecord.articles.found import Found, read_file
from onrecord.articles.index import Line, captures_of, read_index
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
from onrecord.ids import content_id
from onrecord.inputs import named_from
from onrecord.models import Article, Curated, Refusal, RefusalReason

Read = Callable[[Found | Refusal], Article | Refusal]


def read_folders(
    folders: Sequence[Path], curated: Curated, digests: Sequence[Article]
) -> tuple[list[Article], list[Refusal]]:
    """Return the articles of the captures in all folders, one for each address, by id.

    Of several captures of one address the newest is read, in whatever folder it is. Refusals name
    files from their folder on.
    """
    pages: list[Article] = []
    refusals: list[Refusal] = []
    for folder in folders:
        captured, refused = read_captures(folder, curated, digests)
        pages += captured
        refusals += named_from(folder, refused)
    return with_own_ids(newest_captures(pages), {digest.id for digest in digests}), refusals


def read_captures(
    directory: Path, curated: Curated, digests: Sequence[Article]
) -> tuple[list[Article], list[Refusal]]:
    """Return the articles of the captures below `directory`, one for each address, by id.

    An article whose address has a digest gets the digest's id, its body as summary, and whatever
    else the page doesn't say.
    """
    digest_of = {canonical_url(digest.source.url): digest for digest in digests}
    articles: list[Article] = []
    refusals: list[Refusal] = []
    with PageReader() as reader:
        read = partial(_read, curated=curated, digest_of=digest_of, reader=reader)
        for article in _read_all(directory, read):
            if isinstance(article, Refusal):
                refusals.append(article)
            else:
                articles.append(article)
    return newest_captures(articles), refusals


def newest_captures(pages: Iterable[Article]) -> list[Article]:
    """Return of each address the page fetched last, by id.

    Of pages fetched at one time, or nobody knows when, the later of those given counts.
    """
    newest: dict[str, Article] = {}
    for page in pages:
        key = canonical_url(page.source.url)
        newest[key] = max(page, newest.get(key, page), key=_age)
    return sorted(newest.values(), key=lambda page: page.id)


def with_own_ids(pages: Iterable[Article], taken: Collection[str] = ()) -> list[Article]:
    """Return the pages, no two with one id, as addresses that end alike have: /news/x and /print/x.

    The shortest address keeps the id, unless it is among the `taken`, those of the digests; a hash
    of the address is put behind the others'.
    """
    seen = set(taken)
    own = []
    for page in sorted(pages, key=_plainness):
        if page.summary is None and page.id in seen:
            address = content_id(canonical_url(page.source.url))
            page = replace(page, id=f"{page.id}-{address[:8]}")  # noqa: PLW2901
        seen.add(page.id)
        own.append(page)
    return own


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


def _read_all(directory: Path, read: Read) -> Iterator[Article | Refusal]:
    """Yield what comes of each captured page below `directory`: those of the index, then others by
    path."""
    try:
        index = read_index(directory)
    except UnreadableError as error:
        yield Refusal(str(directory), "unreadable", str(error))
        index = ()
    for captures in captures_of(index):
        yield from _newest_usable(directory, captures, read)
    indexed = {directory / line.file for line in index if line.file}
    for path in sorted(directory.rglob("*")):
        if _is_page(path) and path not in indexed:
            try:
                yield from map(read, read_file(path, read_sidecar(path)))
            except UnreadableError as error:
                yield Refusal(str(path), "unreadable", str(error))


def _newest_usable(
    directory: Path, captures: Iterable[Line], read: Read
) -> Iterator[Article | Refusal]:
    """Yield the article of the first of the captures that can be used, and why those before can't.

    A page that has gone behind a consent box since is still read as it was.
    """
    for line in captures:
        if not line.file:
            yield _noted(line)
            return
        found = [read(page) for page in read_file(directory / line.file, line.known)]
        yield from found
        if any(isinstance(page, Article) for page in found):
            return


def _noted(line: Line) -> Refusal:
    """Return the refusal that an index notes of an address."""
    known = {reason: reason for reason in get_args(RefusalReason)}
    reason: RefusalReason = known.get(line.reason, "fetch-failed")
    return Refusal(line.known.url or "", reason, line.detail or "no page came")


def _read(
    found: Found | Refusal,
    *,
    curated: Curated,
    digest_of: Mapping[str, Article],
    reader: PageReader,
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


def _age(article: Article) -> datetime:
    """Return when a page was fetched; the first of all days where nobody knows."""
    try:
        when = datetime.fromisoformat(article.source.retrieved_at or "")
    except ValueError:
        when = datetime.min
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _plainness(page: Article) -> tuple[bool, int, str]:
    address = canonical_url(page.source.url)
    return page.summary is None, len(address), address

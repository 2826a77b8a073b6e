"""Addresses and bytes brought to one form, so that the same report is known again.

`canonical_url` makes a key to compare addresses by, never an address to fetch or to show.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from charset_normalizer import from_bytes

# prefixes of a host that lead to the same page as the host without them
HOST_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
DASHED = re.compile(r"(.+\S)\s+[-–—]\s+(\S.*)", re.DOTALL)
AMP_SEGMENT = re.compile(r"/amp(?=/|$)|\.amp(?=$|\.html?$)")
# parameters that say where a reader came from or how the page is drawn, not which page it is
TRACKING = re.compile(
    r"utm_\w+|(?:fb|g|ms|tw|y)clid|dclid|igshid|mc_[ce]id|_ga|at_\w+|cmp(?:id)?|ito|ncid|ocid"
    r"|ref(?:_?src|errer)?|s?campaign\w*|smid|sr_share|ssrc|taid|amp|outputtype|xtor",
    re.IGNORECASE,
)
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# what a page says of its own letters, near its top: <meta charset="…"> and the longer form
DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w:-]{2,40})", re.I
)
IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w:-]{2,40})", re.IGNORECASE)
DECLARED_WITHIN = 4_096  # bytes; browsers look no farther than 1,024
WESTERN = frozenset(
    (
        "ÀÁÂÃÄÅÆÇÈÉÊËÍÎÏÑÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëíîïñóôõöøùúûüŒœ¿¡«»“”„‘’‚‹›–—…•·°§©®™€£\u00a0²³"
    ).encode("cp1252")
)
CONTROL = bytes({*range(32)} - {9, 10, 12, 13})
# as much as the guess of an encoding needs; the whole of a big page would take seconds
SAMPLE = 65_536
LONGEST_SITE = 4  # words


def canonical_url(url: str) -> str:
    """Return the key of an address: equal for two addresses of one page.

    Left out: scheme, `www.`, `m.` and `amp` forms, fragment, tracking parameters, default port,
    the slash at the end; parameters are sorted. `HTTPS://www.a.example/x/?utm_source=b#c` gives
    `a.example/x`. What is no address comes back as it is, stripped.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    place = host(url) + (f":{port}" if port not in (None, 80, 443) else "")
    path = AMP_SEGMENT.sub("", re.sub(r"//+", "/", parts.path)).rstrip("/")
    if not parts.query:
        return place + path
    query = sorted(pair for pair in parse_qsl(parts.query) if not TRACKING.fullmatch(pair[0]))
    return place + path + (f"?{urlencode(query)}" if query else "")


def host(url: str) -> str:
    """Return the host of an address in lower case, `www.` and the like left out; "": none."""
    try:
        name = urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""
    return HOST_PREFIX.sub("", name.rstrip("."))


def trim_headline(headline: str, site: str | None) -> str:
    """Return a headline without the site's name behind it: "Talks open | Harbour Post".

    Behind a bar any short stretch goes; behind a dash, which headlines have too, only `site`.
    """
    shown = headline.strip()
    end = len(shown)
    while (bar := shown.rfind(" | ", 1, end)) > 0:
        if len(shown[bar + 3 : end].split()) > LONGEST_SITE:
            break
        end = bar
    shown = shown[:end].strip()
    dashed = DASHED.fullmatch(shown)
    if dashed and site and dashed[2].casefold() == site.casefold():
        return dashed[1]
    return shown


def decode(data: bytes, content_type: str | None = None) -> str | None:
    """Return the text of `data`, or None where the bytes are no text.

    A byte order mark decides, or NUL as every other byte, then UTF-8 if it fits, then the charset
    in `content_type`, the header it was sent with, then the one in the page's own head, then a
    guess. UTF-8 comes before what is declared since no other text passes for it, and templates
    declare what they like. Text cut off in the middle of a letter, or with a stray byte in a
    thousand, is still UTF-8: the letter becomes U+FFFD, as a stray NUL does.
    """
    text = _decoded(data, content_type)
    return text.replace("\0", "\ufffd") if text else text


def _decoded(data: bytes, content_type: str | None) -> str | None:
    for mark, marked in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(marked, errors="replace")
    if wide := _wide(data):
        return data.decode(wide, errors="replace")
    if _is_binary(data):
        return None
    text = data.decode("utf-8", errors="replace")
    if text.count("\ufffd") <= 1 + len(text) // 1000:
        return text
    for declared in _declared(data, content_type):
        try:
            return data.decode(declared)
        except (LookupError, UnicodeDecodeError):  # no charset of that name, or not in it
            continue
    encoding = "cp1252" if _is_western(data[:SAMPLE]) else _guessed(data[:SAMPLE])
    return data.decode(encoding, errors="replace") if encoding else None


def _declared(data: bytes, content_type: str | None) -> Iterator[str]:
    """Yield the charsets that the header and the page name; Latin-1 is read as browsers read it."""
    in_page = DECLARED.search(data, 0, DECLARED_WITHIN)
    for found in (IN_HEADER.search(content_type or ""), in_page):
        if found:
            name = found[1] if isinstance(found[1], str) else found[1].decode("ascii")
            western = name.casefold() in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")
            yield "cp1252" if western else name


def _is_western(sample: bytes) -> bool:
    """Return whether all beyond ASCII is a western European letter or mark, and it is seldom.

    A guess takes one western page in six for central European: 21 of 117 pages measured.
    """
    beyond = [byte for byte in sample if byte > 127]
    return 4 * len(beyond) < len(sample) and WESTERN.issuperset(beyond)


def _guessed(sample: bytes) -> str | None:
    guess = from_bytes(sample).best()
    return guess.encoding if guess else None


def _is_binary(data: bytes) -> bool:
    """Return whether one byte in fifty is NUL, or one in ten a control character.

    Scrapers leave a NUL here and there.
    """
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, delete=CONTROL))
    return sample.count(0) * 50 > len(sample) or controls * 10 > len(sample)


def _wide(data: bytes) -> str | None:
    """Return the UTF-16 that bytes without a mark are in: every other one is NUL; None: no such."""
    sample = data[:SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 4 <= len(sample) + 3 or min(even, odd) * 100 > len(sample):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"

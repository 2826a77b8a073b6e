"""Who wrote a report, as its page says it: the names, and the agency it was taken from.

What the page tells machines comes first, unless it is no person's name: the site's own, an
account's, an address, "No Author". What it shows a reader then decides, and also where it gives the
same name in full: an element that its markup calls a byline, a link to an author's page, or a short
line that begins "By". Author lines of comments and of other reports are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

LONGEST = 140  # letters of an element that holds a byline and perhaps a day
LONGEST_BYLINE = 100
MOST_LETTERS = 1_000  # looked at: a page may give the whole of itself as its author
MOST_WORDS = 14
# elements looked at in one page; a list of comments has thousands named for their authors
MOST_ELEMENTS = 40
TAGS = "a address b div em h3 h4 i li p small span strong".split()
NAMED = re.compile(r"author|byline|autor|redakteur|vcard", re.IGNORECASE)
LINKED = re.compile(r"/(?:authors?|autor|autoren|auteurs?)/")
# in an element's own first words: its whole text, asked of nested ones, would take for ever
LED = re.compile(r"\s*(?:By|Von|Par|Por|Written by|Posted by|Verfasst von)(?:[\s:]|$)")
ELSEWHERE = re.compile(
    r"comment|respon|related|widget|sidebar|footer|teaser|recommend|popular|promo|breadcrumb|menu"
    r"|(?:^|[\s_-])nav|bio(?:$|[\s_-])|reply|quote|signature",
    re.IGNORECASE,
)
LED_BY = re.compile(
    r"^(?:(?:(?:view )?all posts by|more (?:from|by)"
    r"|(?:written|posted|published|reported|words|text|story|created|submitted|recipe) by"
    r"|(?:veröffentlicht|verfasst|erstellt|geschrieben|eingestellt)(?: am .{5,25}?)? von"
    r"|(?:publicado|escrito) por|(?:publié|écrit) par|by|von|par|por|av|автор|escribe|über|about)"
    r"(?:\s*:\s*|\s+)"
    r"|(?:authors?|autor(?:in|en)?|autore|redaktion|text|words)\s*:\s*)",
    re.IGNORECASE,
)
# what follows names in a byline: a day, an account, a place, a button
FOLLOWS = re.compile(
    r"(?<!\s)\s*(?:\s[|•·»›@/–—-]\s?|[|•·@]|\s-\s*$|,?\s\d"
    r"|,?\s(?:on|am|vom|le|el|den|updated|published|publicado|veröffentlicht)\s(?=\S*\d|\S+\s\d|hace)"
    r"|\s(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|vom|last|lesezeit)\b(?!-)"
    r"|\s(?:all posts|alle artikel|view|follow|contact|contactar|twitter|email)\b).*$",
    re.IGNORECASE,
)
ACCOUNT = re.compile(
    r"^[\W\d_]|://|\[at\]|(?<!\S)\S[^\s@]*@\S+\.\w|^www\.|^\S+\.(?:com|org|net|de|at|ch|fr|eu)$"
)
NOBODY = frozenset(
    (
        "admin,administrator,anonymous,by,author,authors,autor,autoren,byline,contributor"
        ",contributors,editor,guest,n/a,name,no,none,null,presse,root,staff,unknown,user,webmaster"
        ",wordpressadmin,no author,guest author,guest contributor,site admin,web desk,news desk"
    ).split(",")
)
AGENCIES = {
    spelling.casefold(): name
    for name, spellings in {
        "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
        "ANI": ("ANI",),
        "ANSA": ("ANSA",),
        "AP": ("AP", "Associated Press", "The Associated Press", "AP News"),
        "Anadolu": ("AA", "Anadolu", "Anadolu Agency"),
        "BNS": ("BNS", "Baltic News Service"),
        "CTK": ("CTK", "ČTK"),
        "EFE": ("EFE", "Agencia EFE"),
        "IANS": ("IANS",),
        "Interfax": ("Interfax",),
        "Interfax-Ukraine": ("Interfax-Ukraine", "Interfax Ukraine"),
        "Jiji": ("Jiji", "Jiji Press"),
        "Kyodo": ("Kyodo", "Kyodo News"),
        "PA": ("PA", "PA Media", "Press Association"),
        "PAP": ("PAP", "Polish Press Agency"),
        "PTI": ("PTI", "Press Trust of India"),
        "RIA Novosti": ("RIA Novosti", "RIA"),
        "Reuters": ("Reuters", "Reuters Staff", "Thomson Reuters"),
        "TASS": ("TASS", "ITAR-TASS"),
        "UNIAN": ("UNIAN",),
        "UPI": ("UPI", "United Press International"),
        "Ukrinform": ("Ukrinform",),
        "Xinhua": ("Xinhua", "Xinhua News Agency"),
        "dpa": ("dpa", "Deutsche Presse-Agentur"),
    }.items()
    for spelling in spellings
}
PARTED = re.compile(
    r"(?:(?<!\s)\s+)?[,;&/]\s*|(?<!\s)\s+(?:and|und|et|y|e|mit|with)\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Authors:
    """Who wrote a report; None: the page doesn't say."""

    byline: str | None = None
    agency: str | None = None


def read_authors(tree: HtmlElement, told: Iterable[str], sites: Iterable[str]) -> Authors:
    """Return a report's byline, agencies left out of it, and the agency named in it.

    `told` are names as the page tells machines, the best first; `sites` are names of the site,
    which are nobody's byline.
    """
    own = frozenset(folded for site in sites if (folded := _folded(site)))
    names = [name for name in map(clean_byline, told) if name and not _is_site(name, own)]
    shown = (name for name in _shown(tree) if not _is_site(name, own))
    if not names:
        return authors_of(next(shown, ""))
    best = names[0]
    alike = (name for name in shown if _folded(name).startswith(_folded(best)))
    same = next(alike, best)
    return authors_of(same if _says_more(same, best) else best)


def authors_of(byline: str) -> Authors:
    """Return the names in a byline, with the agency among them apart: "Ann Lee and AFP"."""
    pieces = [piece for piece in PARTED.split(byline) if piece]
    agencies = [piece for piece in pieces if piece.casefold() in AGENCIES]
    if not agencies:
        return Authors(byline or None)
    people = [piece for piece in pieces if piece not in agencies]
    return Authors(", ".join(people) or None, AGENCIES[agencies[0].casefold()])


def clean_byline(written: str) -> str | None:
    """Return the names in a byline, "By" and what follows them left out; None: it has none."""
    name = " ".join(written[:MOST_LETTERS].split())
    while led := LED_BY.match(name):
        name = name[led.end() :]
    if ACCOUNT.search(name):
        return None
    name = FOLLOWS.sub("", name).strip(" ,;:|-–—•·/")
    words = name.split()
    if not words or len(name) > LONGEST_BYLINE or len(words) > MOST_WORDS:
        return None
    if ACCOUNT.search(name) or name.casefold() in NOBODY or name.endswith(("…", "!", "?")):
        return None
    return name


def _shown(tree: HtmlElement) -> Iterator[str]:
    """Yield the bylines that a page shows, in its order."""
    for element in islice(filter(_is_byline, tree.iter(*TAGS)), MOST_ELEMENTS):
        # a container's first pieces tell that it is too long
        text = " ".join(" ".join(islice(element.itertext(), LONGEST)).split())
        if not text or len(text) > LONGEST or _is_elsewhere(element):
            continue
        name = clean_byline(text)
        if name and _is_names(name):
            yield name


def _is_byline(element: HtmlElement) -> bool:
    """Return whether the markup or the first words of an element say that names follow."""
    name, text = element.get("class"), element.text
    if (name and NAMED.search(name)) or (text and LED.match(text)):
        return True
    if element.tag == "a":
        linked = LINKED.search(element.get("href") or "")
        return linked is not None or bool(element.get("rel") == "author")
    return bool(element.get("itemprop") == "author")


def _is_elsewhere(element: HtmlElement) -> bool:
    """Return whether an element stands in a part of the page that is of others than the author."""
    return any(
        ELSEWHERE.search(f"{one.get('class') or ''} {one.get('id') or ''}") or one.tag == "aside"
        for one in (element, *islice(element.iterancestors(), 4))
    )


def _is_names(name: str) -> bool:
    """Return whether words may be names: capitals but for particles, and no sentence."""
    words = [word for word in name.split() if len(word) > 3]
    return not name.endswith(".") and all(not word[0].islower() for word in words)


def _is_site(name: str, own: frozenset[str]) -> bool:
    return _folded(name) in own


def _says_more(shown: str, told: str) -> bool:
    """Return whether a byline shown gives the name that is told in full, or others after it."""
    if shown.count(" ") <= told.count(" "):
        return False
    return " " not in told or PARTED.match(shown, len(told)) is not None


def _folded(name: str) -> str:
    return "".join(re.findall(r"\w+", name.casefold()))

"""What a page's tree names as no part of its report: captions, credits, notices, link lines.

Taken out before the text is looked for, since afterwards it is a line like any other. Only what
the page's own markup says of itself counts here; wording is `boilerplate`'s matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

# Of the pieces that 137 pages mark as no article text, with these gone: trafilatura's default F1
# .940 → .945, its fast .925 → .934.
CAPTION = re.compile(r"caption|image-?(?:copyright|credit|description)|photo-?credit|ez-toc")
NOTICE = re.compile(r"paywall|disclaimer|nota_pie|newsletter|reviewed|related-(?:posts|articles)")
CAPTIONS = ("p", "div", "span", "small", "em", "dd", "figcaption")
NOTICES = ("p", "div", "section", "aside")
# A look at each of these in Python takes a sixth of the time of one XPath for all that is asked.
TAGS = (*CAPTIONS, "section", "aside")
# letters; what is longer only has the name of a notice and holds the article
LONGEST_NOTICE = 1_500
SHORTEST_LINK_LINE = 20


def take_out_clutter(tree: HtmlElement) -> None:
    """Take out of the tree what its markup says is no part of the report."""
    for element in list(_clutter(tree)):
        if element.getparent() is not None:
            element.drop_tree()


def _clutter(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter(TAGS):
        name = element.get("class")
        if (
            element.tag == "figcaption"
            or (name and element.tag in CAPTIONS and CAPTION.search(name))
            or (name and element.tag in NOTICES and NOTICE.search(name) and _is_short(element))
            or (element.tag == "p" and _is_link(element))
        ):
            yield element


def _is_short(element: HtmlElement) -> bool:
    return len(" ".join(element.text_content().split())) < LONGEST_NOTICE


def _is_link(paragraph: HtmlElement) -> bool:
    """Return whether a paragraph is one link and nothing else: the way to another report."""
    if len(paragraph) != 1 or paragraph[0].tag != "a":
        return False
    beside = (paragraph.text or "") + (paragraph[0].tail or "")
    return not beside.strip() and len(paragraph[0].text_content().strip()) > SHORTEST_LINK_LINE

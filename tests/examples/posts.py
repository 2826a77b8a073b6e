"""Reports with embedded posts, as sites print them.

`<q>` holds the words of a post, `<who>` its author line's name and handle; what stands in neither
is the report. All written for the purpose.
"""

from __future__ import annotations

POSTS = [
    # the author line ends the post's line
    "<q>We will not wait.</q> — <who>Ann Lee (@annlee)</who> May 1, 2020",
    "<q>We will not wait.</q> — <who>Ann Lee (@annlee)</who> 1 May 2020",
    "<q>We will not wait.</q> – <who>Ann Lee (@annlee)</who>",
    "<q>We will not wait.</q>— <who>Ann Lee (@annlee)</who> May 1, 2020",
    "<q>We will not wait.</q> pic.twitter.com/a1B2 — <who>Ann Lee (@annlee)</who> May 1, 2020",
    "<q>We will not wait. #ferry</q> https://t.co/a1B2 — <who>Ann Lee (@annlee)</who> May 1, 2020",
    "<q>“Never” is a long time.</q> — <who>Ann Lee (@annlee)</who> May 1, 2020",
    "<q>Ми не чекаємо.</q> — <who>Ann Lee / Анна Лі (@annlee)</who> May 1, 2020",
    # on a line of its own
    "Ms Lee left.\n\n<q>We will not wait.</q>\n— <who>Ann Lee (@annlee)</who> May 1, 2020\n\n"
    "It rained.",
    "It rained.\n\n<q>We will not wait.\nThe time is now!</q>\n— <who>Ann Lee (@annlee)</who>"
    " May 1, 2020\n\nIt snowed.\n\nIt froze.",
    # in the middle of it
    "It rained.\n<q>I will not wait. #ferry</q>\n— <who>Ann Lee (@annlee)</who> May 1, 2020\n"
    "<q>Who will?</q> pic.twitter.com/a1B2\nIt snowed.",
    # two posts
    "It rained.\n\n<q>We will not wait.</q> — <who>Ann Lee (@annlee)</who> May 1, 2020\n\n"
    "<q2>Nor will we.</q2> — <who2>Bo Roe (@boroe)</who2> May 2, 2020",
]

NO_POSTS = [
    "It rained.",
    "Ms Lee (@annlee) left at noon.",
    "— Ann Lee (@annlee) May 1, 2020",
    "Follow us: — (@norstadpost)",
    "The ferry sank — as Ann Lee (@annlee) had said it would, in May.",
    "Ann Lee, 54, left on May 1, 2020.",
]

NAMES = [
    ("We won. — Ann Lee (@annlee) May 1, 2020", "Ann Lee"),
    ("We won. — Ann Lee / Анна Лі (@annlee) May 1, 2020", "Ann Lee"),
    ("We won. — Norstad Police (@norstadpd) May 1, 2020", "Norstad Police"),
]

KNOWN_FAILURES = {
    # before the post
    "Ms Lee left at noon.\n— <who>Ann Lee (@annlee)</who> May 1, 2020\n"
    "<q>We will not wait. #ferry</q> pic.twitter.com/a1B2\nIt rained.":
        "the line before an author line is taken for its post, whatever follows",
}  # fmt: skip

"""Posts as sites embed them, and the plain lines that each becomes."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from onrecord.articles.embeds import rewrite_posts

POSTS = [
    (
        '<blockquote class="twitter-tweet"><p>Dry feet.<br>At last! <a href="t">pic.twitter.com/a1'
        "</a></p>&mdash; Ann Lee (@annlee) <a href='https://twitter.com/annlee/status/1'>May 3,"
        " 2024</a></blockquote>",
        ("Dry feet.", "At last! pic.twitter.com/a1", "— Ann Lee (@annlee) May 3, 2024"),
    ),
    (
        '<div class="fb-post" data-href="https://www.facebook.com/annlee/posts/1"><blockquote'
        ' cite="x" class="fb-xfbml-parse-ignore"><p>We are proud.</p>Posted by <a>Ann Lee</a>'
        " on&nbsp;<a>Friday, 3 May 2024</a></blockquote></div>",
        ("We are proud.", "— Ann Lee (@annlee) May 3, 2024"),
    ),
    (
        '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/'
        'x"><p>View this post on Instagram</p><p>Lanterns.</p><p>A post shared by Ann Lee'
        " (@ann.lee) on <time datetime='2024-05-03T20:00'>May 3</time></p></blockquote>",
        ("Lanterns.", "— Ann Lee (@ann.lee) May 3, 2024"),
    ),
    (
        '<blockquote class="bluesky-embed"><p>Dry feet.</p>&mdash; Ann Lee (<a href="b">'
        "@annlee.example</a>) <a>May 3, 2024 at 9:00 AM</a></blockquote>",
        ("Dry feet.", "— Ann Lee (@annlee.example) May 3, 2024"),
    ),
    ('<blockquote class="twitter-tweet"><p>Whose words are these?</p></blockquote>', None),
    ("<blockquote><p>Words of a contract</p>— Ann Lee (@annlee) May 3, 2024</blockquote>", None),
]


@pytest.mark.parametrize(("markup", "lines"), POSTS)
def test_a_post_becomes_lines(markup: str, lines: tuple[str, ...] | None) -> None:
    tree = document_fromstring(f"<html><body><p>Before.</p>{markup}<p>After.</p></body></html>")
    posts = rewrite_posts(tree)
    assert [post.lines for post in posts] == ([lines] if lines else [])
    assert tree.text_content().startswith("Before.")
    assert tree.text_content().endswith("After.")
    if lines:
        assert [br.tail for br in tree.iter("br")] == list(lines[1:])

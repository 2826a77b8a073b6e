"""Posts as sites embed them: the plain lines that each becomes, and what is kept of it."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from onrecord.articles.embeds import EmbeddedPost, rewrite_posts
from onrecord.articles.extract import extract

SIGNED = "— Ann Lee (@annlee) May 3, 2024"
X_POST = "https://twitter.com/annlee/status/1"
FACEBOOK = "https://www.facebook.com/annlee/posts/1"
INSTAGRAM = "https://www.instagram.com/p/Cx1/"
TELEGRAM = "https://t.me/annlee/17"
YOUTUBE = "https://www.youtube.com/post/Ugkx1"
DAY = "2024-05-03"

POSTS = {
    "x": (
        '<blockquote class="twitter-tweet"><p>Dry feet.<br>At last! <a href="https://t.co/a1">'
        "pic.twitter.com/a1</a></p>&mdash; Ann Lee (@annlee) <a href='https://twitter.com/annlee/"
        "status/1?ref_src=twsrc%5Etfw'>May 3, 2024</a></blockquote>",
        EmbeddedPost(
            ("Dry feet.", "At last! pic.twitter.com/a1", SIGNED), "Ann Lee", "annlee", DAY, X_POST
        ),
    ),
    "x with a link to another page and its new name": (
        '<blockquote class="twitter-tweet" data-lang="en"><p>See <a href="https://post.example/">'
        "post.example</a></p>— Ann Lee (@annlee) <a href='https://x.com/annlee/status/1?s=20'>May"
        " 3, 2024</a></blockquote>",
        EmbeddedPost(
            ("See post.example", SIGNED), "Ann Lee", "annlee", DAY, "https://x.com/annlee/status/1"
        ),
    ),
    "x in amp": (
        '<amp-twitter width="375" height="472" layout="responsive" data-tweetid="17"><blockquote'
        " placeholder><p>Dry feet.</p>— Ann Lee (@annlee) May 3, 2024</blockquote></amp-twitter>",
        EmbeddedPost(
            ("Dry feet.", SIGNED), "Ann Lee", "annlee", DAY, "https://twitter.com/i/status/17"
        ),
    ),
    "facebook": (
        f'<div class="fb-post" data-href="{FACEBOOK}"><blockquote cite="{FACEBOOK}" class='
        '"fb-xfbml-parse-ignore"><p>We are proud.</p>Posted by <a href="https://www.facebook.com/'
        'annlee">Ann Lee</a> on&nbsp;<a>Friday, 3 May 2024</a></blockquote></div>',
        EmbeddedPost(("We are proud.", SIGNED), "Ann Lee", "annlee", DAY, FACEBOOK),
    ),
    "facebook in amp": (
        f'<amp-facebook width="552" height="310" data-href="{FACEBOOK}"><blockquote placeholder><p>'
        "We are proud.</p>Posted by Ann Lee on Friday, 3 May 2024</blockquote></amp-facebook>",
        EmbeddedPost(("We are proud.", SIGNED), "Ann Lee", "annlee", DAY, FACEBOOK),
    ),
    "instagram": (
        f'<blockquote class="instagram-media" data-instgrm-permalink="{INSTAGRAM}?utm_source=ig_'
        'embed"><p>View this post on Instagram</p><p>Lanterns.</p><p>A post shared by Ann Lee'
        " (@ann.lee) on <time datetime='2024-05-03T20:00'>May 3</time></p></blockquote>",
        EmbeddedPost(
            ("Lanterns.", "— Ann Lee (@ann.lee) May 3, 2024"), "Ann Lee", "ann.lee", DAY, INSTAGRAM
        ),
    ),
    "instagram in amp": (
        '<amp-instagram data-shortcode="Cx1" width="1"><blockquote placeholder><p>Lanterns.</p><p>A'
        " post shared by Ann Lee (@ann.lee)</p></blockquote></amp-instagram>",
        EmbeddedPost(("Lanterns.", "— Ann Lee (@ann.lee)"), "Ann Lee", "ann.lee", None, INSTAGRAM),
    ),
    "telegram, signed": (
        '<blockquote class="telegram-post" data-telegram-post="annlee/17"><p>The quay is open.</p>'
        f'— Ann Lee (@annlee) <a href="{TELEGRAM}">May 3, 2024</a></blockquote>',
        EmbeddedPost(("The quay is open.", SIGNED), "Ann Lee", "annlee", DAY, TELEGRAM),
    ),
    "telegram, as its widget is drawn": (
        '<div class="tgme_widget_message js-widget_message" data-post="annlee/17"><a class='
        '"tgme_widget_message_owner_name" href="https://t.me/annlee"><span>Ann Lee</span></a><div'
        ' class="tgme_widget_message_text js-message_text">The quay is open.<br>Come!</div><div'
        ' class="tgme_widget_message_footer"><span class="tgme_widget_message_views">1.2K</span><a'
        f' href="{TELEGRAM}"><time datetime="2024-05-03T08:00:00+00:00">08:00</time></a></div>'
        "</div>",
        EmbeddedPost(("The quay is open.", "Come!", SIGNED), "Ann Lee", "annlee", DAY, TELEGRAM),
    ),
    "youtube": (
        f'<blockquote class="youtube-community" cite="{YOUTUBE}"><p>Our film is out.</p>— Ann Lee'
        ' (@annlee) <a href="https://www.youtube.com/@annlee">May 3, 2024</a></blockquote>',
        EmbeddedPost(("Our film is out.", SIGNED), "Ann Lee", "annlee", DAY, YOUTUBE),
    ),
    "bluesky": (
        '<blockquote class="bluesky-embed"><p>Dry feet.</p>&mdash; Ann Lee (<a href="b">'
        "@annlee.example</a>) <a>May 3, 2024 at 9:00 AM</a></blockquote>",
        EmbeddedPost(
            ("Dry feet.", "— Ann Lee (@annlee.example) May 3, 2024"),
            "Ann Lee",
            "annlee.example",
            DAY,
            None,
        ),
    ),
    "a link that is no address": (
        "<blockquote class='twitter-tweet'><p>Dry feet.</p>— Ann Lee (@annlee) <a href="
        "'javascript:alert(1)//status/1'>May 3, 2024</a></blockquote>",
        EmbeddedPost(("Dry feet.", SIGNED), "Ann Lee", "annlee", DAY, None),
    ),
}


@pytest.mark.parametrize("name", POSTS)
def test_a_post_becomes_lines(name: str) -> None:
    markup, post = POSTS[name]
    tree = document_fromstring(f"<html><body><p>Before.</p>{markup}<p>After.</p></body></html>")
    assert rewrite_posts(tree) == (post,)
    assert tree.text_content().startswith("Before.")
    assert tree.text_content().endswith("After.")
    assert [br.tail for br in tree.iter("br")] == list(post.lines[1:])


NO_POSTS = [
    '<blockquote class="twitter-tweet"><p>Whose words are these?</p></blockquote>',
    "<blockquote><p>Words of a contract</p>— Ann Lee (@annlee) May 3, 2024</blockquote>",
    '<blockquote class="twitter-tweet">— Ann Lee (@annlee) May 3, 2024</blockquote>',
    '<amp-twitter data-tweetid="17"></amp-twitter>',
    '<amp-youtube data-videoid="x"></amp-youtube>',
    '<script async src="https://telegram.org/js/telegram-widget.js" data-telegram-post="a/1">'
    "</script>",
    '<div class="tgme_widget_message" data-post="annlee/17"><img alt="A quay"></div>',
]


@pytest.mark.parametrize("markup", NO_POSTS)
def test_what_nobody_signs_or_says_is_no_post(markup: str) -> None:
    tree = document_fromstring(f"<html><body><p>Before.</p>{markup}<p>After.</p></body></html>")
    assert rewrite_posts(tree) == ()


BODY = "<p>The ferry sailed at nine on Friday and the harbour was full of those who waved.</p>"


@pytest.mark.parametrize("name", POSTS)
def test_a_post_keeps_its_place_in_the_text(name: str) -> None:
    markup, post = POSTS[name]
    page = f"<html><body><article><h1>Ferry sails</h1>{BODY * 4}{markup}{BODY}</article></body>"
    found = extract(page)
    assert found
    (placed,) = found.posts
    assert found.text[placed.span.start : placed.span.end] == "\n".join(post.lines)
    assert (placed.author, placed.handle, placed.day, placed.url) == (
        post.author,
        post.handle,
        post.day,
        post.url,
    )

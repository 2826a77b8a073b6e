"""How words reached the reporter: spoken, in a post, in a document, or unknown."""

from __future__ import annotations

from onrecord.models import Cue, Medium
from onrecord.quotes.segment import Frame

_POST_CUES = frozenset("tweeted tweets tweet tweeting retweeted posted".split())
_POSTS = frozenset(
    "twitter facebook telegram instagram truth tweet tweets retweet x bluesky linkedin"
    " youtube".split()
)
_DOCUMENTS = frozenset(
    "statement letter memo report email e-mail op-ed article book release document resolution"
    " communique communiqué declaration filing poll survey column editorial blog".split()
)
_SPOKEN_CUES = frozenset(
    "told telling tells asked asks replied responded answered shouted yelled joked quipped".split()
)
_SPEECHES = frozenset(
    "conference interview speech briefing reporters rally speaking debate remarks phone"
    " address crowd audience radio television podcast hearing".split()
)


_REACH = 60  # tokens on each side of the quote


def medium_of(frame: Frame, at: int, cue: Cue | None) -> Medium:
    """Return the medium that the quote's sentence names; unknown where it names none."""
    number = frame.sentence[at]
    first = frame.heads[number]
    last = frame.heads[number + 1] if number + 1 < len(frame.heads) else len(frame.words)
    words = set(frame.words[max(first, at - _REACH) : min(last, at + _REACH)])
    said = cue.text.lower() if cue else ""
    if said in _POST_CUES or words & _POSTS:
        return "post"
    if words & _DOCUMENTS and words & {"said", "says", "in", "wrote", "read", "reads"}:
        return "document"
    if said in ("wrote", "writes", "writing"):
        return "document"
    if said in _SPOKEN_CUES or words & _SPEECHES:
        return "spoken"
    return "unknown"

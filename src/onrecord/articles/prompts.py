"""The words of a line → whether a publisher speaks to its reader there, and what of.

A publisher asks: it begins with an imperative ("Download our app"), says we and you, and names its
trade: cookies, letters, subscriptions, gifts, comments, channels. A line of which that is true
needs no phrase of its own in furniture_lines.txt. Words come as `boilerplate.words_of` gives them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

PromptReason = Literal["appeal", "comments", "consent", "newsletter", "paywall", "share"]

WE = frozenset("we us our ours ourselves we're we've we'll we'd".split())
YOU = frozenset("you your yours yourself you're you've you'll you'd".split())
# What a publisher speaks of when it speaks of itself; beside a line that is furniture already.
TRADE = frozenset(
    "ad ads advertising app article articles comment comments content contribution contributions"
    " cookies donate donation donations email inbox journalism journalist journalists membership"
    " messaging newsletter newsletters newsroom paywall paywalls podcast reader readers reporter"
    " reporters reporting story subscribe subscriber subscribers subscription unsubscribe".split()
)
# Of these a report seldom speaks, so they tell by themselves; "journalist" and "story" don't.
WORDS: dict[PromptReason, str] = {
    "consent": "cookie cookies recaptcha",
    "newsletter": "newsletter newsletters inbox mailbox unsubscribe push notification notifications"
    " briefing digest podcast app apps alerts email emails",
    "paywall": "subscribe subscriber subscribers subscription subscriptions paywall trial unlimited"
    " account login premium",
    "appeal": "donate donation donations donating ads adverts adblocker",
    "comments": "comment comments commenting",
    "share": "facebook twitter telegram whatsapp instagram youtube linkedin tiktok viber pinterest"
    " reddit flipboard messenger x",
}
TELLING = {word: reason for reason, words in WORDS.items() for word in words.split()}
# What a button tells its reader to do. Of those that are nouns too ("Share prices on Facebook …")
# only lines that end no sentence count.
IMPERATIVES = frozenset(
    "accept become browse check choose click confirm connect contribute create customise customize"
    " discover dismiss donate download enable enjoy enter explore find follow get give go install"
    " join listen log login manage open receive register reject select sign start stay subscribe"
    " tap try tune unlock unsubscribe".split()
)
NOUNS_TOO = frozenset(
    "bookmark comment email forward like print report reply save search send share"
    " support tweet view visit watch".split()
)
BUTTONS = frozenset(TELLING) | frozenset(
    "and bookmark copy email follow link message more on or print save send share this to tweet via"
    " us".split()
)
LAST_WORDS = frozenset({"donate", "subscribe"})
# words; in 924 news articles longer ones are of the report
LONGEST_PROMPT, LONGEST_APPEAL = 20, 40


def prompt(words: Sequence[str], *, is_sentence: bool) -> PromptReason | None:
    """Return what a line asks of its reader; None: nothing. `is_sentence`: it ends with a stop."""
    told = [TELLING[word] for word in words if word in TELLING]
    if not told:
        return None
    if len(words) > 1 and BUTTONS.issuperset(words) and not is_sentence:
        return "share" if "share" in told else told[0]
    asks = words[0] in IMPERATIVES or words[-1] in LAST_WORDS
    asks = asks or (words[0] in NOUNS_TOO and not is_sentence)
    if asks and len(words) <= LONGEST_PROMPT:
        return told[0]
    told = [reason for reason in told if reason != "share"]  # people say "we" on Twitter, too
    we, you = not WE.isdisjoint(words), not YOU.isdisjoint(words)
    appeals = told and len(words) <= LONGEST_APPEAL and you and (we or len(told) > 1)
    return told[0] if appeals else None


def speaks_to_reader(words: Collection[str]) -> bool:
    """Return whether we and you stand in a line, or one of them and a word of the trade.

    A reporter says "we" and "you" only inside quotation marks; a columnist outside them too, so
    this counts only beside lines that are furniture by their wording.
    """
    we, you = not WE.isdisjoint(words), not YOU.isdisjoint(words)
    return (we and you) or ((we or you) and not TRADE.isdisjoint(words))


def says_we_or_you(words: Collection[str]) -> bool:
    """Return whether a line speaks in the first or to the second person."""
    return not (WE | YOU).isdisjoint(words)

"""Sentences with their reporting words, and how each finds its subject.

The number ties a cue to its subject: `<who1>Ms Lee</who1> <cue1>said</cue1>`; a cue without a
`<who>` of its number has no subject. All written for the purpose.
"""

from __future__ import annotations

LINKS: dict[str, list[str]] = {
    # right before its verb, over auxiliaries, adverbs and times
    "subj": [
        "<who1>Ms Lee</who1> <cue1>said</cue1> so.",
        "<who1>She</who1> <cue1>says</cue1> so.",
        "<who1>Ms Lee</who1> has never <cue1>said</cue1> so.",
        "<who1>Ms Lee</who1> also openly <cue1>warned</cue1> of it.",
        "<who1>Ms Lee</who1> on Thursday <cue1>said</cue1> so.",
        "<who1>Ms Lee</who1> did not <cue1>deny</cue1> it.",
        "<who1>Ms Lee</who1> is <cue1>urging</cue1> calm.",
        "<who1>She’s</who1> <cue1>urging</cue1> calm.",
        "<who1>A spokesman for Ms Lee</who1> <cue1>said</cue1> so.",
        "<who1>The report</who1> <cue1>said</cue1> so.",
        "The mayor’s son, <who1>who</who1> <cue1>said</cue1> so, left.",
        "Later, when it rained, <who1>he</who1> <cue1>said</cue1> so.",
        "“We won,” <who1>Ms Lee</who1> <cue1>said</cue1>.",
        "<who1>Some</who1> <cue1>say</cue1> so.",
        "<who1>The Kremlin</who1> <cue1>rejected</cue1> it.",
        "<who1>Ms Lee</who1> <cue1>said</cue1> <who2>Mr Roe</who2> <cue2>denied</cue2> it.",
    ],
    # over an insertion between commas, dashes or brackets
    "appos": [
        "<who1>Ms Lee</who1>, the party’s leader, <cue1>said</cue1> so.",
        "<who1>Ms Lee</who1>, 54, <cue1>said</cue1> so.",
        "<who1>Ms Lee</who1> – the new leader – <cue1>said</cue1> so.",
        "<who1>Ms Lee</who1> (Greens) <cue1>said</cue1> so.",
        "<who1>Ms Lee</who1>, in Oslo for the day, <cue1>said</cue1> so.",
    ],
    # right after its verb
    "inv": [
        "“We won,” <cue1>said</cue1> <who1>Ms Lee</who1>.",
        "“We won,” <cue1>warned</cue1> <who1>the mayor</who1>.",
        "“We won,” <cue1>said</cue1> <who1>a spokesman for Ms Lee</who1>.",
        "It is over, <cue1>said</cue1> <who1>Ms Lee</who1>.",
        "‘We won’ – <cue1>says</cue1> <who1>Lee</who1>",
    ],
    "acc": [
        "It is over, <cue1>according</cue1> to <who1>Ms Lee</who1>.",
        "<cue1>According</cue1> to <who1>the mayor</who1>, it is over.",
        "It is over, <cue1>according</cue1> to <who1>a spokesman for Ms Lee</who1>.",
    ],
    "by": [
        "The plan was <cue1>rejected</cue1> by <who1>Ms Lee</who1>.",
        "The plan was twice <cue1>called</cue1> “a gamble” by <who1>the mayor</who1>.",
        "The plan has been <cue1>criticised</cue1> sharply by <who1>Ms Lee</who1>.",
    ],
    # shared with an earlier verb
    "coord": [
        "<who1>Ms Lee</who1> left the hall and <cue1>said</cue1> so.",
        "<who1>Ms Lee</who1> met the crew but <cue1>rejected</cue1> it.",
    ],
    "part": [
        "<who1>Ms Lee</who1> left the hall, <cue1>saying</cue1> so.",
        "<who1>Ms Lee</who1>, <cue1>speaking</cue1> in Oslo, left the hall.",
    ],
    "inf": [
        "<who1>Ms Lee</who1> rose to <cue1>say</cue1> so.",
        "<who1>He</who1> <cue1>declined</cue1> to <cue1>answer</cue1>.",
        "<who1>Ms Lee</who1> took the floor to <cue1>warn</cue1> of it.",
    ],
    "none": [
        "<cue1>Say</cue1> so.",
        "<cue1>Asked</cue1> twice.",
    ],
}

# a reporting word that is a noun here, or none at all
NOTHING = [
    "",
    "The report was late.",
    "His claim was late.",
    "Lee’s call came late.",
    "The mayors’ reply came late.",
    "The question is old.",
    "Two accounts of a dispute",
    "According as it falls",
    "The ferry sank on Monday.",
    "“She said so.”",
]

# base form and class of every form
BASES = [
    ("said", "say", "speech"),
    ("says", "say", "speech"),
    ("saying", "say", "speech"),
    ("told", "tell", "speech"),
    ("thought", "think", "belief"),
    ("believes", "believe", "belief"),
    ("denied", "deny", "speech"),
    ("denying", "deny", "speech"),
    ("admitted", "admit", "speech"),
    ("begged", "beg", "speech"),
    ("quipped", "quip", "speech"),
    ("stressing", "stress", "speech"),
    ("wants", "want", "intent"),
    ("seeking", "seek", "intent"),
    ("wrote", "write", "speech"),
    ("argued", "argue", "speech"),
    ("signalled", "signal", "speech"),
    ("signaled", "signal", "speech"),
    ("labelled", "label", "speech"),
    ("counselled", "counsel", "speech"),
    ("rebutted", "rebut", "speech"),
    ("preferring", "prefer", "belief"),
    ("planned", "plan", "intent"),
    ("echoes", "echo", "speech"),
    ("vowing", "vow", "speech"),
    ("replied", "reply", "speech"),
    ("vetoed", None, None),
    ("sinking", None, None),
]

KNOWN_FAILURES = {
    ("part", "<cue1>Speaking</cue1> in Oslo, <who1>Ms Lee</who1> left the hall."):
        "a participle before its subject finds none",
}  # fmt: skip

FORMS_NOT_KNOWN = {
    ("regretted", "regret", "belief"): "“regreted” is taken for its past",
    ("shrugged", "shrug", "speech"): "“shruged” is taken for its past",
}

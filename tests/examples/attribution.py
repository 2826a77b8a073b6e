"""Reports of a few sentences, and who said the words in marks.

`<q>` holds the words, `<cue>` and `<who>` the evidence for their source; those of one number belong
together, and a quote whose number has no `<who>` has no source. Each group is named for the rule
that its lines' last quote is read by. All written for the purpose.
"""

from __future__ import annotations

BY_RULE: dict[str, list[str]] = {
    "subject-before": [
        "<who>Ms Lee</who> <cue>said</cue>: “<q>We won.</q>”",
        "<who>Ms Lee</who> <cue>said</cue>, “<q>We won.</q>”",
        "<who>She</who> <cue>said</cue> “<q>we won</q>” and left.",
        "<who>The mayor</who> <cue>told</cue> reporters: “<q>We will not wait.</q>”",
        "<who>The mayor</who> <cue>told</cue> the crowd on Monday that “<q>we will not wait</q>”.",
        "<who>Ms Lee</who> has <cue>called</cue> the bridge “<q>a goat track</q>”.",
        "<who>Mayor Ann Lee</who> also <cue>warned</cue> of “<q>a long winter</q>” for the town.",
        "<who>Ms Lee</who> <cue>said</cue> the harbour was “<q>no place for children</q>”.",
        "In Oslo <who>the minister</who> <cue>described</cue> the talks as “<q>frank</q>”.",
        "<who>The statement</who> <cue>said</cue> “<q>all crews are safe</q>”.",
        "<who>The Kremlin</who> <cue>called</cue> the plan “<q>a provocation</q>”.",
        "<who>Ms Lee</who> <cue>asked</cue>: “<q>Who will pay for it?</q>”",
    ],
    "labelled": [
        "Source: <who>Ms Lee</who> in an interview\nQuote: “<q>We will not wait.</q>”",
        "Source: <who>Ann Lee</who>, Mayor of Norstad, on Telegram\nDetails: A bridge fell.\n"
        "Quote: “<q>We will not wait.</q>”",
        "Source: The Norstad Post, citing <who>Ann Lee</who>\n"
        "Literally: “<q>We will not wait for it.</q>”",
        "Source: <who>Ms Lee</who> at a briefing\nQuote: “<q>We will not wait for it.</q>\n"
        "“<q>It may rain by then.</q>”",
    ],
    "subject-after": [
        "“<q>We won,</q>” <who>Ms Lee</who> <cue>said</cue>.",
        "“<q>We won,</q>” <who>she</who> <cue>said</cue>.",
        "“<q>We will not wait,</q>” <who>the minister</who> <cue>said</cue> on Monday.",
        "“<q>We will not wait!</q>” <who>he</who> <cue>shouted</cue>.",
        "“<q>Who will pay?</q>” <who>Ms Lee</who> <cue>asked</cue>.",
        "‘<q>We won,</q>’ <who>Ms Lee</who> <cue>said</cue>.",
        '"<q>We won,</q>" <who>Lee</who> <cue>told</cue> the Norstad Post.',
        "“<q>We won,</q>” <who>a spokesman for Ms Lee</who> <cue>said</cue> in an email.",
        "“<q>The bridge is beyond repair,</q>” <who>officials</who> <cue>warned</cue>.",
        "“<q>No ship will sail,</q>” <who>the union</who> <cue>wrote</cue> in a statement.",
    ],
    "inverted": [
        "“<q>We won,</q>” <cue>said</cue> <who>Ms Lee</who>.",
        "“<q>We won,</q>” <cue>said</cue> <who>Ann Lee</who>, the mayor.",
        "‘<q>We won,</q>’ <cue>says</cue> <who>Mr O’Brien</who>.",
        "“<q>Who will pay?</q>” <cue>asked</cue> <who>the mayor</who>.",
        "“<q>It will be a long winter,</q>” <cue>warned</cue> <who>the report</who>.",
        "``<q>We won,</q>'' <cue>said</cue> <who>a spokesman for the union</who>.",
        "«<q>We won,</q>» <cue>added</cue> <who>Ms Lee</who>.",
        "„<q>We won,</q>“ <cue>said</cue> <who>Ms Lee</who>.",
        "“<q>We will not wait,</q>” <cue>said</cue> <who>Ms Lee</who>, who runs the ferry.",
    ],
    "apposition": [
        "<who>Ms Lee</who>, the party’s new leader, <cue>said</cue> “<q>we will not wait</q>”.",
        "<who>Ann Lee</who>, 54, <cue>said</cue>: “<q>We will not wait.</q>”",
        "“<q>We will not wait,</q>” <who>Ms Lee</who>, the mayor of Norstad, <cue>said</cue>.",
        "<who>Ms Lee</who> (Greens) <cue>said</cue>: “<q>We will not wait.</q>”",
        "<who>Ann Lee</who> – the harbour’s oldest pilot – <cue>called</cue> it “<q>a joke</q>”.",
    ],
    "shared-subject": [
        "<who>Ms Lee</who> thanked the crowd, <cue>adding</cue> that “<q>we will not wait</q>”.",
        "<who>Ms Lee</who> left the hall, <cue>saying</cue>: “<q>We will not wait.</q>”",
        "<who>The mayor</who> visited the quay and <cue>called</cue> it “<q>a disgrace</q>”.",
        "<who>He</who> took the floor to <cue>warn</cue> of “<q>a long winter</q>”.",
        "<who>Ms Lee</who> shook her head and <cue>said</cue>: “<q>Not on my watch.</q>”",
    ],
    "according-to": [
        "The bridge was “<q>beyond repair</q>”, <cue>according to</cue> <who>the mayor</who>.",
        "<cue>According to</cue> <who>Ms Lee</who>, the bridge is “<q>beyond repair</q>”.",
        "“<q>The bridge is beyond repair,</q>” <cue>according to</cue> <who>a report</who>.",
        "It was “<q>a long night</q>”, <cue>according to</cue> <who>Bo Roe</who>, a pilot.",
    ],
    "passive": [
        "The plan was <cue>denounced</cue> as “<q>a reckless gamble</q>” by <who>the mayor</who>.",
        "The bridge has been <cue>described</cue> as “<q>a goat track</q>” by <who>Ms Lee</who>.",
    ],
    "relative": [
        "The visit annoyed the mayor, <who>who</who> <cue>called</cue> it “<q>a show</q>”.",
        "Ms Lee, <who>who</who> <cue>called</cue> the visit “<q>a show</q>”, left early.",
        "They read the report, <who>which</who> <cue>warned</cue> of “<q>a long winter</q>”.",
    ],
    "same-turn": [
        "“<q>We tried,</q>” <who>Ms Lee</who> <cue>said</cue>. “<q>It was not enough.</q>”",
        "“<q>We tried,</q>” <cue>said</cue> <who>Ms Lee</who>. “<q>It was not enough.</q>”",
        "“<q>Who knows?</q>” <who>he</who> <cue>asked</cue>. “<q>Not me. Not you.</q>”",
        "‘<q>We tried,</q>’ <cue>says</cue> <who>the pilot</who>. ‘<q>It was not enough.</q>’",
        "“<q>We tried,</q>” <cue>said</cue> <who>Ann Lee</who>, a pilot of forty years."
        " “<q>It was not enough.</q>”",
    ],
    "next-sentence": [
        "<who>Ms Lee</who> had a reply. “<q>Not while I am here.</q>”",
        "<who>Ms Lee</who> was not amused. “<q>This is a disgrace for the whole town.</q>”",
    ],
    "sentence-source": [
        "<who>Ms Lee</who> is “<q>deeply sorry</q>” for the delay.",
        "<who>Lee</who>: “<q>We will not wait.</q>”",
        "To <who>Ms Lee</who> the bridge was “<q>a danger to everyone who uses it.</q>”",
    ],
    "tagline": [
        "“<q>A good day for the town.</q>” — <who>Ann Lee</who>",
        "“<q>A good day for the town</q>” – <who>Ann Lee</who>",
        '"<q>A good day for the town.</q>" - <who>Mayor Ann Lee</who>',
        "“<q>A good day for the town.</q>” — <who>Ann Lee</who>, mayor of Norstad",
    ],
    "transcript": [
        "<who>LEE</who>: <q>We will not wait.</q>\n<who2>ROE</who2>: <q2>Who will?</q2>\n"
        "<who3>LEE</who3>: <q3>Nobody.</q3>",
    ],
    "colon": [
        "<who>Ms Lee</who> <cue>added</cue>:\n“<q>We will not wait.</q>”",
        "<who>The mayor</who> <cue>said</cue> in a letter:\n“<q>We will not wait.</q>”",
        "This is how <who>the pilot</who> <cue>recalled</cue> it:\n“<q>The ship went down.</q>”",
    ],
    "carried-over": [
        "“<q>We will not wait,</q>” <who>Ms Lee</who> <cue>said</cue>.\n“<q>The time is now.</q>”",
        "“<q>We tried,</q>” <cue>said</cue> <who>Ms Lee</who>.\n“<q>We failed at every step.</q>”\n"
        "“<q>We left at dawn, on foot.</q>”",
        # left open, and opened again in the next paragraph
        "“<q>We tried,</q>” <cue>said</cue> <who>Ms Lee</who>. “<q>We did all we could.</q>\n“<q>It"
        " was not enough for them.</q>”",
    ],
    "earlier-subject": [
        "<who>Ms Lee</who> met reporters on the steps.\n"
        "“<q>We will not wait any longer for this bridge.</q>”",
    ],
    "post-author": [
        "<q>We will not wait.</q> — <who>Ann Lee (@annlee)</who> May 1, 2020",
    ],
    "nested": [
        "“<q2><who>He</who> <cue>told</cue> us ‘<q>not on my watch</q>’,</q2>” <who2>Ms Lee</who2>"
        " <cue2>said</cue2>.",
    ],
    "no-source": [
        "As is often heard here, “<q>we have waited long enough for this bridge.</q>”",
        "“<q>We will not wait.</q>”",
    ],
}

# several who speak in one report
SEVERAL = [
    "“<q>We won,</q>” <who>Ms Lee</who> <cue>said</cue>."
    " “<q2>You lost,</q2>” <who2>Mr Roe</who2> <cue2>replied</cue2>.",
    "<who>Ms Lee</who> <cue>called</cue> it “<q>a joke</q>”, while <who2>Mr Roe</who2>"
    " <cue2>said</cue2> it was “<q2>a crime</q2>”.",
    "“<q>We won,</q>” <cue>said</cue> <who>Ms Lee</who>.\n“<q2>You lost,</q2>” <cue2>said</cue2>"
    " <who2>Mr Roe</who2>.\n“<q2>You lost by a very long way.</q2>”",
    "<who>Ms Lee</who> <cue>said</cue>: “<q>We won.</q>”\n<who2>Mr Roe</who2>"
    " <cue2>disagreed</cue2>: “<q2>You lost.</q2>”",
    "“<q>We won,</q>” <who>Ms Lee</who> <cue>told</cue> Mr Roe.",
    "Bo Roe met Ann Lee on the quay. “<q>He was late,</q>” <who>she</who> <cue>said</cue>.",
    "“<q>We won,</q>” <cue>said</cue> <who>the wife of Mr Roe</who>.",
    "Asked about Mr Roe, <who>Ms Lee</who> <cue>said</cue>: “<q>No comment.</q>”",
    "<who>Ms Lee</who> <cue>said</cue> of Mr Roe: “<q>He will not wait.</q>”",
    "“<q>We won,</q>” <who>Ms Lee</who> <cue>said</cue> of the vote that Mr Roe called.",
    "As <who>Ms Lee</who> <cue>put it</cue>, the plan was “<q>hopeless</q>”.",
    "<cue>In the words of</cue> <who>Ms Lee</who>, the plan was “<q>hopeless</q>”.",
    "<who>The two governments</who> <cue>said</cue> in a statement: “<q>We will not wait.</q>”",
]

# the same said in other ways
VARIED = [
    "“<q>We,</q>” <who>she</who> <cue>said</cue>, “<q>will not wait.</q>”",
    "“<q>I am sorry,</q>” <who>the pilot</who> <cue>told</cue> the court on Friday, “<q>for"
    " all of it.</q>”",
    "<who>Ms Lee</who>, asked about the fare, <cue>said</cue>: “<q>No comment.</q>”",
    "<who>Ann Lee and Bo Roe</who> <cue>said</cue> in a statement: “<q>We will not wait.</q>”",
    "“<q>We will not wait,</q>” <cue>said</cue> <who>Bo Roe</who>, a spokesman for the ferry"
    " company.",
    "<who>The White House</who> <cue>said</cue> it was “<q>deeply concerned</q>”.",
    "<who>Moscow</who> <cue>called</cue> the vote “<q>a farce from start to finish</q>”.",
    "“<q>The talks were useful,</q>” <who>the Norwegian foreign minister</who> <cue>told</cue>"
    " journalists in Oslo.",
    "In a letter to the crews, <who>Ms Lee</who> <cue>wrote</cue>: “<q>We will not wait.</q>”",
    "<who>Ms Lee</who> has long <cue>argued</cue> that the fare is “<q>a tax on the poor</q>”.",
    "Mr Roe left after <who>Ms Lee</who> <cue>called</cue> him “<q>a liar and a thief</q>”.",
    "<who>Ms Lee</who> <cue>said</cue> that Mr Roe was “<q>a liar and a thief</q>”.",
    "“<q>He is a liar and a thief,</q>” <who>Ms Lee</who> <cue>said</cue> of Mr Roe, who did"
    " not reply.",
    "“<q>It is a gamble,</q>” <cue>concedes</cue> <who>Ms Lee</who>, but one worth taking.",
    "<who>Ms Lee</who> <cue>tweeted</cue>: “<q>We will not wait.</q>”",
    "“<q>We will not wait,</q>” <cue>reads</cue> <who>the letter</who>, which Ms Lee signed.",
    "<who>One witness</who> <cue>said</cue> it had been “<q>like the end of the world</q>”.",
    "“<q>We heard a bang,</q>” <cue>recalled</cue> <who>Ola Berg</who>, 81, from her bed in"
    " the hospital.",
    "“<q>Was it you?</q>” <who>the judge</who> <cue>asked</cue>. “<q2>It was not,</q2>”"
    " <cue2>replied</cue2> <who2>Mr Roe</who2>.",
    "On Monday <who>Ann Lee</who> <cue>said</cue> the bridge was “<q>a danger to all</q>”.",
    "<who>He</who>’d <cue>said</cue> it was “<q>a danger to all</q>”.",
    "<who>They</who> <cue>described</cue> scenes of “<q>utter chaos</q>” and “<q>panic</q>”.",
    "The ship sank, and <who>the captain</who> <cue>blamed</cue> “<q>a wave as high as a"
    " church</q>”.",
    "The report on the bridge, which took a year, is damning. “<q>It is a danger to all,</q>”"
    " <who>it</who> <cue>says</cue>.",
    "The law “<q>will cost lives</q>”, <cue>warned</cue> <who>the doctors’ union</who>.",
    "The law “<q>will cost lives</q>”, <who>doctors</who> <cue>said</cue>.",
    "Lawyers for Mr Roe did not reply. <who>His wife</who> <cue>said</cue> he was “<q>a broken"
    " man</q>”.",
    "“<q>Never in my life,</q>” <who>Ms Lee</who> <cue>began</cue>, “<q>have I seen such a"
    " bridge.</q>”",
    "Under the plan, which <who>Ms Lee</who> <cue>called</cue> “<q>a gamble</q>”, the ferry"
    " would stop.",
    "<who>Ms Lee</who> <cue>welcomed</cue> “<q>a great day for the town</q>”.",
    "<who>Ms Lee</who> <cue>spoke</cue> of “<q>a great day for the town</q>”.",
    "Ms Lee and Mr Roe met for an hour. “<q2>We got on well,</q2>” <who2>she</who2>"
    " <cue2>said</cue2>.",
    "“<q>We heard a bang.</q>” <who>Ola Berg</who>, 81, shook her head.",
]

# marks in which nobody speaks
NOBODY = [
    "The novel “The Long Winter” sold well.",
    "She sang “Harbour Lights” and left.",
    "The film ‘The Goat Track’ opens on Friday.",
    "Roe, nicknamed “the Owl”, left at dawn.",
    "Ann “Sunny” Lee left at dawn.",
    "The so-called “ferry tax” was dropped.",
    "The word “ferry” is older than the boat.",
    "The gap is 6' 2\" wide.",
    "It rained in Norstad.",
    "The drivers’ and the owners’ unions met.",
    "“”",
    "The “Anna Maria” sank in the 1890s.",
    "Her album, “Low Tide”, came out in May.",
]

KNOWN_FAILURES = {
    "Mr Roe thanked <who>Ms Lee</who>, whose report <cue>calls</cue> it “<q>a danger to all</q>”.":
        "“whose” is not followed to its noun",
    "The plan — “<q>a gamble</q>”, in <who>Ms Lee</who>’s words — was dropped.":
        "“in somebody's words” is no cue",
    "<who>Her</who> answer was short: “<q>Not while I am here.</q>”":
        "the noun that a possessive owns is taken for the source",
    # words that are taken for nobody's
    "<who>He</who> did not <cue>say</cue> “<q>never</q>”, but nearly.":
        "one word after a negation is taken for a term",
    "The plan was <cue>called</cue> “<q>a gamble</q>” by <who>the mayor</who>.":
        "what a passive calls something is taken for its name",
    "The plan, <cue>dismissed</cue> as “<q>a gamble</q>” by <who>Ms Lee</who>, was dropped.":
        "a participle with its “by” after the quote finds no source",
    "<who>Ms Lee</who>’s verdict on the plan: “<q>hopeless</q>”.":
        "one word is taken for a term, the colon before it notwithstanding",
    "For <who>Ms Lee</who> the plan was “<q>hopeless</q>”.":
        "a fragment that only “for” gives to somebody is taken for a term",
    "<who>The mayor</who> was “<q>not amused</q>”.":
        "a fragment whose source is its sentence's subject is taken for a term",
    "To <who>the pilot</who> it was “<q>just another night</q>”.":
        "a fragment that only “to” gives to somebody is taken for a term",
    "<who>Ms Lee</who>’s <cue>claim</cue> that the plan was “<q>hopeless</q>” met silence.":
        "a noun that reports is no cue for words in marks",
    "“<q>We tried,</q>” <cue>said</cue> <who>Ms Lee</who>.\n“<q>We failed.</q>”\n“<q>We left.</q>”":
        "two words that are a paragraph of their own are taken for a title",
    "“<q>You lost,</q>” <cue>said</cue> <who>Mr Roe</who>.\n“<q>Badly.</q>”":
        "one word that is a paragraph of its own is taken for a title",
    "<who>Ms Lee</who> met reporters on the steps.\n“<q>We will not wait.</q>”":
        "a short sentence that is a paragraph of its own is taken for a title",
    "One banner read “<q>Not for sale</q>”.": "what a banner reads is taken for a title",
    "“<q>Never again,</q>” ran the headline.": "“ran” is no cue",
    # the wrong source or cue
    "“<q>Not while I am here.</q>” That was all <who>Ms Lee</who> <cue>said</cue>.":
        "“all” before a name is taken for part of it",
    "Mr Roe heard <who>Ms Lee</who> <cue>say</cue>: “<q>We won.</q>”":
        "an infinitive without “to” has no subject",
    "“<q2><who>The sign</who> <cue>read</cue> ‘<q>Keep off the grass</q>’,</q2>” <cue2>said</cue2>"
    " <who2>Mr Roe</who2>.": "words inside a quote that a thing says have no source",
}  # fmt: skip

"""Sentences and what they report without marks.

`<i>` holds the paraphrase, without `that`, cue and source; `<cue>` and `<who>` of its number are
its evidence. Each group is named for the class of its cues. All written for the purpose.
"""

from __future__ import annotations

from onrecord.models import CueClass

SPEECH = [
    "<who>Ms Lee</who> <cue>said</cue> <i>the bridge would reopen in May</i>.",
    "<who>Ms Lee</who> <cue>said</cue> that <i>the bridge would reopen in May</i>.",
    "<who>She</who> <cue>said</cue> <i>it was too late</i>.",
    "<who>Officials</who> <cue>said</cue> that, <i>by waiting, the town had lost a year</i>.",
    "<who>Ms Lee</who> <cue>told</cue> reporters <i>the bridge would reopen in May</i>.",
    "<who>Ms Lee</who> <cue>told</cue> the crowd that <i>the bridge would reopen in May</i>.",
    "<who>The mayor</who> <cue>warned</cue> that <i>the ice was thin</i>.",
    "<who>The mayor</who> <cue>denied</cue> that <i>the ice was thin</i>.",
    "<who>The company</who> <cue>announced</cue> that <i>two ferries would be sold</i>.",
    "<who>The report</who> <cue>said</cue> <i>the crew had slept for two hours</i>.",
    "<who>The Kremlin</who> <cue>said</cue> <i>it had no plans for talks</i>.",
    "<who>Officials</who> <cue>say</cue> <i>the road will be closed until spring</i>.",
    "<who>Mayor Ann Lee</who>, 54, <cue>said</cue> <i>the road would be closed</i>.",
    "<who>Ms Lee</who>, the party’s new leader, <cue>said</cue> <i>the vote was a fraud</i>.",
    "<who>Ms Lee</who> on Monday <cue>said</cue> <i>the vote was a fraud</i>.",
    "<who>Ms Lee</who> <cue>said</cue> on Monday that <i>the vote was a fraud</i>.",
    "<who>Ms Lee</who> <cue>claimed</cue> <i>the count had been stopped at midnight</i>.",
    "<i>The bridge will reopen in May</i>, <who>Ms Lee</who> <cue>said</cue>.",
    "<i>The bridge will reopen in May</i>, <cue>according to</cue> <who>the mayor</who>.",
    "<cue>According to</cue> <who>the mayor</who>, <i>the bridge will reopen in May</i>.",
    # the cue is a question or an order
    "<who>Ms Lee</who> <cue>asked</cue> <i>whether the bridge would hold</i>.",
    "<who>Ms Lee</who> <cue>asked</cue> <i>who would pay for the bridge</i>.",
    "<who>The judge</who> <cue>wondered</cue> <i>why nobody had come</i>.",
    "<who>The mayor</who> <cue>told</cue> residents <i>to leave their homes</i>.",
    "<who>Ms Lee</who> <cue>promised</cue> <i>to rebuild the bridge</i>.",
    "<who>Ms Lee</who> <cue>vowed</cue> <i>to rebuild the bridge</i>.",
    "<who>The union</who> <cue>demanded</cue> that <i>the mayor resign</i>.",
    "<who>Ms Lee</who> <cue>called</cue> for <i>an inquiry into the accident</i>.",
    # not said
    "<who>Ms Lee</who> did not <cue>say</cue> <i>who would pay for the bridge</i>.",
    "<who>The company</who> would not <cue>say</cue> <i>how many ferries it owned</i>.",
    # two cues
    "<who>Ms Lee</who> <cue>said</cue> <i>the bridge would reopen</i> and <cue2>added</cue2> that"
    " <i2>it had been tested twice</i2>.",
    "<who>Ms Lee</who> <cue>said</cue> <i>the bridge would reopen</i>, <cue2>adding</cue2> that"
    " <i2>it had been tested twice</i2>.",
    "<who>Ms Lee</who> left the hall, <cue>saying</cue> <i>the vote was a fraud</i>.",
    # not the quote beside it
    "“We won,” said Ms Lee. <who>She</who> <cue>said</cue> <i>the count would go on</i>.",
    "Was it late? <who>Ms Lee</who> <cue>said</cue> <i>it was not</i>.",
    "<who>Mr Roe</who>, who runs the ferry, <cue>said</cue> <i>the fares would rise in May</i>.",
    "<who>The ministry</who> <cue>confirmed</cue> <i>two soldiers had been wounded</i>.",
    "<who>Prosecutors</who> <cue>allege</cue> that <i>he stole 40 tonnes of oil</i>.",
    "<who>The study</who> <cue>concluded</cue> that <i>bears sleep less in warm winters</i>.",
    "<who>The statement</who> <cue>said</cue> <i>the company would pay for the damage</i>.",
    "<who>He</who> <cue>insisted</cue> <i>he had done nothing wrong</i>.",
    "<who>He</who> <cue>admitted</cue> <i>he had been at the wheel</i>.",
    "<who>The minister</who> <cue>accused</cue> <i>the company of hiding the damage</i>.",
    "<who>Mr Roe</who> <cue>explained</cue> that <i>the ice had cut the cables</i>.",
    "<who>The mayor’s office</who> <cue>said</cue> in a statement that <i>the road would be"
    " closed</i>.",
    "<who>Police</who> <cue>said</cue> <i>nobody was hurt</i>.",
    "<who>NATO</who> <cue>said</cue> on Thursday <i>it would send four more ships to the"
    " Baltic</i>.",
    "<who>Ms Lee</who> <cue>added</cue> that <i>she would not run again</i>.",
    "<who>Ms Lee</who> has repeatedly <cue>warned</cue> that <i>the ice is thin</i>.",
    "<who>Ms Lee</who> <cue>pledged</cue> <i>to rebuild the bridge</i>.",
    "<who>Ms Lee</who> <cue>apologised</cue> for <i>the delay</i>.",
    "<who>Ms Lee</who> <cue>thanked</cue> <i>the crews for their work</i>.",
    "<who>Ms Lee</who> <cue>criticised</cue> <i>the plan</i>.",
    "<who>Ms Lee</who> <cue>rejected</cue> <i>the plan</i>.",
    "<who>Ms Lee</who> <cue>described</cue> <i>the plan as a gamble</i>.",
    "<who>Ms Lee</who> <cue>called</cue> <i>the plan a gamble</i>.",
    "<i>The plan</i> was <cue>rejected</cue> by <who>the council</who>.",
    "<who>He</who> <cue>suggested</cue> <i>a vote in May</i>.",
    "<who>The paper</who> <cue>reported</cue> that <i>two ferries had been sold</i>.",
    "<who>Ms Lee</who> <cue>replied</cue> that <i>it was none of his business</i>.",
    "Asked about the fare, <who>Ms Lee</who> <cue>said</cue> <i>it would rise</i>.",
    "<who>Ms Lee</who> <cue>said</cue> <i>there was no money left</i>. <who2>Mr Roe</who2>"
    " <cue2>said</cue2> <i2>there was</i2>.",
    "<who>The minister</who> <cue>acknowledged</cue> that <i>mistakes had been made</i>.",
    "<who>The Kremlin</who> <cue>denies</cue> <i>it sent the ship</i>.",
]

BELIEF = [
    "<who>Many residents</who> <cue>see</cue> <i>the bridge as a waste of money</i>.",
    "<who>Ms Lee</who> <cue>worries</cue> that <i>the ice is thin</i>.",
    "<who>He</who> <cue>felt</cue> <i>the vote was lost</i>.",
    "<who>She</who> <cue>understands</cue> that <i>time is short</i>.",
    "<who>Ms Lee</who> <cue>thinks</cue> <i>the bridge will hold</i>.",
    "<who>Ms Lee</who> <cue>believes</cue> that <i>the bridge will hold</i>.",
    "<who>Residents</who> <cue>fear</cue> <i>the bridge will fall</i>.",
    "<who>The mayor</who> <cue>expects</cue> <i>the bridge to hold</i>.",
    "<who>He</who> <cue>doubts</cue> <i>the bridge will hold</i>.",
    "<who>Some</who> <cue>feel</cue> that <i>the mayor has lost her nerve</i>.",
    "<who>Experts</who> <cue>agree</cue> that <i>the ice is thin</i>.",
    "<who>She</who> <cue>knows</cue> <i>the ice is thin</i>.",
    "<who>Mr Roe</who> <cue>supports</cue> <i>a ban on fishing</i>.",
]

INTENT = [
    "<who>Norway</who> <cue>seeks</cue> <i>to buy four ships</i>.",
    "<who>The company</who> <cue>aims</cue> <i>to cut its fleet by half</i>.",
    "<who>She</who> is <cue>planning</cue> <i>to run again</i>.",
    "<who>Ms Lee</who> <cue>wants</cue> <i>to rebuild the bridge</i>.",
    "<who>The company</who> <cue>plans</cue> <i>to sell two ferries</i>.",
    "<who>The mayor</who> <cue>hopes</cue> <i>to reopen the bridge by May</i>.",
    "<who>The union</who> <cue>intends</cue> <i>to strike on Monday</i>.",
    "<who>The government</who> <cue>decided</cue> <i>to close the harbour</i>.",
    "<who>The company</who> <cue>refused</cue> <i>to pay the crew</i>.",
]

BY_CLASS: dict[CueClass, list[str]] = {"speech": SPEECH, "belief": BELIEF, "intent": INTENT}

NOTHING = [
    "",
    "It rained in Norstad.",
    "Ms Lee left the hall.",
    "The report was late.",
    "They spoke about trams.",
    "The two sides met in Oslo on Monday.",
    "“We won,” said Ms Lee.",
    "Ms Lee said: “We will not wait.”",
    "His statement was short.",
    "The call came at dawn.",
    "That said, the ferry was late.",
    "The said ferry was late.",
    "Ms Lee told a story.",
    "The long road ends here.",
    "It snowed like never before.",
    "Ms Lee resigned on Monday.",
    "Ms Lee did not reply.",
    "The mayor could not be reached.",
    "Ms Lee read a book.",
    "The ferry holds forty cars.",
    "The choir sang, and the crowd cheered.",
    "The firm released its results on Monday.",
    "Ms Lee speaks four languages.",
    "The band played on.",
    "The street was named after the mayor.",
    "The talks, the third this year, ended at noon.",
    "According as the wind blew, the ferry left or stayed.",
    "In May the ferry company bought two ships.",
]

KNOWN_FAILURES: dict[tuple[CueClass, str], str] = {
    ("speech", line): reason
    for line, reason in {
        "<i>The bridge will reopen in May</i>, <cue>said</cue> <who>Ms Lee</who>.":
            "a paraphrase before “said Lee” is thought unlikely",
        "<who2>Two officials</who2>, <who>who</who> <cue>asked</cue> <i>not to be named</i>,"
        " <cue2>said</cue2> <i2>the deal was dead</i2>.":
            "what a relative clause reports runs on over its comma, into the main clause",
        "<who>The judge</who> <cue>wondered</cue> <i>why nobody had called the police</i>.":
            "“called” inside a question is read as the judge's",
        "<who>Ms Lee</who> <cue>urged</cue> residents <i>to leave their homes</i>.":
            "whom a command is for is read as part of it",
        "<who>Ms Lee</who> <cue>urged</cue> allies <i>to send more ships</i>.":
            "whom a command is for is read as part of it",
        "<who>The judge</who> <cue>ordered</cue> the company <i>to pay the crew</i>.":
            "whom a command is for is read as part of it",
        "<who>The union</who> <cue>asked</cue> the mayor <i>to resign</i>.":
            "whom a request is for is read as part of it",
        "<who>Ms Lee</who> <cue>said</cue> <i>the bridge would hold</i> and <cue2>added</cue2> that"
        " <i2>it had been tested twice</i2>.":
            "a second cue after a verb like “hold” shares that verb's subject",
        "<who>Ms Lee</who> <cue>said</cue> <i>the bridge would hold</i>, while <who2>Mr Roe</who2>"
        " <cue2>said</cue2> <i2>it would fall</i2>.":
            "a paraphrase runs on into the next speaker's",
        "<who>Ms Lee</who>’s <cue>claim</cue> that <i>the vote was a fraud</i> met with silence.":
            "the noun that reports is not read where “was” follows in the clause",
        "<who>Her</who> <cue>warning</cue> that <i>the ice was thin</i> came too late.":
            "the noun that reports is not read where “was” follows in the clause",
    }.items()
}  # fmt: skip

READ_ALL_THE_SAME = {
    "The doctor saw forty patients.": "“saw” is taken for a belief, whatever is seen",
    "The court heard the case in May.": "“heard” is taken for a belief, whatever is heard",
    "He offered her a chair.": "“offered” is taken for words, whatever is offered",
    "They welcomed the crew on the quay.": "“welcomed” is taken for words, where it is an act",
    "Ms Lee spoke for an hour.": "how long somebody spoke is taken for what was said",
    "She found a coin in the sand.": "“found” is taken for a belief, whatever is found",
    "The clock shows noon.": "“shows” is taken for a belief, whatever is shown",
}

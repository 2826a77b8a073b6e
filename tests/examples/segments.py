"""Paragraphs cut into tokens and sentences, with the class of each word where it matters.

All written for the purpose.
"""

from __future__ import annotations

# white space ends a token, and so does | (which is not in the text)
TOKENS = [
    "It rained|.",
    "Ms Lee|, the mayor|, left|.",
    "Mr. Lee and Sen. Roe met Dr. Poe|.",
    "Gen. Lee|, Lt. Roe and Col. Poe met at St. Ives|.",
    "The U.S. and the U.K. signed|.",
    "J. K. Lee met A.B. Roe at 5 p.m. on Monday|.",
    "Robert F. Kennedy and J.F.K. met|.",
    "It cost $|3.50|, not €|1,200|.",
    "At 10:30 the 21st ferry left|.",
    "It isn’t Lee’s|; it’s the drivers’ bus|.",
    "It isn't Lee's|; it's the drivers' bus|.",
    "The secretary-general of the co-op left|.",
    "AT&T paid in euros|, 3.5|% more|.",
    "The bridge |(|a goat track|)| will close|.",
    "Nobody came|... nobody called|.",
    "Why|?|!",
    "One|—|two|–|three - four",
    "@|annlee wrote|: #|ferry",
    "Łódź and Zürich and Kyiv’s mayor met|.",
    "Київ і Москва мовчать|.",
    "He met Jan. 3 with Acme Inc. of Calif. and left|.",
    "It was No. 3 of 5|.",
]

# a quote is one token, Q
QUOTED = [
    ("“We won,” said Ms Lee.", "Q said Ms Lee ."),
    ("Ms Lee said: “We won.”", "Ms Lee said : Q"),
    ("It was “late” and ‘wet’.", "It was Q and Q ."),
    ("“We tried.", "Q"),
    ("“He told us ‘never’ again,” she said.", "Q she said ."),
    ("“”", "“ ”"),
]

# ‖ stands where a sentence ends (it is not in the text)
SENTENCES = [
    "It rained. ‖The ferry left. ‖Nobody waved.",
    "Was it late? ‖It was! ‖Nobody cared.",
    "Mr. Lee left. ‖Mrs. Lee stayed.",
    "Sen. Ann Lee met Gov. Bo Roe. ‖They agreed.",
    "The U.S. Senate met. ‖It agreed.",
    "The ferry left at 5 p.m. and sank.",
    "It cost 3.50 crowns. ‖It was worth 2.",
    "J. Lee met B. R. Roe. ‖They agreed.",
    "The talks … went on. ‖Nobody left.",
    "The talks... went on.",
    "No. 3 was late. ‖No. 4 sank.",
    "Acme Inc. owns it. ‖Roe Corp. wants it.",
    "It rained. ‖“We won,” said Ms Lee.",
    "“We won.” ‖Ms Lee had waited for it.",
    "“We won!” Ms Lee said.",
    "“We won!” she said. ‖It rained.",
    "“Why?” asked Ms Lee.",
    "“We won,” Ms Lee said. ‖“At last.” ‖“It was time.”",
    "She said “we won.” ‖The crowd cheered.",
    "She said “we won” and left.",
    "She yelled “stop!” and left.",
    "“Why now?” ‖The ferry had sunk by then.",
    "It rained (it always does). ‖The ferry left.",
    "Nobody came. ‖(Nobody was asked.)",
    "Nobody came. ‖— a reader",
    "It cost a lot. ‖30 crowns, to be exact.",
    "Yahoo! shares fell.",
]

# word/class: the classes of lexicon.py and segment.py
CLASSES = [
    "The/D ferry/w left/v Oslo/N",
    "Ann/N Lee/N said/V it/P sank/w",
    "Yesterday/X Ann/N Lee/N said/V so/X",
    "Nobody/O told/V her/O",
    "Some/D officials/w said/V so/X",
    "She/P said/V that/R it/P has/A not/X sunk/w",
    "I/P met/v Lee/N on/I 3/# May/N",
    "I’ve/P met/v the/D mayor/w",
    "He/P wants/V to/T leave/v quietly/X",
    "a/D united/w town/w and/C a/D meeting/w",
    "the/D family/w rallied/V",
    # a headline in title case: its small words are no names
    "Mayor/N Says/V Ferry/N Will/A Not/X Sink/N",
    "Lee/N Warns/V Of/I The/D Worst/N Winter/N In/I Years/N",
    "Ferry/N Owners/N Deny/V They/P Were/A Told/V",
    # nearly every word is a name, and the line is a sentence
    "Ann/N Lee/N met/v Bo/N Roe/N in/I Oslo/N and/C the/D ferry/w owners/w",
]

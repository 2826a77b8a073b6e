"""Paragraphs and what stands between their marks, as a person reads them.

`<q>…</q>` holds the words of one quoted stretch, its marks left out; `<o>…</o>` one that the
paragraph leaves open; `<n>…</n>` one nested in another. All written for the purpose.
"""

from __future__ import annotations

CURLY = [
    "“<q>We won,</q>” said Ms Lee.",
    "Ms Lee said: “<q>We won.</q>”",
    "“<q>We won,</q>” she said. “<q>At last.</q>”",
    "The ferry was “<q>late</q>”, “<q>wet</q>” and “<q>full</q>”.",
    "It was a “<q>no-brainer</q>”—and a cheap one.",
    "The road (“<q>a goat track</q>”) will close.",
    "“ <q>We won,</q> ” the mayor said, between spaces.",
    "“<q>We won!</q>”said the mayor, and the space was lost.",
    "She had “<q>… no idea whatever …</q>” of the cost.",
    "“<q>[The bridge] will hold,</q>” he said.",
    "„<q>We won,</q>” said Ms Lee.",
    "‟<q>We won,</q>” said Ms Lee.",
    # the keyboard had only one of the two
    "”<q>We won,</q>” said Ms Lee.",
    "He said ”<q>no</q>” and left.",
]

STRAIGHT = [
    '"<q>We won,</q>" said Ms Lee.',
    'Ms Lee said: "<q>We won.</q>"',
    '"<q>We won,</q>" she said. "<q>At last.</q>"',
    'The road ("<q>a goat track</q>") will close.',
    'Nobody expected a "<q>win-win</q>"; nobody got one.',
    'The tariff—"<q>a gift</q>"—was dropped.',
    "＂<q>We won,</q>＂ said Ms Lee.",
    # closed before a word, the space lost
    '"<q>We won,</q>"said Ms Lee.',
    'It cost "<q>3 crowns</q>" in "<q>1990</q>".',
]

DOUBLED_SINGLES = [
    "``<q>We won,</q>'' said Ms Lee.",
    "Ms Lee said: ``<q>We won.</q>''",
    "''<q>We won,</q>'' said Ms Lee.",
    "The road was ``<q>closed</q>'' and the bridge ''<q>shut</q>''.",
    "‘‘<q>We won,</q>’’ said Ms Lee.",
    "``<q>It isn't over,</q>'' she said.",
]

SINGLES = [
    "‘<q>We won,</q>’ said Ms Lee.",
    "'<q>We won,</q>' said Ms Lee.",
    "Ms Lee said: ‘<q>We won.</q>’",
    "‘<q>We won,</q>’ she said. ‘<q>At last.</q>’",
    "‘<q>It isn’t over,</q>’ she said, and it wasn’t.",
    "'<q>It isn't over,</q>' she said, and it wasn't.",
    "‘<q>The allies’ plan is dead,</q>’ he said.",
    "'<q>The allies' plan is dead,</q>' he said.",
    "The boss’s ‘<q>bright idea</q>’ was the drivers’ nightmare.",
    "The drivers’ union spoke of a ‘<q>bright idea</q>’.",
    "The drivers' union spoke of a '<q>bright idea</q>' of the owners'.",
    "‘<q>’Tis a pity,</q>’ the vicar said.",
    "In the ’90s it was ‘<q>the place to be</q>’.",
    "‘<q>It was the summer of ’89,</q>’ he said.",
    "‘<q>Rock ’n’ roll saved us,</q>’ the singer said.",
    "‘<q>Get ’em out,</q>’ a voice cried.",
    "He called it ‘<q>rot</q>’; she called it ‘<q>art</q>’.",
    "It was (‘<q>by chance</q>’) a Sunday.",
    "‘<q>Five o’clock is early,</q>’ said Mr O’Hara.",
    "‘<q>Will it hold?</q>’ he asked.",
    "‘<q>Stop!</q>’ ‘<q>Why?</q>’ ‘<q>Because.</q>’",
    "A ‘<q>yes</q>’–‘<q>no</q>’ question.",
]

HEADLINES = [
    "‘<q>We Will Not Wait</q>’: Mayor Hits Out at Ferry Delay",
    "'<q>We Will Not Wait</q>': Mayor Hits Out at Ferry Delay",
    "Mayor Calls Ferry Delay a ‘<q>Disgrace</q>’",
    "Mayor Calls Ferry Delay '<q>Disgrace</q>' as Owners' Profits Rise",
    "Residents’ Fury at ‘<q>Goat Track</q>’",
    "‘<q>Don’t Panic</q>’, Says Mayor",
    "‘<q>Bridge Will Hold</q>’ – Lee",
    "Lee: ‘<q>Bridge Will Hold</q>’",
]

GUILLEMETS = [
    "«<q>We won,</q>» said Ms Lee.",
    "« <q>We won,</q> » said Ms Lee.",
    "»<q>We won,</q>« said Ms Lee.",
    "»<q>We won,</q>« she said. »<q>At last.</q>«",
    "Ms Lee said: «<q>We won.</q>»",
    "»<q>We won,</q>» the Finn said.",
]

LOW_HIGH = [
    "„<q>We won,</q>“ said Ms Lee.",
    "Ms Lee said: „<q>We won.</q>“",
    "„<q>We won,</q>“ she said. „<q>At last.</q>“",
    '„<q>We won,</q>" said Ms Lee.',
    "‚<q>We won,</q>‘ said Ms Lee.",
]

MISMATCHED = [
    "“<q>We won,</q>» said Ms Lee.",
    "«<q>We won,</q>” said Ms Lee.",
    '“<q>We won,</q>" said Ms Lee.',
    '"<q>We won,</q>” said Ms Lee.',
    "“<q>We won,</q>'' said Ms Lee.",
    '``<q>We won,</q>" said Ms Lee.',
    "``<q>We won,</q>” said Ms Lee.",
    "„<q>We won,</q>» said Ms Lee.",
]

LEFT_OPEN = [
    "“<o>We tried everything.</o>",
    "Ms Lee said: “<o>We tried everything.</o>",
    '"<o>We tried everything.</o>',
    "``<o>We tried everything.</o>",
    "«<o>We tried everything.</o>",
    "„<o>We tried everything.</o>",
    "“<q>We won,</q>” she said. “<o>We tried everything.</o>",
    # opened twice: the words of the first count
    "“<o>We tried everything.</o> “<q>Nothing helped.</q>”",
]

STRAY = [
    "We won,” said Ms Lee.",
    "We won» said Ms Lee.",
    "”",
    "” “<q>We won,</q>” said Ms Lee.",
    "She left.” “<q>We won,</q>” he said.",
    "“<q>We won,</q>” said Ms Lee.”",
    "She was ‘late again.",
    "It was late again’ that day.",
]

APOSTROPHES = [
    "It wasn’t the mayor’s fault; it’s the drivers’ and the owners’.",
    "It wasn't the mayor's fault; it's the drivers' and the owners'.",
    "The ’90s were loud, the '80s louder.",
    "'Tis the season, and ’twas the night.",
    "The class of ’68 met at five o’clock.",
    "Rock ’n’ roll at O’Brien’s, fish ‘n’ chips at Mrs D’Arcy’s.",
    "The boys’ and girls’ schools will share the players’ field.",
    "Goin’ nowhere, sayin’ nothin’, the band’s fans’ bus left.",
    "The Joneses’ dogs’ dinner",
    "James’ bridge and Jess’ boat",
    "Workers’ hours are the owners’ gain.",
    "In Hawai‘i and at the Qur’an school of Sana’a nobody spoke.",
]

UNITS = [
    "The gap is 6' 2\" wide.",
    "The gap is 6'2\" wide and 10'4\" long.",
    'A 12" pipe and a 9" drain were laid.',
    "The boat is 30' long.",
    "The boat is 30’ long and 8’ wide.",
    "At 51°30'26\" N stands a buoy.",
    "The pole is 8′ 4″ high.",
    "“<q>It is 30' long,</q>” she said of the boat.",
    'A 12" pipe was “<q>too thin</q>”.',
    '"<q>It is a 12" pipe,</q>" the plumber said.',
]

NO_WORDS = [
    "",
    "   ",
    "“”",
    '""',
    "“ … ”",
    "“!?” was all it said.",
    "”””",
    "She said nothing.",
    "`a` and `b`",
    "‘’ ‘’",
]

ACROSS = [  # single marks inside double ones, and the reverse: only the outer ones count
    "“<q>He told us ‘never’ again,</q>” she said.",
    "\"<q>He told us 'never' again,</q>\" she said.",
    "‘<q>He told us “never” again,</q>’ she said.",
    "'<q>He told us \"never\" again,</q>' she said.",
    "«<q>He told us “never” again,</q>» she said.",
    "“<q>‘Never’ was his word,</q>” she said.",
    "“<q>His word was ‘never’.</q>”",
    "“<q>His word was ‘never’</q>”, she said, ‘<q>ever</q>’.",
    "‘<q>“Never” was his word,</q>’ she said.",
    "‘<q>His word was “never”</q>’, she said.",
    "“<q>It isn’t ‘ours’ to give,</q>” he said, “<q>it’s ‘theirs’.</q>”",
]

IN_WORDS = [
    "The “<q>un</q>”thinkable happened.",
    "Her “<q>yes</q>”-men left.",
    "An anti-“<q>woke</q>” rally",
    'An anti-"<q>woke</q>" rally',
    "An anti-‘<q>woke</q>’ rally",
    "“<q>Lee</q>”s are common here.",
]

NESTED = [
    "“<q>He told us ‘<n>not on my watch</n>’ and left,</q>” she said.",
    "\"<q>He told us '<n>not on my watch</n>' and left,</q>\" she said.",
    "‘<q>He told us “<n>not on my watch</n>” and left,</q>’ she said.",
    "“<q>‘<n>Never</n>’ and ‘<n>ever</n>’ are long words,</q>” she said.",
    "“<q>His word was ‘<n>never</n>’.</q>”",
    "“<q>It wasn’t the drivers’ fault,</q>” she said.",
    "“<o>He told us ‘<n>not on my watch</n>’ and left.</o>",
    "‘<q>Nobody said a word,</q>’ she said.",
]

EVERY = [
    *CURLY, *STRAIGHT, *DOUBLED_SINGLES, *SINGLES, *HEADLINES, *GUILLEMETS, *LOW_HIGH, *MISMATCHED,
    *LEFT_OPEN, *STRAY, *APOSTROPHES, *UNITS, *NO_WORDS, *ACROSS, *IN_WORDS,
]  # fmt: skip

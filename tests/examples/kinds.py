"""Quotes by their kind, their turn, and the quote they are nested in.

All written for the purpose.
"""

from __future__ import annotations

# `<d>` direct: a clause or more in marks; `<m>` mixed: a fragment in the reporter's sentence
KINDS = [
    "“<d>We won,</d>” said Ms Lee.",
    "“<d>We won,</d>” she said. “<d>At last.</d>”",
    "Ms Lee said: “<d>We will not wait.</d>”",
    "Ms Lee said, “<d>It is over.</d>”",
    "“<d>Who will pay?</d>” she asked.",
    "“<d>Never!</d>” she cried.",
    "“<d>30 ships went down that night,</d>” he said.",
    "“<d>[The bridge] will hold,</d>” he said.",
    "“<d>… and then it sank,</d>” he said.",
    "“<d>We tried,</d>” she said, “<d>and we failed.</d>”",
    "Ms Lee called it “<m>a joke</m>”.",
    "Ms Lee said the bridge was “<m>beyond repair</m>” and would close.",
    "She said that “<m>we will not wait</m>”.",
    "The mayor called it “<m>Europe’s worst bridge</m>”.",
    "It was “<m>a long night</m>”, Ms Lee said.",
    "She told the “<m>fine people</m>” of Norstad to wait, calling them “<m>heroes</m>”.",
    "He said it was “<d>a mess. Nobody knew who was in charge. It all went wrong</d>”.",
    "Mayor Calls Ferry Delay ‘<m>Disgrace</m>’",
]

# headlines, and who is said to speak in them
HEADLINES = [
    "‘<q>We Will Not Wait</q>’, Says <who>Mayor Lee</who>",
    "<who>Mayor Lee</who> Calls Ferry Delay ‘<q>Disgrace</q>’",
    "<who>Mayor Lee</who>: ‘<q>We Will Not Wait</q>’",
    "‘<q>We will not wait</q>’, says <who>mayor</who>",
    "“<q>We will not wait for the ferry</q>”: <who>Ms Lee</who>",
    "Ferry Owners Deny All",
]

HEADLINES_MISSED = {
    "‘<q>We Will Not Wait</q>’: <who>Mayor</who>":
        "what a colon follows is taken for a title",
    "‘<q>We Will Not Wait</q>’: <who>Lee</who>":
        "what a colon follows is taken for a title",
    "‘<q>Disgrace</q>’: <who>mayor</who> hits out at ferry delay":
        "what a colon follows is taken for a title",
    "Ferry delay a ‘<q>disgrace</q>’, says <who>mayor</who>":
        "a noun without article at the head of a headline is taken for a name",
    "Ferry Delay Is ‘<q>a Disgrace for the Town</q>’ – <who>Lee</who>":
        "a name after a headline's dash is no source",
}  # fmt: skip

# `<t1>…</t1> <t1>…</t1>`: stretches of one turn
TURNS = [
    "“<t1>We tried,</t1>” said Ms Lee. “<t1>It was not enough.</t1>”",
    "“<t1>We tried,</t1>” said Ms Lee, “<t1>but it was not enough.</t1>”",
    "“<t1>We tried,</t1>” said Ms Lee. “<t2>You failed,</t2>” said Mr Roe.",
    "“<t1>We tried everything we could,</t1>” said Ms Lee. “<t1>It was hard and cold.</t1>\n"
    "“<t1>It was not enough for them.</t1>”",
    # closed at the end of its paragraph: another turn
    "“<t1>We tried everything we could,</t1>” said Ms Lee.\n"
    "“<t2>It was not enough,</t2>” she said.",
    "“<t1>We tried,</t1>” said Ms Lee.\nIt rained all week.\n“<t2>We won,</t2>” said Mr Roe.",
    "Ms Lee called it “<t1>a joke</t1>” and “<t2>a crime</t2>”.",
]

# `<q>` holds a quote, `<n>` one inside it
NESTED = [
    "“<q>He told us ‘<n>not on my watch</n>’ and left,</q>” Ms Lee said.",
    "\"<q>He told us '<n>not on my watch</n>' and left,</q>\" Ms Lee said.",
    "‘<q>He told us “<n>not on my watch</n>” and left,</q>’ Ms Lee said.",
    "“<q>She said: ‘<n>We will not wait.</n>’ So we left,</q>” said the pilot.",
    "“<q>‘<n>Not on my watch,</n>’ he said, and then ‘<n>get off my ship</n>’,</q>” said Ms Lee.",
    "Mr Roe said: “<q>We left.</q>”\n“<q>He told us ‘<n>not on my watch</n>’,</q>” Ms Lee said.",
    # a term of one or two words is nobody's
    "“<q>The ‘ferry tax’ is a bad joke,</q>” Ms Lee said.",
    "“<q>It isn’t the drivers’ fault,</q>” Ms Lee said.",
]

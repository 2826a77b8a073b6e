"""Sentences and the stretches in them that may name a source.

`<n>` holds a name, `<p>` a pronoun that can speak, `<o>` another pronoun, `<r>` a relative pronoun,
`<d>` a nominal, `<s>` a possessive. All written for the purpose.
"""

from __future__ import annotations

NAMES = [
    "<n>Lee</n> left.",
    "<n>Ms Lee</n> left.",
    "<n>Ann Lee</n> left.",
    "<n>Ann van Lee</n> left.",
    "<n>President Ann Lee</n> left.",
    "<n>NATO Secretary-General Ann Lee</n> left.",
    "<n>Danish Foreign Minister Ann Lee</n> left.",
    "<n>Sen. Ann Lee</n> met <n>Gov. Bo Roe</n>.",
    "Then <n>Prime Minister Ann Lee</n> left.",
    "<n>J. K. Lee</n> left.",
    "<n>Jean-Luc O’Brien</n> left.",
    "<n>Łukasz Żak</n> left.",
    "<n>Рената Ковач</n> left.",
    "<n>the Kremlin</n> left.",
    "On Monday <n>Ann Lee</n> left.",
    "<n>Ann Lee</n> Monday left.",
    "<n>The Norstad Post</n> left early.",
]

PRONOUNS = [
    "<p>She</p> left.",
    "Then <p>they</p> left, and <p>we</p> did.",
    "<p>I</p> left because <p>it</p> rained.",
    "<p>I’ve</p> left.",
    "<n>Lee</n> told <o>him</o> so.",
    "<n>Lee</n> told <o>them</o> so and <p>he</p> left.",
    "<p>Everyone</p> left.",
    "<n>Lee</n> told us so.",
]

DATELINES = [
    "RIGA, Feb 15 (News) - <n>Ann Lee</n> left.",
    "LVIV, Ukraine — <n>Ann Lee</n> left.",
    "NORSTAD (News) – <n>Ann Lee</n> left.",
]

RELATIVES = [
    "<n>Ann Lee</n>, <r>who</r> left, won.",
    "<n>Ann Lee</n>, <r>who</r> has since left, won.",
    "<n>Ann Lee</n>, <r>who</r> on Monday said so, won.",
    "<d>The report</d>, <r>which</r> said so, sank.",
    "<n>Ann Lee</n> said that <p>it</p> rained.",
    "<n>Ann Lee</n> knew who left.",
    "<n>Ann Lee</n>, whose ferry sank, left.",
]

NOMINALS = [
    "<d>The mayor</d> left.",
    "<d>A spokeswoman</d> left.",
    "<d>The mayor's spokesman</d> left.",
    "<d>Lee’s lawyer</d> left.",
    "<d>his lawyer</d> left.",
    "<d>Two officials</d> left.",
    "<d>A spokesman for Ms Lee</d> left.",
    "<d>A source close to Ms Lee</d> left.",
    "<d>The Danish ambassador to Norstad</d> left.",
    "<d>A senior adviser to the Danish president</d> left.",
    "<d>The league's secretary-general</d> left.",
    "<n>Lee</n> wrote to <n>Ms Roe</n>.",
    "<d>Two people familiar with Ms Lee</d> left.",
    "<d>The head</d> of state left.",
    "<n>The then-U.S. President Ann Lee</n> left.",
    "<d>A spokeswoman for the ferry company</d> left.",
    "<d>the head of the union</d> left.",
    "<d>The embattled mayor</d> left.",
    "<d>The Norwegian government</d> left.",
    "<d>Norstad’s mayor</d> left.",
    "<d>The statement</d> said so.",
    "<d>Some</d> said so, <d>others</d> did not.",
    "<d>most residents</d> left.",
    "<d>a Russian</d> left.",
    "<d>the U.S. official</d> left.",
]

POSSESSIVES = [
    "<p>It</p> was <s>Lee’s</s>.",
    "<p>It</p> was <s>Ann Lee's</s>.",
    "<p>It</p> was <s>the mayor’s</s>.",
]

NOTHING = [
    "",
    "Yesterday there was rain.",
    "Two hours later, minutes before midnight",
    "On Monday last week",
    "Quickly and quietly, without sound.",
    "“We won.”",
    "12 3.50 1,000",
    "— – - ( )",
]

EVERY = [*NAMES, *PRONOUNS, *DATELINES, *RELATIVES, *NOMINALS, *POSSESSIVES, *NOTHING]

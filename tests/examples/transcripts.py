"""Transcripts and interviews, whose lines open with the speaker's label.

`<who>` holds a label, `<q>` the words of its number. All written for the purpose.
"""

from __future__ import annotations

TRANSCRIPTS = [
    "<who1>LEE</who1>: <q1>We will not wait.</q1>\n<who2>ROE</who2>: <q2>Who will?</q2>\n"
    "<who3>LEE</who3>: <q3>Nobody.</q3>",
    "<who1>Ann Lee</who1>: <q1>We will not wait.</q1>\n<who2>Bo Roe</who2>: <q2>Who will?</q2>\n"
    "<who3>Ann Lee</who3>: <q3>Nobody.</q3>",
    "<who1>Q</who1>: <q1>Will you wait?</q1>\n<who2>A</who2>: <q2>No.</q2>\n"
    "<who3>Q</who3>: <q3>Why not?</q3>\n<who4>A</who4>: <q4>We are late.</q4>",
    "<who1>MAYOR LEE</who1>: <q1>Good evening.</q1>\n<who2>MR. ROE</who2>: <q2>Good evening.</q2>\n"
    "<who3>MAYOR LEE</who3>: <q3>We will not wait.</q3>",
    "<who1>LEE</who1> (Greens): <q1>We will not wait.</q1>\n<who2>ROE</who2>: <q2>Who will?</q2>\n"
    "<who3>LEE</who3>: <q3>Nobody.</q3>",
    "<who1>RFE/RL</who1>: <q1>Will you wait?</q1>\n<who2>Lee</who2>: <q2>No.</q2>\n"
    "<who3>RFE/RL</who3>: <q3>Why not?</q3>\n<who4>Lee</who4>: <q4>We are late.</q4>",
    # a stage direction is nobody's
    "<who1>LEE</who1>: <q1>We won.</q1>\n(APPLAUSE)\n<who2>ROE</who2>: <q2>Who?</q2>\n"
    "<who3>LEE</who3>: <q3>Nobody.</q3>",
    # a line without a label goes on
    "<who1>LEE</who1>: <q1>We will not wait.</q1>\n<q1>We have waited for years.</q1>\n"
    "<who2>ROE</who2>: <q2>Who will?</q2>\n<who3>LEE</who3>: <q3>Nobody.</q3>",
    # the words stand in marks
    "<who1>LEE</who1>: “<q1>We will not wait.</q1>”\n<who2>ROE</who2>: “<q2>Who will?</q2>”\n"
    "<who3>LEE</who3>: “<q3>Nobody.</q3>”",
    "<who1>ЛІ</who1>: <q1>Ми не чекаємо.</q1>\n<who2>РО</who2>: <q2>А хто?</q2>\n"
    "<who3>ЛІ</who3>: <q3>Ніхто.</q3>",
]

NO_TRANSCRIPTS = [
    "Note: the ferry is late.",
    "Update: It rained.\nNote: It snowed.\nUpdate: It froze.",
    "The ferry: a history\nIt rained.",
    "LEE: We will not wait.\nIt rained.",
    "At 10:30 it rained.\nAt 11:30 it snowed.\nAt 10:30 it froze.",
    "Three things matter: rain, snow and ice.",
]

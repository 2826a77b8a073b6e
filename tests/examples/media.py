"""Quotes and how their words reached the reporter. All written for the purpose."""

from __future__ import annotations

MEDIA = [
    ("spoken", "“We won,” Ms Lee told reporters."),
    ("spoken", "“We won,” Ms Lee said in an interview."),
    ("spoken", "In her speech Ms Lee said: “We won.”"),
    ("spoken", "“We won!” she shouted."),
    ("spoken", "Ms Lee told the Norstad Post the bridge would reopen in May."),
    ("post", "“We won,” Ms Lee tweeted."),
    ("post", "“We won,” Ms Lee wrote on Twitter."),
    ("post", "“We won,” Ms Lee posted on Facebook."),
    ("post", "In a tweet Ms Lee said: “We won.”"),
    ("post", "Ms Lee wrote on Telegram that the bridge would reopen in May."),
    ("document", "“We won,” Ms Lee said in a statement."),
    ("document", "“We won,” Ms Lee wrote."),
    ("document", "The letter said: “We won.”"),
    ("document", "“We won,” Ms Lee wrote in an op-ed."),
    ("document", "Ms Lee said in a letter that the bridge would reopen in May."),
    ("unknown", "“We won,” said Ms Lee."),
    ("unknown", "Ms Lee said the bridge would reopen in May."),
    # another sentence names another way
    ("unknown", "The letter came on Monday. “We won,” said Ms Lee. She tweeted it."),
]

KNOWN_FAILURES = {
    ("unknown", "“We won,” said Ms Lee of the bridge that Malcolm X opened."):
        "any X is taken for the network",
}  # fmt: skip

"""A name in, the script it is written in out."""

from __future__ import annotations

import unicodedata

_SCRIPTS = {"CYRILLIC": "Cyrl", "GREEK": "Grek", "GEORGIAN": "Geor", "ARMENIAN": "Armn"}


def script_of(name: str) -> str:
    """Return the ISO 15924 code of the script that a name's first letter is of."""
    letter = next((character for character in name if character.isalpha()), "A")
    return _SCRIPTS.get(unicodedata.name(letter, "LATIN").partition(" ")[0], "Latn")

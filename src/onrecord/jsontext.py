"""JSON that others wrote → values that any file or database can hold."""

from __future__ import annotations

import json
import re
from typing import Any

# an escape that may be half of a surrogate pair: JSON may hold one alone, UTF-8 can't
_HALF = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(data: str | bytes, *, strict: bool = True) -> Any:
    """Return what JSON says, ? in the place of half a surrogate pair; raises ValueError.

    With `strict` false strings may have raw line breaks in them. Lists nested too deeply are an
    error as any other.
    """
    try:
        value = json.loads(data, strict=strict)
        # in an encoding of two or four bytes, NUL stands between the letters
        text = data if isinstance(data, str) else data.decode("latin-1").replace("\0", "")
        if _HALF.search(text):
            return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return value

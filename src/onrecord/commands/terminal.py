"""Where listings are printed."""

from __future__ import annotations

import io
import sys

from rich.console import Console


def terminal() -> Console:
    """Return the console; a letter that its encoding lacks is printed as ? there."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    return Console(highlight=False)

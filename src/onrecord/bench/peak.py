"""Reads the text on stdin as `onrecord extract --plain` does and prints the process's peak memory.

A process of its own, since memory once taken is seldom given back.
"""

from __future__ import annotations

import re
import resource
import sys
from pathlib import Path

from onrecord.bench.speed import read_all


def peak() -> float:
    """Return the most memory this process has had, in megabytes."""
    status = Path("/proc/self/status")
    # getrusage also counts the parent's memory from before the program was started
    found = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
    if found:
        return int(found[1]) / 1000
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    read_all([sys.stdin.buffer.read().decode()])
    print(peak())

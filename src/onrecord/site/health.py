"""Whether a site on this machine answers from its database: `python -m onrecord.site.health 8001`.

For the health checks of containers and services; exit code 0 says that it does.
"""

from __future__ import annotations

import sys
from typing import Any

import httpx

SECONDS = 4.0  # a query may take one; less than what the container's check allows


def read_version(port: int) -> str:
    """Return the version of the dataset that is served; raises httpx.HTTPError or ValueError."""
    answer = httpx.get(
        f"http://127.0.0.1:{port}/onrecord/build_info.json?_shape=object", timeout=SECONDS
    )
    rows: dict[str, dict[str, Any]] = answer.raise_for_status().json()
    if "version" not in rows:
        raise ValueError("build_info has no version")
    return str(rows["version"]["value"])


if __name__ == "__main__":
    try:
        print(read_version(int(sys.argv[1])))
    except (httpx.HTTPError, ValueError, IndexError) as problem:
        sys.exit(f"health: {type(problem).__name__}: {problem}")

"""The log's entry of a release."""

from __future__ import annotations

import pytest

from onrecord.releases.changelog import with_release

OLD = "## 2026.1.0, 2026-01-02\n\n### Code\n\n- Old.\n\n### Data\n\n- Older.\n"
NEW = "## 2026.2.0, 2026-02-03\n\n### Code\n\n"
LOGS = [
    # nothing was written
    ("", f"# Changes\n\n{NEW}- Nothing changed.\n\n### Data\n\n- Moved.\n"),
    (
        f"# Changes\n\nTwo kinds.\n\n{OLD}",
        f"# Changes\n\nTwo kinds.\n\n{NEW}- Nothing changed.\n\n### Data\n\n- Moved.\n\n{OLD}",
    ),
    # an entry was begun
    (
        f"# Changes\n\n## 2026.1.1, not yet released\n\n### Code\n\n- Faster.\n\n{OLD}",
        f"# Changes\n\n{NEW}- Faster.\n\n### Data\n\n- Moved.\n\n{OLD}",
    ),
    (
        f"# Changes\n\n## Not yet released\n\n### Data\n\n- A quote.\n\n{OLD}",
        "# Changes\n\n## 2026.2.0, 2026-02-03\n\n### Data\n\n- A quote.\n- Moved.\n\n"
        f"### Code\n\n- Nothing changed.\n\n{OLD}",
    ),
    (
        "# Changes\n\n## Not yet released\n\n### Code\n\n- Faster.\n\n### Data\n\n- A quote.\n",
        f"# Changes\n\n{NEW}- Faster.\n\n### Data\n\n- A quote.\n- Moved.\n",
    ),
]


@pytest.mark.parametrize(("log", "expected"), LOGS)
def test_the_entry_is_closed(log: str, expected: str) -> None:
    assert with_release(log, "2026.2.0", "2026-02-03", ["Moved."]) == expected

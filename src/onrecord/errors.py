"""The one family of exceptions that are ours: each can be shown to a user as it stands."""

from __future__ import annotations

from collections.abc import Sequence


class OnRecordError(Exception):
    """Something the user can understand and act on; `problems` are whole sentences, worst first."""

    def __init__(self, problems: str | Sequence[str]) -> None:
        self.problems = (problems,) if isinstance(problems, str) else tuple(problems)
        super().__init__("\n".join(self.problems))


class BuildError(OnRecordError):
    """The dataset would be wrong, so it was not written; the one that stood still stands."""

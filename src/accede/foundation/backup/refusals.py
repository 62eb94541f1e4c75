"""Why a back-up is not made, not taken, or not restored."""

from collections.abc import Iterable

from accede.foundation.readiness import NotReady


class BackupRefused(NotReady):
    """A back-up cannot be made, checked or restored; `problems` says why, all of it, and what to do."""

    def __init__(self, problems: str | Iterable[str]) -> None:
        self.problems = (problems,) if isinstance(problems, str) else tuple(problems)
        super().__init__("\n".join(self.problems))

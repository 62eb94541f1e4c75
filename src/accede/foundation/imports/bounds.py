"""How much of a file is looked at: far more than a ministry's list holds, far less than would keep others waiting.

Each bound is told with the refusal, so that whoever brings a real file knows what to do: split it, or save it as CSV.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from accede.foundation.imports.problems import FileRefused, Problem

MOST_HEADINGS = 200
LONGEST_HEADING = 200
#: What one line of a CSV file may hold, in characters. A cell of a spreadsheet holds 32,767 at most.
LONGEST_LINE = 500_000
#: Problems that are told by row; of a file with more, only these, and none of it is taken.
MOST_PROBLEMS = 20_000
#: Different texts of one file for which the nearest names are sought; the others are told without.
MOST_SUGGESTED = 500
#: Cells of a workbook: reading them takes a second for a hundred thousand.
MOST_CELLS = 300_000

Found = TypeVar("Found")


@dataclass(slots=True)
class Suggesting:
    """Seeks the nearest names for the first texts of a file that nobody knows; not for thousands of them."""

    left: int = field(default_factory=lambda: MOST_SUGGESTED)

    def of(self, find: Callable[[], Sequence[Found]]) -> Sequence[Found]:
        """Return what `find` finds, nothing once there have been too many."""
        if self.left <= 0:
            return ()
        self.left -= 1
        return find()


def too_many_problems(first: Sequence[Problem]) -> FileRefused:
    """Return the refusal of a file in which nearly everything is wrong, with the first of its problems."""
    told = sorted(first[:MOST_PROBLEMS], key=lambda one: (one.row or 0, one.column))
    return FileRefused([Problem("file.too_many_problems", params={"most": str(MOST_PROBLEMS)}), *told])

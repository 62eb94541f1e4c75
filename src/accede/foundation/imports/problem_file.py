"""The problems of a file, as a file."""

import csv
from typing import Protocol

from accede.foundation.imports.problems import Words, explain
from accede.foundation.imports.results import Outcome


class Writable(Protocol):
    """What text can be written to."""

    def write(self, text: str, /) -> object:
        """Take a piece of text."""


def write_problems(outcome: Outcome, stream: Writable, words: Words) -> None:
    """Write a row for each problem: row, column, code and sentence."""
    writer = csv.writer(stream)
    writer.writerow(["row", "column", "code", "problem"])
    for problem in outcome.problems:
        # What is quoted from the file may look like a formula, but the sentence around it never does.
        writer.writerow([problem.row or "", problem.column.lstrip("=+-@"), problem.code, explain(problem, words)])

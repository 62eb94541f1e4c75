"""What an import would do, or did."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from accede.foundation.imports.problems import Problem


@dataclass(frozen=True, slots=True)
class Sample:
    """A row as the preview shows it: its number in the file, its cells, and the cells that it would replace."""

    row: int
    cells: Mapping[str, str]
    before: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts of what the rows of a file are, the first problems, and samples.

    Attributes:
        rows: rows of the file, headings not counted.
        new, changed, known, refused: how many rows bring something new, say something else than before, say what is
            there already, and cannot be taken. Their sum is `rows` unless the file as a whole was refused.
        problems: the first ones by row; `problem_count` says how many there are, `by_code` of which kinds.
        remarks: what may be right and deserves a look; remarks keep no row out.
        told: what else the file means, as sentences about the whole of it.
        applied: whether anything was written into the record; `edition`: the edition that it made.
        proposed: the number under which the file waits for a second person; then nothing of it is in the record.
    """

    file_digest: str
    rows: int = 0
    new: int = 0
    changed: int = 0
    known: int = 0
    refused: int = 0
    problems: tuple[Problem, ...] = ()
    problem_count: int = 0
    by_code: Mapping[str, int] = field(default_factory=dict)
    samples: Mapping[str, tuple[Sample, ...]] = field(default_factory=dict)
    remarks: tuple[Problem, ...] = ()
    told: tuple[Problem, ...] = ()
    applied: bool = False
    edition: int | None = None
    proposed: int | None = None

    @property
    def is_clean(self) -> bool:
        """Whether nothing is wrong."""
        return self.problem_count == 0


@dataclass(frozen=True, slots=True)
class Wrote:
    """What was written: an edition of the record, or a proposal that waits for a second person."""

    edition: int | None = None
    proposed: int | None = None


def refused_whole(digest: str, problems: Sequence[Problem]) -> Outcome:
    """Return the outcome of a file that cannot be taken at all."""
    return Outcome(
        digest,
        problems=tuple(problems),
        problem_count=len(problems),
        # A plain table: what becomes a document may hold no other kind.
        by_code=dict(Counter(problem.code for problem in problems)),
    )

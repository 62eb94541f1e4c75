"""Evidence of duties: the modules that own records count each kind; a kind that nobody counts yet says so.

Evidence is asked for by duty, day and reader. A counter counts what the reader may see and nothing else: it says less
than there is, never that there is more.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from accede.foundation.access import Actor
from accede.modules.mandates.fields.codes import EVIDENCE, in_words
from accede.modules.mandates.queries.duties import DutyLine


@dataclass(frozen=True, slots=True)
class Asked:
    """What evidence is asked for: of which duty, from a day (None: from the first) to a day, both included, by whom."""

    duty: DutyLine
    since: date | None
    until: date
    reader: Actor


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many records of a kind there are, the newest of them, and where to see them (a URL name with parameters).

    `keeps_day`: that page can be asked for a day.
    """

    count: int
    newest_on: date | None
    url_name: str
    parameters: tuple[tuple[str, str], ...] = ()
    keeps_day: bool = True


Counting = Callable[[Asked], Evidence | None]
"""Counts the records of one kind, as far as the reader may see them; None for a reader who may see none of the kind."""

_counting: dict[str, Counting] = {}


def install_evidence(counting: Mapping[str, Counting]) -> None:
    """Say how each kind of record is counted; called once, by the site, when the product starts.

    Raises:
        ValueError: something is no kind of evidence.
    """
    if strange := counting.keys() - EVIDENCE.keys():
        raise ValueError(f"{', '.join(sorted(strange))}: no kind of evidence")
    _counting.clear()
    _counting.update(counting)


@dataclass(frozen=True, slots=True)
class Found:
    """Evidence of one kind for a duty; `evidence` is None where nothing of this kind is recorded for the reader."""

    code: str
    words: str
    evidence: Evidence | None

    @property
    def is_silent(self) -> bool:
        """Whether the kind is recorded and nothing of it is there."""
        return self.evidence is not None and self.evidence.count == 0


def evidence_of(duty: DutyLine, *, since: date | None, until: date, reader: Actor) -> tuple[Found, ...]:
    """Return what the records that the reader may see show of a duty, kind by kind."""
    asked = Asked(duty, since, until, reader)
    return tuple(Found(code, in_words(EVIDENCE, code), _counted(code, asked)) for code in duty.evidence)


def _counted(code: str, asked: Asked) -> Evidence | None:
    counting = _counting.get(code)
    return counting(asked) if counting is not None else None

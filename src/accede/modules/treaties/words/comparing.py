"""States side by side under every instrument, on one day or on two with the difference."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accede.modules.treaties.queries.register import Register
from accede.modules.treaties.words.standings import StandingLine, standing_line

MOST_STATES = 12


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """One State under one instrument; `second` is the standing on the second day, where one is asked for."""

    first: StandingLine
    second: StandingLine | None

    @property
    def differs(self) -> bool:
        """Whether the standing, or the day since which it holds, is another on the second day."""
        second = self.second
        return second is not None and (self.first.standing, self.first.since) != (second.standing, second.since)


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One instrument with a cell for each State."""

    instrument: str
    title: str
    cells: tuple[ComparedCell, ...]

    @property
    def differs(self) -> bool:
        """Whether any State stands otherwise on the second day."""
        return any(cell.differs for cell in self.cells)


def compared(
    register: Register, states: Sequence[str], *, on: date, second_day: date | None, language: str
) -> tuple[ComparedRow, ...]:
    """Return a row for each instrument, in order of adoption."""
    return tuple(
        ComparedRow(
            instrument=key,
            title=facts.title(language).short,
            cells=tuple(
                ComparedCell(
                    first=standing_line(register, key, code, on=on, language=language),
                    second=standing_line(register, key, code, on=second_day, language=language) if second_day else None,
                )
                for code in states
            ),
        )
        for key, facts in register.instruments.items()
    )

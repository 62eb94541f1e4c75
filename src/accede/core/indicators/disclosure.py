"""What everybody may be told of records that not everybody may see (docs/domain/rules.md, "Figures for everybody").

1. A number of records is told rounded to five, and below five as "fewer than five": nought is not told apart from four.
2. It is told of the whole programme and of calendar years that are over, never by State, region, kind or day: windows
   that are moved by a day, or totals less their parts, would show a single record. Of several years the told numbers of
   the years are added, so that subtracting one from the other gives what was told anyway; States, which would be
   counted once a year, are told of single years only.
3. An amount is told in whole thousands, where in each year at least three gave it and the others than the two largest
   gave a tenth of what the largest gave or more (p-per-cent rule): else the second could reckon what the first gave.
4. What a State has not agreed to share (needs, findings, consents) is told in no number.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum

from accede.core.indicators.definitions import Counting, Span
from accede.core.indicators.figures import Figure, Record, value_of

STEP = 5
THOUSAND = Decimal(1000)
FEWEST_GIVERS = 3
OTHERS_SHARE = Decimal("0.1")
_NOUGHT = Decimal(0)


class Told(StrEnum):
    """How a value is told."""

    EXACT = "exact"
    ROUNDED = "rounded"
    FEW = "few"
    """Fewer than five a year."""
    WITHHELD = "withheld"
    """Not to everybody: too few gave it, or it was asked of less than whole years or the whole programme."""


@dataclass(frozen=True, slots=True)
class Disclosed:
    """A value as it is told; None where no number is."""

    how: Told
    value: Decimal | None = None


WITHHELD = Disclosed(Told.WITHHELD)


def exact(figure: Figure) -> Disclosed:
    """Return the value as whoever sees the records is told it."""
    return Disclosed(Told.EXACT, figure.value)


def disclosed(figure: Figure, *, today: date) -> Disclosed:
    """Return the value as everybody is told it."""
    if figure.definition.span is not Span.PERIOD or figure.parameters.keys() - {"from", "until"}:
        return WITHHELD
    years = _whole_years(figure, today)
    if not years or (figure.definition.counting is Counting.DISTINCT and len(years) > 1):
        return WITHHELD
    by_year: dict[int, list[Record]] = {year: [] for year in years}
    for one in figure.records:
        if one.on is None or one.on.year not in by_year:
            return WITHHELD
        by_year[one.on.year].append(one)
    if figure.definition.counting is Counting.SUM:
        return _together([_amount(records) for records in by_year.values()])
    return _together([_number(value_of(figure.definition.counting, records)) for records in by_year.values()])


def _whole_years(figure: Figure, today: date) -> range:
    """Return the calendar years of a period, all of them over; none where it is something else (rule 2)."""
    first, last = (date.fromisoformat(figure.parameters[name]) for name in ("from", "until"))
    is_whole = (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31) and last < today
    return range(first.year, last.year + 1) if is_whole else range(0)


def _number(count: Decimal) -> Disclosed:
    """Return a number of records as everybody is told it (rule 1)."""
    if count < STEP:
        return Disclosed(Told.FEW)
    return Disclosed(Told.ROUNDED, Decimal((int(count) + STEP // 2) // STEP * STEP))


def _amount(records: Iterable[Record]) -> Disclosed:
    """Return an amount of one year as everybody is told it (rule 3)."""
    given: dict[str, Decimal] = defaultdict(Decimal)
    for one in records:
        given[one.giver] += one.amount
    amounts = sorted(given.values(), reverse=True)
    if len(amounts) < FEWEST_GIVERS or amounts[-1] < 0:
        return WITHHELD
    if sum(amounts[2:], _NOUGHT) < OTHERS_SHARE * amounts[0]:
        return WITHHELD
    total = sum(amounts, _NOUGHT)
    return Disclosed(Told.ROUNDED, (total / THOUSAND).quantize(Decimal(1), ROUND_HALF_EVEN) * THOUSAND)


def _together(years: Sequence[Disclosed]) -> Disclosed:
    """Return what is told of several years: nothing that what is told of each does not say (rule 2)."""
    if any(one.how is Told.WITHHELD for one in years):
        return WITHHELD
    if all(one.how is Told.FEW for one in years):
        return Disclosed(Told.FEW)
    return Disclosed(Told.ROUNDED, sum((one.value for one in years if one.value is not None), _NOUGHT))

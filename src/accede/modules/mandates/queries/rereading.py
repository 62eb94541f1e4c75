"""A stored document read again, for what needs the whole reading: faults and comparisons."""

from functools import lru_cache

from accede.core.mandates.comparing import Comparison, compare
from accede.core.mandates.lint import Fault, lint
from accede.core.mandates.reading import Reading as ReadReading
from accede.core.mandates.reading import read
from accede.modules.mandates.models import Reading
from accede.modules.mandates.queries.calendar import calendar


@lru_cache(maxsize=64)
def read_again(reading_id: int) -> ReadReading:
    """Return the reading of a stored document; the lines of a row never change, so it can be kept."""
    row = Reading.objects.select_related("mandate").only("lines", "mandate__symbol").get(pk=reading_id)
    return read(row.lines, calendar=calendar(), hint=row.mandate.symbol)


def faults_of(reading_id: int) -> tuple[Fault, ...]:
    """Return the faults of a stored reading."""
    return lint(read_again(reading_id))


def comparison_of(earlier_id: int, later_id: int) -> Comparison:
    """Return two stored readings compared."""
    return compare(read_again(earlier_id), read_again(later_id))

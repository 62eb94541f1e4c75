"""A stored document read again, for what needs the whole reading: faults and comparisons."""

from functools import lru_cache

from accede.core.mandates.comparing import Comparison, compare
from accede.core.mandates.lint import Fault, lint
from accede.core.mandates.reading import Reading as ReadReading
from accede.core.mandates.reading import read
from accede.modules.mandates.models import Reading
from accede.modules.mandates.queries.calendar import calendar


def read_again(reading_id: int) -> ReadReading:
    """Return the reading of a stored document."""
    symbol, digest = Reading.objects.values_list("mandate__symbol", "digest").get(pk=reading_id)
    return _read_document(reading_id, symbol, digest)


@lru_cache(maxsize=64)
def _read_document(reading_id: int, symbol: str, digest: str) -> ReadReading:
    """Read it, and keep that for the document: a database that was restored may give its number to another one."""
    del digest  # it only tells documents apart
    return read(Reading.objects.values_list("lines", flat=True).get(pk=reading_id), calendar=calendar(), hint=symbol)


def faults_of(reading_id: int) -> tuple[Fault, ...]:
    """Return the faults of a stored reading."""
    return lint(read_again(reading_id))


def comparison_of(earlier_id: int, later_id: int) -> Comparison:
    """Return two stored readings compared."""
    return compare(read_again(earlier_id), read_again(later_id))

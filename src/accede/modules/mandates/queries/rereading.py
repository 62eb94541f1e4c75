"""A stored document read again, for what needs the whole reading: faults and comparisons, after its corrections."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from accede.core.mandates.comparing import Comparison, compare
from accede.core.mandates.corrected import Held, corrected
from accede.core.mandates.cutting.structure import Kind
from accede.core.mandates.duties import Duty, Section, duties_of
from accede.core.mandates.lint import Fault, lint
from accede.core.mandates.reading import Reading as ReadReading
from accede.core.mandates.reading import read
from accede.modules.mandates.models import Reading
from accede.modules.mandates.queries.calendar import calendar
from accede.modules.mandates.queries.corrections import codes_of, corrections_of
from accede.modules.mandates.queries.duties import DutyLine, duties_of_reading
from accede.modules.mandates.queries.mandates import ParagraphLine, paragraphs_of


@dataclass(frozen=True, slots=True)
class Standing:
    """A stored document as it stands after corrections: its text as read, and the duties under it."""

    reading: ReadReading
    duties: tuple[Duty, ...]


def read_again(reading_id: int) -> ReadReading:
    """Return the reading of a stored document, as it was read."""
    symbol, digest = Reading.objects.values_list("mandate__symbol", "digest").get(pk=reading_id)
    return _read_document(reading_id, symbol, digest)


@lru_cache(maxsize=64)
def _read_document(reading_id: int, symbol: str, digest: str) -> ReadReading:
    """Read it, and keep that for the document: a database that was restored may give its number to another one."""
    del digest  # it only tells documents apart
    lines, adopted_on = Reading.objects.values_list("lines", "given_adopted_on").get(pk=reading_id)
    return read(lines, calendar=calendar(), hint=symbol, symbol=symbol, adopted_on=adopted_on)


def standing_of(reading_id: int) -> Standing:
    """Return a stored document with the corrections that hold."""
    reading = read_again(reading_id)
    if not corrections_of([reading_id]):
        return Standing(reading, duties_of(reading))
    held = {one.place: _held(one) for one in paragraphs_of(reading_id) if one.corrected}
    reading = corrected(reading, held)
    lines = {one.key: one for one in duties_of_reading(reading_id)}
    duties = tuple(_as_it_stands(one, lines) for one in duties_of(reading))
    return Standing(reading, duties)


def faults_of(reading_id: int) -> tuple[Fault, ...]:
    """Return the faults of a stored reading, after its corrections."""
    standing = standing_of(reading_id)
    return lint(standing.reading, standing.duties)


def comparison_of(earlier_id: int, later_id: int) -> Comparison:
    """Return two stored readings compared, after their corrections."""
    earlier, later = standing_of(earlier_id), standing_of(later_id)
    return compare(earlier.reading, later.reading, duties=(earlier.duties, later.duties))


def _held(line: ParagraphLine) -> Held:
    is_dated_anew = any(one.field.startswith("due_") for one in line.corrected)
    return Held(Kind(line.kind), line.number, line.level, codes_of(line.data), line.when if is_dated_anew else None)


def _as_it_stands(duty: Duty, lines: Mapping[str, DutyLine]) -> Duty:
    line = lines.get(duty.key)
    if line is None or not (line.corrected or line.followed):
        return duty
    return replace(duty, owed_by=line.owed_by, gates=line.gates, evidence=line.evidence, section=Section(line.section))

"""Faults of a resolution as it stands: dates that cannot be, duties nobody owes, conditions nothing can show met.

A fault is told of the text or of its reading, with its place; it is for a person to say which of the two is wrong.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from accede.core.mandates.clauses.deadline import Deadline
from accede.core.mandates.clauses.paragraphs import Paragraph
from accede.core.mandates.cutting.structure import Kind, Part
from accede.core.mandates.duties import GATE_EVIDENCE, Duty, duties_of
from accede.core.mandates.reading import Reading
from accede.core.mandates.words.wordlists import word_list


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: its code, the paragraph and line where it stands, and the facts that its sentence needs."""

    code: str
    paragraph: str
    line: int
    facts: tuple[tuple[str, str], ...] = ()


def lint(reading: Reading, duties: Sequence[Duty] | None = None) -> tuple[Fault, ...]:
    """Return the faults of a reading in the order of its lines; `duties`: those that hold; None: as read."""
    found = [*_of_reading(reading), *_of_duties(duties_of(reading) if duties is None else duties)]
    for paragraph in reading.paragraphs:
        if paragraph.block.part is Part.RESOLUTION:
            found += _of_deadlines(paragraph, reading)
            found += _of_citations(paragraph, reading.adopted_on)
    return tuple(sorted(dict.fromkeys(found), key=lambda fault: fault.line))


def _of_reading(reading: Reading) -> Iterator[Fault]:
    kept = ("number_out_of_order", "organ_unknown", "adoption_date_unknown", "no_resolution")
    for remark in reading.remarks:
        if remark.code in kept:
            yield Fault(remark.code, "", remark.line, remark.facts)
    seen: dict[tuple[str, str], int] = {}
    for paragraph in reading.paragraphs:
        block = paragraph.block
        if block.part is Part.RESOLUTION and block.level == 1 and block.number and not block.is_quoted:
            counted = (block.division, block.number)
            if counted in seen:
                yield Fault("number_twice", paragraph.path, block.first_line, (("first", str(seen[counted])),))
            seen[counted] = block.first_line


def _of_deadlines(paragraph: Paragraph, reading: Reading) -> Iterator[Fault]:
    if paragraph.block.kind is not Kind.OPERATIVE:
        return
    for one in paragraph.deadlines:
        code = _fault_of(one, reading)
        if code:
            yield Fault(code, paragraph.path, paragraph.block.first_line, (("words", one.text), *_day(one)))


def _fault_of(deadline: Deadline, reading: Reading) -> str:
    by_reason = {"session_not_in_calendar": "session_unknown", "period_runs_backwards": "period_backwards"}
    if deadline.reason:
        return by_reason.get(deadline.reason, deadline.reason if deadline.reason == "no_such_day" else "")
    adopted_on = reading.adopted_on
    if adopted_on is None or deadline.due_until is None or deadline.kind == "period":
        return ""
    if deadline.due_until < adopted_on:
        return "due_before_adoption"
    is_own = deadline.session is not None and deadline.session.body == reading.adopting_organ == "GA"
    started = deadline.due_from is not None and deadline.due_from <= adopted_on
    # A report for the session that has just adopted the text is nearly always a slip for the next one.
    if is_own and started and "agenda" not in deadline.text and reading.framing is None:
        return "due_in_session_of_adoption"
    return ""


def _day(deadline: Deadline) -> tuple[tuple[str, str], ...]:
    return (("day", deadline.due_until.isoformat()),) if deadline.due_until is not None else ()


def _of_duties(duties: Iterable[Duty]) -> Iterator[Fault]:
    for duty in duties:
        if not duty.owed_by:
            yield Fault("duty_without_actor", duty.paragraph, duty.line, (("duty", duty.key),))
        if not duty.evidence:
            yield Fault("duty_without_evidence", duty.paragraph, duty.line, (("duty", duty.key),))
        for gate in duty.gates:
            if gate not in GATE_EVIDENCE:
                yield Fault(
                    "condition_without_evidence", duty.paragraph, duty.line, (("duty", duty.key), ("condition", gate))
                )


def _of_citations(paragraph: Paragraph, adopted_on: date | None) -> Iterator[Fault]:
    if adopted_on is None:
        return
    for citation in paragraph.citations:
        dated = _day_written(citation.dated)
        if dated is not None and dated > adopted_on:
            facts = (("document", citation.text), ("day", dated.isoformat()))
            yield Fault("cites_later_document", paragraph.path, paragraph.block.first_line, facts)


_MONTHS = word_list("January February March April May June July August September October November December")


def _day_written(text: str) -> date | None:
    """Return the day of "12 July 2004"; None where it is none."""
    match = re.fullmatch(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})", text)
    if match is None or match[2] not in _MONTHS:
        return None
    try:
        return date(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]))
    except ValueError:
        return None

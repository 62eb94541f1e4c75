"""A reading as it stands after an officer's corrections of its paragraphs; what was not corrected stays as read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from accede.core.mandates.amending import When
from accede.core.mandates.clauses.conditions import CATEGORIES, Condition
from accede.core.mandates.clauses.deadline import Deadline, decisive
from accede.core.mandates.clauses.paragraphs import Paragraph
from accede.core.mandates.cutting.structure import Kind
from accede.core.mandates.reading import Reading


@dataclass(frozen=True, slots=True)
class Held:
    """What holds of a paragraph, read or corrected; `when` is None where its time was not corrected."""

    kind: Kind
    number: str
    level: int | None
    conditions: Sequence[str]
    when: When | None


def corrected(reading: Reading, held: Mapping[int, Held]) -> Reading:
    """Return the reading with the paragraphs at the places of `held` as they hold.

    A paragraph keeps the path under which it was read: corrections, duties and addresses name it so. A remark that the
    numbers are out of order goes where that number was corrected.
    """
    if not held:
        return reading
    renumbered = {
        one.block.first_line
        for one in reading.paragraphs
        if one.place in held and held[one.place].number != one.block.number
    }
    return replace(
        reading,
        paragraphs=tuple(_paragraph(one, held[one.place]) if one.place in held else one for one in reading.paragraphs),
        remarks=tuple(
            one for one in reading.remarks if one.code != "number_out_of_order" or one.line not in renumbered
        ),
    )


def _paragraph(paragraph: Paragraph, held: Held) -> Paragraph:
    is_operative = held.kind is Kind.OPERATIVE
    level = (held.level or 1) if is_operative else None
    return replace(
        paragraph,
        block=replace(paragraph.block, kind=held.kind, number=held.number, level=level),
        acts=paragraph.acts if is_operative else (),
        conditions=_conditions(paragraph.conditions, held.conditions),
        deadlines=_deadlines(paragraph.deadlines, held.when) if is_operative else (),
    )


def _conditions(read: Sequence[Condition], codes: Sequence[str]) -> tuple[Condition, ...]:
    """Return the conditions that hold; one that an officer added stands at no words of the text."""
    kept = tuple(one for one in read if one.code in codes)
    found = {one.code for one in read}
    return (*kept, *(Condition(code, CATEGORIES[code], "", 0, 0) for code in codes if code not in found))


def _deadlines(read: tuple[Deadline, ...], when: When | None) -> tuple[Deadline, ...]:
    """Return the deadlines, the one that decides as corrected; it rests on the officer's word, not on the calendar."""
    if when is None:
        return read
    others = tuple(one for one in read if one is not decisive(read))
    if when == When("", None, None):
        return others
    return (*others, Deadline(when.words, "date", 0, 0, _day(when.due_from), _day(when.due_until)))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

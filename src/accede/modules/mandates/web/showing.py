"""Duties as pages and files show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accede.core.mandates.structure import Part
from accede.foundation.exports import Cell, Column, Kind
from accede.foundation.texts import listed
from accede.modules.mandates.queries.duties import DutyLine
from accede.modules.mandates.queries.words import (
    CERTAINTIES,
    EVIDENCE,
    FIELDS,
    GATES,
    REASONS,
    SECTIONS,
    STRENGTHS,
    in_words,
)
from accede.modules.mandates.web.asking import Question

SOURCE_PAGE = "treaties:source-detail"
"""The page of a source, by its key; the list of sources is shown with the register."""


@dataclass(frozen=True, slots=True)
class ShownDuty:
    """A duty in words, with the address of its mandate.

    `corrections` and `follows` are pairs of the value's name and the reason of the correction: of the duty itself, and
    of its paragraph where the duty follows it.
    """

    line: DutyLine
    address: str
    strength: str
    owed_by: str
    gates: tuple[str, ...]
    evidence: tuple[str, ...]
    section: str
    certainty: str
    reason: str
    source_address: str
    anchor: str
    corrections: tuple[tuple[str, str], ...]
    follows: tuple[tuple[str, str], ...]


def shown_duty(line: DutyLine, question: Question) -> ShownDuty:
    """Return a duty in words."""
    return ShownDuty(
        line=line,
        address=question.here("mandates:mandate-detail", line.reference),
        strength=in_words(STRENGTHS, line.strength),
        owed_by=listed(line.owed_by, question.language),
        gates=tuple(in_words(GATES, code) for code in line.gates),
        evidence=tuple(in_words(EVIDENCE, code) for code in line.evidence),
        section=in_words(SECTIONS, line.section),
        certainty=in_words(CERTAINTIES, line.due_certainty) if line.due_certainty else "",
        reason=in_words(REASONS, line.due_reason) if line.due_reason else "",
        # Rules of procedure are named in words; what stands in the list of sources is named by its key.
        source_address=question.here(SOURCE_PAGE, line.due_source)
        if line.due_source and " " not in line.due_source
        else "",
        anchor=f"duty-{line.key}",
        corrections=tuple((in_words(FIELDS, one.field), one.why) for one in line.corrected),
        follows=tuple((in_words(FIELDS, one.field), one.why) for one in line.followed),
    )


def part_words(part: str, division: str, title: str) -> str:
    """Return the heading of a part of the text; "" for the resolution itself where it has no parts."""
    if part == Part.FRAME:
        return _("What the recommending organ says itself")
    if part == Part.ANNEX:
        return _("Annex to part %(mark)s") % {"mark": division} if division else _("Annex")
    words = _("Part %(mark)s") % {"mark": division} if division else ""
    return f"{words}: {title}" if words and title else words


def duty_columns() -> list[Column]:
    """Return the columns of duties in a file."""
    return [
        Column("mandate", _("Mandate")),
        Column("duty", _("Duty")),
        Column("paragraph", _("Paragraph")),
        Column("strength", _("How firmly")),
        Column("owed_by", _("Owed by")),
        Column("owed_to", _("Owed to")),
        Column("what", _("What is owed")),
        Column("conditions", _("Conditions")),
        Column("evidence", _("Evidence")),
        Column("section", _("Part of the report")),
        Column("due_words", _("When, in the text")),
        Column("due_from", _("Due from"), Kind.DAY),
        Column("due_until", _("Due until"), Kind.DAY),
        Column("certainty", _("How sure")),
        Column("source", _("Source of the day")),
        Column("reason", _("Why no day")),
    ]


def duty_row(line: DutyLine, language: str) -> Sequence[Cell]:
    """Return a duty as a row of a file in a language."""
    return (
        line.symbol,
        line.key,
        line.paragraph,
        in_words(STRENGTHS, line.strength),
        listed(line.owed_by, language),
        line.owed_to,
        line.what,
        listed((in_words(GATES, code) for code in line.gates), language, apart=True),
        listed((in_words(EVIDENCE, code) for code in line.evidence), language, apart=True),
        in_words(SECTIONS, line.section),
        line.due_words,
        line.due_from,
        line.due_until,
        in_words(CERTAINTIES, line.due_certainty) if line.due_certainty else "",
        line.due_source,
        in_words(REASONS, line.due_reason) if line.due_reason else "",
    )

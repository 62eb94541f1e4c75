"""Duties as pages and files show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accede.foundation.exports import Cell, Column, Kind
from accede.modules.mandates.queries.mandates import DutyLine
from accede.modules.mandates.queries.words import (
    CERTAINTIES,
    EVIDENCE,
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
    """A duty in words, with the address of its mandate."""

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


def shown_duty(line: DutyLine, question: Question) -> ShownDuty:
    """Return a duty in words."""
    return ShownDuty(
        line=line,
        address=question.here("mandates:mandate-detail", line.reference),
        strength=in_words(STRENGTHS, line.strength),
        owed_by=", ".join(line.owed_by),
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
    )


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


def duty_row(line: DutyLine) -> Sequence[Cell]:
    """Return a duty as a row of a file."""
    return (
        line.symbol,
        line.key,
        line.paragraph,
        in_words(STRENGTHS, line.strength),
        ", ".join(line.owed_by),
        line.owed_to,
        line.what,
        "; ".join(in_words(GATES, code) for code in line.gates),
        "; ".join(in_words(EVIDENCE, code) for code in line.evidence),
        in_words(SECTIONS, line.section),
        line.due_words,
        line.due_from,
        line.due_until,
        in_words(CERTAINTIES, line.due_certainty) if line.due_certainty else "",
        line.due_source,
        in_words(REASONS, line.due_reason) if line.due_reason else "",
    )

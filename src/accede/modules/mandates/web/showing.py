"""Duties as pages and files show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accede.core.mandates.cutting.structure import Part
from accede.foundation.exports import Kind
from accede.foundation.fields import Field
from accede.foundation.listings import day_order
from accede.foundation.texts import listed
from accede.modules.mandates.fields.codes import (
    CERTAINTIES,
    EVIDENCE,
    FIELDS,
    GATES,
    REASONS,
    SECTIONS,
    STRENGTHS,
    Words,
    in_words,
)
from accede.modules.mandates.queries.duties import DutyLine, times_of
from accede.modules.mandates.web.question import MandatePageQuestion

SOURCE_PAGE = "treaties:source-detail"
"""The page of a source, by its key; the list of sources is shown with the register."""


@dataclass(frozen=True, slots=True)
class ShownDuty:
    """A duty in words, with the address of its mandate.

    `corrections` and `follows` are pairs of the value's name and the reason of the correction: of the duty itself, and
    of its paragraph where the duty follows it. `further` is the duty again with its times after the first.
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
    further: "tuple[ShownDuty, ...]"

    @property
    def returns(self) -> str:
        """How often it returns, in words; "" for once."""
        months = self.line.every_months
        return _("returns after (months): %(count)s") % {"count": months} if months else ""


def shown_duty(line: DutyLine, question: MandatePageQuestion) -> ShownDuty:
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
        further=tuple(shown_duty(one, question) for one in times_of(line)[1:]) if line.occasion == 1 else (),
    )


def part_words(part: str, division: str, title: str) -> str:
    """Return the heading of a part of the text; "" for the resolution itself where it has no parts."""
    if part == Part.FRAME:
        return _("What the recommending organ says itself")
    if part == Part.ANNEX:
        return _("Annex to part %(mark)s") % {"mark": division} if division else _("Annex")
    words = _("Part %(mark)s") % {"mark": division} if division else ""
    return f"{words}: {title}" if words and title else words


def duty_columns(language: str) -> list[Field[DutyLine]]:
    """Return the columns of duties in a file in a language; those that pages show are sorted by."""
    return [
        Field("mandate", _("Mandate"), lambda line: line.symbol),
        Field("duty", _("Duty"), lambda line: line.key, order=lambda line: (line.symbol, line.key)),
        Field("paragraph", _("Paragraph"), lambda line: line.paragraph),
        Field("strength", _("How firmly"), lambda line: in_words(STRENGTHS, line.strength)),
        Field(
            "owed_by",
            _("Owed by"),
            lambda line: listed(line.owed_by, language),
            order=lambda line: listed(line.owed_by, language),
        ),
        Field("owed_to", _("Owed to"), lambda line: line.owed_to),
        Field("what", _("What is owed"), lambda line: line.what, order=lambda line: line.what),
        Field("conditions", _("Conditions"), lambda line: _codes(GATES, line.gates, language)),
        Field("evidence", _("Evidence"), lambda line: _codes(EVIDENCE, line.evidence, language)),
        Field("section", _("Part of the report"), lambda line: in_words(SECTIONS, line.section)),
        Field("due_words", _("When, in the text"), lambda line: line.due_words),
        Field("due_from", _("Due from"), lambda line: line.due_from, Kind.DAY),
        Field(
            "due_until",
            _("Due until"),
            lambda line: line.due_until,
            Kind.DAY,
            lambda line: (*day_order(line.due_until), *day_order(line.due_from)),
        ),
        Field(
            "certainty",
            _("How sure"),
            lambda line: in_words(CERTAINTIES, line.due_certainty) if line.due_certainty else "",
        ),
        Field("every_months", _("Returns every (months)"), lambda line: line.every_months, Kind.NUMBER),
        Field("source", _("Source of the day"), lambda line: line.due_source),
        Field("reason", _("Why no day"), lambda line: in_words(REASONS, line.due_reason) if line.due_reason else ""),
    ]


def _codes(words: Words, codes: Iterable[str], language: str) -> str:
    return listed((in_words(words, code) for code in codes), language, apart=True)

"""Columns of the tables about sources."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.listings import day_order
from accede.foundation.texts import listed
from accede.modules.reference.queries import SourceFacts
from accede.modules.treaties.words.consistency import Check, Verdict
from accede.modules.treaties.words.page_question import RegisterPageQuestion
from accede.modules.treaties.words.provenance import CoverageLine, DisagreementLine, GapLine, SourceUse

VERDICT_WORDS = {
    Verdict.PASSED: lazy("Agrees"),
    Verdict.FAILED: lazy("Differs"),
    Verdict.OPEN: lazy("Cannot be decided"),
    Verdict.NOTE: lazy("To know"),
}
CHECK_WORDS = {
    "entry_into_force": lazy("Entry into force, computed and official"),
    "parties_stated": lazy("Number of parties that a source states"),
    "days_of_reports": lazy("Days of reports"),
    "disagreements": lazy("Disagreements"),
    "gaps": lazy("Gaps"),
}


def source_columns(question: RegisterPageQuestion, reports: Callable[[SourceFacts], int]) -> list[Field[SourceFacts]]:
    """Return the columns of the list of sources."""
    return [
        Field("title", _("Source"), lambda s: source_link(question, s), Kind.LINK, lambda s: s.title, may_break=True),
        Field("key", _("Key"), lambda s: s.key),
        Field("publisher", _("Publisher"), lambda s: s.publisher, order=lambda s: s.publisher, may_break=True),
        Field("authority", _("Class"), lambda s: s.authority_words, order=lambda s: s.rank),
        Field("as_of", _("Of"), lambda s: s.as_of_until, Kind.DAY, lambda s: day_order(s.as_of_until)),
        Field("checked_on", _("Read on"), lambda s: s.checked_on, Kind.DAY, lambda s: s.checked_on),
        Field("reports", _("Reports"), reports, Kind.NUMBER, reports),
    ]


def coverage_columns(question: RegisterPageQuestion) -> list[Field[CoverageLine]]:
    """Return the columns of how far each instrument's parties are known."""

    def instrument(line: CoverageLine) -> Link:
        return Link(line.title, question.here("treaties:instrument-detail", line.instrument))

    def listed_by(line: CoverageLine) -> Link | None:
        return source_link(question, line.complete_source)

    def full_until(line: CoverageLine) -> tuple[bool, date]:
        return day_order(line.complete_on)

    return [
        Field("instrument", _("Instrument"), instrument, Kind.LINK, lambda line: line.number),
        Field("complete_on", _("Full list known up to"), lambda line: line.complete_on, Kind.DAY, full_until),
        Field("listed_by", _("Listed by"), listed_by, Kind.LINK),
        Field(
            "latest_on",
            _("Newest source"),
            lambda line: line.latest_on,
            Kind.DAY,
            lambda line: day_order(line.latest_on),
        ),
        Field(
            "checked_on", _("Read on"), lambda line: line.checked_on, Kind.DAY, lambda line: day_order(line.checked_on)
        ),
        Field("sources", _("Sources"), lambda line: line.sources, Kind.NUMBER, lambda line: line.sources),
        Field("reports", _("Reports"), lambda line: line.reports, Kind.NUMBER, lambda line: line.reports),
        Field(
            "disagreements",
            _("Disagreements"),
            lambda line: line.disagreements,
            Kind.NUMBER,
            lambda line: line.disagreements,
        ),
        Field("gaps", _("Gaps"), lambda line: line.gaps, Kind.NUMBER, lambda line: line.gaps),
    ]


def report_columns(question: RegisterPageQuestion) -> list[Field[SourceUse]]:
    """Return the columns of what one source reports."""
    return [
        Field(
            "state",
            _("State"),
            lambda use: Link(
                question.state_name(use.state), question.here("treaties:record-detail", use.state, use.instrument)
            ),
            Kind.LINK,
            lambda use: question.register.states[use.state].order(question.language),
        ),
        Field(
            "instrument",
            _("Instrument"),
            lambda use: question.instrument_title(use.instrument),
            order=_number(question),
        ),
        Field("kind", _("Act"), lambda use: use.kind, order=lambda use: use.kind),
        Field("on", _("Day of the act"), lambda use: use.on, Kind.DAY, lambda use: day_order(use.on)),
        Field("in_force_on", _("In force on"), lambda use: use.in_force_on, Kind.DAY),
        Field(
            "attested_on", _("Day of the source"), lambda use: use.attested_on, Kind.DAY, lambda use: use.attested_on
        ),
        Field("note", _("Note"), lambda use: use.note, language="en"),
    ]


def disagreement_columns(question: RegisterPageQuestion) -> list[Field[DisagreementLine]]:
    """Return the columns of what sources differ on."""
    return [
        Field(
            "state",
            _("State"),
            lambda d: Link(d.state_name, question.here("treaties:record-detail", d.state, d.instrument)),
            Kind.LINK,
            lambda d: question.register.states[d.state].order(question.language),
        ),
        Field(
            "instrument",
            _("Instrument"),
            lambda d: d.title,
            order=lambda d: question.register.instruments[d.instrument].core.number,
        ),
        Field("act", _("Act"), lambda d: d.kind, order=lambda d: d.kind),
        Field("field", _("What differs"), lambda d: d.field, order=lambda d: d.field),
        Field("chosen", _("Taken"), lambda d: d.chosen),
        Field("others", _("Other values"), _others),
        Field("rule", _("Rule"), lambda d: d.rule, order=lambda d: d.rule),
    ]


def gap_columns(question: RegisterPageQuestion) -> list[Field[GapLine]]:
    """Return the columns of what is not known; the notes are in English, as they were written."""
    return [
        Field(
            "subject",
            _("What is not known"),
            lambda gap: gap.words,
            order=lambda gap: gap.words,
        ),
        Field(
            "instrument", _("Instrument"), lambda gap: gap.title or _("All instruments"), order=lambda gap: gap.number
        ),
        Field("note", _("Note"), lambda gap: gap.note, language="en"),
        Field("source", _("Source"), lambda gap: source_link(question, gap.source), Kind.LINK),
    ]


def check_columns(question: RegisterPageQuestion) -> list[Field[Check]]:
    """Return the columns of the checks."""
    return [
        Field("check", _("Check"), lambda c: str(CHECK_WORDS[c.code]), order=lambda c: str(CHECK_WORDS[c.code])),
        Field(
            "instrument",
            _("Instrument"),
            lambda c: (
                Link(question.instrument_title(c.instrument), question.here("treaties:instrument-detail", c.instrument))
                if c.instrument
                else _("All instruments")
            ),
            Kind.LINK,
            lambda c: question.register.instruments[c.instrument].core.number if c.instrument else 0,
        ),
        Field(
            "verdict",
            _("Result"),
            lambda c: str(VERDICT_WORDS[c.verdict]),
            order=lambda c: list(Verdict).index(c.verdict),
        ),
        Field("words", _("Details"), lambda c: c.words),
    ]


def source_link(question: RegisterPageQuestion, source: SourceFacts | None) -> Link | None:
    """Return the way to a source's page."""
    return Link(source.title, question.here("treaties:source-detail", source.key)) if source else None


def _others(found: DisagreementLine) -> str:
    claims = (
        _("%(value)s (%(sources)s)")
        % {"value": claim.words, "sources": listed(source.title for source in claim.sources)}
        for claim in found.claims
        if not claim.is_chosen
    )
    return listed(claims, apart=True)


def _number(question: RegisterPageQuestion) -> Callable[[SourceUse], int]:
    return lambda use: question.register.instruments[use.instrument].core.number

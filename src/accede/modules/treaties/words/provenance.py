"""Where facts come from: what each source reports, on what sources differ, how far lists reach, what is not known."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from accede.core.treaties.acts import ActKind
from accede.core.treaties.settling import Disagreement, DisputedField, SettledBy
from accede.foundation.texts import format_day
from accede.modules.reference.queries import SourceFacts
from accede.modules.treaties.fields.codes import act_words, subject_words
from accede.modules.treaties.queries.instruments import CoverageFacts, GapFacts
from accede.modules.treaties.queries.register import Register

SETTLED_WORDS = {
    SettledBy.STRONGER_SOURCE: _("The source nearer to the depositary stands."),
    SettledBy.LATER_SOURCE: _("Of two sources of one class, the later one stands."),
    SettledBy.EARLIEST_DEPOSIT: _("With several depositaries, the earliest valid deposit counts."),
    SettledBy.NAMED_KIND: _("A named act stands before one that is not named."),
    SettledBy.NOT_BEFORE_ADOPTION: _("A day before the adoption of the instrument is not taken."),
    SettledBy.SOURCE_ORDER: _(
        "Nothing decides between the sources; the first by name is taken, so that the choice is always the same."
    ),
    SettledBy.BY_ARTICLE: _("The day that follows from the deposit by the instrument’s own article is taken."),
}
FIELD_WORDS = {
    DisputedField.KIND: _("Kind of act"),
    DisputedField.ON: _("Day of the act"),
    DisputedField.IN_FORCE_ON: _("In force on"),
    DisputedField.EFFECTIVE_ON: _("Effective from"),
}
GAP_WORDS = {
    "parties-without-day": _("Parties without a known day"),
    "parties-not-named": _("Parties counted but not named"),
    "several-depositaries": _("Several depositaries"),
    "former-states": _("Former States"),
    "after-2014": _("After July 2014"),
    "after-2015": _("After November 2015"),
    "after-2016": _("After March 2016"),
    "after-2019": _("After March 2019"),
    "declarations": _("Declarations"),
    "final-clauses-not-read": _("Final clauses not read"),
    "withdrawals-of-reservations": _("Withdrawals of reservations"),
    "objections": _("Objections"),
    "territorial-application": _("Territorial application"),
    "known-disagreement": _("Doubtful day"),
}
"""The subjects of data/gaps.csv; one that is not here is shown by its code."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """What one source says of one act."""

    key: str
    act: str
    leads: bool
    source: SourceFacts
    kind: str
    on: date | None
    in_force_on: date | None
    effective_on: date | None
    attested_on: date
    known_on: date
    subject: str
    depositary: str
    note: str


@dataclass(frozen=True, slots=True)
class SourceUse:
    """One report taken from a source."""

    key: str
    state: str
    instrument: str
    kind: str
    on: date | None
    in_force_on: date | None
    attested_on: date
    note: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One value with the sources that give it; no source: it follows from the article."""

    words: str
    is_chosen: bool
    sources: tuple[SourceFacts, ...]


@dataclass(frozen=True, slots=True)
class DisagreementLine:
    """A matter on which sources differ, what is taken, and by which rule."""

    state: str
    state_name: str
    instrument: str
    title: str
    act: str
    kind: str
    field: str
    chosen: str
    rule: str
    settled_by: str
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class GapLine:
    """Something that the record is known not to know; the note is as written, in English."""

    instrument: str
    number: int
    title: str
    subject: str
    words: str
    note: str
    source: SourceFacts | None


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """Up to which day the list of an instrument's parties is known in full, and by which source.

    `latest_on` is the day of the newest source that reports anything; after the complete list it names single States.
    """

    instrument: str
    number: int
    title: str
    complete_on: date | None
    complete_source: SourceFacts | None
    latest_on: date | None
    checked_on: date | None
    reports: int
    sources: int
    disagreements: int
    gaps: int


def reports_of(register: Register, instrument: str, state: str) -> tuple[ReportLine, ...]:
    """Return what every source reports about a State under an instrument, act by act, the leading report first."""
    return tuple(
        report_line(register, key, act=act.key)
        for act in register.acts.get((instrument, state), ())
        for key in act.reports
    )


def report_line(register: Register, key: str, *, act: str) -> ReportLine:
    """Return what one source reports."""
    report = register.reports[key]
    return ReportLine(
        key=key,
        act=act,
        leads=key == act,
        source=register.sources[report.source],
        kind=act_words(report.kind),
        on=report.on,
        in_force_on=report.in_force_on,
        effective_on=report.effective_on,
        attested_on=report.attested_on,
        known_on=report.known_on,
        subject=subject_words(report.subject),
        depositary=report.depositary,
        note=register.notes.get(key, ""),
    )


def disagreement_line(register: Register, found: Disagreement, language: str) -> DisagreementLine:
    """Return a disagreement in words."""
    return DisagreementLine(
        state=found.state,
        state_name=register.states[found.state].name(language),
        instrument=found.instrument,
        title=register.instruments[found.instrument].title(language).short,
        act=found.act,
        kind=act_words(found.act_kind),
        field=str(FIELD_WORDS[found.field]),
        chosen=_value(found.chosen, language),
        rule=str(SETTLED_WORDS[found.settled_by]),
        settled_by=found.settled_by.value,
        claims=tuple(
            ClaimLine(
                words=_value(claim.value, language),
                is_chosen=claim.value == found.chosen,
                sources=tuple(register.sources[key] for key in claim.sources),
            )
            for claim in found.claims
        ),
    )


def disagreements_of(register: Register, language: str) -> tuple[DisagreementLine, ...]:
    """Return every disagreement, in order of the instruments and of the States' names."""
    order = {key: facts.core.number for key, facts in register.instruments.items()}
    found = sorted(
        register.settled.disagreements,
        key=lambda d: (order[d.instrument], register.states[d.state].order(language)),
    )
    return tuple(disagreement_line(register, item, language) for item in found)


def gap_line(register: Register, gap: GapFacts, language: str) -> GapLine:
    """Return a gap in words; one that concerns no single instrument comes last."""
    facts = register.instruments[gap.instrument] if gap.instrument else None
    return GapLine(
        instrument=gap.instrument or "",
        number=facts.core.number if facts else len(register.instruments) + 1,
        title=facts.title(language).short if facts else "",
        subject=gap.subject,
        words=str(GAP_WORDS.get(gap.subject, gap.subject)),
        note=gap.note,
        source=register.sources.get(gap.source) if gap.source else None,
    )


def coverage_of(register: Register, language: str) -> tuple[CoverageLine, ...]:
    """Return for each instrument how far its list of parties is known, and by how many sources."""
    differing = Counter(found.instrument for found in register.settled.disagreements)
    gaps = Counter(gap.instrument for gap in register.gaps)
    used: dict[str, set[str]] = {key: set() for key in register.instruments}
    reports: Counter[str] = Counter()
    for report in register.reports.values():
        used[report.instrument].add(report.source)
        reports[report.instrument] += 1
    lines = []
    for key, facts in register.instruments.items():
        last = _last_complete(register, key)
        sources = [register.sources[source] for source in used[key]]
        lines.append(
            CoverageLine(
                instrument=key,
                number=facts.core.number,
                title=facts.title(language).short,
                complete_on=last.complete_on if last else None,
                complete_source=register.sources[last.source] if last else None,
                latest_on=max((source.as_of_until for source in sources if source.as_of_until), default=None),
                checked_on=max((source.checked_on for source in sources), default=None),
                reports=reports[key],
                sources=len(sources),
                disagreements=differing[key],
                gaps=gaps[key],
            )
        )
    return tuple(lines)


def reports_by_source(register: Register) -> Counter[str]:
    """Return how many reports each source gives."""
    return Counter(report.source for report in register.reports.values())


def reports_from(register: Register, source: str) -> tuple[SourceUse, ...]:
    """Return everything taken from one source, in order of the instruments and of the States' codes."""
    found = [
        SourceUse(
            key=report.key,
            state=report.state,
            instrument=report.instrument,
            kind=act_words(report.kind),
            on=report.on,
            in_force_on=report.in_force_on,
            attested_on=report.attested_on,
            note=register.notes.get(report.key, ""),
        )
        for report in register.reports.values()
        if report.source == source
    ]
    found.sort(key=lambda use: (register.instruments[use.instrument].core.number, use.state, use.on or date.max))
    return tuple(found)


def _last_complete(register: Register, instrument: str) -> CoverageFacts | None:
    lists = [covered for covered in register.coverage if covered.instrument == instrument]
    return max(lists, key=lambda covered: (covered.complete_on, covered.source), default=None)


def _value(value: date | ActKind, language: str) -> str:
    return act_words(value) if isinstance(value, ActKind) else format_day(value, language)

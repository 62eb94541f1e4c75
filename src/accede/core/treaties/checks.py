"""Does a new report fit the record? All that is wrong with it, at once.

An obstacle contradicts the record or the report itself; a remark may be right and is shown to the person who brings the
report. A second source that reports the same act on another day or under another name is a remark: the record keeps
both and lists the disagreement.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from accede.core.treaties.acts import CONSENT_KINDS, ActKind, RecordedAct, SettledAct
from accede.core.treaties.episodes import Life, takes_effect_earlier
from accede.core.treaties.instruments import Instrument
from accede.core.treaties.joining_clauses import AccessionFrom, accession_is_open
from accede.core.treaties.mismatches import Mismatch, MismatchCode, obstacle, remark
from accede.core.treaties.reasons import vclt, vcsst

Pair = tuple[str, str]
"""An instrument and a State, by their codes."""
Identity = tuple[object, ...]

_RATIFYING = frozenset({ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL})


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """What is in the record already, for checking a report against it.

    Attributes:
        acts: settled acts by instrument and State, with those of the same file if they count.
        lives: every State known, with its existence.
        predecessors: a State to those it succeeds.
        identities: `identity_of` every report there is.
        today: reports of later days are refused.
    """

    instruments: Mapping[str, Instrument]
    lives: Mapping[str, Life]
    today: date
    acts: Mapping[Pair, Sequence[SettledAct]] = field(default_factory=dict)
    predecessors: Mapping[str, Iterable[str]] = field(default_factory=dict)
    identities: Container[Identity] = frozenset()

    def of(self, instrument: str, state: str) -> Sequence[SettledAct]:
        """Return the settled acts of a State under an instrument, with those of the States it continues."""
        life = self.lives.get(state, Life())
        return [a for code in (state, *life.continues) for a in self.acts.get((instrument, code), ())]

    def consents(self, instrument: str, state: str) -> list[SettledAct]:
        """Return the acts of consent of a State under an instrument."""
        return [a for a in self.of(instrument, state) if a.kind in CONSENT_KINDS]


def identity_of(report: RecordedAct) -> Identity:
    """Return what makes two rows the same report: everything but the key and the day this record learned of it."""
    return (
        report.instrument,
        report.state,
        report.kind,
        report.source,
        report.on,
        report.in_force_on,
        report.effective_on,
        report.withdraws,
        report.subject,
        report.depositary,
    )


def mismatches_of(report: RecordedAct, record: KnownRecord) -> tuple[Mismatch, ...]:
    """Return all problems of a report, obstacles first."""
    unknown = tuple(_unknown(report, record))
    if unknown:
        return unknown
    found = [problem for check in _CHECKS for problem in check(report, record)]
    return tuple(sorted(found, key=lambda p: not p.blocks))


def _unknown(report: RecordedAct, record: KnownRecord) -> Iterable[Mismatch]:
    if report.instrument not in record.instruments:
        yield obstacle(MismatchCode.UNKNOWN_INSTRUMENT, given=report.instrument)
    if report.state not in record.lives:
        yield obstacle(MismatchCode.UNKNOWN_STATE, given=report.state)


def _duplicate(report: RecordedAct, record: KnownRecord) -> Iterable[Mismatch]:
    if identity_of(report) in record.identities:
        yield obstacle(MismatchCode.DUPLICATE, source=report.source)


def _days_of_report(report: RecordedAct, record: KnownRecord) -> Iterable[Mismatch]:
    """A day cannot lie in the future, nor after the source that reports it."""
    if report.attested_on > record.today:
        yield obstacle(MismatchCode.SOURCE_IN_FUTURE, attested_on=report.attested_on, today=record.today)
    if report.on is None:
        return
    if report.on > record.today:
        yield obstacle(MismatchCode.IN_FUTURE, on=report.on, today=record.today)
    if report.attested_on < report.on <= record.today:
        yield obstacle(MismatchCode.AFTER_ITS_SOURCE, on=report.on, attested_on=report.attested_on)


def _instrument_exists(report: RecordedAct, record: KnownRecord) -> Iterable[Mismatch]:
    """No act before the text is adopted (VCLT art. 9) or open."""
    instrument = record.instruments[report.instrument]
    if report.on is None:
        return
    if report.on < instrument.adopted_on:
        yield obstacle(MismatchCode.BEFORE_ADOPTION, vclt("9"), on=report.on, adopted_on=instrument.adopted_on)
    elif instrument.opened_on is not None and report.on < instrument.opened_on:
        yield obstacle(MismatchCode.BEFORE_OPENING, on=report.on, opened_on=instrument.opened_on)


def _state_exists(report: RecordedAct, record: KnownRecord) -> Iterable[Mismatch]:
    """A State acts while it exists; what the State it continues did is its own."""
    life = record.lives[report.state]
    if report.on is None or life.continues or any(report.on in p for p in life.periods):
        return
    later = [p.start for p in life.periods if p.start is not None and p.start > report.on]
    if later:
        yield obstacle(MismatchCode.STATE_NOT_YET, state=report.state, on=report.on, begins_on=min(later))
        return
    ended = max(p.end for p in life.periods if p.end is not None)
    yield obstacle(MismatchCode.STATE_NO_MORE, state=report.state, on=report.on, ended_on=ended)


def _other_consent(report: RecordedAct, record: KnownRecord) -> Iterable[Mismatch]:
    """A State consents once; to do it again it must first have withdrawn."""
    if report.kind not in CONSENT_KINDS:
        return
    ended = [a.on for a in record.of(report.instrument, report.state) if a.kind is ActKind.DENUNCIATION and a.on]
    for act in record.consents(report.instrument, report.state):
        between = report.on is not None and act.on is not None and any(act.on < d < report.on for d in ended)
        if between or report.on is None or act.on is None:
            continue
        same_kind = report.kind == act.kind or ActKind.CONSENT_UNSPECIFIED in {report.kind, act.kind}
        loose = report.kind in _RATIFYING and act.kind in _RATIFYING
        if report.on == act.on and not same_kind and not loose:
            yield remark(
                MismatchCode.OTHER_KIND, None, act.reports, kind=report.kind, earlier_kind=act.kind, on=report.on
            )
        elif report.on < act.on or (report.on > act.on and (same_kind or loose)):
            yield remark(MismatchCode.OTHER_DAY, None, act.reports, kind=report.kind, on=report.on, earlier_on=act.on)
        elif report.on > act.on and report.kind is not ActKind.SUCCESSION:
            yield obstacle(
                MismatchCode.ALREADY_BOUND,
                vclt("11"),
                act.reports,
                kind=report.kind,
                on=report.on,
                earlier_kind=act.kind,
                earlier_on=act.on,
            )


def _way_of_joining(report: RecordedAct, record: KnownRecord) -> Iterable[Mismatch]:
    """The final clauses say which acts there are and when they are open."""
    instrument = record.instruments[report.instrument]
    clause = instrument.joining
    if clause is None:
        return
    authority = instrument.cite(clause.article)
    if report.kind in _RATIFYING - set(clause.after_signature):
        yield remark(MismatchCode.KIND_NOT_PROVIDED, authority, kind=report.kind)
    if report.kind is ActKind.DEFINITIVE_SIGNATURE and not clause.definitive_signature:
        yield remark(MismatchCode.KIND_NOT_PROVIDED, authority, kind=report.kind)
    if report.kind in {ActKind.SIGNATURE, ActKind.DEFINITIVE_SIGNATURE} and report.on is not None:
        closed_on = clause.signature_until or (instrument.in_force_on if clause.signs_until_in_force else None)
        if clause.accession_from is AccessionFrom.NEVER or (closed_on is not None and report.on > closed_on):
            yield obstacle(MismatchCode.SIGNATURE_CLOSED, authority, on=report.on, closed_on=closed_on)
    if report.kind is ActKind.ACCESSION and report.on is not None:
        days = {"opened_on": instrument.opened_on, "in_force_on": instrument.in_force_on}
        if not accession_is_open(clause, report.on, **days):
            article = instrument.cite(clause.accession_article or clause.article)
            yield remark(MismatchCode.ACCESSION_NOT_OPEN, article, on=report.on)
    if report.kind in _RATIFYING and clause.accession_from is not AccessionFrom.NEVER:
        signed = any(a.kind is ActKind.SIGNATURE for a in record.of(report.instrument, report.state))
        if not signed:
            # Many lists call every deposit a ratification and leave signatures out, so this is no proof of error.
            yield remark(MismatchCode.NOT_SIGNED, vclt("14"), kind=report.kind)


def _parent(report: RecordedAct, record: KnownRecord) -> Iterable[Mismatch]:
    """Only States bound by the parent, or joining it at the same time, can join."""
    instrument = record.instruments[report.instrument]
    if report.kind not in CONSENT_KINDS or instrument.parent is None:
        return
    if not instrument.needs_parent:
        return
    consents = record.consents(instrument.parent, report.state)
    if any(a.on is None or report.on is None or a.on <= report.on or takes_effect_earlier(a) for a in consents):
        return
    authority = instrument.cite(instrument.parent_article)
    parent = record.instruments.get(instrument.parent)
    day = report.on or report.attested_on
    listed = parent is not None and parent.last_complete_on is not None and day <= parent.last_complete_on
    if consents or listed:
        yield obstacle(MismatchCode.PARENT_NOT_JOINED, authority, parent=instrument.parent)
    else:
        yield remark(MismatchCode.PARENT_NOT_KNOWN, authority, parent=instrument.parent)


def _succession(report: RecordedAct, record: KnownRecord) -> Iterable[Mismatch]:
    """A State succeeds to what its predecessor had (VCSST arts. 17, 18, 31, 34 and 36)."""
    if report.kind is not ActKind.SUCCESSION:
        return
    predecessors = tuple(sorted(record.predecessors.get(report.state, ())))
    if not predecessors:
        # Territories that became independent succeed to the State that was responsible for them, which may not be
        # in the table of successions.
        yield remark(MismatchCode.NO_PREDECESSOR, vcsst("2(1)(g)"), state=report.state)
        return
    if not any(record.of(report.instrument, predecessor) for predecessor in predecessors):
        yield remark(MismatchCode.PREDECESSOR_NOT_BOUND, vcsst("17"), predecessors=predecessors)


def _withdrawal(report: RecordedAct, record: KnownRecord) -> Iterable[Mismatch]:
    """One can take back only what was done before (VCLT art. 22)."""
    if report.kind is not ActKind.WITHDRAWAL:
        return
    acts = record.of(report.instrument, report.state)
    targets = [
        a
        for a in acts
        if (report.withdraws in {a.key, *a.reports} if report.withdraws else a.subject == report.subject)
    ]
    if not targets:
        yield obstacle(MismatchCode.NOTHING_TO_WITHDRAW, vclt("22"), withdraws=report.withdraws or report.subject)
    for target in targets:
        if report.on is not None and target.on is not None and report.on < target.on:
            yield obstacle(
                MismatchCode.WITHDRAWN_BEFORE_MADE, vclt("22"), target.reports, on=report.on, made_on=target.on
            )


def _denunciation(report: RecordedAct, record: KnownRecord) -> Iterable[Mismatch]:
    """Only a party can denounce (VCLT art. 54)."""
    if report.kind is not ActKind.DENUNCIATION:
        return
    instrument = record.instruments[report.instrument]
    consents = record.consents(report.instrument, report.state)
    day = report.on or report.attested_on
    if not any((a.on or a.first_attested_on) <= day for a in consents):
        authority = instrument.cite(instrument.denunciation_article)
        yield obstacle(MismatchCode.NOT_A_PARTY, authority, state=report.state, on=report.on)


def _days_of_effect(report: RecordedAct, record: KnownRecord) -> Iterable[Mismatch]:
    """Only a succession reaches back, and nothing takes effect before the instrument does."""
    instrument, general = record.instruments[report.instrument], record.instruments[report.instrument].in_force_on
    reaches_back = report.kind in {ActKind.SUCCESSION, ActKind.CONSENT_UNSPECIFIED}
    if report.in_force_on is not None:
        if report.on is not None and report.in_force_on < report.on and not reaches_back:
            yield remark(MismatchCode.IN_FORCE_BEFORE_ACT, vclt("24(3)"), on=report.on, in_force_on=report.in_force_on)
        if general is not None and report.in_force_on < general and report.kind in CONSENT_KINDS:
            yield remark(
                MismatchCode.IN_FORCE_BEFORE_INSTRUMENT,
                instrument.cite(instrument.rule.article if instrument.rule else ""),
                in_force_on=report.in_force_on,
                general_on=general,
            )
    if report.effective_on is None or report.kind not in CONSENT_KINDS:
        return
    if report.on is not None and report.effective_on > report.on and reaches_back:
        yield obstacle(MismatchCode.EFFECTIVE_AFTER_ACT, vcsst("23(1)"), on=report.on, effective_on=report.effective_on)
    begins_on = record.lives[report.state].begins_on(report.on or record.today)
    if begins_on is not None and report.effective_on < begins_on:
        yield obstacle(
            MismatchCode.EFFECTIVE_BEFORE_STATE,
            vcsst("23(1)"),
            effective_on=report.effective_on,
            begins_on=begins_on,
        )


_CHECKS: tuple[Callable[[RecordedAct, KnownRecord], Iterable[Mismatch]], ...] = (
    _duplicate,
    _days_of_report,
    _instrument_exists,
    _state_exists,
    _other_consent,
    _way_of_joining,
    _parent,
    _succession,
    _withdrawal,
    _denunciation,
    _days_of_effect,
)

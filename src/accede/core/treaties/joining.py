"""What joining an instrument would take for a State: the act open to it, parents, papers, and the day of effect.

A State that has not joined is invited to; nothing here judges.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from accede.core.explain import Authority, Finding
from accede.core.treaties.acts import ActKind
from accede.core.treaties.entry_into_force import in_force_for
from accede.core.treaties.instruments import Instrument, ParentLink
from accede.core.treaties.joining_clauses import (
    AccessionFrom,
    JoiningClause,
    PaperDue,
    accession_is_open,
    signature_is_open,
)
from accede.core.treaties.positions import BOUND, Change, Position, Standing
from accede.core.treaties.standing import at

_JOINED = BOUND | {Standing.CONTRACTING}


class Invitation(StrEnum):
    """Whether a State can join on a day."""

    OPEN = "open"
    JOINED = "joined"
    """It is a party or a contracting State already."""
    PERHAPS_JOINED = "perhaps_joined"
    """The record does not know whether it has joined; the steps are those for a State that has not."""
    NOT_YET_OPEN = "not_yet_open"
    """Not adopted, not opened, or open to signatories only until it is in force."""
    STATE_ABSENT = "state_absent"


class ParentHow(StrEnum):
    """How the parent is joined."""

    FIRST = "first"
    """Only a State bound by the parent may join."""
    TOGETHER = "together"
    """The parent may be joined at the same time."""
    INCLUDED = "included"
    """Joining includes the parent as amended; no act under the parent is needed."""


@dataclass(frozen=True, slots=True)
class ParentStep:
    """The parent of the instrument, which the State has not joined or perhaps not joined."""

    instrument: str
    how: ParentHow
    authority: Authority
    standing: Standing


@dataclass(frozen=True, slots=True)
class JoiningPlan:
    """What joining takes.

    Attributes:
        acts: the acts by which the State can consent on that day, any one of them.
        acts_authority: the article that opens them.
        signature_until: set when it may also still sign; the last day, or None while signature ends with entry
            into force (`may_sign`).
        parents: what to do about parents, the most distant first.
        takes_effect: the day of effect if it deposited on that day; None while the instrument is not in force.
        papers: declarations and notifications, the required ones first.
        text_was_read: whether the final clause itself was at hand.
    """

    instrument: str
    state: str
    invitation: Invitation
    position: Position
    acts: tuple[ActKind, ...] = ()
    acts_authority: Authority | None = None
    may_sign: bool = False
    signature_until: date | None = None
    parents: tuple[ParentStep, ...] = ()
    takes_effect: Finding[date | None] = field(default_factory=lambda: Finding(None))
    papers: tuple[PaperDue, ...] = ()
    text_was_read: bool = True


def joining_plan(
    instrument: Instrument,
    state: str,
    on: date,
    *,
    timelines: Mapping[str, Iterable[Change]],
    instruments: Mapping[str, Instrument],
) -> JoiningPlan:
    """Return what joining `instrument` takes for `state` if it deposits on the day `on`.

    `timelines` are the State's own, by instrument.

    Raises:
        ValueError: it is not known how the instrument is joined.
    """
    clause = instrument.joining
    if clause is None:
        raise ValueError(f"how {instrument.key} is joined is not known")
    position = at(timelines[instrument.key], on).position
    invitation = _invitation(instrument, clause, position, on)
    if invitation not in {Invitation.OPEN, Invitation.PERHAPS_JOINED}:
        return JoiningPlan(instrument.key, state, invitation, position, text_was_read=clause.is_read)
    acts, article = _acts_open(instrument, clause, position, on)
    may_sign = position.signed_on is None and signature_is_open(
        clause, on, opened_on=instrument.opened_on, in_force_on=instrument.in_force_on
    )
    return JoiningPlan(
        instrument=instrument.key,
        state=state,
        invitation=invitation,
        position=position,
        acts=acts,
        acts_authority=instrument.cite(article),
        may_sign=may_sign,
        signature_until=clause.signature_until if may_sign else None,
        parents=_parents(instrument, on, timelines, instruments),
        takes_effect=in_force_for(instrument, on, instrument.in_force_on),
        papers=tuple(sorted(clause.papers, key=lambda p: not p.is_required)),
        text_was_read=clause.is_read,
    )


def joining_plans(
    state: str,
    on: date,
    *,
    timelines: Mapping[str, Iterable[Change]],
    instruments: Mapping[str, Instrument],
) -> tuple[JoiningPlan, ...]:
    """Return a plan for each instrument that the State has not joined, in the order of the instruments."""
    plans = (
        joining_plan(instrument, state, on, timelines=timelines, instruments=instruments)
        for instrument in sorted(instruments.values(), key=lambda i: i.number)
        if instrument.joining is not None and instrument.key in timelines
    )
    return tuple(plan for plan in plans if plan.invitation is not Invitation.JOINED)


def _invitation(instrument: Instrument, clause: JoiningClause, position: Position, on: date) -> Invitation:
    if position.standing is Standing.STATE_ABSENT:
        return Invitation.STATE_ABSENT
    if position.standing in _JOINED:
        return Invitation.JOINED
    if position.standing is Standing.INSTRUMENT_ABSENT or not _acts_open(instrument, clause, position, on)[0]:
        return Invitation.NOT_YET_OPEN
    return Invitation.PERHAPS_JOINED if position.standing is Standing.NOT_KNOWN else Invitation.OPEN


def _acts_open(
    instrument: Instrument, clause: JoiningClause, position: Position, on: date
) -> tuple[tuple[ActKind, ...], str]:
    """Return the acts of consent open to the State and their article.

    A signatory ratifies (VCLT art. 14); another State accedes (VCLT art. 15), or signs first while it still can. A
    State that withdrew joins anew, by accession.
    """
    days = {"opened_on": instrument.opened_on, "in_force_on": instrument.in_force_on}
    if clause.accession_from is AccessionFrom.NEVER:
        return clause.after_signature, clause.article
    accession = (ActKind.ACCESSION,) if accession_is_open(clause, on, **days) else ()
    has_signed = position.signed_on is not None and position.standing is not Standing.WITHDRAWN
    if has_signed:
        return (*clause.after_signature, *(accession if clause.signatory_may_accede else ())), clause.article
    if accession:
        return accession, clause.accession_article
    if signature_is_open(clause, on, **days):
        definitive = (ActKind.DEFINITIVE_SIGNATURE,) if clause.definitive_signature else ()
        return (*definitive, *clause.after_signature), clause.article
    return (), clause.article


def _parents(
    instrument: Instrument,
    on: date,
    timelines: Mapping[str, Iterable[Change]],
    instruments: Mapping[str, Instrument],
) -> tuple[ParentStep, ...]:
    """Return the parents to join, the most distant first (SUA, then Fixed Platforms, then its Protocol of 2005)."""
    parent = instruments.get(instrument.parent or "")
    if parent is None or parent.key not in timelines or instrument.parent_link is None:
        return ()
    standing = at(timelines[parent.key], on).position.standing
    if standing in _JOINED:
        return ()
    step = ParentStep(
        parent.key,
        _HOW[instrument.parent_link],
        instrument.cite(instrument.parent_article),
        standing,
    )
    return (*_parents(parent, on, timelines, instruments), step)


_HOW = {
    ParentLink.MUST_BE_PARTY: ParentHow.FIRST,
    ParentLink.JOIN_TOGETHER: ParentHow.TOGETHER,
    ParentLink.BINDS_TO_PARENT_AS_AMENDED: ParentHow.INCLUDED,
}

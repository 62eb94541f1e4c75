"""Where a State stands under an instrument on a day.

One function, `_position`, says what a day means; `standing_on` asks it for one day and `timeline` for every day on
which the answer can change, so the two cannot differ.

What the record does not know is said so. A complete list of parties shows that a State which it does not name was then
not a party; after the last such list, nothing is known about a State without a recorded act.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from accede.core.explain import Finding, Reason
from accede.core.treaties.acts import ActKind
from accede.core.treaties.case_facts import CaseFacts, days_of_change, prepare
from accede.core.treaties.episodes import ONE_DAY, Episode
from accede.core.treaties.positions import BOUND, Amendment, Case, Change, Position, Standing
from accede.core.treaties.reasons import ReasonCode, reason, vclt, vcsst

__all__ = ["BOUND", "Amendment", "Case", "Change", "Position", "Standing", "at", "standing_on", "timeline"]

_OPEN = frozenset({Standing.NONE, Standing.SIGNED, Standing.NOT_KNOWN})
"""Standings that a consent not seen by the record may have changed."""
_Answer = tuple[Position, tuple[Reason, ...]]


def standing_on(day: date, case: Case, *, known_on: date | None = None) -> Finding[Position]:
    """Return where the State stands at the end of `day`, and why.

    With `known_on`, acts of which this record learned later are left aside: the answer is the one that the record
    would have given then.
    """
    position, because = _position(day, prepare(case, known_on))
    return Finding(position, because)


def timeline(case: Case, *, known_on: date | None = None) -> tuple[Change, ...]:
    """Return the standing on all days as its changes, in order."""
    facts = prepare(case, known_on)
    changes: list[Change] = []
    for day in sorted(days_of_change(facts)):
        position, because = _position(day, facts)
        if not changes or changes[-1].position != position or changes[-1].because != because:
            changes.append(Change(day, position, because))
    return tuple(changes)


def at(changes: Iterable[Change], day: date) -> Change:
    """Return the change of a timeline that holds on `day`.

    Raises:
        ValueError: the timeline is empty or starts after `day`.
    """
    held = None
    for change in changes:
        if change.starts_on > day:
            break
        held = change
    if held is None:
        raise ValueError(f"this timeline says nothing about {day}")
    return held


def _position(day: date, facts: CaseFacts) -> _Answer:
    """Answer for one day: did both exist, is there a consent, what has it brought about."""
    case = facts.case
    if day < case.instrument.adopted_on:
        why = reason(ReasonCode.BEFORE_ADOPTION, adopted_on=case.instrument.adopted_on)
        return Position(Standing.INSTRUMENT_ABSENT), (why,)
    if not any(day in period for period in case.life.periods):
        return _outside_existence(day, facts)
    episode = _episode_on(day, facts)
    answer = _without_consent(day, facts) if episode is None else _within(episode, day, facts)
    if answer[0].standing not in BOUND and case.amended_by:
        answer = _bound_as_amended(day, facts) or answer
    if answer[0].standing in _OPEN and case.needed_by:
        answer = _bound_through(day, facts) or answer
    return _with_continuity(answer, episode, facts)


def _outside_existence(day: date, facts: CaseFacts) -> _Answer:
    periods = facts.case.life.periods
    begins = min((p.start for p in periods if p.start is not None and p.start > day), default=None)
    ended = max((p.end for p in periods if p.end is not None and p.end <= day), default=None)
    why = []
    if ended is not None:
        why.append(reason(ReasonCode.STATE_ENDED, state=facts.case.state, ended_on=ended))
    if begins is not None:
        why.append(reason(ReasonCode.STATE_NOT_YET, state=facts.case.state, begins_on=begins))
    return Position(Standing.STATE_ABSENT, since=ended), tuple(why)


def _episode_on(day: date, facts: CaseFacts) -> Episode | None:
    """Return the episode in which `day` may lie: the last one that has begun, or may have begun unseen."""
    begun = [
        e for e in facts.episodes if e.starts_on <= day or (e.consent_on is None and facts.last_day_without(e) < day)
    ]
    return begun[-1] if begun else None


def _within(episode: Episode, day: date, facts: CaseFacts) -> _Answer:
    if episode.ended_on is not None and episode.ended_on <= day:
        return _withdrawn(episode, day, facts)
    if (unsure := _end_not_known(episode, day, facts)) is not None:
        return unsure
    if episode.bound_on is not None and episode.bound_on <= day:
        return _party(episode, day, facts)
    if episode.consent_on is not None and episode.consent_on <= day and not _must_be_bound(episode, day, facts):
        return _contracting(episode, day, facts)
    if episode.attested_on <= day and episode.bound_on is None:
        return _bound_undated(episode, day, facts)
    after, before = facts.last_day_without(episode), episode.bound_on or episode.attested_on
    why = reason(ReasonCode.DAY_NOT_KNOWN, None, episode.act.reports, after=after, before=before)
    return Position(Standing.NOT_KNOWN, not_known_from=after + ONE_DAY, signed_on=_signed_on(day, facts)), (why,)


def _must_be_bound(episode: Episode, day: date, facts: CaseFacts) -> bool:
    """Whether a source names the State as bound though no rule gives the day."""
    instrument = facts.case.instrument
    in_force = instrument.in_force_on is not None and instrument.in_force_on <= day
    return instrument.rule is None and episode.bound_on is None and in_force and episode.attested_on <= day


def _party(episode: Episode, day: date, facts: CaseFacts) -> _Answer:
    """Bind the State by the treaty in force for it (VCLT arts. 2(1)(g), 24 and 26)."""
    in_force = reason(ReasonCode.IN_FORCE_FOR_STATE, vclt("2(1)(g)"), episode.act.reports, in_force_on=episode.bound_on)
    because = (*(() if episode.by_succession else episode.because_consented), *episode.because_bound, in_force)
    position = Position(
        Standing.PARTY_BY_SUCCESSION if episode.by_succession else Standing.PARTY,
        since=episode.bound_on,
        act_on=episode.act.on,
        by=episode.act.kind,
        signed_on=_signed_on(day, facts),
        known_until=episode.act.last_attested_on,
        suspended_until=_suspended_until(episode, day),
    )
    return position, (
        *because,
        *_suspension(position.suspended_until, episode),
        *_notice_running(episode, day),
        *_parent_note(day, facts),
    )


def _suspended_until(episode: Episode, day: date) -> date | None:
    """Return the day of the notification of a succession that works back beyond `day`.

    The State is considered a party from the succession of States on (VCSST art. 23(1)), but until it gave notice the
    operation of the treaty between it and the other parties is considered as suspended (art. 23(2)).
    """
    notified = episode.act.on
    return notified if episode.by_succession and notified is not None and day < notified else None


def _suspension(until: date | None, episode: Episode) -> tuple[Reason, ...]:
    if until is None:
        return ()
    return (reason(ReasonCode.SUCCESSION_SUSPENDED, vcsst("23(2)"), episode.act.reports, notified_on=until),)


def _contracting(episode: Episode, day: date, facts: CaseFacts) -> _Answer:
    """Consent given, treaty not yet in force for the State (VCLT art. 2(1)(f); art. 18(b) until then)."""
    instrument = facts.case.instrument
    general = instrument.in_force_on
    if general is None or general > day:
        waiting = reason(
            ReasonCode.INSTRUMENT_NOT_IN_FORCE, vclt("2(1)(f)"), instrument=instrument.key, in_force_on=general
        )
    else:
        waiting = reason(ReasonCode.NOT_YET_IN_FORCE, vclt("2(1)(f)"), in_force_on=episode.bound_on)
    position = Position(
        Standing.CONTRACTING,
        since=episode.consent_on,
        act_on=episode.act.on,
        by=episode.act.kind,
        signed_on=_signed_on(day, facts),
        known_until=episode.act.last_attested_on,
    )
    return position, (*episode.because_consented, waiting, *_parent_note(day, facts))


def _bound_undated(episode: Episode, day: date, facts: CaseFacts) -> _Answer:
    """Name the State as bound by the day of the source; since when is not known."""
    instrument = facts.case.instrument
    in_force = instrument.in_force_on is not None and instrument.in_force_on <= day
    why = reason(ReasonCode.BOUND_UNDATED, None, episode.act.reports, attested_on=episode.attested_on)
    position = Position(
        Standing.PARTY if in_force else Standing.CONTRACTING,
        act_on=episode.act.on,
        by=episode.act.kind,
        signed_on=_signed_on(day, facts),
        known_until=episode.act.last_attested_on,
    )
    return position, (why, *_notice_running(episode, day), *_parent_note(day, facts))


def _withdrawn(episode: Episode, day: date, facts: CaseFacts) -> _Answer:
    act = episode.ended_by
    dated = act is None or act.on is not None or act.effective_on is not None or act.in_force_on is not None
    position = Position(
        Standing.WITHDRAWN,
        since=episode.ended_on if dated else None,
        act_on=act.on if act else None,
        by=ActKind.DENUNCIATION,
        signed_on=_signed_on(day, facts),
        known_until=act.last_attested_on if act else None,
    )
    return position, episode.because_ended


def _end_not_known(episode: Episode, day: date, facts: CaseFacts) -> _Answer | None:
    """Before a denunciation without a day, the last source that names the State as bound is all that is certain."""
    act = episode.ended_by
    if act is None or episode.ended_on != act.first_attested_on or act.on is not None:
        return None
    after = max(episode.starts_on, episode.act.last_attested_on)
    if day <= after:
        return None
    why = reason(ReasonCode.WITHDRAWAL_DAY_NOT_KNOWN, vclt("54"), act.reports, after=after, before=episode.ended_on)
    return Position(Standing.NOT_KNOWN, not_known_from=after + ONE_DAY, signed_on=_signed_on(day, facts)), (why,)


def _notice_running(episode: Episode, day: date) -> tuple[Reason, ...]:
    act = episode.ended_by
    if act is None or act.on is None or not act.on <= day:
        return ()
    authority = episode.because_ended[0].authority
    return (
        reason(ReasonCode.DENUNCIATION_RUNS, authority, act.reports, notified_on=act.on, effective_on=episode.ended_on),
    )


def _parent_note(day: date, facts: CaseFacts) -> tuple[Reason, ...]:
    """Say when the record has no consent to the parent, which the text requires."""
    instrument = facts.case.instrument
    if not instrument.needs_parent or not facts.case.parent:
        return ()
    parent = at(facts.case.parent, day).position.standing
    if parent in BOUND or parent in {Standing.CONTRACTING, Standing.NOT_KNOWN}:
        return ()
    authority = instrument.cite(instrument.parent_article)
    return (reason(ReasonCode.PARENT_NOT_RECORDED, authority, parent=instrument.parent),)


def _bound_as_amended(day: date, facts: CaseFacts) -> _Answer | None:
    """Joining the protocol makes the State party to this instrument as amended (Beijing Protocol art. XXI(2))."""
    for amendment in facts.case.amended_by:
        held = at(amendment.timeline, day).position
        if not held.is_bound:
            continue
        protocol = amendment.instrument
        authority = protocol.cite(protocol.parent_article)
        why = reason(ReasonCode.BOUND_AS_AMENDED, authority, protocol=protocol.key, in_force_on=held.since)
        return replace(held, signed_on=_signed_on(day, facts)), (why,)
    return None


def _bound_through(day: date, facts: CaseFacts) -> _Answer | None:
    """Take a State bound by an instrument that only parties to this one can join for a party, since when unknown.

    It was a party before, or became one with that instrument at the latest; unless a list of that day or a later one
    says otherwise (Airports Protocol arts. V(2), VII(2); Fixed
    Platforms Protocol art. 5(4); SUA Protocol of 2005 art. 17(4); CPPNM art. 20(2) with the Amendment of 2005).
    """
    if facts.absent_on and day <= facts.absent_on[-1]:
        return None
    for needed in facts.case.needed_by:
        held = at(needed.timeline, day).position
        if not held.is_bound:
            continue
        protocol = needed.instrument
        authority = protocol.cite(protocol.parent_article)
        why = reason(ReasonCode.BOUND_THROUGH, authority, protocol=protocol.key, in_force_on=held.since)
        position = Position(Standing.PARTY, signed_on=_signed_on(day, facts), known_until=held.known_until)
        return position, (why,)
    return None


def _without_consent(day: date, facts: CaseFacts) -> _Answer:
    """Answer for a day before any consent, or without one: signed, none, or not known."""
    signature = facts.signature
    signed_on = _signed_on(day, facts)
    known_until = facts.absent_on[-1] if facts.absent_on else None
    before_any_source = facts.episodes or day < facts.open_on
    if not before_any_source and (unsure := _after_the_lists(day, facts)) is not None:
        ignorance = Position(
            Standing.NOT_KNOWN, not_known_from=unsure[0], not_party_on=known_until, signed_on=signed_on
        )
        return ignorance, unsure[1]
    listed = _not_listed(facts)
    if signature is None or day < facts.open_on:
        nothing = reason(ReasonCode.NO_ACT, state=facts.case.state, instrument=facts.case.instrument.key)
        return Position(Standing.NONE, known_until=known_until), (nothing, *listed)
    if facts.signature_ended_on is not None and facts.signature_ended_on <= day:
        back = reason(ReasonCode.SIGNATURE_TAKEN_BACK, vclt("18(a)"), signature.reports, on=facts.signature_ended_on)
        return Position(Standing.NONE, since=facts.signature_ended_on, known_until=known_until), (back, *listed)
    if signature.on is None:
        return _signed_undated(day, facts)
    if day < signature.on:
        nothing = reason(ReasonCode.NO_ACT, state=facts.case.state, instrument=facts.case.instrument.key)
        return Position(Standing.NONE, known_until=known_until), (nothing, *listed)
    why = reason(ReasonCode.SIGNED, vclt("18(a)"), signature.reports, on=signature.on)
    position = Position(
        Standing.SIGNED,
        since=signature.on,
        act_on=signature.on,
        by=ActKind.SIGNATURE,
        signed_on=signed_on,
        known_until=known_until,
    )
    return position, (why, *listed)


def _signed_undated(day: date, facts: CaseFacts) -> _Answer:
    """Name the State as a signatory by the day of the source."""
    signature = facts.signature
    if signature is None or day < signature.first_attested_on:
        before = signature.first_attested_on if signature else facts.open_on
        why = reason(ReasonCode.DAY_NOT_KNOWN, None, after=facts.open_on - ONE_DAY, before=before)
        return Position(Standing.NOT_KNOWN, not_known_from=facts.open_on), (why,)
    why = reason(ReasonCode.SIGNED_UNDATED, vclt("18(a)"), signature.reports, attested_on=signature.first_attested_on)
    return Position(Standing.SIGNED, by=ActKind.SIGNATURE), (why, *_not_listed(facts))


def _not_listed(facts: CaseFacts) -> tuple[Reason, ...]:
    """Name the last complete list that does not name the State; a State that left before it would not be seen."""
    if not facts.absent_on:
        return ()
    return (_absent(facts, facts.absent_on[-1], ReasonCode.NOT_LISTED_ON),)


def _absent(facts: CaseFacts, day: date, listed: ReasonCode) -> Reason:
    """Say on what it rests that the State was not a party on `day`: the word of a source, or a list (`listed`)."""
    if day in facts.said_by:
        return reason(ReasonCode.SAID_NOT_PARTY, source=facts.said_by[day], list_on=day)
    return reason(listed, list_on=day)


def _after_the_lists(day: date, facts: CaseFacts) -> tuple[date, tuple[Reason, ...]] | None:
    """Return from when nothing is known about a State without an act of consent, if `day` lies there."""
    instrument = facts.case.instrument
    last = facts.absent_on[-1] if facts.absent_on else None
    if last is not None and day <= last:
        return None
    if last is not None:
        return last + ONE_DAY, (_absent(facts, last, ReasonCode.LIST_ENDS),)
    begins_on = max(facts.open_on, facts.case.life.begins_on(day) or facts.open_on)
    if instrument.last_complete_on is not None and instrument.last_complete_on < day:
        ended = instrument.last_complete_on
        return max(begins_on, ended + ONE_DAY), (reason(ReasonCode.LIST_ENDS, list_on=ended),)
    return begins_on, (reason(ReasonCode.NO_LIST, instrument=instrument.key),)


def _signed_on(day: date, facts: CaseFacts) -> date | None:
    signature = facts.signature
    return signature.on if signature is not None and signature.on is not None and signature.on <= day else None


def _with_continuity(answer: _Answer, episode: Episode | None, facts: CaseFacts) -> _Answer:
    """Say when the act was done under the name of the State that this one continues."""
    if episode is None or episode.act.state == facts.case.state:
        return answer
    why = reason(
        ReasonCode.CONTINUES,
        vcsst("35"),
        episode.act.reports,
        state=facts.case.state,
        predecessor=episode.act.state,
    )
    return answer[0], (*answer[1], why)

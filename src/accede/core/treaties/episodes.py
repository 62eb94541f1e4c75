"""The stretches of time in which a State is bound by an instrument, from its settled acts.

An `Episode` runs from an act of consent to the end of its effect. The days in it are worked out once; `standing` then
only compares a day with them. Nothing here says what a day means for a reader.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from accede.core.explain import Reason
from accede.core.treaties.acts import CONSENT_KINDS, ActKind, SettledAct
from accede.core.treaties.entry_into_force import deposit_counted_back, in_force_for
from accede.core.treaties.instruments import Instrument
from accede.core.treaties.reasons import ReasonCode, reason, vclt, vcsst
from accede.core.values import Period, months_later

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Life:
    """When a State existed, and whose acts count as its own.

    Attributes:
        periods: the days of its existence; one open period where no limit is known.
        continues: former names or States whose legal personality it continues, so that their acts are its own
            (the Russian Federation for the Soviet Union). A successor that does not continue its predecessor
            inherits by its own act only (VCSST arts. 16, 17 and 34).
    """

    periods: tuple[Period, ...] = (Period(),)
    continues: tuple[str, ...] = ()

    def begins_on(self, before: date) -> date | None:
        """Return the start of the last period of existence that begins on or before `before`."""
        starts = [p.start for p in self.periods if p.start is not None and p.start <= before]
        return max(starts, default=None)


@dataclass(frozen=True, slots=True)
class Episode:
    """One consent of a State with its effect in time.

    Attributes:
        consent_on: the day from which it is a contracting State; None when not known.
        bound_on: the day from which the treaty is in force for it; None when not known or not yet in force.
        attested_on: the day from which a source names it as bound, whatever the days are.
        ended_on: the first day on which it is no longer bound, by `ended_by` or by the fall of the parent.
        because_bound, because_ended: the reasons for these days.
    """

    act: SettledAct
    attested_on: date
    consent_on: date | None = None
    bound_on: date | None = None
    by_succession: bool = False
    ended_on: date | None = None
    ended_by: SettledAct | None = None
    because_consented: tuple[Reason, ...] = ()
    because_bound: tuple[Reason, ...] = ()
    because_ended: tuple[Reason, ...] = ()

    @property
    def starts_on(self) -> date:
        """Return the first day that is known to lie in this episode."""
        return self.consent_on or self.bound_on or self.attested_on


def episodes_of(acts: Iterable[SettledAct], instrument: Instrument, life: Life) -> tuple[Episode, ...]:
    """Return the episodes in order; a consent given while bound already opens no new one (VCLT art. 26)."""
    mine = tuple(acts)
    taken_back = {a.withdraws for a in mine if a.kind is ActKind.WITHDRAWAL and a.withdraws}
    consents = [a for a in mine if a.kind in CONSENT_KINDS and a.key not in taken_back]
    opened = sorted((_opened(a, instrument, life) for a in consents), key=lambda e: (e.starts_on, e.act.key))
    ends = [a for a in mine if a.kind is ActKind.DENUNCIATION and not _cancelled(a, mine, instrument)]
    ends.sort(key=lambda a: (a.on or a.first_attested_on, a.key))
    episodes: list[Episode] = []
    for episode in opened:
        if episodes and (episodes[-1].ended_on is None or episode.starts_on < episodes[-1].ended_on):
            continue
        later = [a for a in ends if (a.on or a.first_attested_on) >= episode.starts_on]
        episodes.append(_ended(episode, later[0], instrument) if later else episode)
    return tuple(episodes)


def _opened(act: SettledAct, instrument: Instrument, life: Life) -> Episode:
    if takes_effect_earlier(act):
        return _by_succession(act, instrument, life)
    bound_on, why = bound_from(act, instrument)
    consent_on, counted_back = act.on, False
    if consent_on is None and bound_on is not None and _after_general(bound_on, instrument):
        # Among the first deposits the waiting time says nothing: all of them took effect on one day.
        consent_on = deposit_counted_back(bound_on, instrument.rule.later_wait) if instrument.rule else None
        counted_back = consent_on is not None
    if counted_back:
        consented = reason(ReasonCode.COUNTED_BACK, None, act.reports, on=consent_on, in_force_on=bound_on)
    else:
        consented = reason(ReasonCode.CONSENTED, vclt("2(1)(b)"), act.reports, kind=act.kind, on=consent_on)
    return Episode(
        act=act,
        attested_on=act.first_attested_on,
        consent_on=consent_on,
        bound_on=bound_on,
        because_consented=(consented,),
        because_bound=why,
    )


def _after_general(bound_on: date, instrument: Instrument) -> bool:
    return instrument.in_force_on is not None and bound_on > instrument.in_force_on


def takes_effect_earlier(act: SettledAct) -> bool:
    """Whether an act is a succession, or one of unnamed kind that took effect before it was done.

    Of the acts of consent only a succession can do that (VCSST art. 23(1)).
    """
    printed = act.effective_on or act.in_force_on
    unnamed = act.kind is ActKind.CONSENT_UNSPECIFIED and act.on is not None
    return act.kind is ActKind.SUCCESSION or (
        unnamed and printed is not None and act.on is not None and printed < act.on
    )


def _by_succession(act: SettledAct, instrument: Instrument, life: Life) -> Episode:
    """Work out the retroactive effect of a notification of succession (VCSST arts. 22, 23(1), 36 and 38).

    It takes effect on the day of the succession of States, or of the entry into force of the treaty if later. That
    day is the one a source gives, else the first day of the State; where neither is known, the notification's own.
    """
    notified = act.on or act.first_attested_on
    printed = act.in_force_on if act.in_force_on is not None and act.in_force_on <= notified else None
    start = act.effective_on or printed
    why: list[Reason] = []
    if start is None and (start := life.begins_on(notified)) is not None:
        why.append(reason(ReasonCode.SUCCESSION_FROM_START, vcsst("23(1)"), begins_on=start))
    if start is None:
        start = act.on
        why.append(reason(ReasonCode.SUCCESSION_DAY_NOT_KNOWN, vcsst("23(1)"), act.reports, notified_on=act.on))
    general = instrument.in_force_on
    bound_on = None if start is None or general is None else max(start, general)
    succeeded = reason(
        ReasonCode.SUCCEEDED, vcsst("23(1)"), act.reports, notified_on=act.on, effective_on=bound_on or start
    )
    return Episode(
        act=act,
        attested_on=act.first_attested_on,
        consent_on=start,
        bound_on=bound_on,
        by_succession=True,
        because_consented=(succeeded,),
        because_bound=(succeeded, *why),
    )


def bound_from(act: SettledAct, instrument: Instrument) -> tuple[date | None, tuple[Reason, ...]]:
    """Return the day on which the treaty is in force for the State, and why.

    The article prevails over a printed day where the day of the deposit is known; `settling` lists the differences.
    Without a day of deposit the printed day is all there is.
    """
    printed = act.in_force_on
    if act.on is not None and instrument.rule is not None and instrument.in_force_on is not None:
        finding = in_force_for(instrument, act.on, instrument.in_force_on)
        return finding.answer, finding.because
    if printed is None:
        return None, ()
    return printed, (reason(ReasonCode.IN_FORCE_AS_PRINTED, None, act.reports, in_force_on=printed),)


def denunciation_takes_effect(notified_on: date, instrument: Instrument) -> date | None:
    """Return the day on which a denunciation received on `notified_on` takes effect; None when the text is not known.

    Six months (Tokyo art. 23(2), Hague 14(2), Montreal 16(2), IPP 18(2), Airports VIII(2)), 180 days (CPPNM 21(2),
    Plastic XV(2)), one year (the others).
    """
    if instrument.denunciation_days is not None:
        return notified_on + timedelta(days=instrument.denunciation_days)
    if instrument.denunciation_months is None:
        return None
    return months_later(notified_on, instrument.denunciation_months)


def _ended(episode: Episode, act: SettledAct, instrument: Instrument) -> Episode:
    """Close an episode by a denunciation (VCLT art. 54(a))."""
    effective_on = act.effective_on or act.in_force_on
    if effective_on is None and act.on is not None:
        effective_on = denunciation_takes_effect(act.on, instrument)
    if effective_on is None:
        why = reason(ReasonCode.WITHDRAWN_UNDATED, vclt("54"), act.reports, attested_on=act.first_attested_on)
        return replace(episode, ended_on=act.first_attested_on, ended_by=act, because_ended=(why,))
    authority = instrument.cite(instrument.denunciation_article)
    why = reason(ReasonCode.WITHDRAWN, authority, act.reports, notified_on=act.on, effective_on=effective_on)
    return replace(episode, ended_on=effective_on, ended_by=act, because_ended=(why,))


def _cancelled(denunciation: SettledAct, acts: Sequence[SettledAct], instrument: Instrument) -> bool:
    """Whether a denunciation was revoked before it took effect (VCLT art. 68)."""
    if denunciation.on is None:
        return False
    effective_on = denunciation.effective_on or denunciation_takes_effect(denunciation.on, instrument)
    return any(
        a.kind is ActKind.WITHDRAWAL
        and a.withdraws == denunciation.key
        and a.on is not None
        and (effective_on is None or a.on < effective_on)
        for a in acts
    )


def fallen_with_parent(
    episodes: Sequence[Episode], instrument: Instrument, parent_ends: Sequence[date]
) -> tuple[Episode, ...]:
    """End the episodes that the denunciation of the parent ends (Airports art. VIII(4), Fixed Platforms art. 7(4))."""
    if not instrument.falls_with_parent:
        return tuple(episodes)
    return tuple(_fallen(episode, instrument, parent_ends) for episode in episodes)


def _fallen(episode: Episode, instrument: Instrument, parent_ends: Sequence[date]) -> Episode:
    first = min((d for d in parent_ends if d > episode.starts_on), default=None)
    if first is None or (episode.ended_on is not None and episode.ended_on <= first):
        return episode
    authority = instrument.cite(instrument.falls_with_parent_article)
    why = reason(ReasonCode.FALLS_WITH_PARENT, authority, parent=instrument.parent, effective_on=first)
    return replace(episode, ended_on=first, ended_by=None, because_ended=(why,))

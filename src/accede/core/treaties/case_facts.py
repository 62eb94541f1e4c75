"""The days of a case, worked out once: episodes, signature, lists that do not name the State."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from accede.core.treaties.acts import ActKind, SettledAct
from accede.core.treaties.episodes import ONE_DAY, Episode, episodes_of, fallen_with_parent
from accede.core.treaties.positions import Case, Standing
from accede.core.treaties.reasons import ReasonCode, reason


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A case with every day worked out."""

    case: Case
    episodes: tuple[Episode, ...]
    signature: SettledAct | None
    signature_ended_on: date | None
    absent_on: tuple[date, ...]
    """Days, within its life, on which a complete list does not name the State or a source says that it is not party."""
    said_by: Mapping[date, str]
    """Those of them that rest on a source's word about this State alone, with the source."""
    open_on: date

    def last_day_without(self, episode: Episode) -> date:
        """Return the last day on which the State is known not to have consented yet, for a consent without a day."""
        certain = [
            self.open_on - ONE_DAY,
            *(d for d in self.absent_on if d < episode.starts_on),
        ]
        if self.signature is not None and self.signature.on is not None and self.signature.on < episode.starts_on:
            certain.append(self.signature.on)
        certain += [
            e.ended_on - ONE_DAY for e in self.episodes if e.ended_on is not None and e.ended_on <= episode.starts_on
        ]
        return max(certain)


def prepare(case: Case, known_on: date | None = None) -> CaseFacts:
    """Work out the days of a case; with `known_on`, from the acts of which the record knew on that day."""
    instrument = case.instrument
    own = {case.state, *case.life.continues}
    acts = tuple(
        a
        for a in case.acts
        if a.instrument == instrument.key and a.state in own and (known_on is None or a.known_on <= known_on)
    )
    signatures = [a for a in acts if a.kind is ActKind.SIGNATURE]
    signature = min(signatures, key=lambda a: (a.on or a.first_attested_on, a.key), default=None)
    parent_ends = [c.starts_on for c in case.parent if c.position.standing is Standing.WITHDRAWN]
    own_episodes = tuple(_not_before_parent(e, case) for e in episodes_of(acts, instrument, case.life))
    episodes = fallen_with_parent(own_episodes, instrument, parent_ends)
    absent_on, said_by = _absent_on(case, acts, episodes)
    return CaseFacts(
        case=case,
        episodes=episodes,
        signature=signature,
        signature_ended_on=_taken_back_on(signature, acts),
        absent_on=absent_on,
        said_by=said_by,
        open_on=max(instrument.adopted_on, instrument.opened_on or instrument.adopted_on),
    )


def _not_before_parent(episode: Episode, case: Case) -> Episode:
    """Let the instrument bind only once its parent does, where the State has consented to both.

    An amendment or a protocol to which only parties to the parent can become party cannot be in force for a State
    before the parent is: where both were deposited on one day, the parent's waiting time counts (CPPNM art. 20(2)
    with 19(2); so the depositary prints it).
    """
    day = episode.bound_on
    if not case.instrument.needs_parent or day is None or episode.by_succession:
        return episode
    held = [c for c in case.parent if c.starts_on <= day]
    if not held or held[-1].position.standing is not Standing.CONTRACTING:
        return episode
    first = next((c.starts_on for c in case.parent if c.starts_on > day and c.position.is_bound), None)
    if first is None:
        return episode
    instrument = case.instrument
    why = reason(
        ReasonCode.PARENT_FIRST, instrument.cite(instrument.parent_article), parent=instrument.parent, in_force_on=first
    )
    return replace(episode, bound_on=first, because_bound=(*episode.because_bound, why))


def _taken_back_on(signature: SettledAct | None, acts: Iterable[SettledAct]) -> date | None:
    """Return the day on which a signatory made clear that it would not become a party (VCLT art. 18(a))."""
    if signature is None:
        return None
    back = (a.on for a in acts if a.kind is ActKind.WITHDRAWAL and a.withdraws == signature.key)
    return min((day for day in back if day is not None), default=None)


def _absent_on(
    case: Case, acts: tuple[SettledAct, ...], episodes: tuple[Episode, ...]
) -> tuple[tuple[date, ...], Mapping[date, str]]:
    """Return the days, before any consent, on which the State is known not to be a party although it existed.

    They come from complete lists that do not name it, and from sources that say so of this State; the second part of
    the answer names the source for the days that rest on such a word alone. The list of a day says nothing about a
    State that did not exist then.
    """
    until = min((e.consent_on or e.bound_on or e.attested_on for e in episodes), default=date.max)
    named = [a for a in acts if a.kind not in {ActKind.SIGNATURE, ActKind.WITHDRAWAL}]
    sources = {s for a in named for s in a.sources}
    first = min((a.first_attested_on for a in named), default=date.max)
    lists = {d for d in case.instrument.complete_on if d < first}
    lists |= {a_list.on for a_list in case.instrument.complete_lists if a_list.source not in sources}
    said = {
        a.on: a.source for a in case.instrument.stated_absences if a.state == case.state and a.source not in sources
    }
    known = sorted(d for d in {*lists, *said} if d < until and any(d in p for p in case.life.periods))
    return tuple(known), {day: source for day, source in said.items() if day not in lists}


def days_of_change(facts: CaseFacts) -> set[date]:
    """Return every day on which the answer can differ from the day before."""
    case = facts.case
    days: set[date | None] = {date.min, case.instrument.adopted_on, facts.open_on, case.instrument.in_force_on}
    for period in case.life.periods:
        days |= {period.start, period.end}
    if facts.signature is not None:
        days |= {facts.signature.on, facts.signature.first_attested_on, facts.signature_ended_on}
        days.add(_next(facts.signature.on))
    for listed_on in facts.absent_on:
        days |= {listed_on, _next(listed_on)}
    for episode in facts.episodes:
        days |= {episode.consent_on, episode.bound_on, episode.attested_on, episode.ended_on}
        if episode.by_succession:
            days.add(episode.act.on)
        days |= {_next(episode.act.last_attested_on), _next(max(episode.starts_on, episode.act.last_attested_on))}
        if episode.ended_by is not None:
            days |= {episode.ended_by.on}
    for changes in (case.parent, *(a.timeline for a in (*case.amended_by, *case.needed_by))):
        days |= {c.starts_on for c in changes}
    return {day for day in days if day is not None}


def _next(day: date | None) -> date | None:
    return None if day is None or day == date.max else day + ONE_DAY

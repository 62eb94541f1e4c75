"""Reservations, declarations, notifications and objections in effect on a day.

A reservation works once the treaty is in force for the State (VCLT arts. 2(1)(d), 21); it and an objection can be
withdrawn at any time and the withdrawal works on notice (VCLT art. 22). A declaration that a treaty is not in the annex
to the Financing Convention lapses when that treaty enters into force for the State (art. 2(2)(a)).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.explain import Authority, Reason
from accede.core.treaties.acts import CONSENT_KINDS, ActKind, SettledAct
from accede.core.treaties.positions import Change
from accede.core.treaties.reasons import ReasonCode, reason, vclt
from accede.core.treaties.standing import at

STATEMENT_KINDS = frozenset({ActKind.RESERVATION, ActKind.DECLARATION, ActKind.NOTIFICATION, ActKind.OBJECTION})
"""Kinds of act that qualify or add to a State's consent."""

PRODUCER = "producer"
NOT_PRODUCER = "not_producer"
"""Subjects of the declaration that the Plastic Explosives Convention asks for on deposit (art. XIII(2))."""
ANNEX_EXCLUSION = "art. 2(2)(a)"
"""Subject of a declaration under the Financing Convention; it may name the treaty ("art. 2(2)(a) SUA-1988")."""
FINANCING = "FINANCING-1999"
PLASTIC = "PLASTIC-1991"


class Effect(StrEnum):
    """What a statement does on a day."""

    IN_EFFECT = "in_effect"
    AWAITING_FORCE = "awaiting_force"
    """Made; the treaty is not yet in force for the State, or not any more."""
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    REPLACED = "replaced"
    NOT_KNOWN = "not_known"
    """A source names it, at a later day; on this day it may or may not have been made."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A reservation, declaration, notification or objection with its effect on a day."""

    act: SettledAct
    effect: Effect
    since: date | None
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class StatementCase:
    """What bears on the statements of one State under one instrument.

    Attributes:
        acts: settled acts; those of other instruments are left aside.
        timeline: the State's standing under this instrument.
        others: its timelines under other instruments, for what lapses with them.
        annex: the treaties of the annex to the Financing Convention, for declarations that exclude some of them.
    """

    instrument: str
    acts: Sequence[SettledAct]
    timeline: Sequence[Change]
    others: Mapping[str, Sequence[Change]]
    annex: Sequence[str] = ()


def statements_on(day: date, case: StatementCase) -> tuple[Statement, ...]:
    """Return every statement made by `day`, or perhaps made, with its effect on that day, in order of their days."""
    mine = [a for a in case.acts if a.instrument == case.instrument]
    found = [_statement(act, mine, day, case) for act in mine if act.kind in STATEMENT_KINDS]
    dated = [s for s in found if s is not None]
    return tuple(sorted(dated, key=lambda s: (s.since or date.max, s.act.subject, s.act.key)))


def producers_on(day: date, acts: Iterable[SettledAct]) -> frozenset[str]:
    """Return the States that had declared by `day` that they are producers (Plastic art. XIII(2)).

    The declaration is made on deposit; one without a day of its own is as old as the State's deposit. A later
    declaration to the contrary replaces it.
    """
    plastic = [a for a in acts if a.instrument == PLASTIC]
    deposits = {a.state: a.on for a in plastic if a.kind in CONSENT_KINDS}
    last: dict[str, tuple[date, str, str]] = {}
    for act in plastic:
        if act.kind not in {ActKind.DECLARATION, ActKind.NOTIFICATION} or act.subject not in {PRODUCER, NOT_PRODUCER}:
            continue
        made = act.on or deposits.get(act.state) or act.first_attested_on
        if made <= day:
            last[act.state] = max(last.get(act.state, (date.min, "", "")), (made, act.key, act.subject))
    return frozenset(state for state, (_, _, subject) in last.items() if subject == PRODUCER)


def excluded_treaty(subject: str, annex: Iterable[str]) -> str | None:
    """Return the annex treaty that a declaration under Financing art. 2(2)(a) names, if it names one."""
    return next((key for key in annex if key in subject), None)


def _statement(act: SettledAct, acts: Sequence[SettledAct], day: date, case: StatementCase) -> Statement | None:
    made_on, why = _made(act, acts)
    if made_on > day:
        return None
    if act.on is None and why.code != ReasonCode.DECLARATION_WITH_DEPOSIT and day < act.first_attested_on:
        return Statement(act, Effect.NOT_KNOWN, None, (why,))
    made: tuple[Reason, ...] = (why,)
    if act.on is None:
        made = (
            reason(ReasonCode.DECLARATION_MADE, None, act.reports, kind=act.kind, on=None, subject=act.subject),
            why,
        )
    for effect, ended in (
        (Effect.WITHDRAWN, _withdrawal(act, acts, day)),
        (Effect.REPLACED, _replacement(act, acts, day)),
    ):
        if ended is not None:
            return Statement(act, effect, ended[0], (*made, ended[1]))
    if act.instrument == FINANCING and act.subject.startswith(ANNEX_EXCLUSION):
        lapse = _lapse(act, day, case)
        if lapse is not None:
            return Statement(act, lapse[0], lapse[1], (*made, lapse[2]))
    return _in_force_or_awaiting(act, made, made_on, day, case)


def _made(act: SettledAct, acts: Sequence[SettledAct]) -> tuple[date, Reason]:
    """Return the first day on which the statement may have been made, and what is known about it."""
    if act.on is not None:
        return act.on, reason(
            ReasonCode.DECLARATION_MADE, None, act.reports, kind=act.kind, on=act.on, subject=act.subject
        )
    deposit_on = min((a.on for a in acts if a.kind in CONSENT_KINDS and a.on is not None), default=None)
    article = _made_on_deposit(act)
    if article is not None and deposit_on is not None:
        return deposit_on, reason(ReasonCode.DECLARATION_WITH_DEPOSIT, article, act.reports, on=deposit_on)
    undated = reason(ReasonCode.DECLARATION_UNDATED, None, act.reports, attested_on=act.first_attested_on)
    return min(deposit_on or act.first_attested_on, act.first_attested_on), undated


def _made_on_deposit(act: SettledAct) -> Authority | None:
    """Return the article that has the declaration made on deposit, so that its day is the day of the deposit."""
    if act.instrument == PLASTIC and act.subject in {PRODUCER, NOT_PRODUCER}:
        return Authority(PLASTIC, "XIII(2)")
    if act.instrument == FINANCING and act.subject.startswith(ANNEX_EXCLUSION):
        return Authority(FINANCING, "2(2)(a)")
    return None


def _withdrawal(act: SettledAct, acts: Sequence[SettledAct], day: date) -> tuple[date | None, Reason] | None:
    """Find a withdrawal of this statement that had been notified by `day` (VCLT art. 22(3))."""
    for other in acts:
        if other.kind is not ActKind.WITHDRAWAL:
            continue
        names_it = other.withdraws in {act.key, *act.reports} if other.withdraws else other.subject == act.subject
        notified = other.on or other.first_attested_on
        if names_it and notified <= day:
            return other.on, reason(ReasonCode.DECLARATION_WITHDRAWN, vclt("22(3)"), other.reports, on=other.on)
    return None


def _replacement(act: SettledAct, acts: Sequence[SettledAct], day: date) -> tuple[date | None, Reason] | None:
    """A State is a producer or it is not: a later declaration takes the place of the earlier one."""
    if act.subject not in {PRODUCER, NOT_PRODUCER}:
        return None
    made_on = _made(act, acts)[0]
    later = [
        (_made(a, acts)[0], a)
        for a in acts
        if a.subject in {PRODUCER, NOT_PRODUCER} and a.subject != act.subject and a.kind in STATEMENT_KINDS
    ]
    for on, other in sorted(later, key=lambda pair: (pair[0], pair[1].key)):
        if made_on < on <= day:
            authority = Authority(PLASTIC, "XIII(2)")
            return on, reason(ReasonCode.DECLARATION_REPLACED, authority, other.reports, on=on)
    return None


def _lapse(act: SettledAct, day: date, case: StatementCase) -> tuple[Effect, date | None, Reason] | None:
    """Tell whether an excluded treaty has entered into force for the State since (Financing art. 2(2)(a))."""
    authority = Authority(FINANCING, "2(2)(a)")
    named = excluded_treaty(act.subject, case.annex)
    treaties = (named,) if named else case.annex
    bound = {key: _bound_since(case.others.get(key, ()), day) for key in treaties}
    still_open = tuple(key for key, held in bound.items() if held is None)
    if not still_open:
        # Where the declaration names no treaty, it has surely lapsed once all nine bind the State.
        last = max(treaties, key=lambda key: (bound[key] or (None,))[0] or date.min)
        since = (bound[last] or (None,))[0]
        return Effect.LAPSED, since, reason(ReasonCode.DECLARATION_LAPSED, authority, instrument=last, on=since)
    if named is None:
        return Effect.NOT_KNOWN, None, reason(ReasonCode.DECLARATION_LAPSE_NOT_KNOWN, authority, instruments=still_open)
    return None


def _bound_since(changes: Sequence[Change], day: date) -> tuple[date | None] | None:
    """Return (since,) when the State is bound on `day`; `since` may be unknown."""
    if not changes:
        return None
    position = at(changes, day).position
    return (position.since,) if position.is_bound else None


def _in_force_or_awaiting(
    act: SettledAct, made: tuple[Reason, ...], made_on: date, day: date, case: StatementCase
) -> Statement:
    held = _bound_since(case.timeline, day)
    if act.kind is ActKind.OBJECTION or held is not None:
        since = max(made_on, held[0]) if held is not None and held[0] is not None else None
        return Statement(act, Effect.IN_EFFECT, since if act.kind is not ActKind.OBJECTION else act.on, made)
    bound_on = next((c.position.since for c in case.timeline if c.position.is_bound and c.starts_on > day), None)
    waiting = reason(ReasonCode.DECLARATION_BEFORE_CONSENT, vclt("21(1)"), on=act.on, in_force_on=bound_on)
    return Statement(act, Effect.AWAITING_FORCE, None, (*made, waiting))

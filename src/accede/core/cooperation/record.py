"""Bring the register and the treaties beside it together into what the finder and the network look at."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from accede.core.cooperation.agreements import (
    AgreementReport,
    Membership,
    Regional,
    RegionalAct,
    links_of,
    memberships,
    settle_agreements,
)
from accede.core.cooperation.facts import Facts, Flag
from accede.core.cooperation.national_rules import NationalRule
from accede.core.cooperation.offences import FINANCING, Catalogue
from accede.core.cooperation.world import (
    NOTHING,
    Holding,
    World,
    annex_holdings,
    clipped,
    holding_of,
    holding_of_member,
)
from accede.core.treaties.acts import CONSENT_KINDS, ActKind, SettledAct
from accede.core.treaties.declarations import (
    ANNEX_EXCLUSION,
    Effect,
    Statement,
    StatementCase,
    statements_on,
)
from accede.core.treaties.instruments import Instrument
from accede.core.treaties.positions import Change
from accede.core.values import Period

_BEARING = frozenset({ActKind.RESERVATION, ActKind.DECLARATION, ActKind.OBJECTION})
_NOT_BEARING = ("producer", "not_producer")


@dataclass(frozen=True)
class Record:
    """What there is to bring together.

    Attributes:
        states: the States of the network, in the order of the arrays.
        timelines: by (State, instrument), for these States.
        acts: settled acts by (State, instrument); of a State that continues another, both.
        lives: when each State existed.
    """

    catalogue: Catalogue
    instruments: Mapping[str, Instrument]
    states: tuple[str, ...]
    timelines: Mapping[tuple[str, str], Sequence[Change]]
    acts: Mapping[tuple[str, str], Sequence[SettledAct]]
    lives: Mapping[str, Sequence[Period]]
    agreement_reports: tuple[AgreementReport, ...] = ()
    regionals: Mapping[str, Regional] | None = None
    regional_acts: tuple[RegionalAct, ...] = ()
    rules: Mapping[str, NationalRule] | None = None
    predecessors: Mapping[str, Sequence[str]] | None = None


def assemble(record: Record) -> Facts:
    """Return what the finder looks at; its `world` is the input of the network."""
    agreements = settle_agreements(record.agreement_reports)
    regionals = record.regionals or {}
    members = tuple(m for regional in regionals.values() for m in memberships(regional, record.regional_acts))
    rules = record.rules or {}
    world = World(
        states=record.states,
        catalogue=record.catalogue,
        holdings=_holdings(record, members),
        links=clipped(links_of(agreements, regionals, members), record.lives),
        in_force_on={key: instrument.in_force_on for key, instrument in record.instruments.items()},
        needs={state: rule.as_relied_on.needs_treaty for state, rule in rules.items()},
    )
    days = {pair: [c.starts_on for c in changes] for pair, changes in record.timelines.items()}

    def change_on(instrument: str, state: str, day: date) -> Change:
        pair = (state, instrument)
        return record.timelines[pair][bisect_right(days[pair], day) - 1]

    return Facts(
        world=world,
        instruments=record.instruments,
        change_on=change_on,
        flags_on=lambda instrument, state, day: flags_of(record, instrument, state, day),
        agreements={agreement.key: agreement for agreement in agreements},
        regionals=regionals,
        memberships={(m.instrument, m.state): m for m in members},
        rules=rules,
        predecessors=record.predecessors or {},
    )


def _holdings(record: Record, members: Iterable[Membership]) -> Mapping[str, Mapping[str, Holding]]:
    found: dict[str, dict[str, Holding]] = defaultdict(dict)
    for (state, instrument), changes in record.timelines.items():
        found[instrument][state] = holding_of(changes)
    for member in members:
        found[member.instrument][member.state] = holding_of_member(member)
    for state in record.states:
        financing = record.timelines.get((state, FINANCING))
        if financing is None:
            continue
        annex = {key: found.get(key, {}).get(state, NOTHING) for key in record.catalogue.annex}
        own = record.acts.get((state, FINANCING), ())
        declared = [a for a in own if a.subject.startswith(ANNEX_EXCLUSION)]
        if declared:
            holdings = annex_holdings(
                financing,
                annex,
                statements_on=partial(statements_of, record, FINANCING, state),
                declared_on=[a.on or a.first_attested_on for a in declared],
            )
        else:
            holdings = annex_holdings(financing, annex)
        for provision, holding in holdings.items():
            found[provision][state] = holding
    return found


def statements_of(record: Record, instrument: str, state: str, day: date) -> tuple[Statement, ...]:
    """Return the statements of a State under one of the nineteen, with their effect on a day."""
    others = {key: record.timelines[state, key] for key in record.instruments if (state, key) in record.timelines}
    acts = record.acts.get((state, instrument), ())
    return statements_on(
        day, StatementCase(instrument, acts, record.timelines[state, instrument], others, record.catalogue.annex)
    )


def flags_of(record: Record, instrument: str, state: str, day: date) -> tuple[Flag, ...]:
    """Return what is recorded of the reservations, declarations and objections of a State on a day.

    A source may note with an act of consent that there is some reservation or declaration, without saying what.
    """
    flags = [
        Flag(s.act.subject, s.effect.value, s.act.reports)
        for s in statements_of(record, instrument, state, day)
        if s.act.kind in _BEARING
        and s.act.subject not in _NOT_BEARING
        and s.effect in {Effect.IN_EFFECT, Effect.NOT_KNOWN}
    ]
    noted = [
        a
        for a in record.acts.get((state, instrument), ())
        if a.kind in CONSENT_KINDS and a.reservation_noted and (a.on or a.first_attested_on) <= day
    ]
    if noted and not flags:
        flags.append(Flag("", "noted", tuple(r for a in noted for r in a.reports)))
    return tuple(flags)

"""One snapshot of everything that opinions, the network and plans rest on, made once for an edition of the record."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q

from accede.core.cooperation.agreements import AgreementReport, Regional, RegionalAct
from accede.core.cooperation.effects import Purpose
from accede.core.cooperation.facts import Facts
from accede.core.cooperation.national_rules import NationalRule, Nationals, Needs
from accede.core.cooperation.network import Network, network_on
from accede.core.cooperation.offences import Catalogue
from accede.core.cooperation.record import Record, assemble
from accede.core.cooperation.rows import regional
from accede.core.cooperation.tables import Tables, tables_of
from accede.core.treaties.acts import ActKind
from accede.core.values import Period
from accede.foundation.computed import Computed
from accede.modules.cooperation.fields.offences import shipped_catalogue
from accede.modules.cooperation.models import BilateralReport, RegionalReport, RegionalTreaty
from accede.modules.cooperation.models import NationalRule as RuleRow
from accede.modules.cooperation.queries.found import agreement_report_of
from accede.modules.treaties.queries.knowledge import days_of_change, last_change
from accede.modules.treaties.queries.register import Register, current_register, register_about

NETWORK_KINDS = frozenset({"member", "observer", "state"})
"""Kinds of States that can extradite; former States while they existed; not organisations or areas."""
FORMER = "former"
MOST_SNAPSHOTS = 2
MOST_NETWORKS = 12


@dataclass(frozen=True)
class Cooperation:
    """Everything of one edition: the register, and what stands beside it."""

    register: Register
    facts: Facts
    lives: Mapping[str, Sequence[Period]]
    unsure_starts: frozenset[str]
    """States whose first day no source that was read gives: `lives` starts when they existed at the latest."""
    notes: Mapping[str, str]

    @property
    def catalogue(self) -> Catalogue:
        """The offences."""
        return self.facts.world.catalogue

    @cached_property
    def kept(self) -> Computed:
        """What faces computed of this snapshot, for those who ask again."""
        return Computed()

    @cached_property
    def _tables(self) -> dict[Purpose, Tables]:
        return {}

    def tables(self, purpose: Purpose) -> Tables:
        """Return the world as arrays for a purpose, made on first use."""
        found = self._tables.get(purpose)
        if found is None:
            found = self._tables[purpose] = tables_of(self.facts.world, purpose)
        return found

    @cached_property
    def _networks(self) -> "OrderedDict[tuple[date, Purpose], Network]":
        return OrderedDict()

    def network(self, on: date, purpose: Purpose = Purpose.EXTRADITION) -> Network:
        """Return the network on a day; the last few are kept."""
        found = self._networks.get((on, purpose))
        if found is None:
            found = self._networks[on, purpose] = network_on(self.tables(purpose), on)
            while len(self._networks) > MOST_NETWORKS:
                self._networks.popitem(last=False)
        return found


_snapshots = Computed(MOST_SNAPSHOTS)
_days_of_change: dict[int, tuple[date, ...]] = {}


def current_cooperation(known_on: date | None = None) -> Cooperation:
    """Return the snapshot of the newest edition, computing it on first use; nobody waits who asks for another one.

    Days between two changes share a snapshot, so that asking for odd days costs nothing.
    """
    register = current_register(known_on)
    day = last_change(_days(register.edition), known_on)
    # The register itself is part of the question, for numbers of editions begin again in tests; its snapshot holds it.
    return _snapshots.get((id(register), day), lambda: _read(register, day))


def cooperation_as_it_stands() -> Cooperation:
    """Return the snapshot made anew, with what this transaction has changed of treaties and nobody else sees yet."""
    return _read(current_register(), None)


def cooperation_about(names: Iterable[str], known_on: date | None = None) -> Cooperation:
    """Return what there is about the States that `names` name, and nothing of others; nothing is kept."""
    register = register_about(names, known_on)
    return _read(register, last_change(_days(register.edition), known_on) if known_on else None)


def _days(edition: int) -> tuple[date, ...]:
    found = _days_of_change.get(edition)
    if found is None:
        found = days_of_change(BilateralReport, RegionalReport, RuleRow)
        _days_of_change.clear()
        _days_of_change[edition] = found
    return found


def _read(register: Register, known_on: date | None) -> Cooperation:
    states = tuple(
        code
        for code, state in register.states.items()
        if (state.kind in NETWORK_KINDS or state.kind == FORMER) and (register.about is None or code in register.about)
    )
    starts = {code: _start_of(register, code) for code in register.states}
    lives = {code: (Period(starts[code][0], state.exists.end),) for code, state in register.states.items()}
    reports, notes = _bilateral_reports(known_on, register.about)
    continued = {code: _names_of(register, code) for code in states}
    acts = {
        (code, key): tuple(a for name in continued[code] for a in register.acts.get((key, name), ()))
        for code in states
        for key in register.instruments
    }
    facts = assemble(
        Record(
            catalogue=shipped_catalogue(),
            instruments={key: entry.core for key, entry in register.instruments.items()},
            states=states,
            timelines={
                (code, key): register.timelines[key, code].changes for code in states for key in register.instruments
            },
            acts=acts,
            lives=lives,
            agreement_reports=reports,
            regionals=_regionals(known_on),
            regional_acts=_regional_acts(known_on, register.about),
            rules=_rules(known_on, register),
            predecessors={
                code: tuple(s.predecessor for s in register.states[code].predecessors if s.kind != "continuation")
                for code in states
            },
        )
    )
    unsure = frozenset(code for code, (_, is_sure) in starts.items() if not is_sure)
    return Cooperation(register, facts, lives, unsure, notes)


_BEGINNINGS = frozenset({"separation", "dissolution", "unification"})


def _start_of(register: Register, code: str) -> tuple[date | None, bool]:
    """Return the first day of a State and whether a source gives it.

    A State that came out of another, on a day that no source gives, existed at the latest when that other one ended.
    """
    state = register.states[code]
    if state.exists.start is not None:
        return state.exists.start, True
    beginnings = [s for s in state.predecessors if s.kind in _BEGINNINGS]
    days = [s.on for s in beginnings if s.on is not None]
    if days:
        return max(days), all(s.verified for s in beginnings)
    ends = [end for s in beginnings if (end := register.states[s.predecessor].exists.end) is not None]
    return (max(ends), False) if ends else (None, True)


def _names_of(register: Register, code: str) -> tuple[str, ...]:
    """Return the codes under which a State's acts stand: its own, and that of a State that it continues."""
    return (code, *(s.predecessor for s in register.states[code].predecessors if s.kind == "continuation"))


def _bilateral_reports(
    known_on: date | None, about: frozenset[str] | None
) -> tuple[tuple[AgreementReport, ...], dict[str, str]]:
    reports: list[AgreementReport] = []
    notes: dict[str, str] = {}
    rows = BilateralReport.objects.known(known_on).order_by("pk")
    for row in (rows if about is None else rows.filter(first__in=about, second__in=about)).iterator(chunk_size=5000):
        reports.append(agreement_report_of(row))
        if row.note:
            notes[row.key] = row.note
    return tuple(reports), notes


def _regionals(known_on: date | None) -> dict[str, Regional]:
    acts = RegionalReport.objects.known(known_on).values("treaty")
    treaties = RegionalTreaty.objects.filter(Q(is_shipped=True) | Q(key__in=acts)).order_by("place")
    rows = treaties.values_list("key", "terms")
    return {key: regional(terms) for key, terms in rows}


def _regional_acts(known_on: date | None, about: frozenset[str] | None) -> tuple[RegionalAct, ...]:
    rows = RegionalReport.objects.known(known_on).order_by("pk")
    return tuple(
        RegionalAct(
            instrument=row.treaty_id,
            state=row.state_id,
            kind=ActKind(row.kind),
            source=row.source_id,
            attested_on=row.attested_on,
            on=row.on,
            in_force_on=row.in_force_on,
        )
        for row in (rows if about is None else rows.filter(state__in=about))
    )


def _rules(known_on: date | None, register: Register) -> dict[str, NationalRule]:
    return {
        row.state_id: NationalRule(
            state=row.state_id,
            needs_treaty=Needs(row.needs_treaty),
            nationals=Nationals(row.nationals),
            words=row.words,
            source=row.source_id,
            is_secondary=row.is_secondary,
            is_unsourced=row.source_id in register.sources and register.sources[row.source_id].is_unsourced,
        )
        for row in RuleRow.objects.known(known_on)
    }

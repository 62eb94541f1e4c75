"""One snapshot of the whole register, computed once for an edition and shared by all readers of a process.

The tables hold reports; this holds what follows from them: settled acts, disagreements, and the timeline of every
State under every instrument. It is immutable, so threads share it freely.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from accede.core.explain import Finding
from accede.core.treaties.acts import ActKind, RecordedAct, SettledAct
from accede.core.treaties.episodes import Life
from accede.core.treaties.settling import Disagreement, Settled, settle
from accede.core.treaties.standing import Change, Position
from accede.core.treaties.whole_record import state_timelines
from accede.foundation.computed import Computed
from accede.modules.reference.queries import SourceFacts, StateFacts, all_sources, all_states
from accede.modules.treaties.models import Absence as AbsenceRow
from accede.modules.treaties.models import Coverage as CoverageRow
from accede.modules.treaties.models import Gap as GapRow
from accede.modules.treaties.models import Report
from accede.modules.treaties.queries.curves import CurveStep, curve_of
from accede.modules.treaties.queries.editions import newest_edition
from accede.modules.treaties.queries.find import Finder
from accede.modules.treaties.queries.instruments import (
    CoverageFacts,
    GapFacts,
    InstrumentFacts,
    all_coverage,
    all_gaps,
    all_instruments,
)
from accede.modules.treaties.queries.knowledge import days_of_change, last_change

Pair = tuple[str, str]
"""An instrument's key and a State's code."""

CONTINUATION = "continuation"
MOST_SNAPSHOTS = 4
_COLUMNS = (
    "key",
    "instrument_id",
    "state_id",
    "source_id",
    "attested_on",
    "known_on",
    "on",
    "in_force_on",
    "effective_on",
    "subject",
    "depositary",
    "reservation_noted",
)
"""Columns that `core` takes as they are, by the same name without “_id”."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The changes of one State under one instrument, with their days apart for a fast look-up."""

    days: tuple[date, ...]
    changes: tuple[Change, ...]

    def on(self, day: date) -> Change:
        """Return the change that holds on `day`."""
        return self.changes[bisect_right(self.days, day) - 1]


@dataclass(frozen=True)
class Register:
    """Everything that the register says in one edition, as known on `known_on` (None: as known now).

    Attributes:
        finder: looks up States, instruments and sources by name.
        about: the States whose acts were read; None: those of all.
    """

    edition: int
    known_on: date | None
    states: Mapping[str, StateFacts]
    instruments: Mapping[str, InstrumentFacts]
    sources: Mapping[str, SourceFacts]
    coverage: tuple[CoverageFacts, ...]
    gaps: tuple[GapFacts, ...]
    reports: Mapping[str, RecordedAct]
    notes: Mapping[str, str]
    settled: Settled
    finder: Finder
    about: frozenset[str] | None = None

    @cached_property
    def acts(self) -> Mapping[Pair, tuple[SettledAct, ...]]:
        """Settled acts of each pair, in order of their days."""
        found: dict[Pair, list[SettledAct]] = defaultdict(list)
        for act in self.settled.acts:
            found[act.instrument, act.state].append(act)
        return {pair: tuple(acts) for pair, acts in found.items()}

    @cached_property
    def acts_latest_first(self) -> tuple[SettledAct, ...]:
        """All settled acts, the latest first; acts whose day no source gives come last."""
        by_day = sorted(self.settled.acts, key=lambda a: (a.on or date.min, a.instrument, a.state, a.key), reverse=True)
        return tuple(by_day)

    @cached_property
    def disagreements(self) -> Mapping[Pair, tuple[Disagreement, ...]]:
        """Disagreements between the sources of each pair."""
        found: dict[Pair, list[Disagreement]] = defaultdict(list)
        for disagreement in self.settled.disagreements:
            found[disagreement.instrument, disagreement.state].append(disagreement)
        return {pair: tuple(items) for pair, items in found.items()}

    @cached_property
    def timelines(self) -> Mapping[Pair, Timeline]:
        """The timeline of every State under every instrument."""
        instruments = {key: facts.core for key, facts in self.instruments.items()}
        found: dict[Pair, Timeline] = {}
        for code in self.states if self.about is None else self.about:
            life = life_of(self.states[code])
            own = {
                key: [act for state in (code, *life.continues) for act in self.acts.get((key, state), ())]
                for key in instruments
            }
            for key, changes in state_timelines(code, life, own, instruments).items():
                found[key, code] = Timeline(tuple(c.starts_on for c in changes), changes)
        return found

    @cached_property
    def curves(self) -> Mapping[str, tuple[CurveStep, ...]]:
        """How many States were bound by each instrument, and of how many nothing is known, step by step."""
        return {key: curve_of(self.timelines[key, code].changes for code in self.states) for key in self.instruments}

    @cached_property
    def top_of_curves(self) -> int:
        """The most States that were bound by any instrument, or may have been."""
        return max((step.bound + step.not_known for steps in self.curves.values() for step in steps), default=1)

    def standing(self, instrument: str, state: str, on: date) -> Finding[Position]:
        """Return where a State stands under an instrument on a day, and why."""
        change = self.timelines[instrument, state].on(on)
        return Finding(change.position, change.because)


def life_of(state: StateFacts) -> Life:
    """Return when a State existed and which ones it continues."""
    continues = tuple(s.predecessor for s in state.predecessors if s.kind == CONTINUATION)
    return Life(periods=(state.exists,), continues=continues)


_snapshots = Computed(MOST_SNAPSHOTS)
_days_of_change: dict[int, tuple[date, ...]] = {}


def current_register(known_on: date | None = None) -> Register:
    """Return the snapshot of the newest edition, computing it on first use. One query when it is there already.

    Days between two changes of the record share a snapshot, so that asking for odd days costs nothing. Who asks for a
    snapshot that is there does not wait for one that is being computed.
    """
    edition = newest_edition()
    day = _last_change(edition, known_on)
    return _snapshots.get((edition, day), lambda: _read(edition=edition, known_on=day))


def register_as_it_stands() -> Register:
    """Return the register made anew, with what this transaction has changed and nobody else sees yet."""
    return _read(edition=newest_edition(), known_on=None)


def register_about(names: Iterable[str], known_on: date | None = None) -> Register:
    """Return the register with the acts of the States that `names` name, and of no other.

    For a program that ends with its answer: what is not asked about is neither read nor settled, and nothing is kept.
    """
    edition = newest_edition()
    return _read(edition=edition, known_on=_last_change(edition, known_on), names=tuple(names))


def forget_snapshots() -> None:
    """Drop what was computed; for tests that begin again with the same edition number."""
    _snapshots.clear()
    _days_of_change.clear()


def _last_change(edition: int, known_on: date | None) -> date | None:
    """Return the last day up to `known_on` on which the record learned or took back something; None: as known now."""
    if known_on is None:
        return None
    days = _days_of_change.get(edition)
    if days is None:
        days = days_of_change(Report, AbsenceRow, CoverageRow, GapRow)
        _days_of_change.clear()
        _days_of_change[edition] = days
    return last_change(days, known_on)


def _read(*, edition: int, known_on: date | None, names: tuple[str, ...] | None = None) -> Register:
    instruments = all_instruments(known_on)
    sources = all_sources()
    states = all_states()
    finder = Finder(states, instruments, sources)
    about = None if names is None else frozenset(code for name in names if (code := finder.state(name)) is not None)
    reports, notes = _reports(known_on, _acting_for(about, states))
    settled = settle(
        reports,
        authority_of={key: source.rank for key, source in sources.items()},
        instruments={key: facts.core for key, facts in instruments.items()},
        known_on=known_on,
    )
    return Register(
        edition=edition,
        known_on=known_on,
        states=states,
        instruments=instruments,
        sources=sources,
        coverage=tuple(all_coverage(known_on)),
        gaps=tuple(all_gaps(known_on)),
        reports={report.key: report for report in reports},
        notes=notes,
        settled=settled,
        finder=finder,
        about=about,
    )


def _acting_for(about: frozenset[str] | None, states: Mapping[str, StateFacts]) -> frozenset[str] | None:
    """Return the States whose acts count for some: their own, and those of the ones that they continue."""
    if about is None:
        return None
    return about.union(*(life_of(states[code]).continues for code in about))


def _reports(known_on: date | None, states: frozenset[str] | None) -> tuple[list[RecordedAct], dict[str, str]]:
    # Rows as tuples: making objects of the table of them would take as long as all the rest.
    told = Report.objects.known(known_on) if states is None else Report.objects.known(known_on).filter(state__in=states)
    rows = told.order_by("pk").values_list("note", "kind", "withdraws", *_COLUMNS)
    names = [column.removesuffix("_id") for column in _COLUMNS]
    kinds = {kind.value: kind for kind in ActKind}
    reports: list[RecordedAct] = []
    notes: dict[str, str] = {}
    for note, kind, withdraws, *values in rows.iterator(chunk_size=5000):
        report = RecordedAct(kind=kinds[kind], withdraws=withdraws or None, **dict(zip(names, values, strict=True)))
        reports.append(report)
        if note:
            notes[report.key] = note
    return reports, notes

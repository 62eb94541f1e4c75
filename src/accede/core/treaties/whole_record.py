"""The timelines of all States under all instruments, each with what its parent and its protocols add."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from accede.core.treaties.acts import SettledAct
from accede.core.treaties.episodes import Life
from accede.core.treaties.instruments import Instrument, ParentLink
from accede.core.treaties.positions import Amendment, Case, Change
from accede.core.treaties.standing import timeline

Pair = tuple[str, str]
"""A State and an instrument, by their codes."""


def all_timelines(
    instruments: Mapping[str, Instrument],
    acts: Iterable[SettledAct],
    lives: Mapping[str, Life],
    *,
    known_on: date | None = None,
) -> dict[Pair, tuple[Change, ...]]:
    """Return the timeline of every State in `lives` under every instrument."""
    by_pair: dict[Pair, list[SettledAct]] = defaultdict(list)
    for act in acts:
        by_pair[act.state, act.instrument].append(act)
    found: dict[Pair, tuple[Change, ...]] = {}
    for state, life in lives.items():
        own = {
            key: [act for code in (state, *life.continues) for act in by_pair.get((code, key), ())]
            for key in instruments
        }
        for key, changes in state_timelines(state, life, own, instruments, known_on=known_on).items():
            found[state, key] = changes
    return found


def state_timelines(
    state: str,
    life: Life,
    acts: Mapping[str, Sequence[SettledAct]],
    instruments: Mapping[str, Instrument],
    *,
    known_on: date | None = None,
) -> dict[str, tuple[Change, ...]]:
    """Return the timeline of one State under every instrument; `acts` are its own, by instrument.

    A protocol that binds to the parent as amended comes before it, because its effect is part of the parent's timeline.
    One to which only parties to the parent can be party bears on the parent too, and the parent on it: it is worked
    out without the parent first, then the parent with it, then the protocol with the parent.
    """
    children: dict[str, list[Instrument]] = defaultdict(list)
    for instrument in instruments.values():
        if instrument.parent:
            children[instrument.parent].append(instrument)
    built: dict[str, tuple[Change, ...]] = {}

    def worked_out(instrument: Instrument, parent: tuple[Change, ...]) -> tuple[Change, ...]:
        below = children[instrument.key]
        return timeline(
            Case(
                instrument,
                state,
                tuple(acts.get(instrument.key, ())),
                life,
                parent,
                tuple(Amendment(p, alone(p)) for p in below if binds_to_parent(p)),
                tuple(Amendment(p, alone(p)) for p in below if p.needs_parent and concerned(p)),
            ),
            known_on=known_on,
        )

    def concerned(instrument: Instrument) -> bool:
        return bool(acts.get(instrument.key)) or any(concerned(below) for below in children[instrument.key])

    def alone(instrument: Instrument) -> tuple[Change, ...]:
        if binds_to_parent(instrument):
            if instrument.key not in built:
                built[instrument.key] = worked_out(instrument, ())
            return built[instrument.key]
        return worked_out(instrument, ())

    for instrument in in_order_of_dependence(instruments):
        if instrument.key not in built:
            parent = () if binds_to_parent(instrument) else built.get(instrument.parent or "", ())
            built[instrument.key] = worked_out(instrument, parent)
    return built


def in_order_of_dependence(instruments: Mapping[str, Instrument]) -> tuple[Instrument, ...]:
    """Order instruments so that the timelines that one needs come before it."""

    def depth(instrument: Instrument) -> int:
        if binds_to_parent(instrument):
            return 0
        parent = instruments.get(instrument.parent or "")
        return 1 if parent is None else depth(parent) + 1

    return tuple(sorted(instruments.values(), key=lambda i: (depth(i), i.number, i.key)))


def binds_to_parent(instrument: Instrument) -> bool:
    """Whether joining this instrument binds the State to its parent as amended."""
    return instrument.parent_link is ParentLink.BINDS_TO_PARENT_AS_AMENDED

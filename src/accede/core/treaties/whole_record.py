"""The timelines of all States under all instruments, each with what its parent and its protocols add."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from accede.core.treaties.acts import SettledAct
from accede.core.treaties.episodes import Life
from accede.core.treaties.instruments import Instrument, ParentLink
from accede.core.treaties.positions import Amendment, Case, Change
from accede.core.treaties.standing import timeline

Pair = tuple[str, str]
"""A State and an instrument, by their codes."""
Timelines = Mapping[Pair, tuple[Change, ...]]


def all_timelines(
    instruments: Mapping[str, Instrument],
    acts: Iterable[SettledAct],
    lives: Mapping[str, Life],
    *,
    known_on: date | None = None,
) -> dict[Pair, tuple[Change, ...]]:
    """Return the timeline of every State in `lives` under every instrument.

    Protocols that bind to the parent as amended come first, because their effect is part of the parent's timeline;
    of the others, parents come before the instruments that depend on them.
    """
    by_pair: dict[Pair, list[SettledAct]] = defaultdict(list)
    for act in acts:
        by_pair[act.state, act.instrument].append(act)
    built: dict[Pair, tuple[Change, ...]] = {}
    for instrument in in_order_of_dependence(instruments):
        for state, life in lives.items():
            case = _case(state, instrument, instruments, built)
            own = tuple(a for code in (state, *life.continues) for a in by_pair.get((code, instrument.key), ()))
            built[state, instrument.key] = timeline(
                Case(instrument, state, own, life, case.parent, case.amended_by), known_on=known_on
            )
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


def _case(state: str, instrument: Instrument, instruments: Mapping[str, Instrument], built: Timelines) -> Case:
    parent = () if binds_to_parent(instrument) else built.get((state, instrument.parent or ""), ())
    amended_by = tuple(
        Amendment(protocol, built[state, protocol.key])
        for protocol in instruments.values()
        if protocol.parent == instrument.key and binds_to_parent(protocol) and (state, protocol.key) in built
    )
    return Case(instrument, state, parent=parent, amended_by=amended_by)

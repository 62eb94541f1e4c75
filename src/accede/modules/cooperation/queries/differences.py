"""What changed in the network between two days, and what caused it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from accede.core.cooperation.effects import FIRST_SURE, Purpose
from accede.core.cooperation.network_history import ChangePoint, history
from accede.core.cooperation.tables import Tables
from accede.core.cooperation.world import Held
from accede.modules.cooperation.queries.snapshot import Cooperation


class CauseKind(StrEnum):
    """What can change the network."""

    BOUND = "bound"
    """A State became bound by a text."""
    NO_LONGER_BOUND = "no_longer_bound"
    NOT_KNOWN = "not_known"
    """From this day the record does not know whether it is bound."""
    TREATY_BEGAN = "treaty_began"
    TREATY_ENDED = "treaty_ended"


@dataclass(frozen=True, slots=True)
class Cause:
    """One event, with the ordered pairs × offences that gained or lost a sure basis by it, after the events before it.

    Attributes:
        treaty: the instrument, or the treaty between the two States.
    """

    kind: CauseKind
    on: date
    states: tuple[str, ...]
    treaty: str
    opened: int
    closed: int


@dataclass(frozen=True, slots=True)
class GroupDifference:
    """How many ordered pairs gained or lost a sure basis for the offences of a group, or have another one."""

    number: int
    gained: int
    lost: int
    other: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that changed from one day to a later one."""

    first: date
    second: date
    groups: tuple[GroupDifference, ...]
    causes: tuple[Cause, ...]


def difference(snapshot: Cooperation, first: date, second: date, purpose: Purpose) -> Difference:
    """Return what changed between two days, the earlier one first."""
    return snapshot.kept.get(
        ("difference", first, second, purpose), lambda: _difference(snapshot, first, second, purpose)
    )


def _difference(snapshot: Cooperation, first: date, second: date, purpose: Purpose) -> Difference:
    before, after = snapshot.network(first, purpose), snapshot.network(second, purpose)
    groups = []
    for number, group in enumerate(before.tables.grouping.groups):
        was, now = (network.cells[group.offences[0]] >> 4 for network in (before, after))
        gained = (was < FIRST_SURE) & (now >= FIRST_SURE)
        lost = (was >= FIRST_SURE) & (now < FIRST_SURE)
        other = (was != now) & ~gained & ~lost
        groups.append(GroupDifference(number, int(gained.sum()), int(lost.sum()), int(other.sum())))
    return Difference(first, second, tuple(groups), tuple(_causes(snapshot, before.tables, first, second)))


def _causes(snapshot: Cooperation, tables: Tables, first: date, second: date) -> Iterator[Cause]:
    """Yield the events in order; the parts of the Financing Convention that change with it are one event."""
    together: dict[tuple[date, tuple[str, ...], str], Cause] = {}
    for point in history(tables, first, second).points:
        event = _of_holding(snapshot, point) if point.cause.provision else _of_treaty(snapshot, point)
        if event is None:
            continue
        key = (event.on, event.states, event.treaty)
        known = together.get(key)
        together[key] = (
            replace(known, opened=known.opened + event.opened, closed=known.closed + event.closed) if known else event
        )
    yield from together.values()


def _of_holding(snapshot: Cooperation, point: ChangePoint) -> Cause:
    provision = point.cause.provision or ""
    (state,) = point.cause.states
    held = snapshot.facts.world.held_on(state, provision, point.day)
    kinds = {Held.YES: CauseKind.BOUND, Held.NO: CauseKind.NO_LONGER_BOUND, Held.PERHAPS: CauseKind.NOT_KNOWN}
    instrument = provision.partition("/")[0]
    return Cause(kinds[held], point.day, point.cause.states, instrument, point.opened, point.closed)


def _of_treaty(snapshot: Cooperation, point: ChangePoint) -> Cause | None:
    pair = (min(point.cause.states), max(point.cause.states))
    for link in snapshot.facts.world.links_by_pair.get(pair, ()):
        for kind, on in ((CauseKind.TREATY_BEGAN, link.since), (CauseKind.TREATY_ENDED, link.until)):
            if on == point.day:
                return Cause(kind, point.day, pair, link.treaty, point.opened, point.closed)
    return None

"""The world on a day: each Member one equal tile in its regional group, with where it stands under each instrument.

States stand in alphabetical order; nothing here compares them.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from accede.core.treaties.positions import Position, Standing
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.reference.queries import StateFacts
from accede.modules.treaties.queries.register import Register

OBSERVERS = "observers"
NO_GROUP = "no-group"


class Fill(StrEnum):
    """What a tile shows of a State under one instrument."""

    BOUND = "bound"
    BEGUN = "begun"
    """Signed, or consent given and not yet in force."""
    NOT_PARTY_THEN = "not-party-then"
    """Not a party on the day of a list or of another source; not known since."""
    NOT_KNOWN = "not-known"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """A State with its fills in order of adoption."""

    code: str
    name: str
    fills: tuple[Fill, ...]

    @property
    def bound(self) -> int:
        """Under how many instruments the State is bound."""
        return self.fills.count(Fill.BOUND)

    @property
    def begun(self) -> int:
        """How many instruments the State has signed, or joined without effect yet."""
        return self.fills.count(Fill.BEGUN)

    @property
    def not_known(self) -> int:
        """Under how many instruments the record cannot say where the State stands."""
        return self.fills.count(Fill.NOT_KNOWN) + self.not_party_then

    @property
    def not_party_then(self) -> int:
        """Under how many of these it is known not to have been a party on an earlier day."""
        return self.fills.count(Fill.NOT_PARTY_THEN)


@dataclass(frozen=True, slots=True)
class TileGroup:
    """A regional group, or the observers, in alphabetical order."""

    key: str
    label: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class World:
    """All tiles of a day, and the numbers that say the same in a sentence; numbers are of Members only."""

    groups: tuple[TileGroup, ...]
    in_force: int
    adopted: int
    members: int
    bound_by_some: int
    bound_by_all: int
    pairs_bound: int
    pairs_not_known: int
    pairs_not_party_then: int


def world_on(register: Register, *, on: date, language: str) -> World:
    """Return the world on a day."""
    keys = sorted(register.instruments, key=lambda key: register.instruments[key].core.number)
    existing = sorted((s for s in register.states.values() if on in s.exists), key=lambda s: s.order(language))
    members = [state for state in existing if state.is_member_on(on)]
    tiles = {state.code: _tile(register, state, keys, on=on, language=language) for state in existing}
    ours = [tiles[state.code] for state in members]
    in_force = sum(_began(register.instruments[key].core.in_force_on, on) for key in keys)
    return World(
        groups=tuple(_groups(existing, members, tiles, on=on)),
        in_force=in_force,
        adopted=sum(register.instruments[key].core.adopted_on <= on for key in keys),
        members=len(ours),
        bound_by_some=sum(tile.bound > 0 for tile in ours),
        bound_by_all=sum(0 < in_force <= tile.bound for tile in ours),
        pairs_bound=sum(tile.bound for tile in ours),
        pairs_not_known=sum(tile.not_known for tile in ours),
        pairs_not_party_then=sum(tile.not_party_then for tile in ours),
    )


def _tile(register: Register, state: StateFacts, keys: list[str], *, on: date, language: str) -> Tile:
    fills = (_fill(register.timelines[key, state.code].on(on).position) for key in keys)
    return Tile(state.code, state.name(language), tuple(fills))


def _fill(position: Position) -> Fill:
    if position.is_bound:
        return Fill.BOUND
    if position.standing in {Standing.SIGNED, Standing.CONTRACTING}:
        return Fill.BEGUN
    if position.standing is not Standing.NOT_KNOWN:
        return Fill.NONE
    return Fill.NOT_KNOWN if position.not_party_on is None else Fill.NOT_PARTY_THEN


def group_names() -> dict[str, str]:
    """Return the groups in which tiles stand, in their order."""
    return {
        **{key: str(label) for key, label in GROUPS.items()},
        NO_GROUP: _("Members whose regional group is not in this record"),
        OBSERVERS: _("Observer States"),
    }


def _groups(
    existing: list[StateFacts], members: list[StateFacts], tiles: dict[str, Tile], *, on: date
) -> Iterable[TileGroup]:
    placed = [(state.group_on(on) or NO_GROUP, state) for state in members]
    placed += [(OBSERVERS, state) for state in existing if state.kind == "observer" and state not in members]
    present = Counter(key for key, _state in placed)
    for key, label in group_names().items():
        if present[key]:
            yield TileGroup(key, label, tuple(tiles[state.code] for group, state in placed if group == key))


def _began(day: date | None, on: date) -> bool:
    return day is not None and day <= on

"""The network as pages show it: one State's partners, the world in numbers, its history, what changed and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from accede.core.cooperation.effects import FIRST_SURE, STRENGTH, Effect, Purpose, effects_of
from accede.core.cooperation.network import Network, source_of
from accede.core.cooperation.planes import Layers
from accede.modules.cooperation.queries.plans import states_present
from accede.modules.cooperation.queries.snapshot import Cooperation

FIRST_YEAR = 1963
"""The year of the first of the nineteen; the history begins with the next."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The strongest basis of a pair for an offence: its effect, and the text or "treaty" that gives it."""

    effect: Effect
    by: str | None


@dataclass(frozen=True, slots=True)
class Partner:
    """One partner of a State: a cell for each group asked about."""

    state: str
    cells: tuple[Cell, ...]

    @property
    def sure(self) -> int:
        """For how many of the groups there is a basis that the record can vouch for."""
        return sum(is_sure(cell.effect) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many ordered pairs of States have which strongest basis for the offences of a group."""

    number: int
    counts: Mapping[Effect, int]

    @property
    def pairs(self) -> int:
        """All ordered pairs."""
        return sum(self.counts.values())

    @property
    def sure(self) -> int:
        """Pairs with a basis that the record can vouch for."""
        return sum(count for effect, count in self.counts.items() if is_sure(effect))

    @property
    def not_known(self) -> int:
        """Pairs of which the record cannot say it: one is perhaps not bound, or a text was not read."""
        return sum(self.counts.get(effect, 0) for effect in (Effect.NOT_KNOWN, Effect.TEXT_NOT_READ))


@dataclass(frozen=True, slots=True)
class Step:
    """The state of a group's pairs from a day."""

    on: date
    sure: int
    not_known: int


def is_sure(effect: Effect) -> bool:
    """Whether an effect is a basis that the record can vouch for."""
    return STRENGTH[effect] >= FIRST_SURE


def partners_of(
    snapshot: Cooperation, state: str, on: date, *, purpose: Purpose, codes: Sequence[str], asks: bool
) -> tuple[Partner, ...]:
    """Return the partners of a State that exist on a day, with a cell for each offence of `codes`.

    With `asks` it is the requesting State, else the requested one.
    """
    network = snapshot.network(on, purpose)
    effects = effects_of(purpose)
    place = network.tables.world.place
    numbers = [network.number_of[code] for code in codes]
    mine = network.cells[numbers, place[state], :] if asks else network.cells[numbers, :, place[state]]

    @cache
    def cell(value: int, code: str) -> Cell:
        return Cell(effects[value >> 4], source_of(value, network.tables, code) if value >> 4 else None)

    partners = [partner for partner in states_present(snapshot, on) if partner != state]
    columns = mine[:, [place[partner] for partner in partners]].T.tolist()
    return tuple(
        Partner(partner, tuple(map(cell, values, codes))) for partner, values in zip(partners, columns, strict=True)
    )


def counts_on(snapshot: Cooperation, on: date, purpose: Purpose) -> tuple[GroupCount, ...]:
    """Return for each group of offences how many ordered pairs have which strongest basis."""
    return snapshot.kept.get(("counts", on, purpose), lambda: tuple(_counted(snapshot, on, purpose)))


def _counted(snapshot: Cooperation, on: date, purpose: Purpose) -> list[GroupCount]:
    """Count the planes of the groups, without making one for each offence."""
    tables = snapshot.tables(purpose)
    layers = Layers(tables, on)
    present = len(states_present(snapshot, on))
    effects = effects_of(purpose)
    found = []
    for number in range(len(tables.grouping.groups)):
        plane = layers.plane(layers.texts_of(number))
        numbers = np.bincount(plane.ravel() >> 4, minlength=16)
        # States that do not exist on the day have nothing, and are no pair.
        numbers[0] = present * (present - 1) - int(numbers[1:].sum())
        found.append(GroupCount(number, {effects[s]: int(numbers[s]) for s in sorted(effects, reverse=True)}))
    return found


def history_of(snapshot: Cooperation, purpose: Purpose, today: date) -> Mapping[int, tuple[Step, ...]]:
    """Return for each group how many ordered pairs had a sure basis at the beginning of each year, and today."""
    return snapshot.kept.get(("history", purpose, today), lambda: _history(snapshot, purpose, today))


def _history(snapshot: Cooperation, purpose: Purpose, today: date) -> Mapping[int, tuple[Step, ...]]:
    days = [date(year, 1, 1) for year in range(FIRST_YEAR, today.year + 1)]
    steps: dict[int, list[Step]] = {}
    for day in dict.fromkeys((*days, today)):
        for count in _counted(snapshot, day, purpose):
            steps.setdefault(count.number, []).append(Step(day, count.sure, count.not_known))
    return {number: tuple(found) for number, found in steps.items()}


def partner_counts(snapshot: Cooperation, on: date, purpose: Purpose) -> Mapping[str, tuple[int, ...]]:
    """Return for each State, group by group, with how many partners it has a sure basis."""
    return snapshot.kept.get(("partners", on, purpose), lambda: _partner_counts(snapshot, on, purpose))


def _partner_counts(snapshot: Cooperation, on: date, purpose: Purpose) -> Mapping[str, tuple[int, ...]]:
    network = snapshot.network(on, purpose)
    sure = np.stack([strengths >= FIRST_SURE for strengths in _first_of_groups(network)])
    totals = sure.sum(axis=2)
    place = network.tables.world.place
    return {code: tuple(int(count) for count in totals[:, place[code]]) for code in states_present(snapshot, on)}


def partners_for_some(snapshot: Cooperation, on: date, purpose: Purpose) -> Mapping[str, int]:
    """Return for each State with how many partners it has a sure basis for at least one offence."""
    network = snapshot.network(on, purpose)
    some = np.zeros(network.cells.shape[1:], np.bool_)
    for strengths in _first_of_groups(network):
        some |= strengths >= FIRST_SURE
    totals = some.sum(axis=1)
    place = network.tables.world.place
    return {code: int(totals[place[code]]) for code in states_present(snapshot, on)}


def _first_of_groups(network: Network) -> list[NDArray[np.uint8]]:
    return [network.cells[group.offences[0]] >> 4 for group in network.tables.grouping.groups]

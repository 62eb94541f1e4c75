"""Made-up worlds for the laws of cooperation: some States, what they hold, treaties between them."""

from datetime import date

from accede.core.cooperation.agreements import Link, Serves
from accede.core.cooperation.national_rules import Needs
from accede.core.cooperation.offences import Catalogue
from accede.core.cooperation.world import Held, Holding, World
from tests.core.chance import Chance, made_of
from tests.core.cooperation.reading import catalogue
from tests.core.treaties.nineteen import NINETEEN

CATALOGUE: Catalogue = catalogue()
STATES = tuple("ABCDEF")
_DAYS = (date(1965, 1, 1), date(2025, 12, 31))
DAYS = made_of(2, lambda chance: chance.day(_DAYS))
BESIDE = ("ETS-090",)
_IN_FORCE_ON = {key: instrument.in_force_on for key, instrument in NINETEEN.items()}


def _holding(chance: Chance) -> Holding:
    """Return a holding that changes up to three times; more often than not it is held, so that pairs have a basis."""
    found: list[tuple[date, Held]] = [(date.min, Held.NO)]
    for day in chance.ordered_days(_DAYS, least=0, most=3):
        held = chance.one_of((Held.NO, Held.YES, Held.PERHAPS, Held.YES, Held.YES))
        if held is not found[-1][1]:
            found.append((day, held))
    return tuple(found)


def _membership(chance: Chance) -> Holding:
    """Return the membership of a regional treaty: from a day, perhaps until another."""
    days = chance.ordered_days(_DAYS, least=1, most=2)
    return ((date.min, Held.NO), *((day, held) for day, held in zip(days, (Held.YES, Held.NO), strict=False)))


def _link(chance: Chance) -> Link:
    """Return a treaty between two States."""
    first, second = sorted(chance.some_of(STATES, least=2, most=2))
    days = chance.ordered_days(_DAYS, least=1, most=2)
    text_was_read = chance.one_of((True, False))
    serves = chance.some_of((Serves.EXTRADITION, Serves.MLA), least=1, most=2)
    return Link(
        (first, second),
        f"t{chance.up_to(99)}",
        frozenset(serves) if text_was_read else frozenset({Serves.TERRORISM}),
        days[0],
        since_is_known=chance.one_of((True, False)),
        until=days[1] if len(days) > 1 else None,
        text_was_read=text_was_read,
    )


def _world(chance: Chance) -> World:
    """Return a world of six States."""
    chosen = chance.some_of(CATALOGUE.provisions, least=3, most=8)
    held = {provision: {state: _holding(chance) for state in STATES} for provision in chosen}
    held |= {provision: {state: _membership(chance) for state in STATES} for provision in BESIDE}
    return World(
        states=STATES,
        catalogue=CATALOGUE,
        holdings=held,
        links=tuple(_link(chance) for _ in range(chance.up_to(9))),
        in_force_on=_IN_FORCE_ON,
        needs={state: chance.one_of(tuple(Needs)) for state in STATES},
    )


# Of a provision: which, and for each State how many changes, each with day and holding.
BYTES = 9 + 8 * 6 * (1 + 3 * 3) + 6 * (1 + 2 * 2) + 1 + 9 * (3 + 1 + 2 * 2 + 6) + 6
worlds = made_of(BYTES, _world)
"""Worlds of six States."""

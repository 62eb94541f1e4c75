"""Made-up worlds for the laws of cooperation: some States, what they hold, treaties between them."""

from datetime import date

from hypothesis import strategies as st

from accede.core.cooperation.agreements import Link, Serves
from accede.core.cooperation.national_rules import Needs
from accede.core.cooperation.offences import Catalogue
from accede.core.cooperation.world import Held, Holding, World
from tests.core.cooperation.reading import catalogue
from tests.core.treaties.nineteen import NINETEEN

CATALOGUE: Catalogue = catalogue()
STATES = tuple("ABCDEF")
DAYS = st.dates(date(1965, 1, 1), date(2025, 12, 31))
BESIDE = ("ETS-090",)


@st.composite
def holdings(draw: st.DrawFn) -> Holding:
    """A holding that changes up to three times."""
    days = sorted(draw(st.lists(DAYS, max_size=3, unique=True)))
    found: list[tuple[date, Held]] = [(date.min, Held.NO)]
    for day in days:
        held = draw(st.sampled_from(Held))
        if held is not found[-1][1]:
            found.append((day, held))
    return tuple(found)


@st.composite
def member_holdings(draw: st.DrawFn) -> Holding:
    """Membership of a regional treaty: from a day, perhaps until another."""
    days = sorted(draw(st.lists(DAYS, min_size=1, max_size=2, unique=True)))
    return ((date.min, Held.NO), *((day, held) for day, held in zip(days, (Held.YES, Held.NO), strict=False)))


@st.composite
def links(draw: st.DrawFn) -> Link:
    """A treaty between two States."""
    first, second = sorted(draw(st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True)))
    days = sorted(draw(st.lists(DAYS, min_size=1, max_size=2, unique=True)))
    serves = draw(st.sets(st.sampled_from([Serves.EXTRADITION, Serves.MLA]), min_size=1))
    read = draw(st.booleans())
    return Link(
        (first, second),
        f"t{draw(st.integers(0, 99))}",
        frozenset(serves) if read else frozenset({Serves.TERRORISM}),
        days[0],
        since_is_known=draw(st.booleans()),
        until=days[1] if len(days) > 1 else None,
        text_was_read=read,
    )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A world of six States."""
    chosen = draw(st.lists(st.sampled_from(CATALOGUE.provisions), min_size=1, max_size=8, unique=True))
    held = {p: {s: draw(holdings()) for s in STATES} for p in chosen}
    held |= {p: {s: draw(member_holdings()) for s in STATES} for p in BESIDE}
    return World(
        states=STATES,
        catalogue=CATALOGUE,
        holdings=held,
        links=tuple(draw(st.lists(links(), max_size=6))),
        in_force_on={key: instrument.in_force_on for key, instrument in NINETEEN.items()},
        needs={s: draw(st.sampled_from(Needs)) for s in STATES},
    )

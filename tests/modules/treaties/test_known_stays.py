"""What the record answers for a day that it knew stays, whatever is brought, replaced, retracted and brought again."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.db import Error, connection, transaction
from hypothesis import example, given, settings
from hypothesis import strategies as st

from accede.core.treaties.acts import ActKind
from accede.foundation.access import SYSTEM
from accede.foundation.audit import Face
from accede.foundation.imports import Bringing
from accede.modules.treaties.models import Coverage, Gap, Report
from accede.modules.treaties.queries.register import Register, current_register, forget_snapshots
from accede.modules.treaties.services.acts_back import ACTS as ACTS_BROUGHT
from accede.modules.treaties.services.import_acts import Given, import_acts
from accede.modules.treaties.services.knowledge import keep_up, retract
from tests.factories.small_record import DEPOSITARY, complete_list, edition_of_a_test, recorded, small_record
from tests.factories.turning import taken_by_hand

pytestmark = pytest.mark.django_db
FINANCING = "FINANCING-1999"
BEGINS = datetime(2026, 12, 1, 9, tzinfo=UTC)
HEADINGS = "instrument,state,kind,on,source\n"
DAYS = ("2002-01-07", "2002-01-08", "2003-05-05")


def bring(states: dict[str, str], *, at: datetime) -> None:
    """Bring a file in which each of the States ratifies on a day."""
    lines = "".join(f"{FINANCING},{state},ratification,{day},{DEPOSITARY}\n" for state, day in states.items())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "acts.csv"
        path.write_text(HEADINGS + lines, encoding="utf-8")
        outcome = import_acts(path, Given(), Bringing(by=SYSTEM, at=at, face=Face.COMMAND))
    assert not outcome.problems


def ship(states: dict[str, str], *, at: datetime) -> None:
    """Bring the tables to what another release ships: reports, complete lists and gaps."""
    edition = edition_of_a_test()
    shipped = [report(state, day) for state, day in states.items()]
    keep_up(Report, shipped, edition, at=at, same=("key",))
    lists = [
        Coverage(instrument_id=FINANCING, source_id=DEPOSITARY, complete_on=date.fromisoformat(day), known_on=at.date())
        for day in set(list(states.values())[:1])
    ]
    keep_up(Coverage, lists, edition, at=at)
    keep_up(Gap, [Gap(subject=state, note=state, known_on=at.date()) for state in states], edition, at=at)


def turn(acts: dict[str, str], *, at: datetime) -> None:
    """Take back one of the last imports, or the taking back of one: which, the number of acts says."""
    taken_by_hand(ACTS_BROUGHT, last=len(acts), at=at)


def report(state: str, day: str) -> Report:
    return Report(
        key=f"{state} {day}",
        instrument_id=FINANCING,
        state_id=state,
        kind=ActKind.RATIFICATION,
        source_id=DEPOSITARY,
        attested_on="2014-07-10",
        on=day,
        known_on="2026-11-01",
    )


def answers(known: date) -> tuple[object, ...]:
    """Return everything that the register says as known on a day."""
    register = current_register(known)
    standings = tuple(str(register.standing(FINANCING, state, date(2020, 1, 1))) for state in ("FRA", "MAR", "BOL"))
    said = (register.settled, register.coverage, register.gaps, dict(register.reports), dict(register.notes))
    return (*said, standings, register.instruments[FINANCING])


ACTS = st.dictionaries(st.sampled_from(["FRA", "MAR", "BOL"]), st.sampled_from(DAYS), min_size=1)
FIRST = st.tuples(st.sampled_from([bring, ship]), ACTS, st.integers(0, 2))
STEPS = st.tuples(st.sampled_from([bring, ship, turn]), ACTS, st.integers(0, 2))


@settings(max_examples=12)
@given(history=st.builds(lambda first, *more: [first, *more], FIRST, STEPS, *[STEPS] * 2))
@example(
    history=[
        (bring, {"FRA": DAYS[0]}, 0),
        (bring, {"FRA": DAYS[1]}, 1),
        (turn, {"FRA": DAYS[0]}, 1),
        (turn, {"FRA": DAYS[0]}, 1),
        (ship, {"FRA": DAYS[2]}, 1),
    ]
)
def test_the_answer_for_each_earlier_day_stays_whatever_comes_later(history):
    with transaction.atomic():
        small_record()
        told: dict[date, tuple[object, ...]] = {}
        at = BEGINS
        for step, acts, days in history:
            at += timedelta(days=days)
            step(acts, at=at)
            forget_snapshots()
            for day, told_then in told.items():
                if day < at.date():
                    assert answers(day) == told_then, f"the answer of {day} is another on {at:%Y-%m-%d}"
            told[at.date()] = answers(at.date())
        transaction.set_rollback(True)


def test_what_was_retracted_and_comes_again_was_unknown_between():
    small_record()
    for days, acts in ((0, {"FRA": DAYS[0]}), (10, {"FRA": DAYS[1]}), (20, {"FRA": DAYS[0]})):
        bring(acts, at=BEGINS + timedelta(days=days))
    forget_snapshots()

    assert [day_of("FRA", known=BEGINS.date() + timedelta(days=days)) for days in (-1, 0, 9, 10, 19, 20, 30)] == [
        None, DAYS[0], DAYS[0], DAYS[1], DAYS[1], DAYS[0], DAYS[0],
    ]  # fmt: skip


def test_what_a_later_release_ships_was_not_known_before_it():
    small_record()
    ship({"FRA": DAYS[0]}, at=BEGINS)
    ship({"FRA": DAYS[0], "MAR": DAYS[0]}, at=BEGINS + timedelta(days=30))
    forget_snapshots()

    assert day_of("MAR", known=BEGINS.date() + timedelta(days=29)) is None
    assert day_of("MAR", known=BEGINS.date() + timedelta(days=30)) == DAYS[0]


def test_a_clock_that_was_put_back_leaves_no_period_that_ends_before_it_begins():
    small_record()
    bring({"FRA": DAYS[0]}, at=BEGINS)
    bring({"FRA": DAYS[1]}, at=BEGINS - timedelta(days=5))
    retract(Report.objects.all(), edition_of_a_test(), at=BEGINS - timedelta(days=9))

    assert all(row.retracted_on and row.retracted_on >= row.known_on for row in Report.objects.all())


def test_each_period_says_which_edition_began_and_which_ended_it():
    small_record()
    bring({"FRA": DAYS[0]}, at=BEGINS)
    bring({"FRA": DAYS[1]}, at=BEGINS + timedelta(days=1))
    first, second = Report.objects.order_by("pk")

    assert first.retracted_by == second.edition != first.edition
    assert (second.retracted_by, first.edition.takes_back) == (None, None)


def day_of(state: str, *, known: date) -> str | None:
    register: Register = current_register(known)
    acts = register.acts.get((FINANCING, state), ())
    return acts[0].on.isoformat() if acts and acts[0].on else None


REFUSED = {
    "another day": "update treaties_report set \"on\" = '1999-01-01'",
    "known earlier": "update treaties_report set known_on = '1999-01-01'",
    "brought by another": "update treaties_report set note = 'other'",
    "deleted": "delete from treaties_report",
    "known again": "update treaties_report set retracted_on = null, retracted_by_id = null",
    "retracted on another day": "update treaties_report set retracted_on = '2027-01-01'",
    "a list, changed": "update treaties_coverage set complete_on = '1999-01-01'",
    "a list, deleted": "delete from treaties_coverage",
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED)
def test_the_tables_refuse_to_rewrite_what_was_known(statement):
    small_record()
    recorded(FINANCING, "FRA", ActKind.RATIFICATION, DAYS[0])
    complete_list(FINANCING, "2014-07-10")
    if "retracted" in statement:
        retract(Report.objects.all(), edition_of_a_test(), at=BEGINS)

    with (
        pytest.raises(Error, match="What the record knew on a day stays"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

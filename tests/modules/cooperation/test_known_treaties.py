"""Treaties and rules as the record knew them on a day: in answers, pages, files, API and commands; that day stays."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.db import Error, connection, transaction
from hypothesis import example, given, settings
from hypothesis import strategies as st

from accede.core.cooperation.effects import Purpose
from accede.foundation.access import SYSTEM
from accede.foundation.audit import Face
from accede.foundation.imports import Bringing
from accede.modules.cooperation.models import BilateralReport, NationalRule, RegionalReport, RegionalTreaty
from accede.modules.cooperation.queries.snapshot import current_cooperation
from accede.modules.cooperation.services.import_treaties import Given, import_treaties
from accede.modules.cooperation.services.treaties_back import TREATIES as TREATIES_BROUGHT
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.queries.register import forget_snapshots
from accede.modules.treaties.services.editions import open_edition
from accede.modules.treaties.services.knowledge import keep_up, retract
from tests.factories.cooperation_record import cooperation_record
from tests.factories.small_record import DEPOSITARY
from tests.factories.turning import taken_by_hand
from tests.support.commands import called
from tests.support.pages import page, rows

pytestmark = pytest.mark.django_db
BEGINS = datetime(2026, 12, 1, 9, tzinfo=UTC)
ON = date(2026, 12, 1)
BEFORE = "2026-11-30"
HEADINGS = "state_a,state_b,kind,status,signed_on,in_force_on,terminated_on\n"


def bring(treaties: dict[tuple[str, str], str], *, at: datetime) -> None:
    """Bring a list in which each of the pairs has an extradition treaty, in force or ended since a day."""
    lines = "".join(
        f"{first},{second},extradition,,2000-01-01,2001-01-01,{ended}\n" for (first, second), ended in treaties.items()
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "treaties.csv"
        path.write_text(HEADINGS + lines, encoding="utf-8")
        outcome = import_treaties(path, Given(source=DEPOSITARY), Bringing(by=SYSTEM, at=at, face=Face.COMMAND))
    assert not outcome.problems


def ship(treaties: dict[tuple[str, str], str], *, at: datetime) -> None:
    """Bring the tables to what another release ships: a rule and a regional act for each first State."""
    edition = open_edition(face="test", reason="test", at=at, part=Part.TREATIES)
    states = sorted({first for first, _second in treaties})
    rules = [
        NationalRule(state_id=state, needs_treaty="yes", nationals="no", source_id=DEPOSITARY, known_on=at.date())
        for state in states
    ]
    acts = [
        RegionalReport(
            treaty_id="REGIONAL-1",
            state_id=state,
            kind="ratification",
            attested_on=date(2010, 1, 1),
            source_id=DEPOSITARY,
            known_on=at.date(),
        )
        for state in states
    ]
    keep_up(NationalRule, rules, edition, at=at)
    keep_up(RegionalReport, acts, edition, at=at)


def turn(treaties: dict[tuple[str, str], str], *, at: datetime) -> None:
    """Take back one of the last imports, or the taking back of one: which, the number of treaties says."""
    taken_by_hand(TREATIES_BROUGHT, last=len(treaties), at=at)


def answers(known: date) -> tuple[object, ...]:
    """Return everything that bases, networks and plans rest on, as known on a day."""
    snapshot = current_cooperation(known)
    facts = snapshot.facts
    cells = snapshot.network(ON, Purpose.EXTRADITION).cells.tobytes()
    return dict(facts.agreements), dict(facts.rules), dict(facts.regionals), dict(facts.memberships), cells


PAIRS = st.sampled_from([("BOL", "FRA"), ("FRA", "MAR"), ("BOL", "MAR")])
TREATIES = st.dictionaries(PAIRS, st.sampled_from(["", "2010-01-01", "2011-01-01"]), min_size=1)
FIRST = st.tuples(st.sampled_from([bring, ship]), TREATIES, st.integers(0, 2))
STEPS = st.tuples(st.sampled_from([bring, ship, turn]), TREATIES, st.integers(0, 2))


@settings(max_examples=12)
@given(history=st.builds(lambda first, *more: [first, *more], FIRST, STEPS, *[STEPS] * 2))
@example(
    history=[
        (bring, {("BOL", "FRA"): ""}, 0),
        (bring, {("BOL", "FRA"): "2010-01-01"}, 1),
        (turn, {("BOL", "FRA"): ""}, 1),
        (turn, {("BOL", "FRA"): ""}, 1),
    ]
)
def test_the_answer_for_each_earlier_day_stays_whatever_comes_later(history):
    with transaction.atomic():
        cooperation_record()
        told: dict[date, tuple[object, ...]] = {}
        at = BEGINS
        for step, treaties, days in history:
            at += timedelta(days=days)
            step(treaties, at=at)
            forget_snapshots()
            for day, told_then in told.items():
                if day < at.date():
                    assert answers(day) == told_then, f"the answer of {day} is another on {at:%Y-%m-%d}"
            told[at.date()] = answers(at.date())
        transaction.set_rollback(True)


@pytest.fixture
def since_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """A treaty of Bolivia and France, a rule and a regional act that the record knows since today."""
    monkeypatch.setattr("accede.foundation.console.startup.reach_database", lambda: None)
    cooperation_record()
    bring({("BOL", "FRA"): ""}, at=BEGINS)
    ship({("BOL", "FRA"): ""}, at=BEGINS)


@pytest.mark.usefixtures("since_today")
@pytest.mark.parametrize("address", ["treaties/", "rules/", "treaties/REGIONAL-1/"])
def test_pages_and_their_files_list_what_was_known_on_the_day(client, address):
    now = rows(client, f"/en/cooperation/{address}")
    before = rows(client, f"/en/cooperation/{address}?known={BEFORE}")

    assert ("Bolivia" in json.dumps(now), "Bolivia" in json.dumps(before)) == (True, False)
    for kind in ("csv", "xlsx"):
        assert client.get(f"/en/cooperation/{address}?known={BEFORE}&format={kind}").status_code == 200


@pytest.mark.usefixtures("since_today")
def test_the_finder_knows_no_treaty_before_the_record_did(client):
    finder = "/en/cooperation/?requesting=BOL&requested=FRA&offence=hostage-taking"

    assert "Treaty" in page(client, finder)
    assert page(client, finder) != page(client, f"{finder}&known={BEFORE}")


@pytest.mark.usefixtures("since_today")
@pytest.mark.parametrize(
    "question", ["treaties/?", "rules/?", "bases/?requesting=BOL&requested=FRA&offence=hostage-taking&"]
)
def test_the_api_answers_as_known_on_the_day(client, question):
    def get(known: str) -> str:
        answer = client.get(f"/api/v1/cooperation/{question}known={known}").json()
        return json.dumps({name: part for name, part in answer.items() if name != "known"})

    assert get("2026-12-01") != get(BEFORE)


@pytest.mark.usefixtures("since_today")
def test_the_command_answers_as_known_on_the_day():
    words = ("bases", "BOL", "FRA", "--offence", "hostage-taking", "--json")

    def bases(*more: str) -> list[object]:
        found: list[object] = json.loads(called(*words, *more).output)["opinions"][0]["bases"]
        return found

    assert len(bases()) > len(bases("--known", BEFORE))


def test_what_is_replaced_stays_for_the_day_on_which_it_was_known():
    cooperation_record()
    bring({("BOL", "FRA"): ""}, at=BEGINS)
    bring({("BOL", "FRA"): "2010-01-01"}, at=BEGINS + timedelta(days=10))
    bring({("BOL", "FRA"): ""}, at=BEGINS + timedelta(days=20))
    forget_snapshots()

    def ended(days: int) -> list[date | None]:
        facts = current_cooperation(BEGINS.date() + timedelta(days=days)).facts
        return [treaty.until for treaty in facts.agreements_between("BOL", "FRA")]

    assert [ended(days) for days in (-1, 0, 9, 10, 19, 20)] == [
        [], [None], [None], [date(2010, 1, 1)], [date(2010, 1, 1)], [None],
    ]  # fmt: skip


def test_a_regional_treaty_that_no_longer_ships_stays_for_the_days_on_which_acts_under_it_were_known():
    cooperation_record()
    RegionalTreaty.objects.update(is_shipped=False)
    retract(RegionalReport.objects.all(), open_edition(face="t", reason="t", at=BEGINS, part=Part.TREATIES), at=BEGINS)
    forget_snapshots()

    assert "REGIONAL-1" not in current_cooperation().facts.regionals
    assert "REGIONAL-1" in current_cooperation(date(2026, 11, 30)).facts.regionals


@pytest.mark.parametrize("table", ["bilateralreport", "regionalreport", "nationalrule"])
@pytest.mark.parametrize(
    "statement", ["delete from cooperation_{}", "update cooperation_{} set known_on = '1999-01-01'"]
)
def test_the_tables_refuse_to_rewrite_what_was_known(table, statement):
    cooperation_record()

    with (
        pytest.raises(Error, match="What the record knew on a day stays"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))
    assert BilateralReport.objects.exists()

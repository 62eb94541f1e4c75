"""What would open most, scenarios side by side, the calendar of deposits."""

from datetime import date

import pytest

from accede.modules.cooperation.queries.plans import USUAL, plan_for_visitors, world_plan
from accede.modules.cooperation.queries.snapshot import current_cooperation
from tests.factories.cooperation_record import cooperation_record
from tests.support.pages import page, rows

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    """A few States under the Hostages Convention."""
    cooperation_record()


def test_the_plan_of_the_world_is_proven_and_opens_as_a_scenario(client):
    shown = page(client, "/en/cooperation/plan/?k=2&on=2014-01-01")

    assert "None: it is proven to be the best" in shown
    assert "/en/cooperation/scenarios/?a=" in shown


def test_days_with_the_same_network_share_the_work_of_choosing(client):
    for on in ("2014-01-01", "2014-01-02", "2014-01-03"):
        page(client, f"/en/cooperation/plan/?k=2&on={on}")

    snapshot = current_cooperation()
    chosen = [one for one in snapshot.kept.questions() if isinstance(one, tuple) and one[0] == "choices"]
    assert len(chosen) == 1
    first, second = (world_plan(snapshot, date(2014, 1, day), count=2) for day in (1, 2))
    assert (first.best, first.greedy) == (second.best, second.greedy)


def test_a_proof_is_sought_for_long_of_the_plan_that_everybody_asks_only():
    snapshot, today = current_cooperation(), date(2014, 1, 1)
    for on, count in ((today, USUAL), (today, USUAL + 1), (date(1980, 1, 1), USUAL)):
        plan_for_visitors(snapshot, on, count=count, today=today)

    kept = [one for one in snapshot.kept.questions() if isinstance(one, tuple)]
    assert [seconds <= 0.5 for _choices, *_what, seconds in (one for one in kept if one[0] == "choices")] == [
        False,
        True,
        True,
    ]
    assert len([one for one in kept if one[0] == "plan"]) == 3


def test_the_plan_of_a_state_gives_steps_days_and_what_must_come_first(client):
    found = {row["instrument"]: row for row in rows(client, "/en/cooperation/plan/CZE/?on=2014-01-01")}

    assert found["AIRPORTS-1988"]["parents"] == "MONTREAL-1971"
    assert found["MONTREAL-1971"]["cells"] > 0
    assert found["MONTREAL-1971"]["takes_effect"]
    assert "HOSTAGES-1979" not in found


def test_scenarios_stand_side_by_side_with_names_and_what_each_closes(client):
    address = "/en/cooperation/scenarios/?on=2014-01-01&a=CZE MONTREAL-1971&name_a=First&b=CZE FINANCING-1999"
    shown = page(client, address)
    found = rows(client, address)

    assert "First" in shown
    assert [row["scenario"] for row in found] == ["First", "B"]
    assert all(row["closes"] > 0 for row in found)


def test_a_scenario_says_what_must_come_with_it(client):
    shown = page(client, "/en/cooperation/scenarios/?on=2014-01-01&a=MAR AIRPORTS-1988")

    assert "Must come with it or first: Montreal Convention." in shown


def test_everything_that_is_wrong_with_a_scenario_is_told_at_once(client):
    shown = page(client, "/en/cooperation/scenarios/?a=MAR;Nowhere HOSTAGES-1979;MAR NOTHING-1", 400)

    assert "“MAR” is no accession" in shown
    assert "“Nowhere” is no State" in shown
    assert "“NOTHING-1” is no instrument" in shown


def test_the_calendar_computes_days_of_effect_and_what_is_owed(client):
    address = "/en/cooperation/calendar/?deposits=2027-03-01 CZE FINANCING-1999;2027-04-01 MAR AIRPORTS-1988"
    found = rows(client, address)

    assert [row["takes_effect"] for row in found] == ["2027-03-31", "2027-05-01"]
    assert found[0]["owed"]
    assert found[1]["waits_for"] == "MONTREAL-1971"


def test_the_calendar_leaves_for_a_calendar_program(client):
    response = client.get("/en/cooperation/calendar.ics?deposits=2027-03-01 CZE FINANCING-1999")
    text = response.content.decode()

    assert response["Content-Type"].startswith("text/calendar")
    assert "DTSTART;VALUE=DATE:20270301" in text
    assert "DTSTART;VALUE=DATE:20270331" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@pytest.mark.parametrize(
    ("deposits", "sentence"),
    [
        ("soon CZE FINANCING-1999", "is no deposit"),
        ("2127-03-01 CZE FINANCING-1999", "outside of the calendar"),
        ("2027-03-01 Nowhere FINANCING-1999", "“Nowhere” is no State"),
    ],
)
def test_a_deposit_that_cannot_be_read_is_told(client, deposits, sentence):
    assert sentence in page(client, f"/en/cooperation/calendar/?deposits={deposits}", 400)


def test_on_a_day_before_all_instruments_nothing_is_planned(client):
    assert "No accession would close anything on this day." in page(client, "/en/cooperation/plan/?on=1955-01-01")


def test_what_is_wrong_with_a_scenario_or_a_calendar_is_said_at_its_field(client):
    scenarios = client.get("/en/cooperation/scenarios/?a=MAR%20AIRPORTS-1988&b=Nowhere")
    calendar = client.get("/en/cooperation/calendar/?deposits=2027-02-30%20MAR%20AIRPORTS-1988")

    assert scenarios.status_code == calendar.status_code == 400
    assert 'id="field-b-error"' in scenarios.content.decode()
    assert 'id="field-a-error"' not in scenarios.content.decode()
    assert 'href="#field-deposits"' in calendar.content.decode()
    assert "2027-02-30 MAR AIRPORTS-1988</textarea>" in calendar.content.decode()


def test_the_accessions_of_a_plan_are_searched_sorted_and_had_as_files(client):
    address = "/en/cooperation/plan/?on=2014-01-01&k=3"
    found = rows(client, f"{address}&sort=name")
    state, key = found[0]["state"], found[0]["instrument"]
    shown = page(client, f"{address}&words={state}")

    assert [row["name"] for row in found] == sorted(row["name"] for row in found)
    assert {row["state"] for row in rows(client, f"{address}&words={state}")} == {state}
    assert key in {row["instrument"] for row in rows(client, f"{address}&table=greedy")}
    assert "Without filters" in shown
    assert "No row fits." in page(client, f"{address}&words=nothing")
    assert "No accession would close anything" not in page(client, f"{address}&words=nothing")
    page(client, f"{address}&sort=colour", 400)


def test_partners_of_a_plan_are_searched_and_the_file_holds_those_that_are_shown(client):
    address = "/en/cooperation/plan/FRA/?on=2014-01-01"
    found = rows(client, f"{address}&table=bilateral&bilateral-sort=name")
    one = found[-1]
    shown = page(client, f"{address}&bilateral-name={one['code']}").split('id="bilateral"')[1]

    assert 0 < len(found) <= 12
    assert rows(client, f"{address}&table=bilateral&bilateral-name={one['code']}") == [one]
    assert one["name"] in shown.split("<table")[1]
    assert rows(client, f"{address}&table=bilateral&bilateral-name=nowhere") == []

"""Outcomes, as an officer, the State, and outsiders meet them."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accede.core.treaties.acts import ActKind
from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.calendar.entries import Asked, entries
from accede.foundation.outbox.models import Notice
from accede.foundation.problems import UnableTo
from accede.modules.assessments.fields.findings import TeamDetails
from accede.modules.assessments.services.findings import name_team
from accede.modules.mandates.queries.duties import DutyLine, duties_under
from accede.modules.mandates.queries.evidence import Asked as AskedForEvidence
from accede.modules.mandates.queries.mandates import mandate_at
from accede.modules.mandates.services.shipped import load_shipped_mandates
from accede.modules.outcomes.fields.after import AnswerDetails, LessonDetails, ResponseDetails, TakenBack
from accede.modules.outcomes.models import Outcome, OutcomeFollowUp
from accede.modules.outcomes.queries.outcomes import (
    count_outcomes,
    follow_ups_of,
    lessons_of,
    outcome_visible_to,
    outcomes_of_state,
    waiting_for,
)
from accede.modules.outcomes.services.recording import answer_follow_up, record_lesson, respond, take_back
from accede.modules.outcomes.services.reminding import remind
from accede.modules.treaties.queries.register import forget_snapshots
from tests.conftest import TODAY
from tests.factories import outcomes, people, visits
from tests.factories.small_record import recorded as act_recorded
from tests.factories.small_record import small_record
from tests.modules.outcomes.world import World, browser
from tests.support.commands import called

pytestmark = pytest.mark.django_db
LATER = datetime(2027, 6, 2, 9, 0, tzinfo=UTC)
FORM = {
    "kind": "authority",
    "title": "A central authority was designated (sample)",
    "reference": outcomes.AUTHORITY,
    "happened_on": "2026-11-30",
    "how": "The visit showed how neighbours have done it (sample).",
    "said_by": "Note verbale 9 (sample)",
}


@pytest.fixture
def world() -> World:
    return World()


def status(number: int) -> str:
    with acting(SYSTEM):
        found = outcome_visible_to(SYSTEM, number, on=TODAY.date())
    return found.status if found else ""


def duty() -> DutyLine:
    load_shipped_mandates(at=TODAY)
    line = mandate_at("E-RES-2007-18")
    assert line is not None
    return next(one for one in duties_under(line) if one.key == "1")


def evidence(reader: Any) -> Any:
    with acting(reader):
        return count_outcomes(AskedForEvidence(duty(), None, TODAY.date(), reader))


def test_from_the_page_of_a_visit_to_an_outcome_that_counts_by_itself_once_the_record_holds_it(world):
    officer = browser(world.officer)
    way = f"/en/outcomes/from/visit/{world.visit}/"
    assert way in officer.get(f"/en/assessments/{world.visit}/").content.decode()
    form = officer.get(way).headers["Location"]
    assert form == f"/en/outcomes/new/XSA/?with=visit:{world.visit}"
    assert f'value="visit:{world.visit}"' in officer.get(form).content.decode()
    wrong = officer.post(form, {"happened_on": "2027-01-01"})
    assert wrong.status_code == 400
    told = wrong.content.decode()
    for words in ("Choose what came about.", "Name the fact", "Choose the assistance"):
        assert words in told
    ahead = {**FORM, "happened_on": "2027-01-01", "contributed": f"visit:{world.visit}"}
    assert "This day lies ahead" in officer.post(form, ahead).content.decode()
    where = officer.post(form, {**FORM, "contributed": f"visit:{world.visit}"}).headers["Location"]
    number = int(where.split("/")[-2])
    page = officer.get(where).content.decode()
    assert "Reported, unverified: not counted" in page
    assert "The record does not hold this fact yet" in page
    assert "caused" not in page
    assert evidence(world.officer.actor).count == 0

    people.organisation(outcomes.AUTHORITY)  # an authority since people.AT, 30 November

    assert status(number) == "verified"
    assert evidence(world.officer.actor).count == 1
    assert "Verified by the record" in officer.get("/en/outcomes/").content.decode()


def test_an_accession_counts_from_the_day_on_which_the_record_holds_it(world):
    small_record()
    with acting(SYSTEM):
        visit = visits.planned("MAR", body=world.body, consent=visits.consent("MAR", body=world.body))
        name_team(visit, TeamDetails(world.body, "Expert (sample)"), by=SYSTEM, at=TODAY)
        visits.moved(visit, "agree", "make")
    stated = {"state": "MAR", "kind": "act", "reference": "FINANCING-1999", "happened_on": date(2026, 11, 20)}
    with acting(world.officer.actor):
        number = outcomes.recorded(visit, by=world.officer.actor, **stated)
    assert status(number) == "reported"

    act_recorded("FINANCING-1999", "MAR", ActKind.SIGNATURE, "2026-11-20")
    forget_snapshots()
    assert status(number) == "reported", "a signature joins nothing"
    act_recorded("FINANCING-1999", "MAR", ActKind.ACCESSION, "2026-11-19")
    forget_snapshots()
    assert status(number) == "reported"
    page = browser(world.officer).get(f"/en/outcomes/{number}/").content.decode()
    assert "The record holds this fact on 19 November 2026, and 20 November 2026 was reported." in page
    assert "/en/states/MAR/FINANCING-1999/" in page


def test_an_outcome_before_the_assistance_began_is_refused_with_what_to_do(world):
    with pytest.raises(UnableTo) as unable:
        world.recorded(happened_on=date(2026, 11, 1))
    assert "before the assistance began" in unable.value.problems["happened_on"]
    assert "2 November 2026" in unable.value.problems["happened_on"]
    with acting(SYSTEM):
        planned = visits.planned("XSA", body=world.body, consent=None)
    with acting(world.officer.actor), pytest.raises(UnableTo) as unable:
        outcomes.recorded(planned, by=world.officer.actor)
    assert "has not begun" in unable.value.problems["contributed"]
    with acting(world.officer.actor), pytest.raises(UnableTo) as unable:
        outcomes.recorded(world.visit, by=world.officer.actor, state="XSB")
    assert "no assistance to this State" in unable.value.problems["contributed"]
    small_record()
    with pytest.raises(UnableTo) as unable:
        world.recorded(kind="act", reference="FINANCING-1998")
    assert "FINANCING-1999" in unable.value.problems["reference"]
    with pytest.raises(UnableTo) as unable:
        world.recorded(kind="treaty", reference="QQQ")
    assert "other State" in unable.value.problems["reference"]
    world.recorded()
    with pytest.raises(UnableTo) as unable:
        world.recorded()
    assert "recorded already" in unable.value.problems["reference"]


def test_what_another_state_and_a_partner_may_not_see_is_not_there(world):
    number = world.recorded()
    with acting(SYSTEM):
        follow_up = OutcomeFollowUp.objects.get(outcome=number, months=6)
    assert browser(world.focal).get(f"/en/outcomes/{number}/").status_code == 200
    for person in (world.other, world.partner):
        client = browser(person)
        for address in (
            f"/en/outcomes/{number}/",
            f"/api/v1/outcomes/{number}/",
            f"/en/outcomes/follow-ups/{follow_up.id}/",
        ):
            assert client.get(address).status_code == 404, (person.email, address)
        assert "Samplonia designated" not in client.get("/en/outcomes/").content.decode()
        assert "Samplonia designated" not in client.get("/en/search/?q=designated").content.decode()
        assert client.post(f"/en/outcomes/{number}/take-back/", {"why": "x"}).status_code == 404
        with acting(person.actor), connection.cursor() as cursor:
            cursor.execute("select count(*) from outcomes_outcome")
            assert cursor.fetchone()[0] == 0, "the database itself hides it"
        with acting(person.actor):
            assert outcomes_of_state(person.actor, "XSA", on=TODAY.date()) == []
    assert evidence(world.partner.actor) is None
    assert evidence(world.other.actor).count == 0


def test_follow_up_is_scheduled_asked_for_in_the_inbox_and_answered_by_the_state(world):
    number = world.recorded()
    with acting(SYSTEM):
        first, second = follow_ups_of(SYSTEM, number)
    assert (first.due_on, second.due_on) == (date(2027, 5, 30), date(2027, 11, 30))
    asked = Asked(world.focal.actor, date(2027, 5, 1), date(2027, 5, 31), TODAY.date())
    with acting(world.focal.actor):
        assert [one.entry.about for one in entries(asked) if one.kind.key == "outcome"] == [str(number)]
    with acting(world.other.actor):
        others = Asked(world.other.actor, date(2027, 5, 1), date(2027, 5, 31), TODAY.date())
        assert [one for one in entries(others) if one.kind.key == "outcome"] == []
    with acting(world.focal.actor), pytest.raises(UnableTo):
        answer_follow_up(first.id, AnswerDetails("used", ""), by=world.focal.actor, at=TODAY)

    remind(at=TODAY)
    assert not Notice.objects.filter(kind="outcomes.outcome-due").exists()
    for _again in range(2):
        remind(at=LATER)
    told = set(Notice.objects.filter(kind="outcomes.outcome-due").values_list("person", flat=True))
    assert {world.officer.id, world.focal.id} <= told
    assert not {world.other.id, world.partner.id} & told
    assert Notice.objects.filter(kind="outcomes.outcome-due", person=world.focal.id).count() == 1
    with clock.stopped_at(LATER):
        focal = browser(world.focal)
        assert waiting_for(world.focal.actor) == 1
        assert "Samplonia designated" in focal.get("/en/work/").content.decode()
        address = f"/en/outcomes/follow-ups/{first.id}/"
        assert address in focal.get(f"/en/outcomes/{number}/").content.decode()
        assert "since when" in focal.post(address, {"answer": "no_longer"}).content.decode()
        assert focal.post(address, {"answer": "used", "words": "Twelve requests (sample)."}).status_code == 302
        assert waiting_for(world.focal.actor) == 0
        assert "already" in focal.post(address, {"answer": "stands"}).content.decode()
        assert "Twelve requests" in focal.get(f"/en/outcomes/{number}/").content.decode()
        assert focal.get(f"/en/outcomes/{number}/lessons/").status_code == 404, "the programme records what it learned"


def test_what_was_learned_gets_a_response_once_and_what_was_taken_back_stays_with_its_reason(world):
    number, by = world.recorded(), world.officer.actor
    with acting(by):
        learned = LessonDetails("evaluation", date(2026, 12, 1), "Evaluation unit (sample)", "Go in pairs (sample).")
        key = record_lesson(number, learned, visits.note(), by=by, at=TODAY)
        assert respond(key, ResponseDetails("in_part", "From 2027 (sample)."), by=by, at=TODAY) == number
        with pytest.raises(UnableTo):
            respond(key, ResponseDetails("accepted", "Again (sample)."), by=by, at=TODAY)
        assert [one.response for one in lessons_of(by, number)] == ["in_part"]
    officer = browser(world.officer)
    page = officer.get(f"/en/outcomes/{number}/").content.decode()
    assert "Go in pairs" in page
    assert "From 2027" in page
    people.organisation(outcomes.AUTHORITY)
    assert evidence(by).count == 1
    with acting(by), pytest.raises(UnableTo):
        take_back(number, TakenBack(""), by=by, at=TODAY)
    assert officer.post(f"/en/outcomes/{number}/take-back/", {"why": "A misprint (sample)."}).status_code == 302
    assert "A misprint" in officer.get(f"/en/outcomes/{number}/").content.decode()
    assert evidence(by).count == 0
    with clock.stopped_at(LATER):
        assert waiting_for(by) == 0
        remind(at=LATER)
    assert not Notice.objects.filter(kind="outcomes.outcome-due").exists()
    with acting(by), pytest.raises(UnableTo):
        record_lesson(number, learned, by=by, at=TODAY)


def test_the_database_holds_an_outcome_to_its_state_and_assistance(world):
    number = world.recorded()
    wrong: list[dict[str, Any]] = [
        {"owner": "state:XSB"},
        {"contributed": []},
        {"taken_back_at": TODAY},
        {"level": "public"},
    ]
    for columns in wrong:
        with acting(SYSTEM), pytest.raises(IntegrityError), transaction.atomic():
            Outcome.objects.filter(pk=number).update(**columns)


def test_a_list_of_any_length_costs_the_same_and_goes_through_the_api_and_the_commands(world):
    number = world.recorded()
    officer = browser(world.officer)
    counts = []
    for place in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert officer.get("/en/outcomes/?format=csv").status_code == 200
        counts.append(len(queries))
        for more in range(5):
            world.recorded(reference=f"Authority {place} {more} (sample)", title=f"Another one {place} {more} (sample)")
    assert counts[0] == counts[1]
    answer = json.loads(officer.get(f"/api/v1/outcomes/{number}/").content)
    assert answer["outcome"]["status"] == "reported"
    assert answer["helped"] == [
        {"kind": "visit", "key": str(world.visit), "called": visits.TITLE, "began_on": "2026-11-02"}
    ]
    assert [one["months"] for one in answer["follow_ups"]] == [6, 12]
    made = officer.post(
        "/api/v1/outcomes/",
        json.dumps({**FORM, "reference": "Bureau (sample)", "state": "XSA", "contributed": ["visit:1"]}),
        content_type="application/json",
    )
    assert made.status_code in {400, 422}
    assert "no assistance to this State" in made.content.decode()
    with acting(SYSTEM, confined=False):
        listed, shown = called("outcomes", "list"), called("outcomes", "show", str(number))
    assert "Reported, unverified" in listed.output
    assert "2027-05-30: not answered yet" in shown.output
    assert called("outcomes", "show", "1").exit_code == 2
    refused = called("outcomes", "record", "--state", "XSA", "--kind", "law", "--contributed", "visit:1")
    assert refused.exit_code == 2
    assert "happened_on: Write the day" in refused.output

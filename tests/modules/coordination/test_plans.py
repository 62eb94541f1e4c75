"""What bodies plan: entered, brought in, taken back, seen by whom it may be seen, and held against what others plan."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.imports import Bringing
from accede.foundation.problems import UnableTo
from accede.modules.coordination.models import PlanEntry, PlanImport
from accede.modules.coordination.queries.plans import plan_rows
from accede.modules.coordination.services.import_plans import PlansGiven, check_plans, import_plans
from accede.modules.coordination.services.plan_imports import take_plans_back
from accede.modules.reference.services.shipped import load_shipped_reference
from accede.modules.treaties.queries.register import forget_snapshots
from tests.conftest import TODAY
from tests.factories import consultations, people, visits
from tests.support.commands import called

pytestmark = pytest.mark.django_db
PLANS = "/en/coordination/plans/"
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:sample-1@example.org
SUMMARY:Atelier sur le financement du terrorisme (sample)
LOCATION:Bamako\\, Mali
DTSTART;TZID=Africa/Bamako:{first}T090000
DTEND;TZID=Africa/Bamako:{first}T170000
RRULE:FREQ=WEEKLY;COUNT=3
EXDATE;TZID=Africa/Bamako:{second}T090000
END:VEVENT
BEGIN:VEVENT
UID:sample-2@example.org
SUMMARY:Internal retreat (sample)
CLASS:PRIVATE
CATEGORIES:KEN
DTSTART;VALUE=DATE:{first}
END:VEVENT
END:VCALENDAR
"""


def compact(day: date) -> str:
    return day.strftime("%Y%m%d")


class World:
    """Two bodies with their coordinators, an officer, a focal point, and an office."""

    def __init__(self) -> None:
        self.body = people.organisation("Directorate (sample)", state="")
        self.other_body = people.organisation("Bureau (sample)", state="")
        self.officer = people.person("Pia Prado", role="programme_officer")
        self.partner = self._partner("Paz Partner", self.body)
        self.other = self._partner("Otto Other", self.other_body)
        ministry = people.organisation("Ministry of Justice of Examplia (sample)", state="XSB")
        self.focal = people.person("Bela Benak", acts_for=ministry, role="focal_point", scope=("state", "XSB"))
        people.organisation()
        self.office = consultations.office(self.body)
        consultations.office(self.other_body, body="IMF")

    @staticmethod
    def _partner(name: str, body: Any) -> people.TestPerson:
        return people.person(
            name, acts_for=body, role="partner_coordinator", scope=("organisation", str(body)), is_coordinator=True
        )


@pytest.fixture
def world() -> Iterator[World]:
    load_shipped_reference()
    forget_snapshots()
    yield World()
    forget_snapshots()


def browser(person: people.TestPerson) -> Client:
    return person.with_app().sign_in(Client())


def stated(**other: object) -> dict[str, object]:
    plan = {
        "body": "CTED",
        "title": "Workshop on the financing of terrorism (sample)",
        "states": "MLI",
        "first_day": "2027-02-01",
        "last_day": "2027-02-03",
        "level": "programme",
        "is_cancelled": "no",
    }
    return plan | other


def file_of(tmp_path: Path, text: str, name: str = "plans.ics") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def calendar(first: date) -> str:
    return CALENDAR.format(first=compact(first), second=compact(first + timedelta(days=7)))


def bring(path: Path, by: Any, source: str = "") -> Any:
    with acting(by):
        return import_plans(path, PlansGiven("CTED", source=source), Bringing(by, Face.WEB, TODAY, path.name))


def seen(actor: Any) -> list[str]:
    with acting(actor):
        return sorted(plan_rows(actor).values_list("title", flat=True))


def test_a_body_enters_its_plan_and_the_programme_sees_it_and_no_other_body_does(world):
    partner, officer, other = browser(world.partner), browser(world.officer), browser(world.other)
    empty = partner.post(f"{PLANS}new/", {})
    wrong = partner.post(f"{PLANS}new/", stated(last_day="2027-01-01", states="XQQ"))
    assert (empty.status_code, wrong.status_code) == (400, 400)
    told = empty.content.decode() + wrong.content.decode()
    for words in (
        "Choose the body.",
        "Write a title",
        "no State with the code",
        "lies before the first",
        "who sees it",
    ):
        assert words in told
    assert partner.post(f"{PLANS}new/", stated(body="IMF")).status_code == 400, "another body's"

    where = partner.post(f"{PLANS}new/", stated()).headers["Location"]

    assert officer.get(where).status_code == 200
    assert "Workshop on the financing" in officer.get(PLANS).content.decode()
    assert other.get(where).status_code == 404
    assert "Workshop on the financing" not in other.get(PLANS).content.decode()
    assert browser(world.focal).get(PLANS).status_code == 404
    changed = partner.post(f"{where}change/", stated(title="Moved (sample)", first_day="2027-03-01", last_day=""))
    assert "Moved (sample)" in officer.get(changed.headers["Location"]).content.decode()
    assert officer.get(where).status_code == 404, "what was stated before stands no more"
    assert partner.post(f"{changed.headers['Location']}withdraw/").status_code == 302
    assert seen(world.officer.actor) == []


def test_what_the_body_alone_sees_no_officer_sees_nor_can_tell_from_anything(world):
    partner, officer = browser(world.partner), browser(world.officer)
    where = partner.post(f"{PLANS}new/", stated(level="owner_confidential")).headers["Location"]
    with acting(SYSTEM):
        visits.planned(
            "MLI",
            body=world.body,
            consent=None,
            first_day=date(2027, 2, 1),
            last_day=date(2027, 2, 2),
            topics=("financing",),
        )

    assert partner.get(where).status_code == 200
    for page in (where, f"{where}change/"):
        assert officer.get(page).status_code == 404
    assert officer.post(f"{PLANS}new/", stated(level="owner_confidential")).status_code == 400
    for page in (PLANS, "/en/coordination/overlaps/", "/en/calendar/?view=list&since=2027-01-01&until=2027-12-31"):
        assert "financing of terrorism (sample)" not in officer.get(page).content.decode()
    assert json.loads(officer.get("/api/v1/coordination/plans/").content)["count"] == 0
    assert "financing of terrorism (sample)" in partner.get("/en/calendar/?view=list&since=2027-01-01").content.decode()
    assert seen(world.other.actor) == []
    with acting(world.officer.actor):
        assert not PlanEntry.objects.exists(), "the database itself shows nothing"


def test_a_calendar_is_previewed_brought_in_once_stated_anew_and_taken_back(world, tmp_path):
    first = TODAY.date() + timedelta(days=40)
    path = file_of(tmp_path, calendar(first))
    partner = world.partner.actor
    with acting(partner):
        checked = check_plans(path, PlansGiven("CTED"), by=partner, at=TODAY)
    assert (checked.new, checked.problem_count, PlanEntry.objects.count()) == (3, 0, 0)

    brought = bring(path, partner)
    again = bring(path, partner)

    assert (brought.applied, brought.new, again.applied, again.known) == (True, 3, False, 3)
    assert seen(world.officer.actor) == ["Atelier sur le financement du terrorisme (sample)"] * 2
    assert "Internal retreat (sample)" in seen(partner)
    with acting(SYSTEM):
        assert {tuple(states) for states in PlanEntry.objects.values_list("states", flat=True)} == {("MLI",), ("KEN",)}
        assert PlanImport.objects.get().level == "owner_confidential", "one of them is the body's alone"
    # The last time of the series falls away, and another one is called otherwise.
    shorter = calendar(first).replace("COUNT=3", "COUNT=2").replace("retreat", "meeting")
    anew = bring(file_of(tmp_path, shorter), partner)
    assert (anew.new, anew.changed, anew.known) == (0, 2, 1)
    with acting(partner):
        rows = plan_rows(partner)
        assert rows.filter(is_cancelled=True).count() == 1
        earlier, later = PlanImport.objects.order_by("brought_at", "count").values_list("pk", flat=True)[:2]
        both = {earlier, later}
        last = next(key for key in both if PlanEntry.objects.filter(brought=key, title__contains="meeting"))
        (before,) = both - {last}
        with pytest.raises(UnableTo, match="later import"):
            take_plans_back(before, "Wrong file.", by=partner, at=TODAY)
        with pytest.raises(UnableTo, match="Say why"):
            take_plans_back(last, " ", by=partner, at=TODAY)
        assert take_plans_back(last, "Wrong file.", by=partner, at=TODAY) == 2
        assert "Internal retreat (sample)" in seen(partner)
        assert take_plans_back(before, "Wrong file.", by=partner, at=TODAY) == 3
    assert seen(partner) == []


def test_the_calendar_is_asked_by_state_region_theme_and_body_and_by_a_private_address_of_these(world):
    day = TODAY.date() + timedelta(days=50)
    partner = browser(world.partner)
    for states, title in (("MLI", "In Mali (sample)"), ("PER", "In Peru (sample)")):
        partner.post(f"{PLANS}new/", stated(first_day=day.isoformat(), last_day="", states=states, title=title))
    for asked in ("state=MLI", "region=african", "theme=financing&state=MLI"):
        topics = "topics" if "theme" in asked else ""
        if topics:
            partner.post(f"{PLANS}new/", stated(first_day=day.isoformat(), last_day="", topics="financing"))
        page = partner.get(f"/en/calendar/?view=list&since={day}&{asked}").content.decode()
        assert ("In Mali (sample)" in page) is not bool(topics)
        assert "In Peru (sample)" not in page
    partner.post("/en/calendar/address/", {"do": "make"})
    page = partner.get("/en/calendar/?view=list&state=PER").content.decode()
    feed = re.search(r"https?://testserver(/en/calendar/[^<\s]+\.ics\?state=PER)", page)
    assert feed is not None
    told = Client().get(feed[1]).content.decode()
    assert "In Peru" in told
    assert "In Mali" not in told
    assert Client().get("/en/calendar.ics?state=PER").content.decode().count("In Peru") == 0
    assert partner.get("/en/calendar/?only=x").status_code == 400


def test_of_a_file_with_faults_nothing_comes_in_and_each_is_told_with_its_line(world, tmp_path):
    text = (
        calendar(date(2027, 2, 1)).replace("Africa/Bamako", "Mars/Olympus").replace("CATEGORIES:KEN", "RRULE:FREQ=ODD")
    )

    outcome = bring(file_of(tmp_path, text), world.partner.actor)

    assert not outcome.applied
    assert {(one.code, one.row, one.column) for one in outcome.problems} == {
        ("ical.zone", 3, "DTSTART"),
        ("ical.zone", 3, "DTEND"),
        ("ical.zone", 3, "EXDATE"),
        ("ical.rule", 12, "RRULE"),
    }
    with acting(SYSTEM):
        assert not PlanEntry.objects.exists()


def test_a_table_tells_everything_that_is_wrong_at_once_and_a_body_that_did_not_exist_then(world, tmp_path):
    rows = [
        "title,first_day,last_day,states,topics,region,level,reference",
        "Good (sample),2027-02-01,,Mali; Niger,financing,african,,a",
        "Same (sample),2027-02-01,,MLI,,,,a",
        "Bad (sample),2027-02-31,,Atlantis,weather,moon,everybody,b",
        "Late (sample),2027-02-05,2027-02-01,MLI,,,,c",
        "Old (sample),2004-02-05,,MLI,,,,d",
    ]
    outcome = bring(file_of(tmp_path, "\n".join(rows), "plans.csv"), world.officer.actor, source="Letter (sample)")

    assert {(one.code, one.row, one.column) for one in outcome.problems} == {
        ("plan.twice", 3, "reference"),
        ("day.not_a_day", 4, "first_day"),
        ("plan.no_state", 4, "states"),
        ("plan.no_topic", 4, "topics"),
        ("plan.no_region", 4, "regions"),
        ("plan.no_level", 4, "level"),
        ("plan.wrong", 5, "last_day"),
    }
    past = file_of(tmp_path, "title,first_day\nSample,2001-05-01\n", "past.csv")
    given = PlansGiven("GCTCC")
    with acting(SYSTEM):
        outcome = check_plans(past, given, by=SYSTEM, at=TODAY)
    assert [(one.code, one.column) for one in outcome.problems] == [("plan.wrong", "body")]
    good = import_plans_of(world, file_of(tmp_path, "\n".join(rows[:2]), "good.csv"))
    assert (good.applied, good.new) == (True, 1)


def import_plans_of(world: World, path: Path) -> Any:
    return bring(path, world.officer.actor)


def test_an_overlap_leads_to_a_consultation_that_is_written_to_begin_with(world):
    day = TODAY.date() + timedelta(days=50)
    with acting(SYSTEM):
        number = visits.planned(
            "MLI", body=world.body, consent=None, first_day=day, last_day=day, topics=("financing",)
        )
    partner, officer = browser(world.partner), browser(world.officer)
    plan = partner.post(f"{PLANS}new/", stated(first_day=day.isoformat(), last_day="")).headers["Location"]

    page = officer.get("/en/coordination/overlaps/").content.decode()

    consult = f"/en/coordination/consultations/about/visit/{number}/?plan={plan.split('/')[-2]}"
    assert consult in page
    assert "The same State: Mali." in page
    assert "The theme was read from the title" in page
    form = officer.get(consult).content.decode()
    assert "You plan “Workshop on the financing of terrorism (sample)”" in form
    assert f'value="{world.office}" selected' in " ".join(form.split())
    assert "Workshop on the financing" not in partner.get("/en/coordination/overlaps/").content.decode()
    found = json.loads(officer.get("/api/v1/coordination/overlaps/").content)["items"]
    assert [one["their_body_code"] for one in found] == ["CTED"]
    assert "CTED" in called("overlaps", "--json").stdout


def test_the_database_holds_what_a_plan_must_be(world):
    rows = {"first_day": date(2027, 1, 2), "last_day": date(2027, 1, 1)}, {"title": ""}, {"level": "public"}
    for wrong in rows:
        row = {
            "level": "programme", "owner": "all", "body": "CTED", "known_as": "x", "title": "x", "recorded_at": TODAY,
            "first_day": date(2027, 1, 1), "last_day": date(2027, 1, 1),
        }  # fmt: skip
        with acting(SYSTEM), transaction.atomic(), pytest.raises(IntegrityError):
            PlanEntry.objects.create(**row | wrong)

"""Consultations with bodies, as an officer, the body and outsiders meet them."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test import Client

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.calendar.entries import Asked, entries
from accede.foundation.outbox.letters import unsealed
from accede.foundation.outbox.models import Letter, Notice
from accede.foundation.problems import Overtaken, UnableTo
from accede.foundation.workflow.stepping import take_step
from accede.modules.coordination.models import Consultation
from accede.modules.coordination.queries.consultations import (
    consultation_visible_to,
    contacts_about,
    count_consultations,
    waiting_for,
)
from accede.modules.coordination.services.consultations import let_time_pass
from accede.modules.coordination.services.flow import CONSULTATIONS
from accede.modules.mandates.queries.duties import DutyLine, duties_under
from accede.modules.mandates.queries.evidence import Asked as AskedForEvidence
from accede.modules.mandates.queries.mandates import mandate_at
from accede.modules.mandates.services.shipped import load_shipped_mandates
from tests.conftest import TODAY
from tests.factories import consultations, people, visits
from tests.support.commands import called

pytestmark = pytest.mark.django_db
ANSWER = {"answer": "object", "reason": "We plan the same (sample).", "wants_lead": "yes"}


class World:
    """A visit, a body with its office and its coordinator, an officer, and those who may see nothing."""

    def __init__(self) -> None:
        self.body = people.organisation("Directorate (sample)", state="")
        self.other_body = people.organisation("Bureau (sample)", state="")
        self.officer = people.person("Pia Prado", role="programme_officer")
        self.partner = self._partner("Paz Partner", self.body)
        self.other_partner = self._partner("Otto Other", self.other_body)
        ministry = people.organisation("Ministry of Justice of Examplia (sample)", state="XSB")
        self.focal = people.person("Bela Benak", acts_for=ministry, role="focal_point", scope=("state", "XSB"))
        people.organisation()
        self.office = consultations.office(self.body)
        with acting(SYSTEM):
            consent = visits.consent("XSA", body=self.body)
            self.visit = visits.planned("XSA", body=self.body, consent=consent)

    @staticmethod
    def _partner(name: str, body: Any) -> people.TestPerson:
        return people.person(
            name, acts_for=body, role="partner_coordinator", scope=("organisation", str(body)), is_coordinator=True
        )

    def sent(self, **wanted: str) -> int:
        with acting(self.officer.actor):
            return consultations.sent(self.office, self.visit, by=self.officer.actor, **wanted)


@pytest.fixture
def world() -> World:
    return World()


def browser(person: people.TestPerson) -> Client:
    return person.with_app().sign_in(Client())


def state_of(number: int) -> str:
    with acting(SYSTEM):
        found = consultation_visible_to(SYSTEM, number)
    return found.stage if found else ""


def contacts(world: World) -> Any:
    with acting(SYSTEM):
        (spoken,) = contacts_about("visit", [str(world.visit)]).values() or [[]]
        return [contact for _day, contact in spoken]


def letter() -> str:
    with acting(SYSTEM):
        return unsealed(Letter.objects.get(kind="coordination/mail/consultation").sealed)[1]


def link() -> str:
    return "/" + re.search(r"https?://[^/]+/(\S+)", letter())[1]  # type: ignore[index]


def duty() -> DutyLine:
    load_shipped_mandates(at=TODAY)
    line = mandate_at("E-RES-2007-18")
    assert line is not None
    return next(one for one in duties_under(line) if one.key == "1")


def scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("letter.txt", b"A letter (sample).", content_type="text/plain")


def test_from_a_visit_to_an_objection_in_the_portal_that_is_settled_by_a_document(world):
    officer, partner = browser(world.officer), browser(world.partner)
    page = officer.get(f"/en/assessments/{world.visit}/").content.decode()
    assert f"/en/coordination/consultations/about/visit/{world.visit}/" in page
    form = f"/en/coordination/consultations/about/visit/{world.visit}/"
    wrong = officer.post(form, {"working_days": "soon"})
    assert wrong.status_code == 400
    told = wrong.content.decode()
    assert all(
        words in told for words in ("Choose the body and its office.", "Choose how closely", "Write what you tell")
    )
    asked = {"focal_point": world.office, "strength": "closely_coordinated", "working_days": "3", "words": "Sample?"}
    assert "from 1 to 90" in officer.post(form, {**asked, "working_days": "soon"}).content.decode()
    where = officer.post(form, asked).headers["Location"]
    number = int(where.split("/")[-2])
    assert partner.get(where).status_code == 404, "a draft is nobody's but the programme's"
    assert officer.post(where, {"step": "send"}).status_code == 302
    assert Notice.objects.filter(kind="coordination.consultation-asked", person=world.partner.id).exists()
    assert waiting_for(world.partner.actor) == 1

    seen = partner.get(where).content.decode()
    assert "Sample?" in seen
    assert "Note verbale 7" not in seen
    assert partner.post(f"{where}answer/", {"answer": "object"}).status_code == 400
    assert partner.post(f"{where}answer/", ANSWER).status_code == 302
    assert state_of(number) == "objected"
    assert contacts(world)[0].answer == "objected"
    assert officer.post(where, {"step": "resolve", "reason": "Settled."}).status_code == 400
    settled = officer.post(f"{where}settle/", {"reason": "They come along.", "document": scan()})
    assert settled.status_code == 302
    assert state_of(number) == "resolved"
    assert contacts(world)[0].answer == "agreed"
    assert officer.get(f"{where}letter/?format=docx").status_code == 200


@pytest.mark.usefixtures("stopped_clock")
def test_the_link_answers_once_without_an_account_and_only_in_time(world):
    number = world.sent()
    where, visitor = link(), Client()
    assert "Office of CTED (sample)" in visitor.get(where).content.decode()
    assert visitor.get(where[:-2] + "x/").status_code == 404
    assert visitor.post(where, {"answer": "object"}).status_code == 400
    done = visitor.post(where, {"answer": "clear", "wants_lead": "no"})
    assert "The link works no more" in done.content.decode()
    assert state_of(number) == "no_objection"
    assert visitor.get(where).status_code == 404
    assert visitor.post(where, ANSWER).status_code == 404
    row = Consultation.objects.get()
    assert row.answered_through == "link"
    assert row.token_hash is None


def test_the_link_stops_when_the_time_is_over_and_the_portal_says_so(world):
    number = world.sent()
    Consultation.objects.filter(pk=number).update(object_until=date(2026, 11, 30))

    assert Client().get(link()).status_code == 404
    with pytest.raises(UnableTo, match="ended on 2026-11-30"):
        take_step(CONSULTATIONS, "agree", number, by=world.partner.actor, at=TODAY, face=Face.WEB)


def test_silence_counts_only_after_the_date_and_never_where_an_answer_is_needed(world):
    number = world.sent()
    assert contacts(world)[0].object_until == date(2026, 12, 4)
    assert let_time_pass(at=TODAY + timedelta(days=3)) == 0
    assert let_time_pass(at=TODAY + timedelta(days=4)) == 1
    assert state_of(number) == "silent"

    closely = world.sent(strength="closely_coordinated")
    assert let_time_pass(at=TODAY + timedelta(days=30)) == 0
    with pytest.raises(UnableTo, match="silence is no answer"):
        take_step(CONSULTATIONS, "lapse", closely, by=SYSTEM, at=TODAY + timedelta(days=30), face=Face.JOB)


def test_a_late_answer_by_letter_is_recorded_with_the_letter(world):
    number = world.sent()
    let_time_pass(at=TODAY + timedelta(days=4))
    officer = browser(world.officer)
    where = f"/en/coordination/consultations/{number}/note/"
    stated = {"answer": "note-objection", "on": "2026-12-01", "wants_lead": "no", "reason": "Late (sample)."}

    bare = officer.post(where, {**stated, "reason": ""})
    assert bare.status_code == 400
    assert "Add the document itself" in bare.content.decode()
    assert "Say why" in bare.content.decode()
    assert officer.post(where, {**stated, "document": scan()}).status_code == 302
    assert state_of(number) == "objected"


def test_two_bodies_that_want_to_lead_are_told(world):
    first = world.sent()
    second = consultations.sent(consultations.office(world.other_body, "UNODC"), world.visit)
    Consultation.objects.update(wants_lead=True)

    told = browser(world.officer).get(f"/en/coordination/consultations/{first}/").content.decode()
    assert "Several bodies want to lead this" in told
    assert "United Nations Office on Drugs and Crime" in told
    # A body learns nothing of what another one is asked.
    own = browser(world.partner).get(f"/en/coordination/consultations/{first}/").content.decode()
    assert "Drugs and Crime" not in own
    assert second != first


def test_of_a_visit_without_consent_neither_title_nor_state_is_told(world):
    with acting(SYSTEM):
        visit = visits.planned("XSA", body=world.body, consent=None)
    with acting(SYSTEM):
        consultations.sent(world.office, visit)
    row = Consultation.objects.get()
    assert (row.title, row.states) == ("", [])
    assert visits.TITLE not in letter()
    assert "Samplonia" not in letter()


def test_nobody_else_can_tell_that_there_is_a_consultation(world):
    number = world.sent()
    page, api = f"/en/coordination/consultations/{number}/", f"/api/v1/coordination/consultations/{number}/"

    for outsider in (world.other_partner, world.focal):
        client = browser(outsider)
        for where in (page, f"{page}letter/", f"{page}answer/", f"{page}note/", api):
            assert client.get(where).status_code in {404, 405}, where
        assert client.post(f"{api}answer/", "{}", content_type="application/json").status_code in {400, 404}
        file: Any = client.get("/en/coordination/?format=csv")
        assert file.status_code == 404 or str(number).encode() not in b"".join(file.streaming_content)
        listed = client.get("/api/v1/coordination/consultations/")
        assert listed.status_code == 404 or json.loads(listed.content)["items"] == []
        with acting(outsider.actor):
            found = entries(Asked(outsider.actor, date(2026, 12, 1), date(2026, 12, 31), date(2026, 12, 1)))
            assert not [one for one in found if one.kind.key == "consultation"]
            assert not Consultation.objects.all().exists()
    assert contacts(world)


def test_the_body_and_the_programme_see_the_day_in_their_calendars_and_the_consultation_counts_as_evidence(world):
    world.sent()
    for reader in (world.officer, world.partner):
        with acting(reader.actor):
            found = entries(Asked(reader.actor, date(2026, 12, 1), date(2026, 12, 31), date(2026, 12, 1)))
        assert [one.entry.first for one in found if one.kind.key == "consultation"] == [date(2026, 12, 4)]
    with acting(world.officer.actor):
        counted = count_consultations(AskedForEvidence(duty(), None, date(2026, 12, 1), world.officer.actor))
    assert counted is not None
    assert counted.count == 1


def test_the_database_lets_no_step_be_left_out_and_opens_a_consultation_once(world):
    number = world.sent()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update coordination_consultation set state = 'resolved' where id = %s", [number])
    with pytest.raises(UnableTo, match="is open already"), acting(SYSTEM):
        consultations.opened(world.office, world.visit)


def test_what_was_answered_is_not_answered_again(world):
    number = world.sent()
    take_step(CONSULTATIONS, "agree", number, by=world.partner.actor, at=TODAY, face=Face.WEB)
    with pytest.raises(Overtaken):
        take_step(CONSULTATIONS, "object", number, by=world.partner.actor, at=TODAY, face=Face.WEB, reason="No.")


def test_a_focal_point_says_all_that_is_wrong_with_it_at_once(world):
    officer = browser(world.officer)
    stated = {"body": "GCTCC", "organisation": world.body, "office": "A", "email": "nobody", "letters_in": "fr",
              "week": "mon_fri", "closed": "2026-12-25\nChristmas", "valid_from": "2010-01-01"}  # fmt: skip
    told = officer.post("/en/coordination/focal-points/new/", stated).content.decode()

    for words in ("did not exist on this day", "Write an e-mail address", "These are no days: Christmas"):
        assert words in told
    right = {**stated, "email": "a@example.org", "closed": "2026-12-25", "valid_from": "2026-01-01"}
    where = officer.post("/en/coordination/focal-points/new/", right).headers["Location"]
    assert officer.post(f"{where}end/", {}).status_code == 302
    assert browser(world.other_partner).get(where).status_code == 404


def test_consultations_through_the_api_and_the_command_line(world):
    officer = browser(world.officer)
    about = f"/api/v1/coordination/consultations/about/visit/{world.visit}/"
    asked = {"focal_point": str(world.office), "strength": "coordinated", "working_days": "2", "words": "Sample?"}
    made = officer.post(about, json.dumps(asked), content_type="application/json")
    assert made.status_code == 200, made.content
    number = json.loads(made.content)["consultation"]["number"]
    sent = officer.post(
        f"/api/v1/coordination/consultations/{number}/steps/send/", "{}", content_type="application/json"
    )
    assert json.loads(sent.content)["consultation"]["stage"] == "sent"
    assert officer.post(about, json.dumps(asked), content_type="application/json").status_code == 400
    with acting(SYSTEM):
        listed, unknown = called("consultations", "list"), called("consultations", "send", "1")
    assert number in listed.output
    assert unknown.exit_code == 2
    assert "accede consultations list" in unknown.output


def test_bodies_on_a_day_on_the_page_in_the_api_and_on_the_command_line(client):
    before = client.get("/en/coordination/bodies/CTITF/?on=2010-01-01").content.decode()
    after = client.get("/en/coordination/bodies/CTITF/?on=2026-12-01").content.decode()
    listed = json.loads(client.get("/api/v1/coordination/bodies/INTERPOL/").content)

    assert "does not exist on this day" not in before
    assert "does not exist on this day" in after
    assert "Coordination Compact" in after
    assert {one["group"]: one["standing"] for one in listed["memberships"]} == {"CTITF": "ended", "GCTCC": "member"}
    assert client.get("/en/coordination/bodies/?format=csv").content.decode().count("\n") > 20
    assert client.get("/en/coordination/bodies/CTIFT/").status_code == 404
    assert "CTITF" in called("bodies", "--on", "2010-01-01").output
    assert called("bodies", "--on", "yesterday").exit_code == 2

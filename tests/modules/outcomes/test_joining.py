"""The way of a State that asked for help, from its decision to the deposit that closes it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from accede.core.treaties.acts import ActKind
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.problems import UnableTo
from accede.modules.outcomes.fields.joining import Chosen, StepDetails
from accede.modules.outcomes.models import JoiningStep
from accede.modules.outcomes.queries.joining import waiting_for, way_visible_to
from accede.modules.outcomes.services.joining import open_way, tell_step
from accede.modules.treaties.queries.register import forget_snapshots
from tests.conftest import TODAY
from tests.factories import people, requests
from tests.factories.small_record import recorded, small_record
from tests.modules.outcomes.world import World, browser

pytestmark = pytest.mark.django_db
KEY = "FINANCING-1999"


class Asking(World):
    """Morocco asks for help with joining one instrument; its focal point stands beside those of other States."""

    def __init__(self) -> None:
        super().__init__()
        small_record()
        ministry = people.organisation("Ministry of Morocco (sample)", state="MAR")
        self.mine = people.person("Mona", acts_for=ministry, role="focal_point", scope=("state", "MAR"))
        with acting(self.officer.actor):
            self.asked = requests.registered(self.officer.actor, state="MAR", kinds=("joining",), instruments=(KEY,))

    def opened(self) -> int:
        with acting(self.officer.actor):
            return open_way(self.asked, Chosen(KEY), by=self.officer.actor, at=TODAY)


@pytest.fixture
def world() -> Asking:
    return Asking()


def test_from_the_request_step_by_step_to_the_deposit_that_closes_it(world):
    officer, state = browser(world.officer), browser(world.mine)
    form = f"/en/joining/for-request/{world.asked}/"
    assert form in officer.get(f"/en/requests/{world.asked}/").content.decode()
    assert "Choose the instrument" in officer.post(form, {"instrument": ""}).content.decode()
    where = officer.post(form, {"instrument": KEY}).headers["Location"]
    assert "is open already" in officer.post(form, {"instrument": KEY}).content.decode()
    page = state.get(where).content.decode()
    assert "who takes it, the day for which it is planned" in page
    assert f"/en/cooperation/plan/MAR/{KEY}/model.docx" in page
    wrong = {"done_on": "2027-01-01", "not_needed": "Art. 55 (sample)"}
    told = state.post(f"{where}cabinet/", wrong).content.decode()
    assert "This day lies ahead" in told
    assert "leave one of the two empty" in told
    assert state.post(f"{where}parliament/", {"not_needed": "Art. 55 (sample)"}).status_code == 302
    assert state.post(f"{where}cabinet/", {"who": "Council (sample)", "done_on": "2026-11-20"}).status_code == 302
    assert state.post(f"{where}deposit/", {"who": "Mission (sample)", "planned_on": "2027-03-01"}).status_code == 302
    assert 'name="done_on"' not in state.get(f"{where}deposit/").content.decode(), "a deposit is no statement"
    page = officer.get(where).content.decode()
    assert "Art. 55 (sample)" in page
    assert "31 March 2027" in page, "in force thirty days after the planned deposit, by article 26"
    assert waiting_for(world.mine.actor) == 1

    recorded(KEY, "MAR", ActKind.ACCESSION, "2026-11-30")
    forget_snapshots()

    page = officer.get(where).content.decode()
    assert "None: the deposit is made" in page
    assert "30 December 2026" in page
    assert "model.docx" not in page
    assert f"{where}cabinet/" not in page
    assert waiting_for(world.mine.actor) == 0
    assert "None: the deposit is made" in officer.get("/en/joining/").content.decode()


def test_a_way_is_opened_for_a_state_that_asked_and_has_not_joined(world):
    with acting(world.officer.actor):
        other = requests.registered(world.officer.actor, state="MAR", kinds=("training",))
        with pytest.raises(UnableTo) as unable:
            open_way(other, Chosen(KEY), by=world.officer.actor, at=TODAY)
    assert "does not ask for help with joining" in str(unable.value)
    recorded(KEY, "MAR", ActKind.RATIFICATION, "2026-11-20")
    forget_snapshots()
    with pytest.raises(UnableTo) as unable:
        world.opened()
    assert "joined this instrument on 20 November 2026" in unable.value.problems["instrument"]


def test_outsiders_find_no_way_and_the_database_holds_the_deposit_to_the_register(world):
    number = world.opened()
    for person in (world.other, world.partner, world.focal):
        client = browser(person)
        for address in (
            f"/en/joining/{number}/",
            f"/en/joining/{number}/cabinet/",
            f"/en/joining/for-request/{world.asked}/",
        ):
            assert client.get(address).status_code == 404, (person.email, address)
        assert "Morocco" not in client.get("/en/joining/").content.decode().partition("<main")[2]
        with acting(person.actor):
            assert way_visible_to(person.actor, number, on=TODAY.date()) is None
    with acting(world.mine.actor):
        tell_step(number, "deposit", StepDetails("Mission (sample)", None, None, ""), by=world.mine.actor, at=TODAY)
        made = StepDetails("", None, date(2026, 11, 20), "")
        with pytest.raises(UnableTo) as unable:
            tell_step(number, "deposit", made, by=world.mine.actor, at=TODAY)
    assert "closes the way by itself" in str(unable.value)
    with acting(SYSTEM), pytest.raises(IntegrityError), transaction.atomic():
        JoiningStep.objects.filter(way=number).update(done_on=TODAY.date())

"""Saved scenarios: who sees which, by pages and by raw SQL, and what the record says of them."""

import json
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from accede.foundation.access import ANONYMOUS, Refused
from accede.foundation.access.acting import acting
from accede.foundation.access.tables import GuardedRows
from accede.foundation.audit.models import Event
from accede.foundation.audit.timeline import Wish as TimelineWish
from accede.foundation.audit.timeline import timeline
from accede.foundation.problems import UnableTo
from accede.modules.cooperation.fields.scenarios import ScenarioDetails
from accede.modules.cooperation.models import SavedScenario
from accede.modules.cooperation.queries.saved_scenarios import scenario_visible_to, scenarios_visible_to
from accede.modules.cooperation.services.saved_scenarios import change_scenario, delete_scenario, save_scenario
from accede.modules.identity.fields.sharing import Sharing
from tests.factories import people
from tests.factories.cooperation_record import FINANCING, HOSTAGES, cooperation_record
from tests.factories.people import AT, TestPerson
from tests.support.commands import called

pytestmark = pytest.mark.django_db
WISH = ScenarioDetails("First idea", "extradition", f"CZE {FINANCING}")


@pytest.fixture
def ministry():
    return people.organisation()


@pytest.fixture
def amal(ministry) -> TestPerson:
    return people.person("Amal Abara", acts_for=ministry, role="focal_point", scope=("state", "XSA"))


@pytest.fixture
def colleague(ministry) -> TestPerson:
    return people.person("Cora Cole", acts_for=ministry, role="focal_point", scope=("state", "XSA"))


@pytest.fixture
def bela() -> TestPerson:
    other = people.organisation("Ministry of Justice of Examplia (sample)", state="XSB")
    return people.person("Bela Benak", acts_for=other, role="focal_point", scope=("state", "XSB"))


@pytest.fixture
def officer() -> TestPerson:
    return people.person("Olu Okoro", role="programme_officer")


def saved(by: TestPerson, *, organisation: UUID | None = None, people: Sequence[str] = ()) -> UUID:
    with acting(by.actor):
        return save_scenario(replace(WISH, sharing=Sharing(organisation, tuple(people))), by=by.actor, at=AT)


def seen_by(person: TestPerson) -> list[str]:
    with acting(person.actor):
        return [one.name for one in scenarios_visible_to(person.actor).all()]


def names_by_sql(person: TestPerson) -> list[str]:
    with acting(person.actor), connection.cursor() as cursor:
        cursor.execute("select name from cooperation_savedscenario")
        return [name for (name,) in cursor.fetchall()]


def test_a_scenario_is_its_makers_alone(amal, colleague, bela, officer):
    saved(amal)

    assert seen_by(amal) == ["First idea"]
    assert [seen_by(other) for other in (colleague, bela, officer)] == [[], [], []]


def test_so_it_is_in_raw_sql_under_the_web_role(amal, colleague, bela, officer):
    saved(amal)

    assert names_by_sql(amal) == ["First idea"]
    assert [names_by_sql(other) for other in (colleague, bela, officer)] == [[], [], []]
    with acting(ANONYMOUS):
        assert not SavedScenario.objects.exists()


def test_so_it_is_when_every_filter_is_forgotten(amal, bela, monkeypatch):
    scenario = saved(amal)
    monkeypatch.setattr(GuardedRows, "visible_to", lambda self, actor: self)

    with acting(bela.actor):
        assert scenario_visible_to(bela.actor, scenario) is None
        assert SavedScenario.objects.update(name="x") == 0
        assert SavedScenario.objects.all().delete()[0] == 0


def test_shared_with_an_organisation_whoever_acts_for_it_reads_it(amal, colleague, bela, ministry):
    saved(amal, organisation=ministry)

    assert seen_by(colleague) == names_by_sql(colleague) == ["First idea"]
    assert seen_by(bela) == names_by_sql(bela) == []


def test_shared_with_a_person_that_person_reads_it_and_changes_nothing(amal, colleague, bela, officer):
    scenario = saved(amal, people=(colleague.email.upper(),))

    assert seen_by(colleague) == names_by_sql(colleague) == ["First idea"]
    assert seen_by(bela) == seen_by(officer) == []
    with pytest.raises(Refused), acting(colleague.actor):
        change_scenario(scenario, WISH, by=colleague.actor, at=AT)
    with pytest.raises(Refused), acting(colleague.actor):
        delete_scenario(scenario, by=colleague.actor, at=AT)


def test_it_is_no_longer_seen_when_no_longer_shared(amal, colleague):
    scenario = saved(amal, people=(colleague.email,))
    with acting(amal.actor):
        change_scenario(scenario, WISH, by=amal.actor, at=AT)

    assert seen_by(colleague) == names_by_sql(colleague) == []


def test_people_of_whom_one_may_not_know_are_not_told_from_those_who_do_not_exist(amal, bela):
    words = []
    for address in (bela.email, "nobody@example.org"):
        with pytest.raises(UnableTo) as unable:
            saved(amal, people=(address,))
        words.append(unable.value.problems["people"].replace(address, ""))

    assert words[0] == words[1]


def test_nobody_shares_with_an_organisation_for_which_they_do_not_act(amal, bela):
    with pytest.raises(UnableTo) as unable:
        saved(amal, organisation=bela.organisation)

    assert list(unable.value.problems) == ["organisation"]


def test_a_name_is_used_once_and_not_empty(amal):
    saved(amal)
    for name in (WISH.name, " "):
        with pytest.raises(UnableTo) as unable, acting(amal.actor):
            save_scenario(replace(WISH, name=name), by=amal.actor, at=AT)
        assert list(unable.value.problems) == ["name"]


def test_an_auditor_saves_nothing():
    auditor = people.person("Otto Oduya", role="auditor")

    with pytest.raises(Refused):
        saved(auditor)


def test_the_record_says_what_was_and_what_became(amal, colleague, bela):
    scenario = saved(amal)
    renamed = replace(WISH, name="Second idea", sharing=Sharing(people=(colleague.email,)))
    with acting(amal.actor):
        change_scenario(scenario, renamed, by=amal.actor, at=AT)
        delete_scenario(scenario, by=amal.actor, at=AT)

    events = Event.objects.filter(about_key=str(scenario)).select_related("detail")
    changes = {event.key: event.detail.body["changes"] for event in events if event.detail.body}
    assert set(changes) == {f"cooperation.scenario-{what}" for what in ("saved", "changed", "shared", "deleted")}
    assert changes["cooperation.scenario-saved"]["accessions"] == [None, f"CZE {FINANCING}"]
    assert changes["cooperation.scenario-changed"] == {"name": ["First idea", "Second idea"]}
    assert changes["cooperation.scenario-shared"]["people"] == [[], [{"name of": str(colleague.id)}]]
    assert changes["cooperation.scenario-deleted"]["name"] == ["Second idea", None]
    with acting(bela.actor):
        assert not Event.objects.filter(about_key=str(scenario)).exists()
    told = timeline(amal.actor, TimelineWish(about_key=str(scenario), key="cooperation.scenario-shared"))
    assert ("Share with people", "–", "Cora Cole") in [
        (change.field, change.before, change.after) for change in told[0].changes
    ]


NEW = "/en/cooperation/scenarios/saved/new/"


def written(**values: str) -> dict[str, str]:
    return {"name": "An idea", "purpose": "extradition", "accessions": f"CZE {FINANCING}"} | values


class TestPages:
    """The pages, as somebody uses them."""

    @pytest.fixture
    def of_amal(self, amal, second_factor_client):
        cooperation_record()
        return second_factor_client(amal)

    @pytest.fixture
    def second_factor_client(self):
        def signed_in(person: TestPerson) -> Client:
            return person.with_app().sign_in(Client())

        return signed_in

    def test_saved_listed_compared_renamed_deleted(self, of_amal):
        assert of_amal.post(NEW, written()).status_code == 302
        assert of_amal.post(NEW, written(name="Another", accessions=f"MAR {HOSTAGES}")).status_code == 302
        keys = [str(row.id) for row in SavedScenario.objects.order_by("name")]

        listed = of_amal.get("/en/cooperation/scenarios/saved/")
        assert "An idea" in listed.text
        assert "Another" in listed.text
        compared = of_amal.get("/en/cooperation/scenarios/saved/", {"scenario": keys}, follow=True)
        assert compared.status_code == 200
        assert compared.text.count("<section aria-labelledby") == 2
        one = f"/en/cooperation/scenarios/saved/{keys[0]}/"
        assert of_amal.post(one, written(name="Renamed")).status_code == 302
        assert "Renamed" in of_amal.get(one).text
        assert of_amal.get(f"{one}delete/").status_code == 200
        assert of_amal.post(f"{one}delete/").status_code == 302
        assert of_amal.get(one).status_code == 404

    def test_all_that_is_wrong_is_said_and_what_was_written_stays(self, of_amal):
        answer = of_amal.post(NEW, written(accessions="Atlantis NOTHING-1", organisation="x", purpose="y"))

        assert answer.status_code == 400
        assert "Atlantis NOTHING-1" in answer.text
        assert {problem.field for problem in answer.context["form"].problems} == {
            "purpose",
            "accessions",
            "organisation",
        }

    def test_the_other_state_finds_nothing(self, of_amal, bela, second_factor_client):
        of_amal.post(NEW, written())
        key = SavedScenario.objects.get().id
        of_bela = second_factor_client(bela)

        for where in (f"saved/{key}/", f"saved/{key}/delete/", f"saved/?scenario={key}", "saved/?scenario=x"):
            assert of_bela.get(f"/en/cooperation/scenarios/{where}").status_code == 404
        assert of_bela.post(f"/en/cooperation/scenarios/saved/{key}/delete/").status_code == 404
        assert SavedScenario.objects.exists()

    def test_a_visitor_is_led_to_the_way_in(self, client, of_amal):
        answer = client.get("/en/cooperation/scenarios/saved/new/?name=A&accessions=CZE+FINANCING-1999")

        assert answer.status_code == 302
        assert "/sign-in/?next=" in answer.headers["Location"]

    def test_the_list_is_filtered_and_had_as_a_file(self, of_amal):
        of_amal.post(NEW, written())
        of_amal.post(NEW, written(name="Another", purpose="mutual_legal_assistance"))

        answer = of_amal.get("/en/cooperation/scenarios/saved/", {"name": "idea", "format": "csv"})

        lines = b"".join(answer).decode("utf-8-sig").splitlines()
        assert [line.split(",")[:2] for line in lines] == [["Name", "What is asked"], ["An idea", "Extradition"]]

    def test_the_api_saves_lists_and_deletes(self, of_amal):
        body = {"name": "Over the API", "purpose": "extradition", "accessions": f"CZE {FINANCING}"}
        made = of_amal.post("/api/v1/cooperation/saved-scenarios/", json.dumps(body), content_type="application/json")

        assert made.status_code == 200
        listed = of_amal.get("/api/v1/cooperation/saved-scenarios/").json()
        assert [(one["name"], one["purpose"]) for one in listed["items"]] == [("Over the API", "extradition")]
        address = f"/api/v1/cooperation/saved-scenarios/{made.json()['id']}/"
        assert of_amal.delete(address).status_code == 204
        assert of_amal.delete(address).status_code == 404
        wrong = of_amal.post("/api/v1/cooperation/saved-scenarios/", "{}", content_type="application/json")
        assert (wrong.status_code, len(wrong.json()["problems"])) == (400, 3)


def test_the_command_says_who_keeps_scenarios_and_not_what(amal):
    saved(amal)

    answer = called("scenarios")

    assert answer.exit_code == 0
    assert "Amal Abara" in answer.output
    assert "First idea" not in answer.output

"""Organisations: several roles in time, corrected, joined and ended; on pages, in the API, by commands, as files."""

import json
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.utils import translation

from accede.foundation import clock
from accede.foundation.access import SYSTEM, Refused
from accede.foundation.access.acting import acting
from accede.foundation.audit.timeline import Wish, timeline
from accede.foundation.exports import Column, Table
from accede.foundation.exports.formats import Format, pieces
from accede.foundation.fields import Texts
from accede.foundation.problems import UnableTo
from accede.modules.identity.fields.organisations import SHOWN, OrganisationDetails
from accede.modules.identity.models import Membership
from accede.modules.identity.queries.invitations import invitation_with_token
from accede.modules.identity.queries.organisations import organisation_visible_to, organisations_visible_to
from accede.modules.identity.queries.scopes import organisation_names
from accede.modules.identity.services.grants import NewGrant, give_role
from accede.modules.identity.services.invitations import NewInvitation, invite
from accede.modules.identity.services.memberships import add_member
from accede.modules.identity.services.organisations import change_organisation, end_organisation, record_organisation
from tests.factories import people
from tests.factories.people import AT
from tests.support.commands import called

pytestmark = pytest.mark.django_db
TODAY = AT.date()
STATE = OrganisationDetails("Ministry of Sums (sample)", ("authority", "donor"), state_code="XSA")


@pytest.fixture
def ada():
    return people.person("Ada Adeyi", role="administrator").with_app()


@pytest.fixture
def pages(ada):
    return ada.sign_in(Client())


def recorded(details: OrganisationDetails = STATE) -> UUID:
    return record_organisation(details, is_sample=True, by=SYSTEM, at=AT - timedelta(days=30)).id


def facts(organisation: UUID, *, on: date = TODAY):
    found = organisation_visible_to(SYSTEM, organisation, on=on)
    assert found is not None
    return found


def test_a_state_gives_and_receives_each_for_its_time():
    key = recorded()
    wanted = OrganisationDetails(STATE.name, ("authority", "recipient"), state_code="XSA")

    change_organisation(key, wanted, since=TODAY, by=SYSTEM, at=AT)

    assert set(facts(key, on=TODAY - timedelta(days=1)).roles) == {"authority", "donor"}
    assert set(facts(key).roles) == {"authority", "recipient"}
    assert {one.role: one.until for one in facts(key).periods} == {"authority": None, "donor": TODAY, "recipient": None}


def test_the_record_tells_what_was_corrected_by_labels_and_in_words():
    key = recorded()
    wanted = OrganisationDetails(STATE.name, ("authority",), "MoS", "XSA", Texts({"fr": "Ministère"}))

    change_organisation(key, wanted, by=SYSTEM, at=AT)

    (line,) = timeline(SYSTEM, Wish(key="identity.organisation-changed"))
    assert [(one.field, one.before, one.after) for one in line.changes] == [
        ("Name in other languages", "–", "Ministère"),
        ("Acronym", "–", "MoS"),
        ("Roles", "Ministry or authority of a State, Donor", "Ministry or authority of a State"),
    ]


def test_all_that_is_wrong_is_told_at_once():
    with pytest.raises(UnableTo) as unable:
        record_organisation(OrganisationDetails(" ", ("king",)), since=TODAY + timedelta(days=1), by=SYSTEM, at=AT)

    assert set(unable.value.problems) == {"name", "roles", "roles_since"}


def test_an_authority_names_its_state():
    with pytest.raises(UnableTo) as unable:
        record_organisation(OrganisationDetails("Ministry", ("focal-point",)), by=SYSTEM, at=AT)

    assert set(unable.value.problems) == {"state_code"}


def test_of_an_organisation_joined_into_another_people_act_for_that_one():
    old, new = recorded(), recorded(OrganisationDetails("Ministry of Tables (sample)", ("donor",)))
    amal = people.person("Amal Abara", acts_for=old)

    end_organisation(old, on=TODAY, into=new, by=SYSTEM, at=AT)

    found = facts(old)
    assert (found.ended_on, found.joined_into, found.roles) == (TODAY, new, ())
    still = Membership.objects.filter(person=amal.id, valid_until__isnull=True)
    assert [one.organisation_id for one in still] == [new]


def test_what_has_ended_stays_as_it_is():
    key = recorded()
    end_organisation(key, on=TODAY, by=SYSTEM, at=AT)

    for again in (lambda: end_organisation(key, on=TODAY, by=SYSTEM, at=AT),
                  lambda: change_organisation(key, STATE, by=SYSTEM, at=AT)):  # fmt: skip
        with pytest.raises(UnableTo):
            again()


def test_nobody_comes_to_an_organisation_that_has_ended_and_no_role_reaches_it():
    key, amal = recorded(), people.person("Amal Abara")
    letter = NewInvitation("bea@example.org", "en", organisation=key)
    sent = invite(letter, by=SYSTEM, at=AT)
    over_it = NewGrant(amal.id, "donor_representative", "organisation", str(key), TODAY, None, "letter 1")
    end_organisation(key, on=TODAY, by=SYSTEM, at=AT)

    for field, coming in (
        ("scope_key", lambda: give_role(over_it, by=SYSTEM, at=AT)),
        ("organisation", lambda: invite(letter, by=SYSTEM, at=AT)),
        ("", lambda: add_member(key, person=amal.id, is_coordinator=False, valid_from=TODAY, by=SYSTEM, at=AT)),
    ):
        with pytest.raises(UnableTo) as refused:
            coming()
        assert list(refused.value.problems) == [field]
    assert str(key) not in organisation_names()
    taken_back = invitation_with_token(sent.token)
    assert taken_back is not None
    assert taken_back.revoked_at == AT


def test_nobody_without_the_right_changes_or_ends_one():
    key = recorded()
    amal = people.person("Amal Abara", acts_for=key, role="focal_point", scope=("state", "XSA"))

    with acting(amal.actor):
        with pytest.raises(Refused):
            change_organisation(key, STATE, by=amal.actor, at=AT)
        with pytest.raises(Refused):
            end_organisation(key, on=TODAY, by=amal.actor, at=AT)


def test_the_list_is_filtered_sorted_and_had_as_files(pages):
    recorded()
    recorded(OrganisationDetails("=Body (sample)", ("un-body",)))

    by_role = pages.get("/en/organisations/", {"roles": "donor"}).content.decode()
    assert "Ministry of Sums" in by_role
    assert "Body (sample)" not in by_role
    file = b"".join(pages.get("/en/organisations/", {"format": "csv", "sort": "-name"})).decode()
    assert file.index("Ministry of Sums") < file.index("'=Body")
    assert "“king”" in pages.get("/en/organisations/", {"roles": "king"}).content.decode()


def test_an_organisation_is_recorded_and_changed_on_pages(pages):
    form = {
        "name": "Ministry (sample)",
        "names-ar": "وزارة",
        "roles": ["un-body", "donor"],
        "roles_since": "2026-11-01",
    }
    made = pages.post("/en/organisations/new/", form)
    assert made.status_code == 302
    key = made["Location"].rstrip("/").rpartition("/")[2]

    page = pages.get(made["Location"]).content.decode()
    assert "United Nations body" in page
    assert "وزارة" in pages.get(f"/ar/organisations/{key}/").content.decode()
    wrong = pages.post(f"/en/organisations/{key}/change/", {**form, "name": "", "roles_since": "yesterday"})
    assert wrong.status_code == 400
    assert "Write the name of the organisation." in wrong.content.decode()
    assert 'value="yesterday"' in wrong.content.decode()
    right = pages.post(f"/en/organisations/{key}/change/", {**form, "roles": ["donor"], "roles_since": "2026-11-20"})
    assert right.status_code == 302
    assert facts(UUID(key)).roles == ("donor",)


def test_a_form_that_is_sent_twice_records_once(pages):
    page = pages.get("/en/organisations/new/")
    token = str(page.context["form"]["sent_as"].value())
    form = {"name": "Twice (sample)", "roles": ["donor"], "roles_since": "2026-11-01", "sent_as": token}

    answers = [pages.post("/en/organisations/new/", form) for _time in range(2)]

    assert answers[0]["Location"] == answers[1]["Location"]
    assert [one.name for one in organisations_visible_to(SYSTEM, on=TODAY).all()].count("Twice (sample)") == 1


def test_an_organisation_is_ended_on_a_page(pages):
    key = recorded()

    answer = pages.post(f"/en/organisations/{key}/end/", {"ended_on": TODAY.isoformat(), "joined_into": ""})

    assert answer.status_code == 302
    assert facts(key).ended_on == TODAY
    assert "It ended on" in pages.get(answer["Location"]).content.decode()


def test_the_api_lists_records_and_corrects(pages):
    body = {"name": "Over the API (sample)", "names": {"fr": "Par l’interface"}, "roles": ["un-body"]}
    token = {"HTTP_X_CSRFTOKEN": "x"}
    made = pages.post("/api/v1/organisations/", json.dumps(body), content_type="application/json", **token)
    assert made.status_code == 200, made.content
    key = made.json()["id"]

    changed = pages.put(f"/api/v1/organisations/{key}/", json.dumps({**body, "acronym": "API"}),
                        content_type="application/json")  # fmt: skip
    assert changed.json()["acronym"] == "API"
    listed = pages.get("/api/v1/organisations/", {"roles": "un-body", "sort": "-name"}).json()
    assert [one["names"] for one in listed["items"] if one["id"] == key] == [{"fr": "Par l’interface"}]
    wrong = pages.put(f"/api/v1/organisations/{key}/", json.dumps({}), content_type="application/json")
    assert wrong.status_code == 400
    assert len(wrong.json()["problems"]) == 2
    assert Client().get("/api/v1/organisations/").status_code == 404


def test_names_in_other_languages_are_shown_to_their_readers():
    names = Texts({"ar": "وزارة", "fr": "Ministère"})

    assert [names.to(language, otherwise="Ministry") for language in ("ar", "es")] == ["وزارة", "Ministry"]
    with translation.override("fr"):
        assert names.nearest("fr") == ("fr", "Ministère")


@pytest.mark.usefixtures("ada")
class TestCommands:
    def test_one_is_recorded_listed_changed_and_ended(self):
        made = called(
            "organisations", "record", "--name", "By hand (sample)", "--roles", "donor", "--names", "fr=À la main"
        )
        assert made.exit_code == 0, made.output
        key = made.output.rpartition("(")[2].rstrip(").\n")

        listed = json.loads(called("organisations", "list", "--json").output)
        assert [one["names"] for one in listed if one["id"] == key] == [{"fr": "À la main"}]
        assert "By hand" in called("organisations", "list", "--lang", "fr").output
        changed = called("organisations", "change", key, "--name", "By hand, again (sample)", "--roles", "un-body")
        assert changed.exit_code == 0, changed.output
        assert called("organisations", "end", key).exit_code == 0
        assert facts(UUID(key)).ended_on == clock.today()

    def test_wrong_arguments_are_told_without_a_trace(self):
        wrong = called("organisations", "record", "--roles", "king")
        assert (wrong.exit_code, "king" in wrong.output) == (2, True)
        empty = called("organisations", "record")
        assert (empty.exit_code, "Write the name" in empty.output) == (2, True)
        strange = called("organisations", "change", "0197a7e2-1111-7000-8000-000000000001", "--name", "X")
        assert (strange.exit_code, "no such organisation" in strange.output) == (2, True)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_file_of_organisations_is_written_by_the_database_as_we_write_it(language):
    recorded()
    recorded(OrganisationDetails("=Sums (sample)", ("donor",), "S, S", names=Texts({"fr": "+Sommes", "es": "Sumas"})))
    change_organisation(
        recorded(OrganisationDetails("Past sums (sample)", ("donor", "regional"))),
        OrganisationDetails("Past sums (sample)", ("un-body",)),
        since=TODAY, by=SYSTEM, at=AT,
    )  # fmt: skip
    rows = organisations_visible_to(SYSTEM, on=TODAY)
    columns = [Column(field.key, str(field.label), field.kind) for field in SHOWN]
    table = Table(name="organisations", title="", columns=columns, rows=rows.cells(SHOWN))
    with translation.override(language):
        lines = rows.lines(SHOWN)
        assert lines is not None
        by_the_database = b"".join(pieces(replace(table, lines=lines), Format.CSV))

        assert by_the_database == b"".join(pieces(table, Format.CSV))

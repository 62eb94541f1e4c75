"""Sample people: on one's own machine only, by links that work once; and what the operator does at the console."""

import json
import re
from collections.abc import Callable
from datetime import timedelta
from types import ModuleType

import pytest
from click.testing import Result
from django.conf.urls.i18n import i18n_patterns
from django.core.checks import run_checks
from django.urls import include, path

from accede.foundation import clock
from accede.foundation.access import SYSTEM, Refused
from accede.foundation.readiness import words_for
from accede.modules.identity.models import Grant, Invitation, Organisation, Person, SignInLink
from accede.modules.identity.queries.acting import standpoints_of
from accede.modules.identity.services.organisations import record_organisation
from accede.modules.identity.services.samples import (
    MINISTRY_A,
    MINISTRY_B,
    SAMPLES,
    SECRETARIAT,
    SampleNameTaken,
    make_sample_people,
    print_sign_in_links,
    use_sign_in_link,
)
from accede.modules.identity.web import urls as identity
from accede.modules.identity.web.links import sign_in_by_link
from accede.site.urls import urlpatterns
from tests.factories.people import AT
from tests.support.commands import called

Run = Callable[..., Result]


@pytest.fixture
def local(settings, db) -> None:
    settings.ACCEDE_SAMPLE_PEOPLE = True


@pytest.fixture
def run(db) -> Run:
    def run_people(*words: str) -> Result:
        return called("people", *words)

    return run_people


def test_the_sample_people_stand_with_their_roles_and_say_that_they_are_samples(local):
    make_sample_people(at=AT)
    make_sample_people(at=AT)

    assert Person.objects.count() == len(SAMPLES)
    assert all("sample" in person.name and person.is_sample for person in Person.objects.all())
    assert set(Grant.objects.filter(role="focal_point").values_list("scope_key", flat=True)) == {"XSA", "XSB"}
    first = Person.objects.get(email="focal-a@sample.invalid")
    assert len(standpoints_of(first.id, on=AT.date())) == 2


def test_elsewhere_there_are_none(settings, db):
    settings.ACCEDE_SAMPLE_PEOPLE = False

    for act in (make_sample_people, print_sign_in_links):
        with pytest.raises(Refused):
            act(at=AT)
    with pytest.raises(Refused):
        use_sign_in_link("token", at=AT)


@pytest.fixture
def local_addresses(local, settings) -> None:
    """The addresses of a local installation: the one of the links among them."""
    module = ModuleType("local_addresses")
    way_in = (
        [*identity.urlpatterns, path("sign-in/link/<str:token>/", sign_in_by_link, name="sign-in-by-link")],
        "identity",
    )
    others = [
        path("", include(f"accede.{addresses}"))
        for addresses in (
            "modules.identity.web.account_urls",
            "modules.mandates.web.urls",
            "modules.cooperation.web.urls",
            "modules.treaties.web.urls",
            "modules.resources.web.urls",
            "modules.assistance.web.urls",
            "modules.assessments.web.urls",
            "modules.legislation.web.urls",
            "modules.coordination.web.urls",
            "modules.outcomes.web.urls",
            "modules.reporting.web.urls",
            "foundation.outbox.pages",
            "foundation.files.pages",
            "foundation.calendar.page",
            "site.pages",
        )
    ]
    api = next(one for one in urlpatterns if str(one.pattern) == "api/v1/")
    vars(module)["urlpatterns"] = [api, *i18n_patterns(path("", include(way_in)), *others)]
    settings.ROOT_URLCONF = module


def test_a_link_signs_in_once_and_only_by_its_button(local_addresses, client):
    make_sample_people(at=clock.now())
    link = next(one for one in print_sign_in_links(at=clock.now()) if "Amal" in one.name)

    address = f"/en/sign-in/link/{link.token}/"
    page = client.get(address)
    assert page.status_code == 200
    assert "This person is invented" in page.text
    assert client.get("/en/work/").status_code == 302
    assert SignInLink.objects.filter(used_at__isnull=False).count() == 0
    assert client.post(address)["Location"] == "/en/work/"
    assert client.get("/en/work/").status_code == 200
    for again in (client.get(address), client.post(address)):
        assert again.status_code == 410
        assert "accede people links" in again.text


def test_a_link_grows_old_and_new_ones_replace_it(local):
    make_sample_people(at=AT)
    old = print_sign_in_links(at=AT)[0].token

    with pytest.raises(Refused):
        use_sign_in_link(old, at=AT + timedelta(hours=13))
    print_sign_in_links(at=AT)
    with pytest.raises(Refused):
        use_sign_in_link(old, at=AT)


def test_the_address_of_the_links_is_not_there_elsewhere(db, client):
    assert client.get("/en/sign-in/link/token/").status_code == 404


def test_a_server_that_others_reach_does_not_start_with_samples(settings):
    settings.ACCEDE_SAMPLE_PEOPLE = True
    settings.ALLOWED_HOSTS = ["accede.example.org", "localhost"]

    found = run_checks(tags=["access"])

    assert [error.id for error in found] == ["accede.E002"]
    assert "accede.example.org" in found[0].msg
    settings.ALLOWED_HOSTS = ["localhost"]
    assert run_checks(tags=["access"]) == []


def test_the_first_administrator_is_invited_from_the_command_line(run, client):
    result = run("invite", "first@example.org", "--lang", "fr", "--site", "https://accede.example.org")

    assert result.exit_code == 0, result.output
    link = re.search(r"https://accede.example.org(/fr/invitation/\S+/)", result.output)
    assert link
    assert client.get(link[1]).status_code == 200
    listed = json.loads(run("list", "--json").output)
    assert [one["email"] for one in listed["invitations"]] == ["first@example.org"]
    assert "first@example.org" in run("list").output


def test_an_invitation_is_taken_back_from_the_command_line(run):
    run("invite", "first@example.org")
    key = str(Invitation.objects.get().id)

    assert "taken back" in run("revoke", key).output
    again = run("revoke", key)
    assert again.exit_code == 1
    assert run("revoke", "6f1c1b7e-0000-4000-8000-000000000000").exit_code != 0


def test_what_is_wrong_is_told_on_the_command_line(run):
    assert run("invite", "first@example.org", "--role", "emperor").exit_code == 2
    wrong = run("invite", "no address")
    assert wrong.exit_code != 0
    assert "Write an e-mail address" in wrong.output
    assert "accede people invite" in run("list").output
    none = run("links")
    assert "no sample people" in none.output


def test_links_for_the_samples_are_printed_with_what_they_are(local, run):
    output = run("links", "--site", "http://localhost:8000").output

    assert "all invented, on this machine only" in output
    assert output.count("http://localhost:8000/en/sign-in/link/") == len(SAMPLES)


@pytest.mark.parametrize("wanted", [MINISTRY_A, MINISTRY_B, SECRETARIAT], ids=lambda wanted: wanted.name)
def test_a_body_of_a_samples_name_that_is_no_sample_is_told_in_words_and_left_alone(local, wanted):
    there = record_organisation(wanted, is_sample=True, by=SYSTEM, at=AT).id
    Organisation.objects.filter(id=there).update(is_sample=False)

    with pytest.raises(SampleNameTaken) as told:
        make_sample_people(at=AT)

    assert f"“{wanted.name}” is recorded as an organisation that is no sample" in (words_for(told.value) or "")
    assert not Person.objects.exists()
    assert list(Organisation.objects.values_list("id", flat=True)) == [there]

"""The sample programme tells its story, says that it is a sample, and leaves the real record alone."""

import json

import pytest
from django.test import Client

from accede.foundation.access import ANONYMOUS, SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.pages.public import pages
from accede.modules.assessments.models import Assessment, Consent, Need, SharedNeed
from accede.modules.assistance.models import Activity, ActivityPaper, AssistanceRequest, RequestLetter
from accede.modules.assistance.services.samples import COURSE, ROUNDS
from accede.modules.identity.models import Person
from accede.modules.identity.services.samples import SAMPLES
from accede.modules.mandates.services.shipped import load_shipped_mandates
from accede.site.roles import ROLES
from accede.site.sample_programme import make_sample_programme
from tests.factories.people import AT
from tests.factories.small_record import small_record, two_parties
from tests.support.commands import called

pytestmark = pytest.mark.django_db
MADE = (Person, AssistanceRequest, RequestLetter, Consent, Assessment, Need, SharedNeed, Activity, ActivityPaper)
REAL = (
    "/api/v1/states/", "/api/v1/instruments/", "/api/v1/acts/", "/api/v1/mandates/", "/en/states/?format=csv",
    "/en/instruments/?format=csv", "/en/states/", "/en/instruments/", "/en/", "/en/mandates/E-RES-2007-18/",
    "/api/v1/cooperation/network/",
)  # fmt: skip
"""What everybody reads of the real record: totals, lists, files, the network, the mandate with its evidence."""


@pytest.fixture
def record(settings) -> None:
    settings.ACCEDE_SAMPLE_PEOPLE = True
    small_record()
    two_parties()
    load_shipped_mandates(at=AT)


def read() -> dict[str, bytes]:
    """Return what a visitor reads, made anew."""
    pages.clear()
    found = {address: Client().get(address) for address in REAL}
    assert [address for address, one in found.items() if one.status_code != 200] == []
    return {address: one.content for address, one in found.items()}


def made_as_when_starting() -> None:
    """Make the samples with no more rights than a server has that is starting."""
    with acting(ANONYMOUS):
        make_sample_programme(at=AT)


def counts() -> list[int]:
    with acting(SYSTEM):
        return [model.objects.count() for model in MADE]


def test_the_real_record_reads_the_same_with_and_without_samples(record):
    before = read()
    made_as_when_starting()

    assert read() == before


def test_it_tells_the_story_once_and_says_that_it_is_a_sample(record):
    made_as_when_starting()
    made = counts()
    made_as_when_starting()

    assert counts() == made
    with acting(SYSTEM):
        words = [
            text
            for model, fields in (
                (AssistanceRequest, ("subject", "text", "beneficiary")),
                (Activity, ("title", "objective")),
                (Assessment, ("title",)),
                (Need, ("title", "what")),
                (Consent, ("authority", "reference")),
            )
            for row in model.objects.values_list(*fields)
            for text in row
        ]
        assert [text for text in words if "sample" not in text] == []
        assert sorted(AssistanceRequest.objects.values_list("state", "waits_for")) == [
            ("accepted", "delivery"), ("accepted", "delivery"), ("accepted", "delivery"),
            ("acknowledged", "state"), ("received", "programme"),
        ]  # fmt: skip
        assert RequestLetter.objects.count() == 4
        assert sorted(Assessment.objects.values_list("state", flat=True)) == ["made", "planned"]
        assert SharedNeed.objects.count() == 1


def test_every_role_that_works_has_its_person_and_two_where_it_takes_two():
    held = [one.role for one in SAMPLES]

    assert {one.key for one in ROLES} - set(held) == {"public_visitor", "auditor"}
    assert {role for role in held if held.count(role) > 1} >= {"programme_officer", "finance_officer", "administrator"}


def test_one_activity_is_paid_for_and_waits_for_the_mandate_alone_and_another_has_its_priced_gap(record):
    made_as_when_starting()
    listed = {one["title"]: one for one in json.loads(called("activities", "list", "--json").stdout)}
    course, rounds = (listed[title] for title in (COURSE, ROUNDS))

    assert (course["funding"], course["committed"]) == ("funded", "33900.00")
    assert (rounds["funding"], rounds["gap"] > "0") == ("unfunded", True)
    assert course["beneficiaries"] == ["Examplia (sample)"]
    refused = called("activities", "approve", str(course["number"]))
    assert refused.exit_code == 1
    assert "No mandate whose adoption is recorded" in refused.output
    assert "not heard" not in refused.output.lower()

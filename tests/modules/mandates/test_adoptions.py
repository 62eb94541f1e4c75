"""What became of drafts, and reviews of mandates: recorded by officers, shown everywhere, followed by the duties."""

import json

import pytest
from django.test import Client

from accede.foundation.access import ANONYMOUS, SYSTEM, Refused
from accede.foundation.audit.models import Event
from accede.foundation.console import run
from accede.modules.mandates.models import Adoption, Review
from accede.modules.mandates.queries.duties import duties_due, duties_under
from accede.modules.mandates.queries.mandates import MandateLine, Wanted, mandate_at, mandate_lines
from accede.modules.mandates.services.adopting import Outcome, UnableToRecord, record_adoption
from accede.modules.mandates.services.reviewing import review_mandate
from accede.modules.mandates.services.shipped import load_shipped_mandates
from accede.site.cli import ROOT
from tests.conftest import TODAY
from tests.core.mandates.days import day
from tests.core.mandates.texts import FERRIES, LIGHTHOUSES
from tests.factories.nine_people import signed_in, two_sides
from tests.modules.mandates.test_importing import bring_in

pytestmark = pytest.mark.django_db

ADOPTED = """\
Resolution adopted by the General Assembly on 18 December 2021

76/902. Ferries as adopted

The General Assembly,

Noting that islands are far from each other,

1. Requests the Executive Director to report on ferries by 1 June 2023, upon request.

50th plenary meeting
18 December 2021
"""
OUTCOME = Outcome("A/RES/76/902", day("2021-12-18"), "A/76/PV.50 (sample)", is_verified=True)


def draft() -> MandateLine:
    line = mandate_at("E-RES-2021-901")
    assert line is not None
    return line


def test_what_became_of_a_draft_is_not_recorded_until_an_officer_does():
    bring_in(FERRIES)

    assert draft().adoption is None
    page = Client().get("/en/mandates/E-RES-2021-901/").content.decode()
    assert "Not recorded" in page
    answer = json.loads(Client().get("/api/v1/mandates/E-RES-2021-901/").content)
    assert answer["adoption"]["code"] == "not_recorded"


def test_the_duties_of_a_draft_follow_the_adopted_text_once_it_was_checked():
    bring_in(FERRIES)
    bring_in(ADOPTED)
    own = [one.key for one in duties_under(draft())]

    record_adoption("E-RES-2021-901", Outcome("A/RES/76/902", day("2021-12-18"), "a letter"), by=SYSTEM, at=TODAY)
    assert [one.key for one in duties_under(draft())] == own
    record_adoption("E-RES-2021-901", OUTCOME, by=SYSTEM, at=TODAY)

    followed = duties_under(draft())
    assert [(one.symbol, one.key, one.gates) for one in followed] == [("A/RES/76/902", "1", ("upon_request",))]
    assert {one.symbol for one in duties_due(mandate_lines())} == {"A/RES/76/902"}
    assert draft().binds_from == day("2021-12-18")
    assert Event.objects.filter(key="mandates.adoption-recorded").count() == 2
    page = Client().get("/en/mandates/E-RES-2021-901/").content.decode()
    assert "/en/mandates/A-RES-76-902/" in page
    assert Adoption.objects.count() == 2


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome("lamps", day("2021-12-18"), "x"), "no symbol"),
        (Outcome("E/RES/2021/901", day("2021-12-18"), "x"), "not adopted as itself"),
        (Outcome("A/RES/76/902", None, "x"), "Give the day"),
        (Outcome("A/RES/76/902", day("2021-01-01"), "x"), "before that of the recommendation"),
        (Outcome("A/RES/76/902", day("2199-01-01"), "x"), "in the future"),
        (Outcome("", day("2021-12-18"), "x"), "has no day"),
        (Outcome("", None, "x", is_verified=True), "symbol of the text that you read"),
        (Outcome("A/RES/76/902", day("2021-12-18"), " "), "Give the source"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(outcome, words):
    bring_in(FERRIES)

    with pytest.raises(UnableToRecord) as refused:
        record_adoption("E-RES-2021-901", outcome, by=SYSTEM, at=TODAY)

    assert words in str(refused.value)
    assert not Adoption.objects.exists()


def test_nothing_becomes_of_what_is_adopted_and_nobody_else_may_record():
    bring_in(LIGHTHOUSES)
    bring_in(FERRIES)

    with pytest.raises(UnableToRecord):
        record_adoption("A-RES-74-901", OUTCOME, by=SYSTEM, at=TODAY)
    with pytest.raises(Refused):
        record_adoption("E-RES-2021-901", OUTCOME, by=ANONYMOUS, at=TODAY)


def test_an_officer_records_it_on_a_page():
    bring_in(FERRIES)
    officer = signed_in(two_sides()[0].people["programme_officer"])
    address = "/en/mandates/E-RES-2021-901/adoption/"
    given = {"outcome": "adopted", "symbol": "A/RES/76/902", "adopted_on": "2021-12-18", "source": "A/76/PV.50"}

    refused = officer.post(address, {**given, "outcome": "", "adopted_on": "soon", "symbol": ""})
    assert refused.status_code == 400
    words = refused.content.decode()
    assert all(one in words for one in ("Choose what became", "is no day", "Give the symbol", "A/76/PV.50"))
    assert officer.post(address, given).status_code == 302
    assert "A/RES/76/902" in officer.get(address).content.decode()
    assert Client().get(address).status_code in (302, 404)


def test_the_command_records_it_too(capsys: pytest.CaptureFixture[str]):
    bring_in(FERRIES)
    words = ["mandates", "adopted", "E/RES/2021/901", "--source", "A/76/PV.50"]

    assert run(ROOT, words) != 0
    assert run(ROOT, [*words, "--not-adopted"]) == 0
    assert run(ROOT, ["mandates", "show", "E/RES/2021/901"]) == 0
    assert "Not adopted" in capsys.readouterr().out


def test_the_draft_that_ships_says_what_is_said_of_it_and_that_nobody_checked():
    load_shipped_mandates(at=TODAY)
    line = mandate_at("E-RES-2007-18")
    assert line is not None
    assert line.adoption is not None

    assert (line.adoption.code, line.adoption.symbol) == ("said_adopted", "A/RES/62/172")
    assert {one.symbol for one in duties_under(line)} == {"E/RES/2007/18"}
    page = Client().get("/en/mandates/E-RES-2007-18/").content.decode()
    assert "Said to be adopted; not checked" in page
    assert "https://undocs.org/A/RES/62/172" in page


def test_a_review_has_a_verdict_and_reasons():
    bring_in(LIGHTHOUSES)
    officer = signed_in(two_sides()[0].people["programme_officer"])
    address = "/en/mandates/A-RES-74-901/review/"

    assert officer.post(address, {"verdict": "keep", "why": " "}).status_code == 400
    assert officer.post(address, {"verdict": "burn", "why": "x"}).status_code == 400
    assert not Review.objects.exists()
    assert officer.post(address, {"verdict": "update", "why": "Lamps are electric now."}).status_code == 302

    assert "Lamps are electric now." in Client().get("/en/mandates/A-RES-74-901/").content.decode()
    answer = json.loads(Client().get("/api/v1/mandates/A-RES-74-901/").content)
    assert answer["review"]["verdict"] == "update"
    assert [one.symbol for one in mandate_lines(Wanted(verdict="update"))] == ["A/RES/74/901"]
    with pytest.raises(Refused):
        review_mandate("A-RES-74-901", "end", "x", by=ANONYMOUS, at=TODAY)
    assert run(ROOT, ["mandates", "review", "A/RES/74/901", "--verdict", "end", "--why", "done"]) == 0


@pytest.mark.parametrize(
    ("wanted", "symbols"),
    [
        (Wanted(standing="recommended"), ["E/RES/2021/901"]),
        (Wanted(entity="office of lamps"), ["A/RES/74/901"]),
        (Wanted(topic="training"), ["A/RES/74/901"]),
        (Wanted(entity="captains", standing="adopted"), []),
    ],
)
def test_mandates_are_found_by_standing_topic_and_entity(wanted, symbols):
    bring_in(LIGHTHOUSES)
    bring_in(FERRIES)

    assert [one.symbol for one in mandate_lines(wanted)] == symbols
    asked = {"standing": wanted.standing, "entity": wanted.entity, "topic": wanted.topic}
    asked = {name: value for name, value in asked.items() if value}
    page = Client().get("/en/mandates/", asked).content.decode()
    assert all(one in page for one in symbols)
    found = json.loads(Client().get("/api/v1/mandates/", asked).content)["items"]
    assert [one["symbol"] for one in found] == symbols

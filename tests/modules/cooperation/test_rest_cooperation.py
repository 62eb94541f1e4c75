"""What the API answers about cooperation."""

import pytest

from tests.factories.cooperation_record import cooperation_record

BASES = "bases/?requesting=CZE&requested=FRA&offence=hostage-taking&on=2014-01-01"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    """A few States under the Hostages Convention."""
    cooperation_record()


def get(client, address: str, status: int = 200, language: str = "en"):
    response = client.get(f"/api/v1/cooperation/{address}", headers={"accept-language": language})
    assert response.status_code == status, response.content.decode()[:2000]
    return response.json()


def test_an_opinion_has_effect_articles_reasons_and_what_is_not_known(client):
    answer = get(client, BASES)
    (opinion,) = answer["opinions"]
    basis = opinion["bases"][0]

    assert (answer["on"], answer["purpose"]) == ("2014-01-01", "extradition")
    assert (opinion["effect"], opinion["strongest"]) == ("recognised", "HOSTAGES-1979")
    assert {"text": "HOSTAGES-1979", "article": "10(3)"}.items() <= basis["articles"][-1].items() or any(
        article["article"] == "10(3)" for article in basis["articles"]
    )
    assert all(reason["words"] for reason in basis["reasons"])
    assert opinion["unknowns"]


def test_words_are_in_the_language_asked_for_and_codes_are_not(client):
    answer = get(client, BASES, language="fr")

    assert answer["requested"]["name"] == "France"
    assert answer["requesting"]["name"] == "Tchéquie"
    assert answer["opinions"][0]["effect"] == "recognised"


def test_all_that_is_wrong_is_told_at_once(client):
    problem = get(client, "bases/?requesting=Moroco&requested=Frnce&offence=nothing", 400)

    assert len(problem["problems"]) == 3


def test_the_offences_come_with_every_text_that_defines_them(client):
    items = {item["code"]: item for item in get(client, "offences/")["items"]}

    assert items["hostage-taking"]["definitions"][0]["article"]["article"] == "1(1)"


def test_the_network_counts_and_the_row_of_a_state_agree(client):
    groups = {group["offences"][0]: group for group in get(client, "network/?on=2014-01-01")["groups"]}
    row = get(client, "states/FRA/?on=2014-01-01")["items"]
    cells = {item["state"]["code"]: {c["offence"]: c for c in item["cells"]} for item in row}

    assert groups["hostage-taking"]["effects"]["included"] == 2
    assert cells["MAR"]["hostage-taking"] == {"offence": "hostage-taking", "effect": "included", "by": "HOSTAGES-1979"}


def test_the_history_begins_in_1963(client):
    group = get(client, "history/")["groups"][0]

    assert group["steps"][0]["on"] == "1963-01-01"
    assert group["steps"][-1]["on"] == "2026-12-01"


def test_differences_name_their_causes(client):
    answer = get(client, "differences/?since=2006-01-01&on=2014-01-01")

    assert any(cause["kind"] == "treaty_began" for cause in answer["causes"])


def test_plans_scenarios_and_calendar_answer(client):
    world = get(client, "plan/?k=2&on=2014-01-01")
    state = get(client, "plan/CZE/?on=2014-01-01")
    scenario = get(client, "scenarios/?a=CZE MONTREAL-1971&on=2014-01-01")
    calendar = get(client, "calendar/?deposits=2027-03-01 CZE FINANCING-1999")

    assert world["best"]["gap"] == 0
    assert "MONTREAL-1971" in {step["instrument"] for step in state["accessions"]}
    assert scenario["items"][0]["closes"] > 0
    assert calendar["items"][0]["takes_effect"] == "2027-03-31"


def test_lists_answer_by_pages(client):
    assert get(client, "treaties/?state=FRA&in_force=yes&on=2014-01-01")["count"] == 1
    assert get(client, "regional-treaties/")["count"] == 1
    assert get(client, "regional-treaties/REGIONAL-1/")["members"][0]["state"]["code"] == "FRA"
    assert get(client, "rules/?per_page=1")["pages"] == 2


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("states/Nowhere/", 404),
        ("plan/Nowhere/", 404),
        ("regional-treaties/nothing/", 404),
        ("states/CZE/?on=1985-01-01", 400),
        ("plan/?k=0", 400),
        ("network/?purpose=nothing", 400),
        ("differences/", 400),
        ("differences/?since=2014-01-01&on=2010-01-01", 400),
        ("calendar/", 400),
        ("treaties/?in_force=perhaps", 400),
    ],
)
def test_what_cannot_be_answered_is_a_problem_document(client, address, status):
    problem = get(client, address, status)

    assert problem["problems"]

"""What the API answers about the register."""

import pytest

from accede.core.treaties.acts import ActKind
from tests.factories.small_record import GAZETTE, complete_list, recorded, small_record

FINANCING = "FINANCING-1999"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    """France and Morocco under the Financing Convention; the gazette gives another day for France."""
    small_record()
    recorded(FINANCING, "FRA", ActKind.SIGNATURE, "2000-01-10")
    recorded(FINANCING, "FRA", ActKind.RATIFICATION, "2002-01-07")
    recorded(FINANCING, "FRA", ActKind.RATIFICATION, "2002-01-08", GAZETTE)
    recorded(FINANCING, "MAR", ActKind.RATIFICATION, "2002-09-19")
    complete_list(FINANCING, "2014-07-10")


def get(client, address: str, language: str = "en"):
    response = client.get(f"/api/v1/{address}", headers={"accept-language": language})
    assert response.status_code == 200, response.content.decode()
    return response.json()


def test_a_states_standing_is_told_with_reasons_articles_and_reports(client):
    answer = get(client, f"states/FRA/standing/?on=2007-07-26&instrument={FINANCING}")

    (item,) = answer["items"]
    assert (answer["on"], answer["known"], answer["language"]) == ("2007-07-26", None, "en")
    assert (item["standing"], item["is_bound"], item["act_on"]) == ("party", True, "2002-01-07")
    assert item["because"][0]["words"].endswith("7 January 2002.")
    assert all(reason["code"] and reason["words"] for reason in item["because"])
    assert any(reason["reports"] and reason["authority"] for reason in item["because"])


def test_a_day_before_the_act_gets_the_standing_of_that_day(client):
    answer = get(client, f"states/FRA/standing/?on=2001-06-01&instrument={FINANCING}")

    assert [item["standing"] for item in answer["items"]] == ["signed"]


def test_without_an_instrument_all_nineteen_are_told(client):
    assert len(get(client, "states/FRA/standing/")["items"]) == 19


def test_the_record_of_a_pair_holds_every_report_and_the_disagreement(client):
    answer = get(client, f"states/FRA/{FINANCING}/")

    assert {report["source"] for report in answer["reports"]} >= {GAZETTE}
    assert len(answer["acts"]) == 2
    (found,) = [item for item in answer["disagreements"] if item["field"] == "on"]
    assert (found["chosen"], found["settled_by"]) == ("2002-01-07", "stronger_source")
    assert {claim["value"] for claim in found["claims"]} == {"2002-01-07", "2002-01-08"}


def test_parties_are_listed_by_pages_with_links(client):
    response = client.get(f"/api/v1/instruments/{FINANCING}/parties/?on=2010-01-01&per_page=1")

    answer = response.json()
    assert (answer["count"], answer["pages"]) == (2, 2)
    assert [item["state"]["code"] for item in answer["items"]] == ["FRA"]
    assert f'</api/v1/instruments/{FINANCING}/parties/?on=2010-01-01&per_page=1&page=2>; rel="next"' in response["Link"]
    assert 'rel="prev"' not in response["Link"]


def test_acts_are_listed_the_latest_first_and_by_what_is_asked(client):
    everything = get(client, "acts/")
    some = get(client, "acts/?state=France&kind=ratification&since=2001-01-01")

    assert [item["state"]["code"] for item in everything["items"]] == ["MAR", "FRA", "FRA"]
    assert [(item["state"]["code"], item["on"]) for item in some["items"]] == [("FRA", "2002-01-07")]


def test_an_act_is_found_by_the_key_of_any_of_its_reports(client):
    (act,) = get(client, "acts/?state=FRA&kind=ratification")["items"]

    found = [get(client, f"acts/{key}/")["act"]["key"] for key in act["reports"]]

    assert found == [act["key"]] * 2


def test_two_days_are_put_side_by_side(client):
    answer = get(client, "compare/?state=FRA&state=MAR&on=2002-06-01&and=2010-01-01")

    rows = {item["state"]["code"]: item for item in answer["items"] if item["instrument"]["key"] == FINANCING}
    assert (rows["FRA"]["first"]["standing"], rows["FRA"]["differs"]) == ("party", False)
    assert (rows["MAR"]["second"]["standing"], rows["MAR"]["differs"]) == ("party", True)


@pytest.mark.parametrize(
    ("language", "name"),
    [("fr", "Maroc"), ("es", "Marruecos"), ("ar", "المغرب"), ("zh-hans", "摩洛哥"), ("ru", "Марокко")],
)
def test_names_are_in_the_language_asked_for(client, language, name):
    answer = get(client, "states/MAR/", language)

    assert (answer["name"], answer["language"]) == (name, language)


def test_an_instrument_tells_its_parties_and_how_far_they_are_known(client):
    answer = get(client, f"instruments/{FINANCING}/?on=2010-01-01")

    assert answer["parties"] == 2
    assert [covered["complete_on"] for covered in answer["coverage"]] == ["2014-07-10"]


def test_lists_of_states_sources_instruments_gaps_and_disagreements_are_there(client):
    counts = {name: get(client, f"{name}/")["count"] for name in ("states", "sources", "instruments", "disagreements")}

    assert counts["instruments"] == 19
    assert counts["sources"] > 1
    assert counts["states"] == len(get(client, "states/")["items"]) > 4
    assert counts["disagreements"] >= 1
    assert get(client, "gaps/")["count"] == 0


def test_an_answer_that_has_not_changed_is_not_sent_again(client):
    first = client.get("/api/v1/states/")

    again = client.get("/api/v1/states/", headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_a_new_report_changes_the_answer_and_its_tag(client):
    address = f"/api/v1/instruments/{FINANCING}/parties/"
    first = client.get(address)

    recorded(FINANCING, "CZE", ActKind.RATIFICATION, "2005-12-27")

    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.json()["count"]) == (200, 3)


def test_a_warm_answer_costs_one_query_and_a_cold_one_no_more_than_two(client, django_assert_max_num_queries):
    client.get("/api/v1/states/")

    with django_assert_max_num_queries(1):
        client.get("/api/v1/states/")
    with django_assert_max_num_queries(2):
        client.get("/api/v1/acts/?state=FRA")


def test_a_head_request_gets_the_headers_of_the_answer(client):
    response = client.head("/api/v1/states/")

    assert (response.status_code, response.content) == (200, b"")
    assert "ETag" in response.headers

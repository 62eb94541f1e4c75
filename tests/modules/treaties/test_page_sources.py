"""Where the record comes from: coverage, sources, disagreements, gaps, checks."""

import json
from typing import Any

import pytest

from accede.core.treaties.acts import ActKind
from accede.modules.treaties.models import Gap
from tests.factories.small_record import DEPOSITARY, GAZETTE, complete_list, edition_of_a_test, recorded, small_record
from tests.support.pages import page

FINANCING = "FINANCING-1999"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    """France under the Financing Convention by two sources that differ; one gap."""
    small_record()
    recorded(FINANCING, "FRA", ActKind.RATIFICATION, "2002-01-07")
    recorded(FINANCING, "FRA", ActKind.RATIFICATION, "2002-01-08", GAZETTE)
    complete_list(FINANCING, "2014-07-10")
    Gap.objects.create(
        instrument_id=FINANCING,
        subject="after-2014",
        note="Nothing later was read.",
        source_id=DEPOSITARY,
        known_on="2026-11-23",
        edition=edition_of_a_test(),
    )


def table(client, address: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(page(client, address))["rows"]
    return rows


def test_coverage_says_up_to_which_day_the_parties_are_known_and_by_whom(client):
    row = page(client, "/en/sources/").split(f"/en/instruments/{FINANCING}/")[1].split("</tr>")[0]

    assert "10 July 2014" in row
    assert f"/en/sources/{DEPOSITARY}/" in row
    assert f"/en/sources/gaps/?instrument={FINANCING}" in row


def test_sources_stand_with_the_depositary_first_and_with_what_they_report(client):
    rows = table(client, "/en/sources/?format=json")

    assert rows[0]["key"] == DEPOSITARY
    assert {row["key"]: row["reports"] for row in rows if row["key"] in {DEPOSITARY, GAZETTE}} == {
        DEPOSITARY: 1,
        GAZETTE: 1,
    }


def test_a_source_shows_what_is_taken_from_it(client):
    shown = page(client, f"/en/sources/{GAZETTE}/")

    assert "8 January 2002" in shown
    assert f'href="/en/states/FRA/{FINANCING}/"' in shown


def test_a_source_that_is_not_there_gets_the_nearest(client):
    shown = page(client, "/en/sources/untc-financing-2015/", status=404)

    assert f'href="/en/sources/{DEPOSITARY}/"' in shown


def test_a_disagreement_shows_both_values_and_the_rule(client):
    (row,) = [
        row for row in table(client, "/en/sources/disagreements/?format=json") if row["field"] == "Day of the act"
    ]

    assert row["state"]["label"] == "France"
    assert row["chosen"] == "7 January 2002"
    assert row["others"].startswith("8 January 2002 (")
    assert "7 January 2002" not in row["others"]
    assert row["rule"] == "The source nearer to the depositary stands."
    assert table(client, "/en/sources/disagreements/?state=Maroc&format=json") == []


def test_a_gap_is_told_in_words_and_not_in_codes(client):
    (row,) = table(client, f"/en/sources/gaps/?instrument={FINANCING}&format=json")

    assert (row["subject"], row["note"]) == ("After July 2014", "Nothing later was read.")
    assert "On this" not in page(client, "/en/sources/gaps/?subject=after-2014")


def test_checks_hold_the_computed_day_beside_the_official_one(client):
    rows = table(client, f"/en/sources/checks/?instrument={FINANCING}&format=json")

    assert any("10 April 2002" in row["words"] or "2002-04-10" in row["words"] for row in rows)


@pytest.mark.parametrize(
    "address",
    [
        "sources/?authority=king&sort=weight",
        "sources/disagreements/?state=Frnace&instrument=FINANCE",
        "sources/gaps/?subject=everything&instrument=FINANCE",
        "sources/checks/?verdict=fine&instrument=FINANCE",
    ],
)
def test_all_that_is_wrong_is_told_at_once(client, address):
    shown = page(client, f"/en/{address}", status=400)
    problems = shown.split('id="error-summary-title"')[1].split("</ul>")[0]

    assert problems.count("<li>") == 2


def test_pages_cost_the_same_few_queries_whatever_they_show(client, django_assert_max_num_queries):
    page(client, "/en/sources/")

    for part in ("", "disagreements/", "gaps/", "checks/", f"{GAZETTE}/"):
        with django_assert_max_num_queries(3):
            page(client, f"/en/sources/{part}?on=2010-01-01")
        with django_assert_max_num_queries(1):
            page(client, f"/en/sources/{part}?on=2010-01-01")

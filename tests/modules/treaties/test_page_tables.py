"""The further tables of pages: each can be filtered and sorted, and had as a file of exactly what it shows."""

import csv
import io

import pytest

from accede.core.treaties.acts import ActKind
from tests.factories.small_record import recorded, small_record, two_parties
from tests.support.pages import page, rows

FINANCING = "FINANCING-1999"
PLASTIC = "PLASTIC-1991"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    """France under two conventions, with a declaration under one; Morocco under one."""
    small_record()
    two_parties()
    recorded(FINANCING, "FRA", ActKind.DECLARATION, "2002-01-07")
    recorded(PLASTIC, "FRA", ActKind.RATIFICATION, "1997-05-21")


def test_the_acts_of_a_state_are_filtered_and_sorted_on_the_page_and_in_their_files(client):
    address = "/en/states/FRA/?on=2010-01-01&acts-instrument=FINANCING-1999&acts-sort=-on"
    shown = page(client, address).split('id="acts-table"')[1].split("</table>")[0]
    body = client.get(f"{address}&table=acts&format=csv").content.decode("utf-8-sig")

    assert shown.index("7 January 2002") < shown.index("10 January 2000")
    assert "21 May 1997" not in shown
    assert [row["Day of the act"] for row in csv.DictReader(io.StringIO(body))] == [
        "2002-01-07",
        "2002-01-07",
        "2000-01-10",
    ]


def test_the_acts_of_a_state_can_be_those_of_one_kind(client):
    found = rows(client, "/en/states/FRA/?acts-kind=ratification&acts-sort=on&table=acts")

    assert [(row["instrument"], row["on"]) for row in found] == [(PLASTIC, "1997-05-21"), (FINANCING, "2002-01-07")]


def test_a_file_speaks_of_the_day_of_the_page(client):
    assert [row["kind"] for row in rows(client, "/en/states/FRA/?on=2001-01-01&table=acts")] == [
        "ratification",
        "signature",
    ]


def test_what_a_state_declared_is_a_table_with_files_of_its_own(client):
    shown = page(client, "/en/states/FRA/?statements-instrument=FINANCING-1999&statements-sort=-on")
    (row,) = rows(client, "/en/states/FRA/?statements-instrument=FINANCING-1999&table=statements")

    assert "statements-sort=on#statements" in shown
    assert row["key"] == FINANCING
    assert row["effect"] == "In effect"
    assert rows(client, "/en/states/FRA/?statements-instrument=PLASTIC-1991&table=statements") == []


def test_the_first_table_of_a_page_has_files_as_before(client):
    assert len(rows(client, "/en/states/FRA/?acts-kind=ratification&standing=party")) == 2


def test_everything_on_one_pair_has_files_for_acts_and_statements(client):
    found = rows(client, f"/en/states/FRA/{FINANCING}/?acts-sort=-on&table=acts")

    assert {row["instrument"] for row in found} == {FINANCING}
    assert len(rows(client, f"/en/states/FRA/{FINANCING}/?table=statements")) == 1


def test_how_the_standing_changed_is_sorted_and_had_as_a_file(client):
    address = f"/en/states/FRA/{FINANCING}/?changes-sort=-from"
    found = rows(client, f"{address}&table=changes")
    shown = page(client, address).split('id="changes"')[1].split("</table>")[0]

    assert [row["code"] for row in found][:3] == ["party", "contracting", "signed"]
    assert [row["from"] for row in found][1:3] == ["2002-01-07", "2000-01-10"]
    assert shown.index("7 January 2002") < shown.index("10 January 2000")


def test_how_far_the_parties_are_known_is_filtered_sorted_and_had_as_a_file(client):
    shown = page(client, "/en/sources/?coverage-name=financing").split('id="coverage"')[1].split("</table>")[0]
    found = rows(client, "/en/sources/?coverage-sort=-complete_on&table=coverage")
    (row,) = rows(client, "/en/sources/?coverage-name=financing&table=coverage")

    assert FINANCING in shown
    assert "/en/instruments/TOKYO-1963/" not in shown
    assert len(found) == 19
    assert row["complete_on"] == "2014-07-10"


@pytest.mark.parametrize(
    "address",
    [
        "/en/states/FRA/?acts-kind=ratification",
        "/en/states/FRA/?statements-instrument=FINANCING-1999",
        "/en/instruments/FINANCING-1999/?name=fr",
        "/en/sources/?coverage-name=financing",
    ],
)
def test_the_filters_of_a_table_can_be_taken_off(client, address: str):
    assert "Without filters" in page(client, address)
    assert "Without filters" not in page(client, address.partition("?")[0])


@pytest.mark.parametrize(("table", "column"), [("deposits", "number"), ("years", "on"), ("articles", "topic")])
def test_the_further_tables_of_an_instrument_are_sorted_and_had_as_files(client, table: str, column: str):
    address = f"/en/instruments/{FINANCING}/?on=2010-01-01"
    forward = rows(client, f"{address}&table={table}&{table}-sort={column}")
    backward = rows(client, f"{address}&table={table}&{table}-sort=-{column}")

    assert forward == backward[::-1]
    assert f"table={table}" in page(client, address) or not forward


def test_the_parties_at_the_end_of_each_year_are_those_of_the_page(client):
    found = rows(client, f"/en/instruments/{FINANCING}/?on=2010-01-01&table=years&years-sort=-parties")

    assert found[0]["parties"] == max(row["parties"] for row in found)


def test_a_comparison_is_sorted_by_since_when_a_state_stands_so(client):
    address = "/en/compare/?state=FRA&state=MAR&on=2010-01-01&sort=FRA"
    shown = page(client, address).split("<tbody>")[1]
    found = [row for row in rows(client, address) if row["state"] == "FRA" and row["since"]]

    assert shown.index(PLASTIC) < shown.index(FINANCING)
    assert [row["since"] for row in found] == sorted(row["since"] for row in found)


def test_a_state_that_is_taken_out_takes_the_order_by_it_along(client):
    shown = page(client, "/en/compare/?state=FRA&state=MAR&sort=-FRA")

    assert 'href="/en/compare/?state=MAR"' in shown


@pytest.mark.parametrize(
    "address",
    [
        "/en/states/FRA/?table=heap&format=csv",
        "/en/states/FRA/?acts-sort=colour",
        "/en/states/FRA/?acts-kind=rumour",
        "/en/states/FRA/?statements-instrument=FINANCIN",
        "/en/instruments/FINANCING-1999/?years-sort=x",
        "/en/sources/?coverage-sort=x",
        "/en/compare/?state=FRA&sort=MAR",
    ],
)
def test_what_no_table_knows_is_told(client, address: str):
    page(client, address, 400)

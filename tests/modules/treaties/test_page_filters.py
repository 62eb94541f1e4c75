"""Tables inside pages have filters of their own: kept in the address, applied to page and files, told where wrong."""

import csv
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from accede.core.treaties.acts import ActKind
from tests.factories.small_record import GAZETTE, recorded, small_record, two_parties
from tests.support.pages import page, rows

FINANCING = "FINANCING-1999"
INSTRUMENT = f"/en/instruments/{FINANCING}/?on=2010-01-01"
PAIR = f"/en/states/FRA/{FINANCING}/?on=2010-01-01"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    """Parties by ratification and by accession; one ratification reported by two sources."""
    small_record()
    two_parties()
    recorded(FINANCING, "FRA", ActKind.RATIFICATION, "2002-01-08", GAZETTE)
    recorded(FINANCING, "FRA", ActKind.DECLARATION, "2002-01-07")
    recorded(FINANCING, "HRV", ActKind.ACCESSION, "2003-12-01")


def part(shown: str, anchor: str) -> str:
    """Return the table that stands first behind an anchor, with its form."""
    return shown.split(f'id="{anchor}"')[1].split("</table>", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("query", "states"),
    [
        ("deposits-state=MOROCCO", ["MAR"]),
        ("deposits-state=fra", ["FRA"]),
        ("deposits-act=accession", ["HRV"]),
        ("deposits-act=ratification&deposits-sort=-number", ["MAR", "FRA"]),
        ("deposits-act=ratification&deposits-state=hrv", []),
        ("deposits-state=&deposits-act=", ["FRA", "MAR", "HRV"]),
    ],
)
def test_deposits_are_those_of_a_state_or_of_a_kind_of_act(client, query: str, states: list[str]):
    found = rows(client, f"{INSTRUMENT}&table=deposits&{query}")

    assert [row["code"] for row in found] == states


def test_a_name_is_searched_in_the_readers_language(client):
    (row,) = rows(client, f"/fr/instruments/{FINANCING}/?on=2010-01-01&table=deposits&deposits-state=maroc")

    assert row["code"] == "MAR"


def test_the_page_shows_the_deposits_that_its_files_hold(client):
    address = f"{INSTRUMENT}&deposits-act=ratification"
    shown = part(page(client, address), "deposits")
    file = client.get(f"{address}&table=deposits&format=csv").content.decode("utf-8-sig")
    book = load_workbook(io.BytesIO(client.get(f"{address}&table=deposits&format=xlsx").content))

    assert "Morocco" in shown
    assert "Croatia" not in shown
    assert [row["State"] for row in csv.DictReader(io.StringIO(file))] == ["France", "Morocco"]
    assert "Croatia" not in {cell.value for sheet in book for line in sheet for cell in line}
    book.close()
    assert "deposits-act=ratification&amp;format=csv&amp;table=deposits" in page(client, address)


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("years-from=2004&years-to=2006", ["2006", "2005", "2004"]),
        ("years-from=2009", ["2010", "2009"]),
        ("years-to=2002", ["2002"]),
        ("years-to=1950", []),
    ],
)
def test_the_parties_of_each_year_are_those_from_one_year_to_another(client, query: str, years: list[str]):
    assert [row["on"][:4] for row in rows(client, f"{INSTRUMENT}&table=years&{query}")] == years


def test_the_article_map_is_searched_by_topic_and_by_article(client):
    everything = rows(client, f"{INSTRUMENT}&table=articles")
    topic = everything[0]["topic"]

    found = rows(client, f"{INSTRUMENT}&table=articles&articles-words={topic.upper()}")
    read = rows(client, f"{INSTRUMENT}&table=articles&articles-read=yes")
    not_read = rows(client, f"{INSTRUMENT}&table=articles&articles-read=no")

    assert topic in {row["topic"] for row in found}
    assert len(found) < len(everything)
    assert len(read) + len(not_read) == len(everything)
    assert all(row["is_read"] for row in read)


def test_the_changes_of_a_standing_are_those_to_one_standing(client):
    (row,) = rows(client, f"{PAIR}&table=changes&changes-standing=party")
    shown = part(page(client, f"{PAIR}&changes-standing=party"), "changes")

    assert row["code"] == "party"
    assert "Contracting State, not yet in force</" not in shown.split("<table")[1]


def test_on_one_pair_acts_and_what_sources_report_are_filtered_too(client):
    (act,) = rows(client, f"{PAIR}&table=acts&acts-kind=signature")
    (said,) = rows(client, f"{PAIR}&table=statements&statements-words=declaration")
    reports = rows(client, f"{PAIR}&source={GAZETTE}")

    assert act["on"] == "2000-01-10"
    assert said["on"] == "2002-01-07"
    assert [row["source_key"] for row in reports] == [GAZETTE]
    page(client, f"{PAIR}&acts-instrument={FINANCING}", 400)


@pytest.mark.parametrize(
    ("address", "anchor"),
    [
        (f"{INSTRUMENT}&deposits-state=france", "deposits"),
        (f"{INSTRUMENT}&years-from=2005", "years"),
        (f"{INSTRUMENT}&articles-words=article", "articles"),
        (f"{PAIR}&changes-standing=party", "changes"),
    ],
)
def test_a_form_is_closed_until_it_is_used_and_can_be_taken_off_alone(client, address: str, anchor: str):
    base = address.rpartition("&")[0]
    closed, opened = page(client, base), page(client, address)

    assert "Filter these rows" in part(closed, anchor)
    assert '<details class="row-filters" open>' not in part(closed, anchor)
    assert '<details class="row-filters" open>' in part(opened, anchor)
    way_back = re.search(r'href="([^"]+)">Without filters', part(opened, anchor))
    assert way_back is not None
    assert way_back[1].startswith(base.partition("?")[0])
    assert address.rpartition("&")[2] not in way_back[1]
    assert "on=2010-01-01" in way_back[1]
    assert way_back[1].endswith(f"#{anchor}")


def test_a_form_keeps_what_other_tables_ask(client):
    shown = page(client, f"{INSTRUMENT}&deposits-state=france&years-from=2005&show=all&page=1")
    form = part(shown, "deposits").split("<form")[1]

    assert '<input type="hidden" name="years-from" value="2005">' in form
    assert '<input type="hidden" name="show" value="all">' in form
    assert 'name="page"' not in form
    assert form.count('name="on"') == 1
    assert "years-from=2005" in form.split("Without filters")[0].rpartition("href=")[2]


def test_a_table_that_loses_every_row_says_so_and_keeps_its_form(client):
    shown = page(client, f"{INSTRUMENT}&deposits-state=nowhere&years-to=1950&articles-words=nothing")

    assert shown.count("No row fits.") == 3
    assert 'value="nowhere"' in shown


def test_a_choice_offers_what_occurs_and_what_is_asked(client):
    shown = part(page(client, f"{INSTRUMENT}&deposits-act=acceptance"), "deposits").split("</form>")[0]

    assert 'value="acceptance" selected' in shown
    assert 'value="ratification"' in shown
    assert 'value="objection"' not in shown


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (f"{INSTRUMENT}&deposits-act=rumour", "“deposits-act” takes one of these"),
        (f"{INSTRUMENT}&years-from=early", "“years-from” is a whole number"),
        (f"{INSTRUMENT}&years-to=0", "“years-to” is a whole number"),
        (f"{INSTRUMENT}&years-from=2006&years-to=2004", "no year lies between them"),
        (f"{INSTRUMENT}&articles-read=perhaps", "“articles-read” takes one of these"),
        (f"{PAIR}&changes-standing=friend", "“changes-standing” takes one of these"),
        (f"{PAIR}&years-from=2004", "knows no parameter “years-from”"),
    ],
)
@pytest.mark.parametrize("file", ["", "&table=deposits&format=json"])
def test_what_no_filter_knows_is_told(client, address: str, words: str, file: str):
    wanted = file if "instruments" in address else file.replace("deposits", "changes")

    assert words in page(client, f"{address}{wanted}", 400)


def test_everything_that_is_wrong_is_told_at_once(client):
    shown = page(client, f"{INSTRUMENT}&deposits-act=rumour&years-from=x&articles-read=z", 400)

    assert all(name in shown for name in ("“deposits-act”", "“years-from”", "“articles-read”"))


@pytest.mark.parametrize(
    "address",
    [
        f"{INSTRUMENT}&deposits-state=f&years-from=2003&articles-words=a",
        f"{PAIR}&changes-standing=party&acts-kind=signature&source=untc",
    ],
)
def test_filters_cost_no_query(client, address: str):
    page(client, address)

    with CaptureQueriesContext(connection) as without:
        page(client, address.partition("&")[0].replace("2010-01-01", "2011-01-01"))
    with CaptureQueriesContext(connection) as filtered:
        page(client, address.replace("2010-01-01", "2012-01-01"))

    assert len(filtered) == len(without) <= 2, "the newest edition; of a pair, what was taken back"


def test_the_form_of_the_states_under_an_instrument_keeps_what_other_tables_ask(client):
    form = part(page(client, f"{INSTRUMENT}&years-from=2005&show=all"), "states").split("<form")[1].split("</form>")[0]

    assert '<input type="hidden" name="years-from" value="2005">' in form
    assert '<input type="hidden" name="show" value="all">' in form


def test_the_list_of_instruments_is_searched(client):
    (row,) = rows(client, "/en/instruments/?words=financing")

    assert row["instrument"] == FINANCING
    assert "/en/instruments/TOKYO-1963/" not in page(client, "/en/instruments/?words=financing").split("<tbody>")[1]
    assert "No row fits." in page(client, "/en/instruments/?words=nothing")

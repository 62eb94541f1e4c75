"""Lists of treaties beside the nineteen, and of national rules, with their sources."""

import pytest

from accede.modules.cooperation.models import BilateralReport
from accede.modules.treaties.services.knowledge import retract
from tests.factories.cooperation_record import TREATY, bilateral, cooperation_record
from tests.factories.small_record import AT, edition_of_a_test
from tests.support.pages import page, rows

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record():
    """A treaty between France and Morocco, a regional treaty, two national rules."""
    cooperation_record()


def test_a_bilateral_treaty_is_listed_with_its_days_and_its_source(client):
    (row,) = rows(client, "/en/cooperation/treaties/?on=2014-01-01")

    assert row["states"]["label"] == "France and Morocco"
    assert (row["signed_on"], row["since"], row["in_force"]) == ("2008-04-18", "2011-05-01", "Yes")
    assert row["sources"] == "untc-financing-2014"


def test_the_list_is_filtered_by_state_and_by_the_day(client):
    assert rows(client, "/en/cooperation/treaties/?state=CZE") == []
    assert rows(client, "/en/cooperation/treaties/?only=in_force&on=2010-01-01") == []
    assert "No treaty fits." in page(client, "/en/cooperation/treaties/?state=CZE")


def test_its_page_leads_to_its_sources_and_states(client):
    shown = page(client, f"/en/cooperation/treaties/{TREATY}/")

    assert "/en/sources/untc-financing-2014/" in shown
    assert "/en/cooperation/states/MAR/" in shown
    assert "1 May 2011" in shown


def test_a_regional_treaty_lists_those_bound_by_it(client):
    (row,) = rows(client, "/en/cooperation/treaties/regional/")
    (member,) = rows(client, "/en/cooperation/treaties/REGIONAL-1/")

    assert (row["key"], row["members"]) == ("REGIONAL-1", 1)
    assert (member["code"], member["known"]) == ("FRA", "Day of the source that names it")


def test_an_unknown_treaty_is_not_found(client):
    assert "is the key of no treaty" in page(client, "/en/cooperation/treaties/nothing/", 404)


def test_national_rules_are_listed_with_the_words_of_the_source(client):
    found = {row["code"]: row for row in rows(client, "/en/cooperation/rules/")}

    assert found["FRA"]["needs_treaty"] == "No"
    assert found["FRA"]["words"] == "Words."


def test_a_treaty_that_is_only_signed_is_listed_and_does_not_count(client):
    retract(BilateralReport.objects.all(), edition_of_a_test(), at=AT)
    bilateral("FRA", "MAR", status="signed")
    (row,) = rows(client, "/en/cooperation/treaties/")

    assert (row["since"], row["in_force"]) == (None, "No")


def test_regional_treaties_those_bound_and_national_rules_are_filtered(client):
    assert len(rows(client, "/en/cooperation/treaties/regional/?words=regional-1")) == 1
    assert rows(client, "/en/cooperation/treaties/regional/?words=elsewhere") == []
    (member,) = rows(client, "/en/cooperation/treaties/REGIONAL-1/")
    assert rows(client, f"/en/cooperation/treaties/REGIONAL-1/?name={member['code']}") == [member]
    assert "No row fits." in page(client, "/en/cooperation/treaties/REGIONAL-1/?name=nowhere")
    everything = rows(client, "/en/cooperation/rules/")
    one = everything[0]
    assert rows(client, f"/en/cooperation/rules/?name={one['code']}") == [one]
    assert "No row fits." in page(client, "/en/cooperation/rules/?name=nowhere")
    page(client, "/en/cooperation/rules/?needs=perhaps", 400)

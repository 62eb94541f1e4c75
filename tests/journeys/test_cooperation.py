"""An opinion, a matrix and a plan as readers meet them: on a phone, by keyboard, without barriers."""

import pytest

from tests.journeys.barriers import barriers
from tests.journeys.conftest import PHONE, OpenPage

ANSWERS = (
    "cooperation/?requesting=FRA&requested=MAR&offence=hostage-taking",
    "cooperation/?requesting=FRA&requested=MAR&offence=HAGUE-1970",
    "cooperation/differences/?and=2015-01-01",
    "cooperation/scenarios/?a=MAR SUA-PROT-2005&b=ERI FINANCING-1999",
    "cooperation/calendar/?deposits=2027-03-01 MAR SUA-PROT-2005",
)

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_answer_scrolls_sideways_on_a_phone_or_has_a_barrier(open_page: OpenPage, language):
    page = open_page(f"/{language}/", screen=PHONE)
    found = []
    for answer in ANSWERS:
        page.goto(f"/{language}/{answer}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{answer}: wider than the screen")
        found += [f"{answer}: {barrier}" for barrier in barriers(page)]

    assert found == []


def test_a_cell_of_the_matrix_is_reached_by_keyboard_and_leads_to_its_opinion(open_page: OpenPage):
    page = open_page("/en/cooperation/states/FRA/?name=Morocco&instrument=HOSTAGES-1979")
    cell = page.get_by_role("link", name="Morocco, Taking of hostages")
    cell.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/cooperation/?requesting=FRA**")

    assert page.get_by_role("heading", level=1).inner_text() == "Extradition: France asks Morocco"


def test_the_form_answers_without_script(open_page: OpenPage):
    page = open_page("/en/cooperation/", java_script_enabled=False)
    page.get_by_label("The State that asks").fill("Maroc")
    page.get_by_label("The State that is asked").fill("FRA")
    page.get_by_label("Offence").select_option("hostage-taking")
    page.get_by_role("button", name="Find the bases").click()

    assert page.get_by_role("heading", level=1).inner_text() == "Extradition: Morocco asks France"

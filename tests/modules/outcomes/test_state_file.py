"""The file of a State: each reader's part of it, at a constant price, on paper in each language."""

import io
import zipfile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.modules.outcomes.words.state_file import state_file
from tests.conftest import TODAY
from tests.factories import outcomes, people, requests, visits
from tests.factories.small_record import small_record, two_parties
from tests.modules.outcomes.world import World, browser

pytestmark = pytest.mark.django_db
FILE = "/en/state-files/XSA/"


@pytest.fixture
def world() -> World:
    return World()


def parts(world: World, person: people.TestPerson) -> set[str]:
    with acting(person.actor):
        return {one.part for one in state_file(person.actor, "XSA", on=TODAY.date(), language="en").entries}


def filled(world: World) -> None:
    with acting(world.officer.actor):
        requests.registered(world.officer.actor)
        outcomes.recorded(world.visit, by=world.officer.actor)
    with acting(SYSTEM):
        visits.agreed(visits.need("XSA", visit=None))


def test_each_reader_sees_their_part_of_a_state_and_others_find_nothing(world):
    filled(world)

    assert parts(world, world.officer) == {"consent", "visit", "request", "outcome", "file"}
    assert parts(world, world.focal) == {"consent", "visit", "need", "request", "outcome", "file"}
    assert "Help to write a law" in browser(world.focal).get(FILE).content.decode()
    reader = browser(world.officer)
    officer = reader.get(FILE).content.decode()
    assert "Samplonia designated" in officer
    assert "Help to write a law" not in officer, "a need of which no consent speaks is the State’s own"
    for outsider in (world.other, world.partner):
        client = browser(outsider)
        for address in (FILE, f"{FILE}printed/", f"{FILE}printed/?format=pdf", f"{FILE}?format=csv"):
            assert client.get(address).status_code == 404, (outsider.email, address)
    assert reader.get("/en/state-files/QQQ/").status_code == 404


def test_the_file_of_a_real_state_holds_its_standing_and_acts(world):
    small_record()
    two_parties()

    page = browser(world.officer).get("/en/state-files/FRA/").content.decode()

    assert "Bound by 1 of 19 instruments" in page
    assert "/en/states/FRA/FINANCING-1999/" in page


def test_the_file_costs_the_same_however_much_it_holds(world):
    filled(world)
    client, counts = browser(world.officer), []
    for _again in range(2):
        client.get(FILE)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(FILE).status_code == 200
        counts.append(len(queries))
        with acting(world.officer.actor):
            for place in range(3):
                outcomes.recorded(world.visit, by=world.officer.actor, reference=f"Bureau {len(counts)} {place}")
                requests.registered(world.officer.actor, subject=f"Another request {place}")
    assert counts[0] == counts[1]


@pytest.mark.parametrize("language", ["ar", "fr", "zh-hans"])
def test_the_file_is_printed_for_a_mission_in_the_language_of_the_address(world, language):
    filled(world)
    client = browser(world.officer)
    address = FILE.replace("/en/", f"/{language}/")

    page = client.get(f"{address}printed/")
    assert page.status_code == 200
    assert f'lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in page.content.decode()
    word = client.get(f"{address}printed/?format=docx")
    assert word.headers["Content-Language"] == language
    with zipfile.ZipFile(io.BytesIO(word.content)) as package:
        text = package.read("word/document.xml").decode()
    assert "Samplonia designated a central authority" in text
    assert client.get(f"{address}printed/?format=pdf").content.startswith(b"%PDF")
    assert client.get(f"{address}printed/?format=exe").status_code == 404

"""Persons counted once: proposed with reasons, decided by a person, taken back; figures as a range until then."""

from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.modules.training.models import SamePerson
from accede.modules.training.services.attending import Tick, record_attendance
from accede.modules.training.services.keeping import erase
from accede.modules.training.services.nominating import confirm_seat
from accede.modules.training.services.selecting import select
from accede.modules.training.words.figures import figures_between
from tests.factories import people, training
from tests.factories.small_record import AT, small_record

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture(autouse=True)
def record() -> None:
    small_record()
    people.organisation()


@pytest.fixture
def officer() -> people.TestPerson:
    return people.person("Olu Okoro", role="programme_officer").with_app()


def attended(officer: people.TestPerson, *officials: tuple[str, str, str]) -> list[UUID]:
    """Return the keys of officials who were present at an event of their own."""
    number = training.event("XSA", by=officer.actor)
    keys = [
        training.nominated(number, "XSA", training.official(given, family, birth_year=year))
        for given, family, year in officials
    ]
    training.moved(number, "close", by=officer.actor)
    with acting(officer.actor):
        select(number, dict.fromkeys(keys, "selected"), "", by=officer.actor, at=AT)
        training.moved(number, "confirm", by=officer.actor)
        for key in keys:
            confirm_seat(key, by=officer.actor, at=AT)
        ticks = {key: Tick(is_present=True) for key in keys}
        record_attendance(training.session(number), ticks, by=officer.actor, at=AT)
    return keys


def total(officer: people.TestPerson) -> tuple[int, int, int]:
    with acting(officer.actor):
        one = figures_between(officer.actor, FIRST, LAST)[0]
    return one.attendances, one.least, one.most


def test_who_came_twice_under_two_spellings_is_counted_once_when_somebody_says_so(officer):
    (first, _other) = attended(officer, ("Mohamed", "Benali", "1979"), ("Awa", "Diallo", "1981"))
    (second,) = attended(officer, ("محمد", "بن علي", "1979"))
    desk = officer.sign_in(Client())
    assert total(officer) == (3, 2, 3)
    shown = desk.get("/en/training/persons/").content.decode()
    assert "The same year of birth: 1979" in shown

    decided = desk.post("/en/training/persons/decide/", {"one": str(first), "other": str(second), "do": "same"})
    assert decided.status_code == 302
    assert total(officer) == (3, 2, 2)
    with acting(SYSTEM):
        key = SamePerson.objects.get().pk
    desk.post("/en/training/persons/decide/", {"decision": str(key), "do": "undo"})
    assert total(officer) == (3, 2, 3)
    desk.post("/en/training/persons/decide/", {"one": str(first), "other": str(second), "do": "different"})
    assert total(officer) == (3, 3, 3)
    with acting(officer.actor):
        erase(first, by=officer.actor, at=AT)
    assert total(officer) == (3, 3, 3)


def test_each_figure_is_of_persons_and_attendances_with_its_rule(officer):
    attended(officer, ("Awa", "Diallo", "1981"), ("Binta", "Sow", "1985"))
    desk = officer.sign_in(Client())
    page = desk.get("/en/training/figures/?from=2026-12-01&until=2026-12-01").content.decode()
    assert "An attendance is one official" in page
    for word in ("Judge", "Female", "Français", "Training of officials"):
        assert word in page
    assert "Write a day such as" in desk.get("/en/training/figures/?from=x").content.decode()
    assert desk.get("/en/training/figures/?format=xlsx").status_code == 200
    focal = people.person("Amal Abara", role="focal_point", scope=("state", "XSA")).with_app()
    assert focal.sign_in(Client()).get("/en/training/figures/").status_code == 404
    assert focal.sign_in(Client()).get("/en/training/persons/").status_code == 404

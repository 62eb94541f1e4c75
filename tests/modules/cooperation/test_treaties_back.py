"""An import of bilateral treaties is taken back: by whom, what changes, why, and back again."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client

from accede.foundation.access import SYSTEM
from accede.foundation.audit import Face
from accede.foundation.imports import Bringing
from accede.modules.cooperation.models import BilateralReport
from accede.modules.cooperation.queries.snapshot import current_cooperation
from accede.modules.cooperation.services.import_treaties import Given, import_treaties
from accede.modules.cooperation.services.treaties_back import TREATIES
from accede.modules.treaties.queries.register import forget_snapshots
from accede.modules.treaties.services.taking_back import take_back
from tests.factories import people
from tests.factories.cooperation_record import cooperation_record
from tests.factories.small_record import AT, DEPOSITARY
from tests.support.commands import called
from tests.support.pages import page

pytestmark = pytest.mark.django_db
HEADINGS = "state_a,state_b,kind,status,signed_on,in_force_on,terminated_on\n"
WHY = "The list was of another year."


@pytest.fixture(autouse=True)
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    monkeypatch.setattr("accede.foundation.console.startup.reach_database", lambda: None)
    cooperation_record()


def bring(folder: Path, rows: str) -> int:
    path = folder / "treaties.csv"
    path.write_text(HEADINGS + rows, encoding="utf-8")
    assert import_treaties(path, Given(source=DEPOSITARY), Bringing(SYSTEM, Face.COMMAND, AT)).applied
    return BilateralReport.objects.latest("pk").edition_id


@pytest.fixture
def of_france(tmp_path: Path) -> int:
    """A list that ends the treaty with Morocco and brings one with Bolivia."""
    return bring(
        tmp_path, "FRA,MAR,extradition,,2008-04-18,2011-05-01,2020-01-01\nFRA,BOL,mla,,2000-01-01,2001-01-01,\n"
    )


@pytest.fixture
def of_others(tmp_path: Path) -> int:
    """A list on which one treaty is not of France."""
    return bring(tmp_path, "FRA,BOL,mla,,2000-01-01,2001-01-01,\nMAR,BOL,mla,,2000-01-01,2001-01-01,\n")


def ends(known: date | None = None) -> dict[tuple[str, str], str]:
    """Return the treaties with the day on which each ended, as known on a day."""
    forget_snapshots()
    agreements = current_cooperation(known).facts.agreements.values()
    return {one.states: str(one.until or "") for one in agreements}


BEFORE = {("FRA", "MAR"): ""}
BROUGHT = {("FRA", "MAR"): "2020-01-01", ("BOL", "FRA"): ""}


def test_it_goes_and_comes_again_and_days_of_knowledge_stay(of_france):
    assert ends() == BROUGHT
    first = take_back(of_france, TREATIES, reason=WHY, by=SYSTEM, at=AT + timedelta(days=5), face=Face.COMMAND)
    assert ends() == BEFORE
    take_back(first.edition, TREATIES, reason=WHY, by=SYSTEM, at=AT + timedelta(days=9), face=Face.COMMAND)

    assert [ends(AT.date() + timedelta(days=days)) for days in (-1, 0, 4, 5, 8, 9)] == [
        BEFORE, BROUGHT, BROUGHT, BEFORE, BEFORE, BROUGHT,
    ]  # fmt: skip


def test_an_officer_sees_what_would_change_and_takes_it_back(client, of_france):
    people.person("Olga Officer", role="programme_officer").with_app().sign_in(client)
    address = f"/en/cooperation/treaties/imports/{of_france}/"
    assert address in page(client, "/en/cooperation/treaties/imports/")
    shown = page(client, address)
    assert "Bolivia" in shown
    assert "Not in this record" in shown
    seen = re.search(r'name="seen" value="([^"]+)"', shown)
    assert seen

    done = client.post(address, {"seen": seen[1], "reason": WHY}, follow=True)

    assert "It is done." in done.text
    assert ends() == BEFORE
    assert WHY in page(Client(), "/en/cooperation/treaties/")
    assert WHY not in page(Client(), "/en/cooperation/treaties/?known=2026-11-30")


def test_who_brings_for_one_state_takes_back_lists_of_that_state_and_sees_no_other(client, of_france, of_others):
    ministry = people.organisation(state="FRA")
    one = people.person("Ona One", acts_for=ministry, role="programme_officer", scope=("state", "FRA")).with_app()
    one.sign_in(client)
    shown = page(client, "/en/cooperation/treaties/imports/")

    assert (f"/imports/{of_france}/" in shown, f"/imports/{of_others}/" in shown) == (True, False)
    page(client, f"/en/cooperation/treaties/imports/{of_france}/")
    page(client, f"/en/cooperation/treaties/imports/{of_others}/", status=404)
    assert client.post(f"/en/cooperation/treaties/imports/{of_others}/", {"reason": WHY}).status_code == 404


def test_the_command_takes_treaties_back_too(of_france):
    answer = called("import", "take-back", str(of_france), "--reason", WHY, "--apply")

    assert (answer.exit_code, ends()) == (0, BEFORE)
    assert "Bolivia" in answer.output

"""An import is taken back on a page or by a command: who may, what changes, why, and back again."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from accede.core.treaties.acts import ActKind
from accede.foundation.access import ALL, ANONYMOUS, SYSTEM, Refused
from accede.foundation.audit import Face
from accede.foundation.audit.timeline import Wish, timeline
from accede.foundation.imports import Bringing
from accede.foundation.imports.back import LONGEST_REASON, TakingRefused
from accede.modules.treaties.models import Edition, Report
from accede.modules.treaties.queries.register import current_register, forget_snapshots
from accede.modules.treaties.services.acts_back import ACTS
from accede.modules.treaties.services.import_acts import Given, import_acts
from accede.modules.treaties.services.taking_back import take_back
from tests.factories import people
from tests.factories.small_record import AT, DEPOSITARY, recorded, small_record
from tests.support.actors import actor
from tests.support.commands import called
from tests.support.pages import page

pytestmark = pytest.mark.django_db
FINANCING = "FINANCING-1999"
WHY = "The list was of another convention."


@pytest.fixture(autouse=True)
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    monkeypatch.setattr("accede.foundation.console.startup.reach_database", lambda: None)
    small_record()
    recorded(FINANCING, "FRA", ActKind.RATIFICATION, "2002-01-07")


@pytest.fixture
def brought(tmp_path: Path) -> int:
    """An import that gives France another day and brings Morocco."""
    path = tmp_path / "acts.csv"
    rows = (
        f"{FINANCING},{state},ratification,{day},{DEPOSITARY}\n"
        for state, day in (("FRA", "2003-03-03"), ("MAR", "2004-04-04"))
    )
    path.write_text("instrument,state,kind,on,source\n" + "".join(rows), encoding="utf-8")
    outcome = import_acts(path, Given(), Bringing(SYSTEM, Face.COMMAND, AT))
    assert (outcome.new, outcome.changed) == (1, 1)
    return newest()


def newest() -> int:
    return Edition.objects.latest("pk").pk


def back(number: int, *, at: datetime = AT, reason: str = WHY) -> int:
    return take_back(number, ACTS, reason=reason, by=SYSTEM, at=at, face=Face.COMMAND).edition


def days(known: date | None = None) -> dict[str, str]:
    """Return which State ratified on which day, as known on a day."""
    forget_snapshots()
    acts = current_register(known).settled.acts
    return {act.state: act.on.isoformat() for act in acts if act.on}


BEFORE, BROUGHT = {"FRA": "2002-01-07"}, {"FRA": "2003-03-03", "MAR": "2004-04-04"}


def test_what_it_brought_goes_and_what_it_replaced_is_known_again(brought):
    assert days() == BROUGHT

    back(brought)

    assert days() == BEFORE
    assert Report.objects.count() == 4, "nothing is deleted"


def test_taking_a_taking_back_back_brings_the_import_in_again_and_so_on(brought):
    first = back(brought)
    second = back(first)
    assert days() == BROUGHT
    back(second)

    assert days() == BEFORE


def test_days_on_which_something_was_known_stay(brought):
    steps = [brought]
    for number in range(1, 4):
        steps.append(back(steps[-1], at=AT + timedelta(days=10 * number)))
    told = {number: days(AT.date() + timedelta(days=number)) for number in (-1, 0, 9, 10, 19, 20, 29, 30)}

    assert [told[number] for number in (-1, 0, 9)] == [BEFORE, BROUGHT, BROUGHT]
    assert [told[number] for number in (10, 19, 20, 29, 30)] == [BEFORE, BEFORE, BROUGHT, BROUGHT, BEFORE]


def test_what_came_into_the_place_of_a_replaced_row_since_stays(brought, tmp_path):
    path = tmp_path / "later.csv"
    path.write_text(f"instrument,state,kind,on,source\n{FINANCING},FRA,ratification,2005-05-05,{DEPOSITARY}\n")
    import_acts(path, Given(), Bringing(SYSTEM, Face.COMMAND, AT))

    back(brought)

    assert days() == {"FRA": "2005-05-05"}


@pytest.mark.parametrize("reason", ["", " \n ", "x" * (LONGEST_REASON + 1)])
def test_a_reason_is_needed(brought, reason):
    with pytest.raises(TakingRefused):
        back(brought, reason=reason)

    assert days() == BROUGHT


def test_it_is_taken_back_once(brought):
    back(brought)

    with pytest.raises(TakingRefused, match="was taken back by edition"):
        back(brought)


def test_what_ships_is_not_taken_back(brought):
    Edition.objects.filter(pk=brought).update(face="shipped")

    with pytest.raises(TakingRefused, match="corrected by a release"):
        back(brought)


def test_the_record_of_who_did_what_tells_it(brought):
    back(back(brought), at=AT + timedelta(minutes=1))

    lines = [line.sentence for line in timeline(actor("auditor", ALL), Wish(about_kind="edition"))][:2]
    assert WHY in lines[0]
    assert "brought in again" in " ".join(lines)
    assert "took back" in " ".join(lines)


class TestPage:
    @pytest.fixture
    def officer(self, client: Client) -> Client:
        people.person("Olga Officer", role="programme_officer").with_app().sign_in(client)
        return client

    def test_the_list_leads_to_a_page_that_shows_what_would_change(self, officer, brought):
        assert f"/en/acts/imports/{brought}/" in page(officer, "/en/acts/imports/")

        shown = page(officer, f"/en/acts/imports/{brought}/")

        assert "acts.csv" in shown
        assert re.search(r"Morocco.*Party.*Invited to join|Morocco.*Party.*Not known", shown, re.DOTALL)
        assert days() == BROUGHT, "looking changes nothing"

    def test_it_is_taken_back_with_its_reason_which_everybody_reads(self, officer, brought):
        seen = _seen(page(officer, f"/en/acts/imports/{brought}/"))
        done = officer.post(f"/en/acts/imports/{brought}/", {"seen": seen, "reason": WHY}, follow=True)

        assert "It is done." in done.text
        assert WHY in done.text
        assert days() == BEFORE
        visitor = Client()
        for address in ("sources/", f"sources/{DEPOSITARY}/", f"states/MAR/{FINANCING}/"):
            assert WHY in page(visitor, f"/en/{address}"), address
            assert WHY not in page(visitor, f"/en/{address}?known=2026-11-30"), address
        assert "Olga" not in page(visitor, "/en/sources/")

    def test_without_a_reason_nothing_happens_and_the_field_says_so(self, officer, brought):
        seen = _seen(page(officer, f"/en/acts/imports/{brought}/"))
        answer = officer.post(f"/en/acts/imports/{brought}/", {"seen": seen, "reason": " "})

        assert (answer.status_code, days()) == (400, BROUGHT)
        assert "Say why." in answer.text

    def test_what_was_shown_before_another_change_is_shown_anew(self, officer, brought):
        seen = _seen(page(officer, f"/en/acts/imports/{brought}/"))
        recorded(FINANCING, "BOL", ActKind.RATIFICATION, "2002-01-07")
        answer = officer.post(f"/en/acts/imports/{brought}/", {"seen": seen, "reason": WHY})

        assert (answer.status_code, "BOL" in days(), "MAR" in days()) == (400, True, True)
        assert "The record has changed" in answer.text

    @pytest.mark.parametrize("number", ["999999", "0"])
    def test_one_that_is_not_there_is_not_found(self, officer, number):
        page(officer, f"/en/acts/imports/{number}/", status=404)

    def test_whoever_brings_for_one_state_sees_none(self, client, brought):
        ministry = people.organisation(state="FRA")
        one = people.person("Ona One", acts_for=ministry, role="programme_officer", scope=("state", "FRA")).with_app()
        one.sign_in(client)

        for address in ("", f"{brought}/"):
            page(client, f"/en/acts/imports/{address}", status=404)


def test_an_actor_who_may_bring_nothing_takes_nothing_back(brought):
    with pytest.raises(Refused):
        take_back(brought, ACTS, reason=WHY, by=ANONYMOUS, at=AT, face=Face.WEB)


class TestCommand:
    def test_check_shows_and_apply_does(self, brought):
        checked = called("import", "take-back", str(brought), "--check")
        assert (checked.exit_code, days()) == (0, BROUGHT)
        assert "Morocco" in checked.output

        done = called("import", "take-back", str(brought), "--reason", WHY, "--apply")

        assert (done.exit_code, days()) == (0, BEFORE)
        assert WHY in called("import", "list").output

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["999"], "--check"),
            (["999", "--check"], "no import with the edition 999"),
            (["x", "--check"], "is not a valid integer"),
            (["0", "--check"], "is not in the range"),
        ],
    )
    def test_wrong_arguments_are_told(self, words, said):
        answer = called("import", "take-back", *words)

        assert said in (answer.output + str(answer.exception))

    def test_apply_needs_a_reason(self, brought):
        answer = called("import", "take-back", str(brought), "--apply")

        assert answer.exit_code != 0
        assert days() == BROUGHT


def _seen(shown: str) -> str:
    found = re.search(r'name="seen" value="([^"]+)"', shown)
    assert found
    return found[1]

"""The depositary's own list, as it was saved, brings the record up to date; a second person confirms it."""

import re
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accede.core.treaties.acts import ActKind
from accede.core.treaties.positions import Standing
from accede.foundation.access import ALL, Actor, Grant
from accede.foundation.audit import Face
from accede.foundation.imports import Bringing, Outcome
from accede.foundation.workflow.stepping import take_step
from accede.modules.reference.models import State, StateName
from accede.modules.treaties.models import Coverage, Edition, Report
from accede.modules.treaties.queries.depositary_lists import ages_of_lists, depositary_lists
from accede.modules.treaties.queries.register import current_register
from accede.modules.treaties.services.acts_back import ACTS
from accede.modules.treaties.services.import_acts import ACTS_PROPOSED
from accede.modules.treaties.services.refreshing import Saved, bring_list, check_list
from accede.modules.treaties.services.taking_back import take_back
from tests.factories import people
from tests.factories.small_record import AT, DEPOSITARY, recorded, small_record
from tests.support.commands import called

pytestmark = pytest.mark.django_db
PASTED = (Path(__file__).parent / "specimens" / "untc-pasted.txt").read_text(encoding="utf-8")
DAY = date(2026, 11, 28)
SOURCE = "untc-financing-1999-2026-11-28"


@pytest.fixture(autouse=True)
def record(tmp_path, monkeypatch) -> None:
    """Six States that the specimen names, and an invented one that it does not."""
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    small_record()
    State.objects.create(code="XSA", kind="member", source_id=DEPOSITARY)
    for language in ("en", "fr"):
        StateName.objects.create(
            state_id="XSA", language=language, short="Samplonia", sort_key=b"Samplonia", source_id=DEPOSITARY
        )


def saved(tmp_path: Path, text: str = PASTED, **said: str) -> Saved:
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")
    said = {"day": "2026-11-28", "parties": "6"} | said
    return Saved(path, "FINANCING-1999", said["day"], said["parties"])


def officer() -> Actor:
    return Actor(person=uuid4(), grants=(Grant("programme_officer", ALL),))


def checked(tmp_path: Path, text: str = PASTED, **said: str) -> Outcome:
    return check_list(saved(tmp_path, text, **said), bringing=Bringing(officer(), Face.WEB, AT))


def told(outcome: Outcome) -> dict[str, object]:
    return {one.code: one.params.get("states") or dict(one.params) for one in outcome.told}


def confirmed(tmp_path: Path, text: str = PASTED, **said: str) -> None:
    outcome = bring_list(saved(tmp_path, text, **said), bringing=Bringing(officer(), Face.WEB, AT, "list.txt"))
    assert (outcome.applied, outcome.problems) == (False, ())
    take_step(ACTS_PROPOSED, "confirm", outcome.proposed or 0, by=officer(), at=AT, face=Face.WEB, reason="")


def test_a_whole_list_says_who_is_new_who_differs_and_who_is_not_named(tmp_path):
    recorded("FINANCING-1999", "FRA", ActKind.RATIFICATION, "2002-01-07")
    recorded("FINANCING-1999", "MAR", ActKind.RATIFICATION, "2002-09-18")
    recorded("FINANCING-1999", "CZE", ActKind.CONSENT_UNSPECIFIED, None)
    recorded("FINANCING-1999", "XSA", ActKind.RATIFICATION, "2003-01-01")

    found = told(checked(tmp_path))

    assert found == {
        "list.whole": {"stated": "6", "day": "28 November 2026"},
        "list.same": {"count": "1"},
        "list.joined": ["Bolivia (Plurinational State of)", "Croatia", "Russian Federation"],
        "list.dated": ["Czechia"],
        "list.other_day": ["Morocco"],
        "list.not_named": ["Samplonia"],
    }


def test_once_confirmed_it_answers_for_those_that_it_names_and_for_those_that_it_does_not(tmp_path):
    confirmed(tmp_path)
    register = current_register()
    coverage = Coverage.objects.get()

    assert (coverage.source_id, coverage.complete_on, coverage.parties_stated) == (SOURCE, DAY, 6)
    assert register.standing("FINANCING-1999", "MAR", DAY).answer.standing is Standing.PARTY
    answer = register.standing("FINANCING-1999", "XSA", DAY)
    assert answer.answer.standing is Standing.NONE
    assert register.standing("FINANCING-1999", "XSA", AT.date()).answer.not_party_on == DAY
    assert register.sources[SOURCE].authority == "depositary"


def test_taken_back_it_says_nothing_any_more_and_brought_in_again_it_does(tmp_path):
    confirmed(tmp_path)
    made = Edition.objects.latest("pk")

    take_back(made.pk, ACTS, reason="The wrong page.", by=officer(), at=AT, face=Face.WEB)
    assert not Coverage.objects.known().exists()
    assert current_register().standing("FINANCING-1999", "XSA", DAY).answer.standing is Standing.NOT_KNOWN

    take_back(Edition.objects.latest("pk").pk, ACTS, reason="It was right.", by=officer(), at=AT, face=Face.WEB)
    assert Coverage.objects.known().get().complete_on == DAY
    assert Report.objects.known().count() == 12


@pytest.mark.parametrize(
    ("text", "parties", "code"),
    [
        (PASTED, "7", "list.differs"),
        (PASTED, "", "list.no_total"),
        (PASTED.replace("Morocco", "Nowhere at all"), "5", "list.unread"),
    ],
)
def test_a_list_that_is_not_whole_says_nothing_of_those_not_named(tmp_path, text, parties, code):
    outcome = checked(tmp_path, text, parties=parties)

    assert (outcome.told[0].code, "list.not_party" in told(outcome)) == (code, False)
    if outcome.is_clean:
        confirmed(tmp_path, text, parties=parties)
        assert not Coverage.objects.exists()
        assert Report.objects.count() == 12


@pytest.mark.parametrize(
    ("text", "said", "codes"),
    [
        (PASTED, {"day": ""}, ["list.no_day"]),
        (PASTED, {"day": "2031-01-01", "parties": "many"}, ["list.day", "list.parties"]),
        (f"Status as at 27 November 2026\n{PASTED}", {}, ["list.two_days"]),
        (f"Status as at 28 November 2026\nParties: 6\n\n{PASTED}\nEnd", {"day": "", "parties": ""}, []),
        ("nothing", {}, ["columns.unknown"]),
    ],
)
def test_what_a_list_does_not_say_is_asked_for_all_at_once(tmp_path, text, said, codes):
    assert [problem.code for problem in checked(tmp_path, text, **said).problems][: max(len(codes), 1)] == codes


def test_the_oldest_lists_stand_first_and_each_instrument_has_one(tmp_path):
    confirmed(tmp_path)
    ages = ages_of_lists(current_register(), on=AT.date())

    assert set(depositary_lists()) == set(current_register().instruments)
    assert [age.listed.instrument for age in ages][-1] == "FINANCING-1999"
    assert [age.is_old for age in ages] == [True] * 18 + [False]


def test_on_the_page_it_is_shown_proposed_and_confirmed_by_another(client):
    people.person("Olga First", role="programme_officer").with_app().sign_in(client)
    second = people.person("Pavel Second", role="programme_officer").with_app().sign_in(Client())
    assert "/en/acts/refresh/FINANCING-1999/" in client.get("/en/acts/refresh/").text
    address = "/en/acts/refresh/FINANCING-1999/"
    assert "XVIII-11" in client.get(address).text

    shown = client.post(address, {"pasted": PASTED, "day": "2026-11-28", "parties": "6"})
    assert "a State that it does not name was not a party on" in shown.text
    kept = re.search(r'name="kept" value="([^"]+)"', shown.text)
    assert kept
    led = client.post(address, {"kept": kept[1]})
    proposed = second.get(led["Location"]).text
    assert "It is brought as a list of all parties" in proposed
    assert "New parties (6)" in proposed
    done = second.post(led["Location"], {"step": "confirm"}, follow=True)

    assert "The import is confirmed" in done.text
    assert Coverage.objects.get().source_id == SOURCE
    assert client.get("/en/acts/refresh/NOTHING/").status_code == 404


def test_headings_that_nobody_knows_open_the_choice_of_columns(client):
    people.person("Olga First", role="programme_officer").with_app().sign_in(client)
    table = PASTED.replace("Participant\tSignature", "Who\tWhen")
    address = "/en/acts/refresh/FINANCING-1999/"

    shown = client.post(address, {"file": SimpleUploadedFile("list.txt", table.encode()), "day": "2026-11-28"})
    assert "What the columns hold" in shown.text
    kept = re.search(r'name="kept" value="([^"]+)"', shown.text)
    assert kept
    chosen = {"column-0": "state", "column-1": "Signature", "do": "columns", "kept": kept[1]}

    assert "6 were read" in client.post(address, chosen).text


def test_by_command_too(tmp_path):
    listed = called("refresh")
    assert (listed.exit_code, "FINANCING-1999" in listed.output) == (0, True)
    path = saved(tmp_path).path

    given = ("refresh", "FINANCING-1999", str(path), "--day", "2026-11-28", "--parties", "6")
    shown = called(*given, "--check", "--json")
    assert (shown.exit_code, '"list.whole"' in shown.output) == (0, True)
    assert "waits there as proposal" in " ".join(called(*given, "--apply").output.split())
    assert called("refresh", "FINANCING-1999", str(path)).exit_code == 2
    assert called("refresh", "NOTHING").exit_code == 2

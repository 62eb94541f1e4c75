"""An import whose source is second hand waits for a second person, and shows to nobody else until then."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from accede.foundation import files
from accede.foundation.access import ALL, SYSTEM, Actor, Grant, Refused
from accede.foundation.audit import Face
from accede.foundation.audit.models import Event
from accede.foundation.files.storing import sweep
from accede.foundation.imports import Bringing, Outcome
from accede.foundation.imports.provenance import NewSource
from accede.foundation.problems import Overtaken, UnableTo
from accede.foundation.workflow.stepping import offered_steps, take_step
from accede.modules.reference.models import Source
from accede.modules.treaties.models import Edition, Proposal, Report
from accede.modules.treaties.queries.register import current_register
from accede.modules.treaties.services.import_acts import ACTS_PROPOSED, Given, import_acts
from tests.factories.small_record import AT, DEPOSITARY, small_record

pytestmark = pytest.mark.django_db
BOOK = NewSource("sample-book-2026", "A book (sample)", "p. 7", "secondary", AT.date())
GIVEN = Given(new_source=BOOK)
ROWS = "instrument,state,kind,on\nFINANCING-1999,FRA,ratification,2002-01-07\n"


@pytest.fixture(autouse=True)
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCEDE_HOME", str(tmp_path))
    small_record()


def officer() -> Actor:
    return Actor(person=uuid4(), grants=(Grant("programme_officer", ALL),))


def brought(by: Actor, tmp_path: Path, rows: str = ROWS, given: Given = GIVEN) -> Outcome:
    path = tmp_path / "acts.csv"
    path.write_text(rows, encoding="utf-8")
    return import_acts(path, given, Bringing(by, Face.WEB, AT, "acts.csv"))


def proposed(by: Actor, tmp_path: Path) -> int:
    number = brought(by, tmp_path).proposed
    assert number is not None
    return number


def step(key: str, number: int, by: Actor, reason: str = "") -> Proposal:
    return take_step(ACTS_PROPOSED, key, number, by=by, at=AT, face=Face.WEB, reason=reason)


def test_nothing_of_it_is_in_the_record_before_it_is_confirmed(tmp_path):
    outcome = brought(officer(), tmp_path)

    assert (outcome.applied, outcome.edition) == (False, None)
    assert not Report.objects.exists()
    assert not Edition.objects.exists()
    assert not Source.objects.filter(key=BOOK.key).exists()
    assert not current_register().reports


def test_a_second_person_confirms_and_the_edition_is_the_proposers(tmp_path):
    first, second = officer(), officer()
    number = proposed(first, tmp_path)

    confirmed = step("confirm", number, second)

    edition = Edition.objects.get()
    assert (edition.made_by, edition.face, edition.reason) == (first.person, "web", "acts.csv")
    assert (confirmed.state, confirmed.moved_by, confirmed.edition_id) == ("confirmed", second.person, edition.pk)
    assert Report.objects.get().source_id == BOOK.key
    keys = list(Event.objects.order_by("key").values_list("key", flat=True))
    assert keys == ["treaties.import-confirmed", "treaties.import-proposed", "treaties.proposed-came-in"]


def test_the_proposer_cannot_confirm_neither_by_the_service_nor_in_the_database(tmp_path):
    first = officer()
    number = proposed(first, tmp_path)

    with pytest.raises(UnableTo, match="another person than you"):
        step("confirm", number, first)
    edition = Edition.objects.create(made_at=AT, face="web", reason="x", part="acts")
    moved = {"state": "confirmed", "moved_by": first.person, "moved_at": AT, "edition": edition}
    with pytest.raises(IntegrityError, match="for another person"), transaction.atomic():
        Proposal.objects.filter(pk=number).update(**moved)
    assert not Report.objects.exists()


def test_what_the_operator_proposes_the_operator_cannot_confirm(tmp_path):
    number = proposed(SYSTEM, tmp_path)

    with pytest.raises(UnableTo, match="another person than you"):
        step("confirm", number, SYSTEM)
    assert step("confirm", number, officer()).state == "confirmed"


def test_what_a_person_proposes_the_operator_may_confirm(tmp_path):
    assert step("confirm", proposed(officer(), tmp_path), SYSTEM).state == "confirmed"


def test_who_changes_the_proposer_first_is_refused_by_the_database(tmp_path):
    number = proposed(officer(), tmp_path)

    with pytest.raises(IntegrityError, match="proposed_by"), transaction.atomic():
        Proposal.objects.filter(pk=number).update(proposed_by=uuid4())


@pytest.mark.parametrize("state", ["proposed", "confirmed"])
def test_the_database_offers_no_way_back(tmp_path, state):
    number = proposed(officer(), tmp_path)
    step("decline", number, officer(), "It is the wrong page.")

    with pytest.raises(IntegrityError, match="no step"), transaction.atomic():
        Proposal.objects.filter(pk=number).update(state=state)


def test_a_proposal_begins_as_one(tmp_path):
    row = Proposal.objects.get(pk=proposed(officer(), tmp_path))
    row.pk, row.state, row.reason = None, "declined", "so"

    with pytest.raises(IntegrityError, match="begins as"), transaction.atomic():
        row.save(force_insert=True)


def test_declining_needs_a_reason_and_leaves_no_trace_in_the_record(tmp_path):
    number = proposed(officer(), tmp_path)

    with pytest.raises(UnableTo, match="Say why"):
        step("decline", number, officer(), "  ")
    declined = step("decline", number, officer(), " The page\nis another. ")

    assert (declined.state, declined.reason) == ("declined", "The page is another.")
    assert not Edition.objects.exists()


def test_the_second_of_two_is_told_what_happened(tmp_path):
    number = proposed(officer(), tmp_path)
    step("confirm", number, officer())

    with pytest.raises(Overtaken, match="Confirmed"):
        step("decline", number, officer(), "Too late.")


def test_a_step_that_there_is_not_is_named_with_those_that_there_are(tmp_path):
    number = proposed(officer(), tmp_path)

    with pytest.raises(UnableTo, match=r"“approve”.*confirm, decline"):
        step("approve", number, officer())


@pytest.mark.parametrize("role", ["finance_officer", "auditor", "administrator", "report_drafter"])
def test_whoever_may_bring_no_acts_does_not_learn_that_there_is_one(tmp_path, role):
    number = proposed(officer(), tmp_path)
    stranger = Actor(person=uuid4(), grants=(Grant(role, ALL),))

    for key in ("confirm", "decline", "approve"):
        with pytest.raises(Refused):
            step(key, number, stranger, "why")


def test_a_file_that_is_gone_shuts_the_gate_with_the_rule_and_the_remedy(tmp_path):
    number = proposed(officer(), tmp_path)
    row = Proposal.objects.get(pk=number)
    files.forget(row.file_digest)

    by = officer()
    confirm, decline = offered_steps(ACTS_PROPOSED, number, by=by, at=AT)

    assert (confirm.is_open, decline.is_open) == (False, True)
    assert "Two persons" in confirm.shut[0].clause
    assert "brought again" in confirm.shut[0].remedy
    with pytest.raises(UnableTo, match="no longer here"):
        step("confirm", number, by)


def test_what_came_in_meanwhile_keeps_it_from_being_confirmed_in_words(tmp_path):
    number = proposed(officer(), tmp_path)
    again = replace(GIVEN, options=replace(GIVEN.options, separator=","))
    other = brought(officer(), tmp_path, given=again).proposed
    assert other is not None
    assert other != number
    step("confirm", number, officer())

    with pytest.raises(UnableTo, match="has all of this already"):
        step("confirm", other, officer())
    assert Proposal.objects.get(pk=other).state == "proposed"


def test_the_same_file_twice_waits_once(tmp_path):
    by = officer()

    assert proposed(by, tmp_path) == proposed(by, tmp_path)


def test_a_depositarys_own_rows_wait_for_nobody_but_one_other_row_has_all_wait(tmp_path):
    first_hand = f"instrument,state,kind,on,source\nFINANCING-1999,FRA,ratification,2002-01-07,{DEPOSITARY}\n"

    assert brought(officer(), tmp_path, first_hand, Given()).applied
    both = f"{first_hand}FINANCING-1999,MAR,ratification,2002-09-19,{BOOK.key}\n"
    outcome = brought(officer(), tmp_path, both)
    assert outcome.proposed
    assert Proposal.objects.get().sources == [BOOK.key]


def test_files_that_wait_are_not_swept_away_and_declined_ones_are(tmp_path):
    number = proposed(officer(), tmp_path)
    digest = Proposal.objects.get(pk=number).file_digest

    sweep(at=AT.replace(year=2100))
    assert files.at_hand(digest)

    step("decline", number, officer(), reason="The book was superseded.")
    sweep(at=AT.replace(year=2100))
    assert files.at_hand(digest) is None


def test_a_person_who_is_no_longer_an_officer_confirms_nothing(tmp_path):
    number = proposed(officer(), tmp_path)

    with pytest.raises(Refused):
        step("confirm", number, Actor(person=UUID(int=7)))

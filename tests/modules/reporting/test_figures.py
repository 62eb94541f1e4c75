"""Figures as a visitor, an officer, a focal point, a donor and a program meet them."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.conf import settings

from accede.core.treaties.acts import ActKind
from accede.foundation import clock
from accede.foundation.access import ANONYMOUS, SYSTEM, Actor
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.workflow.stepping import take_step
from accede.modules.assistance.queries.requests import request_visible_to
from accede.modules.assistance.services.flow import REQUESTS
from accede.modules.assistance.services.handling import join_request
from accede.modules.reporting.queries.counting import SOURCES
from accede.modules.reporting.queries.definitions import definitions, published
from accede.modules.reporting.queries.figures import Answer, answer_for, definitions_for
from accede.modules.treaties.queries.register import current_register, forget_snapshots
from tests.conftest import TODAY
from tests.factories import money, people, requests
from tests.factories.small_record import complete_list, recorded, small_record, two_parties
from tests.support.commands import called

pytestmark = pytest.mark.django_db
FINANCING = "FINANCING-1999"
IN_2026 = {"from": "2026-01-01", "until": "2026-12-01"}


@pytest.fixture
def officer():
    small_record()
    return people.person("Pia Prado", role="programme_officer")


@pytest.fixture
def focal():
    ministry = people.organisation()
    return people.person("Amal Abara", acts_for=ministry, role="focal_point", scope=("state", "XSA"))


def asked(code: str, reader: Actor = SYSTEM, /, **parameters: str) -> Answer:
    """Ask for a figure."""
    with acting(reader):
        return answer_for(reader, definitions()[code], parameters, today=clock.today())


def number(code: str, reader: Actor = SYSTEM, /, **parameters: str) -> int:
    """Return the number of a figure that the reader sees exactly."""
    answer = asked(code, reader, **parameters)
    assert answer.figure is not None
    assert answer.faults == ()
    return int(answer.figure.value)


def test_each_definition_is_counted_described_in_six_languages_and_published():
    languages = {code for code, _name in settings.LANGUAGES}

    assert list(definitions()) == list(SOURCES)
    for code, one in definitions().items():
        assert (set(one.titles), set(one.rules)) == (languages, languages)
        assert published()[code] == (one.definition.version, one.definition.digest), code


def test_adherences_are_pairs_and_states_are_states():
    small_record()
    two_parties()
    recorded("HOSTAGES-1979", "FRA", ActKind.ACCESSION, "2000-06-09")
    forget_snapshots()

    year = {"from": "2000-01-01", "until": "2002-12-31"}
    assert number("adherences-new", SYSTEM, **year) == 3
    assert number("adherences-new", SYSTEM, **{"from": "2001-01-01", "until": "2002-12-31"}) == 2
    assert number("adherences-given", on="2001-12-31") == 1
    assert number("adherences-given", on="2002-12-31") == 3
    assert number("parties", on="2003-01-01", instrument=FINANCING) == 2
    assert number("parties", on="2003-01-01") == 2
    assert number("parties", on="2003-01-01", instrument=FINANCING, geography="MAR") == 1


def test_a_figure_is_counted_as_known_then_and_as_known_now():
    small_record()
    recorded(FINANCING, "FRA", ActKind.RATIFICATION, "2002-01-07", known_on="2026-11-20")
    recorded(FINANCING, "MAR", ActKind.RATIFICATION, "2002-09-19", known_on="2026-11-25")
    forget_snapshots()

    assert number("adherences-given", on="2010-01-01", known="2026-11-21") == 1
    assert number("adherences-given", on="2010-01-01") == 2


def test_a_second_act_of_the_same_state_is_no_second_adherence():
    small_record()
    recorded(FINANCING, "CZE", ActKind.RATIFICATION, "2005-12-27")
    recorded(FINANCING, "CZE", ActKind.SUCCESSION, "2006-12-27")
    forget_snapshots()

    assert number("adherences-new", SYSTEM, **{"from": "2005-01-01", "until": "2007-12-31"}) == 1


def test_requests_are_counted_for_whoever_may_see_them(officer, focal):
    requests.filed(focal.actor)
    requests.registered(officer.actor, state="MAR", kinds=("training", "legislation"))

    assert number("requests-received", officer.actor, **IN_2026) == 2
    assert number("requests-received", officer.actor, **IN_2026, kind="training") == 1
    assert number("states-asking", officer.actor, **IN_2026) == 2
    assert number("requests-received", focal.actor, **IN_2026) == 1
    assert asked("requests-received", focal.actor, **IN_2026).is_part
    visitor = asked("requests-received", ANONYMOUS, **IN_2026)
    assert (visitor.figure, visitor.told.value) == (None, None)


def test_a_request_that_was_joined_to_another_is_not_counted_twice(officer):
    first, second = requests.registered(officer.actor, state="FRA"), requests.registered(officer.actor, state="FRA")
    reference = request_visible_to(SYSTEM, first)
    assert reference is not None
    join_request(second, reference.reference, reason="The same wish.", by=officer.actor, at=TODAY)

    assert number("requests-received", officer.actor, **IN_2026) == 1


def test_acknowledged_is_counted_by_the_day_of_the_step(officer):
    asked_for = requests.registered(officer.actor, state="FRA")
    take_step(REQUESTS, "acknowledge", asked_for, by=officer.actor, at=TODAY, face=Face.WEB)

    assert number("requests-acknowledged", officer.actor, **{"from": "2026-12-01", "until": "2026-12-01"}) == 1
    assert number("requests-acknowledged", officer.actor, **{"from": "2026-11-01", "until": "2026-11-30"}) == 0
    assert number("requests-acknowledged", officer.actor, **IN_2026, known="2026-11-30") == 0


def test_money_is_the_money_of_the_books_and_each_donor_sees_its_own():
    fund, given, other = money.fund(), money.donor(), money.donor("Other donor (sample)")
    money.paid("XA-1", "1000", donor=given, fund=fund)
    money.paid("XA-2", "250.50", donor=other, fund=fund)
    own = people.person("Dora Diaz", acts_for=given, role="donor_representative", scope=("organisation", str(given)))
    finance = people.person("Faye Fonte", role="finance_officer")

    whole, part = asked("money-received", finance.actor, **IN_2026), asked("money-received", own.actor, **IN_2026)

    assert whole.figure is not None
    assert part.figure is not None
    assert (str(whole.figure.value), whole.is_part) == ("1250.50", False)
    assert (str(part.figure.value), part.is_part) == ("1000.00", True)
    assert number("contributions-pledged", finance.actor, **IN_2026) == 2
    assert number("money-spent", finance.actor, **IN_2026) == 0


def test_what_was_booked_later_was_not_known_before():
    money.paid("XA-1", "1000", donor=money.donor(), fund=money.fund())

    assert number("money-received", SYSTEM, **IN_2026, known="2026-11-29") == 0
    assert number("money-received", SYSTEM, **IN_2026, known="2026-11-30") == 1000


def test_visits_and_needs_are_there_for_nobody_outside(client, officer):
    codes = {one.definition.code for one in definitions_for(ANONYMOUS)}

    assert codes.isdisjoint({"visits-made", "states-visited", "needs-recorded"})
    assert client.get("/en/figures/needs-recorded/").status_code == 404
    assert client.get("/api/v1/reporting/figures/needs-recorded/").status_code == 404
    assert number("needs-recorded", officer.actor, on="2026-12-01") == 0


def test_a_visitor_sees_value_rule_records_and_hash_of_what_is_public(client):
    small_record()
    two_parties()
    forget_snapshots()

    page = client.get("/en/figures/adherences-new/?from=2000-01-01&until=2002-12-31").content.decode()

    assert "States times instruments" in page
    assert "/en/acts/" in page
    figure = asked("adherences-new", SYSTEM, **{"from": "2000-01-01", "until": "2002-12-31"}).figure
    assert figure is not None
    assert figure.digest in page
    assert "As known now" in page


def test_a_visitor_sees_no_record_of_a_request_and_no_hash_of_it(client, officer):
    key = requests.registered(officer.actor, state="FRA")

    page = client.get("/en/figures/requests-received/?from=2026-01-01&until=2026-12-01").content.decode()
    answer = client.get("/api/v1/reporting/figures/requests-received/?from=2026-01-01&until=2026-12-01").json()

    assert str(key) not in page
    assert "not told to everybody" in page
    assert (answer["value"], answer["digest"], answer["proof"], answer["unknown"]) == (None, None, None, None)


def test_a_visitor_is_told_rounded_numbers_of_years_that_are_over(client, officer):
    with clock.stopped_at(datetime(2027, 2, 1, 9, 0, tzinfo=UTC)):
        for _each in range(7):
            requests.registered(officer.actor, state="FRA")

        page = client.get("/fr/figures/requests-received/?from=2026-01-01&until=2026-12-31").content.decode()
        answer = client.get("/api/v1/reporting/figures/requests-received/?from=2026-01-01&until=2026-12-31").json()

    assert (answer["told"], answer["value"]) == ("rounded", "5")
    assert "Demandes d’assistance reçues" in page


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("adherences-new/?on=2008-01-01", "is not asked with"),
        ("adherences-new/?from=2009-01-01&until=2008-01-01", "lies before the first one"),
        ("parties/?instrument=NOPE&geography=Nowhere&on=yesterday", "is no instrument"),
        ("parties/?of=12", "is not asked with"),
        ("requests-received/?kind=nonsense", "takes one of these"),
        ("states-party-to-all/?of=20", "a whole number from 1 to 19"),
        ("money-received/?donor=nobody", "is no key of a donor"),
    ],
)
def test_bad_questions_are_told_what_is_wrong(client, address, says):
    small_record()

    response = client.get(f"/en/figures/{address}")

    assert response.status_code == 400
    assert says in response.content.decode()


def test_there_is_no_figure_of_another_name(client):
    assert client.get("/api/v1/reporting/figures/nonsense/").status_code == 404


def test_the_commands_show_keep_and_verify_a_proof(tmp_path: Path):
    small_record()
    two_parties()
    forget_snapshots()
    kept = tmp_path / "proof.json"
    shown = called("figures", "show", "adherences-new", "from=2000-01-01", "until=2002-12-31", "--json", "--lang", "en")
    kept.write_text(shown.output, "utf-8")

    assert "The proof is whole" in (found := called("figures", "verify", str(kept), "--lang", "en")).output
    assert "Counted again it is the same" in found.output

    changed = json.loads(shown.output)
    changed["proof"]["records"].pop()
    kept.write_text(json.dumps(changed), "utf-8")
    found = called("figures", "verify", str(kept), "--lang", "en")
    assert (found.exit_code, "The proof was changed" in found.output) == (1, True)


def test_a_proof_tells_what_came_since(tmp_path: Path):
    small_record()
    two_parties()
    forget_snapshots()
    kept = tmp_path / "proof.json"
    kept.write_text(called("figures", "show", "adherences-given", "on=2010-01-01", "--json").output, "utf-8")
    recorded("HOSTAGES-1979", "FRA", ActKind.ACCESSION, "2000-06-09")
    forget_snapshots()

    found = called("figures", "verify", str(kept), "--lang", "en")

    assert found.exit_code == 1
    assert "Records that came: 1; that went: 0" in found.output


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"proof": {}, "digest": ""}', '{"proof": 1, "digest": 2}', "\x00"])
def test_a_file_that_is_no_proof_is_refused(tmp_path: Path, text: str):
    kept = tmp_path / "proof.json"
    kept.write_text(text, "utf-8")

    found = called("figures", "verify", str(kept), "--lang", "en")

    assert (found.exit_code, "is no proof" in found.output) == (2, True)


def test_the_command_tells_what_is_wrong_with_a_question():
    small_record()
    for words, says in (
        (("nonsense",), "There is no figure"),
        (("parties", "on"), "Write NAME=VALUE"),
        (("parties", "from=2008-01-01"), "is not asked with"),
    ):
        found = called("figures", "show", *words, "--lang", "en")
        assert (found.exit_code, says in found.output) == (2, True), found.output


def test_a_state_that_the_register_left_out_is_a_fault(monkeypatch):
    small_record()
    two_parties()
    forget_snapshots()
    register = current_register()
    lost = {pair: one for pair, one in register.timelines.items() if pair[1] != "MAR"}
    monkeypatch.setitem(register.__dict__, "timelines", lost)

    codes = [one.code for one in asked("parties", on="2010-01-01", instrument=FINANCING).faults]

    assert codes == ["figure.left_out"]


def test_a_list_of_parties_lets_the_record_say_who_is_none():
    small_record()
    two_parties()
    complete_list("HOSTAGES-1979", "2014-07-10")
    forget_snapshots()

    found = asked("parties", on=date(2014, 7, 10).isoformat(), instrument="HOSTAGES-1979").figure

    assert found is not None
    assert (int(found.value), found.unknown) == (0, 0)

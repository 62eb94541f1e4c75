"""A register of requests that was kept elsewhere comes in from a table."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accede.foundation.access import SYSTEM
from accede.foundation.audit import Face
from accede.foundation.imports import Bringing
from accede.modules.assistance.queries.requests import requests_visible_to
from accede.modules.assistance.services.import_requests import RequestsGiven, check_requests, import_requests
from tests.conftest import TODAY
from tests.factories import people
from tests.support.commands import called

pytestmark = pytest.mark.django_db
REGISTER = """state,received_on,channel,subject,kinds,beneficiary,paper,wished_until
XSA,2009-03-02,note_verbale,A law on financing,legislation;training,Ministry of Justice,NV/12,
xsa,2009-04-01,Lettre,Training of judges,Formation,Court,L-7,2009-12-31
XSA,2009-04-01,pigeon,Training,dance,Court,,
ZZZ,2030-01-01,letter,Tools,tools,Court,,
XSA,2009-05-01,letter,Tools,tools,Court,,2008-01-01
"""


@pytest.fixture
def register(tmp_path):
    people.organisation()
    path = tmp_path / "register.csv"
    path.write_text(REGISTER, encoding="utf-8")
    return path


def test_all_that_is_wrong_is_told_and_good_rows_come_in_alone_and_once(register):
    given = RequestsGiven(language="fr")
    checked = check_requests(register, given, by=SYSTEM, at=TODAY)
    assert (checked.rows, checked.new, checked.refused) == (5, 2, 3)
    assert {(one.row, one.column) for one in checked.problems} == {
        (4, "channel"), (4, "kinds"), (5, "state"), (5, "received_on"), (6, "wished_until"),
    }  # fmt: skip
    brought = Bringing(SYSTEM, Face.COMMAND, TODAY, "register.csv")
    assert not import_requests(register, given, brought).applied
    assert import_requests(register, given, brought, good_rows=True).applied

    found = {one.reference: one for one in requests_visible_to(SYSTEM).all()}
    assert sorted(found) == ["XSA/2009/1", "XSA/2009/2"]
    assert found["XSA/2009/2"].kinds == ("training",)
    assert found["XSA/2009/2"].channel == "letter"
    again = check_requests(register, given, by=SYSTEM, at=TODAY)
    assert (again.new, again.known) == (0, 2)


def test_a_thousand_rows_of_as_many_days_ask_the_database_no_more_than_ten(tmp_path, register):
    def questions(rows: int) -> int:
        path = tmp_path / f"{rows}.csv"
        lines = (f"{2001 + n // 365}-{1 + n % 12:02d}-{1 + n % 28:02d}" for n in range(rows))
        head = REGISTER.splitlines()[0]
        path.write_text("\n".join([head, *(f"FRA,{day},letter,A law,legislation,Ministry,,," for day in lines)]))
        with CaptureQueriesContext(connection) as asked:
            checked = check_requests(path, RequestsGiven(language="fr"), by=SYSTEM, at=TODAY)
        assert checked.rows == rows
        return len(asked)

    assert questions(1000) == questions(10)


def test_the_page_and_the_command_bring_it_in(register):
    officer = people.person("Pia Prado", role="programme_officer").with_app().sign_in(Client())
    of_one_state = people.person("Olga Orlova", role="programme_officer", scope=("state", "XSA"))

    assert officer.get("/en/requests/import/").status_code == 200
    assert of_one_state.with_app().sign_in(Client()).get("/en/requests/import/").status_code == 404
    assert called("import", "requests", str(register), "--check").exit_code != 0
    done = called("import", "requests", str(register), "--written-in", "en", "--apply", "--good-rows")
    assert done.exit_code in {0, 1}, done.stderr
    assert "XSA/2009/1" in called("requests", "list").stdout

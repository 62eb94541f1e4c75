"""Pages, files and the API of the mandates."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from accede.core.mandates.duties import EVIDENCE_KINDS
from accede.foundation.access import ANONYMOUS, Actor
from accede.foundation.calendar.entries import Asked as Period
from accede.foundation.pages.public import pages
from accede.modules.mandates.fields.codes import EVIDENCE
from accede.modules.mandates.queries.duties import DutyLine, duties_under
from accede.modules.mandates.queries.evidence import Asked, Evidence, evidence_of, install_evidence
from accede.modules.mandates.queries.mandates import mandate_lines
from accede.modules.mandates.services.shipped import load_shipped_mandates
from accede.modules.mandates.words.calendar import duties_in
from accede.modules.treaties.queries.evidence import count_acts
from accede.modules.treaties.services.shipped import load_shipped_facts
from accede.site.contributions import install
from tests.conftest import TODAY
from tests.core.mandates.texts import FERRIES, LIGHTHOUSES
from tests.factories import money, people
from tests.modules.mandates.test_importing import bring_in
from tests.support.pages import page, rows

pytestmark = pytest.mark.django_db

LATER = LIGHTHOUSES.replace("74/901", "76/901").replace(
    ", subject to the availability of extrabudgetary resources,", ""
)


@pytest.fixture(autouse=True)
def mandates(db) -> None:
    load_shipped_mandates(at=TODAY)
    bring_in(LIGHTHOUSES, series="sample-lamps")
    bring_in(LATER, series="sample-lamps")
    bring_in(FERRIES)


@pytest.mark.parametrize("language", ["en", "ar", "zh-hans"])
@pytest.mark.parametrize(
    "address",
    [
        "mandates/",
        "mandates/?words=lamps&organ=GA&series=sample-lamps",
        "mandates/A-RES-74-901/",
        "mandates/E-RES-2007-18/",
        "mandates/E-RES-2007-18/implementation/",
        "mandates/A-RES-74-901/compare/",
        "mandates/A-RES-74-901/compare/?with=A-RES-76-901",
        "mandates/E-RES-2007-18/compare/",
        "mandates/A-RES-76-901/checks/",
        "mandates/E-RES-2007-18/checks/",
        "mandates/due/",
        "mandates/due/?past=yes&mandate=A-RES-74-901",
    ],
)
def test_every_page_opens_in_every_direction(client: Client, language: str, address: str):
    assert client.get(f"/{language}/{address}").status_code == 200


def test_a_mandate_shows_its_text_beside_its_duties(client: Client):
    shown = client.get("/en/mandates/A-RES-74-901/").content.decode()

    assert "<em>Also requests</em> the Office of Lamps" in shown
    assert "seventy-sixth session" in shown
    assert "If extrabudgetary resources are available" in shown


def test_a_mandate_says_from_when_the_documents_are_that_it_cites(client: Client):
    shown = client.get("/en/mandates/A-RES-74-901/").content.decode()

    assert "2 documents with a year, from 2013 to 2015; half of them of 2015 or later" in shown


def test_a_recommended_draft_is_said_to_be_no_mandate_yet(client: Client):
    shown = client.get("/en/mandates/E-RES-2007-18/").content.decode()

    assert "It binds once it is adopted there." in shown
    assert "not checked" in shown.split("What became of it:")[1][:200]
    assert "comes in by import" in shown


def test_evidence_that_nobody_records_yet_says_so(client: Client):
    shown = client.get("/en/mandates/E-RES-2007-18/implementation/").content.decode()

    assert "not recorded here yet" in shown
    assert "Acts under the nineteen instruments" in shown


@pytest.fixture
def counted_by_reader() -> Iterator[None]:
    """Count acts as if there were one that everybody may see and nine more that one person may see."""

    def counting(asked: Asked) -> Evidence:
        return Evidence(10 if asked.reader.is_signed_in else 1, TODAY.date(), "site:home")

    install_evidence({"treaty_acts": counting, "requests": counting, "consents": counting})
    yield
    install()


def about_joining() -> DutyLine:
    line = next(one for one in mandate_lines() if one.reference == "E-RES-2007-18")
    return next(one for one in duties_under(line) if one.evidence == ("treaty_acts",))


@pytest.mark.usefixtures("counted_by_reader")
def test_evidence_is_asked_for_by_duty_day_and_reader():
    duty, officer = about_joining(), Actor(person=uuid4())

    def counted(reader: Actor, duty: DutyLine = duty) -> list[int]:
        found = evidence_of(duty, since=None, until=TODAY.date(), reader=reader)
        return [one.evidence.count for one in found if one.evidence]

    assert (counted(ANONYMOUS), counted(officer)) == ([1], [10])
    assert counted(officer, replace(duty, evidence=("requests", "consents", "funds_available"))) == [10, 10]


@pytest.mark.usefixtures("counted_by_reader")
def test_public_pages_count_only_what_is_public_whoever_reads_them(client):
    officer = people.person("Olga Officer", role="programme_officer").with_app()
    address = "mandates/E-RES-2007-18/implementation/"
    pages.clear()

    for reader in (officer.sign_in(client), Client()):
        shown = reader.get(f"/en/{address}").text
        assert "Acts under the nineteen instruments: 1" in " ".join(re.sub(r"<[^>]+>", "", shown).split())
        items = reader.get(f"/api/v1/{address}").json()["items"]
        counts = {one["count"] for item in items for one in item["evidence"] if one["is_recorded"]}
        assert counts == {1}


def test_kinds_that_duties_name_can_be_counted_and_others_cannot():
    assert set(EVIDENCE_KINDS) <= set(EVIDENCE)
    with pytest.raises(ValueError, match="lamps: no kind"):
        install_evidence({"lamps": count_acts})


def test_what_is_due_leads_to_the_calendar_and_its_feed(client: Client):
    shown = client.get("/en/mandates/due/?mandate=A-RES-74-901").text

    assert 'href="/en/calendar/?kind=duty&amp;about=A-RES-74-901"' in shown
    assert 'href="webcal://testserver/en/calendar.ics?kind=duty&amp;about=A-RES-74-901"' in shown
    assert client.get("/en/mandates/due.ics", follow=True).status_code == 404


def test_duties_stand_in_the_calendar_on_their_days_and_those_without_a_day_do_not():
    asked = Period(ANONYMOUS, date(2022, 1, 1), date(2022, 12, 31), TODAY.date())

    found = {one.key: one for one in duties_in(asked)}

    report = found["A-RES-74-901-4-1"]
    assert (report.first, report.last) == (date(2022, 9, 12), date(2022, 9, 12))
    assert "E-RES-2021-901-2-1" not in found
    assert len({one.key for one in duties_in(asked)}) == len(list(duties_in(asked)))


@pytest.mark.parametrize("format_", ["csv", "xlsx", "json"])
@pytest.mark.parametrize(
    "address",
    [
        "mandates/?",
        "mandates/A-RES-74-901/?",
        "mandates/due/?past=yes&",
        "mandates/A-RES-76-901/checks/?",
        "mandates/A-RES-74-901/compare/?with=A-RES-76-901&",
        "mandates/E-RES-2007-18/implementation/?",
    ],
)
def test_what_is_shown_can_be_had_as_a_file(client: Client, address: str, format_: str):
    answer = client.get(f"/en/{address}format={format_}")

    assert answer.status_code == 200
    assert "html" not in answer["Content-Type"]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("mandates/A-RES-74-902/", 404, "A/RES/74/901"),
        ("mandates/due/?mandate=none", 404, "holds no mandate"),
        ("mandates/?organ=XX", 400, "takes one of these"),
        ("mandates/?colour=red", 400, "knows no parameter"),
        ("mandates/A-RES-74-901/compare/?with=A-RES-74-901", 400, "takes one of these"),
        ("mandates/?format=pdf", 400, "no format"),
        ("mandates/?page=99", 400, "no page"),
        ("mandates/due/?on=yesterday", 400, "yesterday"),
    ],
)
def test_an_address_that_cannot_be_answered_says_what_is_wrong(client: Client, address: str, status: int, words: str):
    answer = client.get(f"/en/{address}")

    assert answer.status_code == status
    assert words in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "due/?past=yes",
        "A-RES-74-901/",
        "A-RES-74-901/duties/",
        "E-RES-2007-18/implementation/",
        "A-RES-74-901/compare/A-RES-76-901/",
        "A-RES-76-901/checks/",
    ],
)
def test_the_api_answers(client: Client, address: str):
    assert client.get(f"/api/v1/mandates/{address}").status_code == 200


def test_the_api_gives_duties_with_gates_and_days(client: Client):
    duties = {
        one["key"]: one for one in json.loads(client.get("/api/v1/mandates/A-RES-74-901/duties/").content)["items"]
    }

    assert [one["code"] for one in duties["2b"]["gates"]] == ["extrabudgetary_resources", "upon_request"]
    assert (duties["4"]["due_from"], duties["4"]["due_until"]) == ("2021-09-14", "2022-09-12")


def test_the_api_tells_which_conditions_moved(client: Client):
    found = json.loads(client.get("/api/v1/mandates/A-RES-74-901/compare/A-RES-76-901/").content)

    assert {one["code"]: (one["earlier"], one["later"]) for one in found["gates"]}["extrabudgetary_resources"] == (1, 0)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("none/", 404),
        ("E-RES-2007-18/checks/", 404),
        ("?organ=XX", 400),
        ("?colour=red", 400),
        ("due/?on=x", 400),
        ("E-RES-2007-18/implementation/?on=x", 400),
    ],
)
def test_the_api_says_what_is_wrong(client: Client, address: str, status: int):
    answer = client.get(f"/api/v1/mandates/{address}")

    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"


def test_lists_need_as_many_queries_for_many_as_for_few(client: Client, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        client.get("/en/mandates/due/?past=yes")
    with django_assert_max_num_queries(12):
        client.get("/en/mandates/")


def test_a_page_that_was_kept_is_made_anew_after_an_import(client: Client):
    load_shipped_facts(at=TODAY)
    before = client.get("/en/mandates/?words=zeppelins").content.decode()

    bring_in(LIGHTHOUSES.replace("74/901", "75/903").replace("keepers of lighthouses", "zeppelins"))

    assert "A/RES/75/903" not in before
    assert "A/RES/75/903" in client.get("/en/mandates/?words=zeppelins").content.decode()


def test_the_list_of_mandates_is_sorted_and_keeps_its_filters(client: Client):
    found = [row["symbol"] for row in rows(client, "/en/mandates/?series=sample-lamps&sort=symbol")]
    shown = page(client, "/en/mandates/?series=sample-lamps&sort=-symbol")

    assert found == ["A/RES/74/901", "A/RES/76/901"]
    assert rows(client, "/en/mandates/?series=sample-lamps&sort=-symbol")[0]["symbol"] == "A/RES/76/901"
    assert shown.index("A-RES-76-901") < shown.index("A-RES-74-901")
    assert '<input type="hidden" name="sort" value="-symbol">' in shown
    page(client, "/en/mandates/?sort=colour", 400)


def test_what_is_due_is_searched_and_sorted_on_the_page_and_in_its_files(client: Client):
    everything = rows(client, "/en/mandates/due/?past=yes&sort=owed_by")
    owed_by = everything[0]["owed_by"]
    found = rows(client, f"/en/mandates/due/?past=yes&words={owed_by.upper()}")

    assert [row["owed_by"] for row in everything] == sorted(row["owed_by"] for row in everything)
    assert owed_by in {row["owed_by"] for row in found}
    assert rows(client, "/en/mandates/due/?past=yes&words=nobody+owes+this") == []
    assert "Without filters" in page(client, "/en/mandates/due/?words=x")


def test_conditions_of_two_texts_are_a_table_with_files_of_its_own(client: Client):
    address = "/en/mandates/A-RES-74-901/compare/?with=A-RES-76-901"
    conditions = rows(client, f"{address}&table=conditions&conditions-sort=-earlier")
    one = conditions[0]["condition"]

    assert [row["earlier"] for row in conditions] == sorted((row["earlier"] for row in conditions), reverse=True)
    assert all(row["change"] == row["later"] - row["earlier"] for row in conditions)
    assert one in {row["condition"] for row in rows(client, f"{address}&table=conditions&conditions-words={one}")}
    assert rows(client, f"{address}&table=conditions&conditions-words=nothing") == []
    assert "clause" in rows(client, address)[0]
    page(client, f"{address}&table=heap", 400)


def test_the_faults_of_a_mandate_are_searched_and_sorted(client: Client):
    bring_in(LIGHTHOUSES.replace("74/901", "79/901").replace("2. ", "7. "))
    address = "/en/mandates/A-RES-79-901/checks/?sort=-line"
    found = rows(client, address)
    lines = [row["line"] for row in found]

    assert lines == sorted(lines, reverse=True)
    assert len(rows(client, f"{address}&words={found[0]['fault'][:20]}")) >= 1
    assert rows(client, f"{address}&words=nothing") == []
    assert "No row fits." in page(client, f"{address}&words=nothing")
    page(client, f"{address}&sort=colour", 400)


def test_who_may_see_more_counts_more_and_the_public_page_stays_as_it_was(client: Client):
    address, own = "/en/mandates/E-RES-2007-18/implementation/", "/en/mandates/E-RES-2007-18/implementation/own/"
    api = "/api/v1/mandates/E-RES-2007-18/implementation/"
    before = (client.get(address).content, client.get(api).content)
    fund = money.fund()
    ours, theirs = money.donor("Ours (sample)"), money.donor("Theirs (sample)")
    for reference, giver in (("XA-1", ours), ("XB-1", theirs), ("XB-2", theirs)):
        money.paid(reference, "100", donor=giver, fund=fund)
    pages.clear()

    def counted(who: people.TestPerson) -> set[tuple[str, int | None]]:
        reader = who.with_app().sign_in(Client())
        assert reader.get(own).status_code == 200
        items = reader.get(f"{api}own/").json()["items"]
        return {
            (one["code"], one["count"]) for item in items for one in item["evidence"] if one["code"] == "contributions"
        }

    donor = people.person(
        "Dora Donor", acts_for=ours, role="donor_representative", scope=("organisation", str(ours))
    )  # fmt: skip
    assert counted(donor) == {("contributions", 1)}
    assert counted(people.person("Faye Finance", role="finance_officer")) == {("contributions", 3)}
    assert counted(people.person("Otto Officer", role="programme_officer")) == {("contributions", None)}
    assert (client.get(address).content, client.get(api).content) == before
    assert client.get(own).status_code == 302

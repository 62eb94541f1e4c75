"""Pages of money, as a finance officer and a donor use them; the API and the commands beside them."""

import io
import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests.factories import money, people
from tests.support.commands import called

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return people.person("Faye Fonte", role="finance_officer").with_app().sign_in(Client())


@pytest.fixture
def fund():
    return money.fund()


@pytest.fixture
def donor():
    return money.donor()


def sent(client: Client, address: str, **fields: Any) -> str:
    """Return where a form leads that was sent to an address."""
    response = client.post(address, fields)
    assert response.status_code == 302, response.content.decode()
    return response.headers["Location"]


def test_from_a_fund_to_a_receipt_on_pages_alone(officer, donor):
    fund = sent(officer, "/en/resources/funds/new/", code="CPCJF", name="Crime fund", category="special_purpose")
    key = fund.split("/")[-2]
    sent(officer, "/en/resources/rates/new/", currency="eur", effective_on="2026-02-28", units="0.8", source="A list.")
    pledge = sent(
        officer, "/en/resources/contributions/new/", reference="XA-1", donor=str(donor), fund=key,
        pledged_on="2026-03-01", currency="EUR", amount="80 000", themes=["terrorism_prevention"],
    )  # fmt: skip
    assert "Nothing is posted" in officer.get(pledge).content.decode()
    sent(
        officer, f"{pledge}agree/", agreed_on="2026-03-02", agreement="Letters", support_rate="13",
        instalments="2026-03-31 80000",
    )  # fmt: skip
    sent(officer, f"{pledge}money/", kind="receipt", on="2026-04-01", currency="EUR", amount="40000", reference="B-1")

    page = officer.get(pledge).content.decode()
    assert "50\u00a0000.00" in page
    assert "40\u00a0000.00 EUR" in page
    desk = officer.get("/en/resources/").content.decode()
    assert "XA-1" in desk
    assert "40\u00a0000.00" in desk
    books = officer.get(fund).content.decode()
    assert books.count("100\u00a0000.00") >= 3
    assert "100\u00a0000.00" not in officer.get(f"{fund}?on=2026-03-01").content.decode()


def test_what_is_wrong_is_told_and_what_was_written_stays(officer, fund, donor):
    response = officer.post(
        "/en/resources/contributions/new/", {"reference": "XA-9", "amount": "1.005", "currency": "USD"}
    )

    assert response.status_code == 400
    text = response.content.decode()
    assert "XA-9" in text
    assert "Choose the fund." in text


def test_an_entry_is_taken_back_with_its_reason(officer, fund, donor):
    key = money.paid("A", "100", donor=donor, fund=fund)
    page = f"/en/resources/contributions/{key}/"
    way = next(part for part in officer.get(page).content.decode().split('"') if part.endswith("/take-back/"))

    assert officer.post(way, {"because": ""}).status_code == 400
    assert sent(officer, way, because="Another’s.") == page
    assert "taken back" in officer.get(page).content.decode()


def test_a_period_is_closed(officer, fund):
    assert sent(officer, f"/en/resources/funds/{fund}/close/", closed_until="2026-06-30").endswith(f"{fund}/")


def test_a_donor_has_its_own_as_page_and_file_and_nothing_tells_of_more(donor, fund):
    theirs = money.paid("OTHER-1", "100", donor=money.donor("Donor of Examplia (sample)"), fund=fund)
    mine = money.paid("MINE-1", "250", donor=donor, fund=fund)
    person = people.person("Dora Dahl", acts_for=donor, role="donor_representative", scope=("organisation", str(donor)))
    client = person.with_app().sign_in(Client())

    for kind in ("", "?format=csv", "?format=json"):
        text = b"".join(client.get(f"/en/resources/contributions/{kind}")).decode()
        assert "MINE-1" in text
        assert "OTHER-1" not in text
    assert client.get(f"/en/resources/contributions/{mine}/").status_code == 200
    assert client.get(f"/en/resources/contributions/{theirs}/").status_code == 404
    assert client.get("/en/resources/funds/").status_code == 404
    assert client.get(f"/api/v1/resources/contributions/{theirs}/").status_code == 404
    assert client.get("/api/v1/resources/contributions/").json()["items"][0]["free"] == "250.00"


def test_files_hold_amounts_as_numbers(officer, fund, donor):
    money.paid("A", "1130000", donor=donor, fund=fund)

    book = load_workbook(io.BytesIO(b"".join(officer.get("/en/resources/contributions/?format=xlsx"))))
    csv = b"".join(officer.get("/en/resources/ledger/?format=csv")).decode()

    assert 1130000 in [cell.value for cell in book.worksheets[0][2]]
    assert ",-1130000.00," in csv
    assert officer.get("/en/resources/entries/").status_code == 200
    assert officer.get("/en/resources/rates/?format=csv").status_code == 200


def test_commands_say_what_was_given_and_what_the_books_hold(fund, donor, tmp_path):
    money.paid("A", "1130", donor=donor, fund=fund, spend_until=date(2026, 12, 31))

    found = json.loads(called("contributions", "list", "--json").stdout)
    assert (found[0]["reference"], found[0]["free"]) == ("A", "1130.00")
    assert json.loads(called("ledger", "balance", "cpcjf", "--json").stdout) == {
        "cash": "1130.00",
        "receivable": "0.00",
        "revenue": "-1130.00",
    }
    assert "1130.00" in called("ledger", "lines", "CPCJF").stdout
    assert called("ledger", "beancount", str(tmp_path / "books.beancount")).exit_code == 0
    assert "balance Assets:FCPCJF:Cash  1130.00 USD" in (tmp_path / "books.beancount").read_text("utf-8")
    assert "CPCJF" in called("ledger", "balance", "X").stderr
    assert called("ledger", "balance", "CPCJF", "--known", "2026-01-01").exit_code == 2

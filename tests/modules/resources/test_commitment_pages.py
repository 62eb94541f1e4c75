"""Commitments on pages, in the API and by commands: what may pay, why not, committed, released, spent, taken back."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from accede.foundation.access import SYSTEM
from accede.modules.resources.fields.money import MoneyDetails
from accede.modules.resources.models import LedgerEntry
from accede.modules.resources.queries.sums import least_free
from accede.modules.resources.services.commitments import UnableToCommit, Wanted, commit
from accede.modules.resources.services.money import record_money
from tests.factories import money, people
from tests.factories.money import AT, PAID
from tests.factories.small_record import small_record
from tests.support.commands import called

pytestmark = pytest.mark.django_db
BELOW = "/en/resources/"


@pytest.fixture
def officer():
    return people.person("Faye Fonte", role="finance_officer").with_app().sign_in(Client())


@pytest.fixture
def given():
    """Two contributions of 1,130: one for training in Morocco until the end of the year, one free."""
    small_record()
    fund, donor = money.fund(), money.donor()
    tied = money.paid(
        "TIED-1", "1130", donor=donor, fund=fund, states=("MAR",), kinds=("training",), spend_until=date(2026, 12, 31)
    )
    return tied, money.paid("FREE-1", "1130", donor=donor, fund=fund)


def sent(client: Client, address: str, **fields: Any) -> str:
    response = client.post(BELOW + address, fields)
    assert response.status_code == 302, response.content.decode()
    return response.headers["Location"]


def test_what_may_pay_stands_in_its_order_with_why_others_may_not(officer, given):
    asked = "may-pay/?on=2026-11-30&states=MAR&kind=training&theme=&amount=1200"
    page = officer.get(BELOW + asked).content.decode()
    assert page.index("TIED-1") < page.index("FREE-1")
    assert "2026" in page
    other = officer.get(f"{BELOW}may-pay/?on=2026-11-30&states=&kind=&theme=&amount=3000").content.decode()
    assert "names no State" in other
    assert "2\u00a0000.00" in other
    assert "260.00" in other
    wrong = officer.get(f"{BELOW}may-pay/?on=2027-01-01&states=XXX&kind=&theme=&amount=1.005")
    assert wrong.status_code == 400
    assert all(words in wrong.content.decode() for words in ("XXX", "lies ahead", "more decimals"))


def test_from_a_commitment_to_expenditure_that_is_taken_back(officer, given):
    page = sent(officer, "commitments/new/", reference="GLO/R35 & more", on="2026-06-01", states="MAR", kind="training",
                experts="800", supplies="300.50")  # fmt: skip
    assert "GLO/R35 &amp; more" in officer.get(page).content.decode()
    query = page.split("?")[1]
    assert sent(officer, f"commitments/release/?{query}", object="experts", amount="100", on="2026-06-02") == page
    spent = {
        "object": "experts",
        "amount": "700",
        "on": "2026-06-03",
        "document": "D-1",
        "partner": "Institute (sample)",
    }
    assert sent(officer, f"commitments/spend/?{query}", **spent) == page
    twice = officer.post(f"{BELOW}commitments/spend/?{query}", {**spent, "object": "supplies", "on": "2026-05-31"})
    assert twice.status_code == 400
    assert "before the commitment" in twice.content.decode()
    assert "791.00" in officer.get(page).content.decode()
    assert "Nothing was committed" in officer.get(f"{page}&on=2026-05-31").content.decode()
    assert "GLO/R35" in b"".join(officer.get(f"{BELOW}commitments/?format=csv")).decode()
    entry = LedgerEntry.objects.get(kind="expenditure")
    sent(officer, f"contributions/{entry.contribution_id}/entries/{entry.id}/take-back/", because="Another’s.")
    assert "791.00" not in officer.get(page).content.decode()


def test_a_refusal_is_told_in_words_with_the_priced_gap_and_what_was_written_stays(officer, given):
    response = officer.post(f"{BELOW}commitments/new/", {"reference": "W-1", "on": "2026-06-01", "experts": "1500"})

    text = response.content.decode()
    assert response.status_code == 400
    assert "565.00 US$ are lacking" in text
    assert "names no State" in text
    assert 'value="1500"' in text
    nothing = officer.post(f"{BELOW}commitments/new/", {"reference": "", "on": ""}).content.decode()
    assert "Write for what it is committed." in nothing
    assert officer.get(f"{BELOW}commitments/one/?purpose=nothing").status_code == 404


def test_what_a_later_day_needs_is_not_free_on_an_earlier_one(given):
    _tied, free = given
    record_money(free, MoneyDetails("refund", date(2026, 8, 1), "USD", "1000"), by=SYSTEM, at=AT)
    money.rate("EUR", date(2026, 1, 31), "0.9")

    with pytest.raises(UnableToCommit):
        commit(Wanted("W-1", {"experts": 200_00}), on=date(2026, 6, 1), by=SYSTEM, at=AT)
    with pytest.raises(UnableToCommit):
        commit(Wanted("W-1", {"experts": 1}), on=date(2026, 5, 3), by=SYSTEM, at=AT)
    assert least_free([free], on=PAID, reader=SYSTEM) == {free: 130_00}
    assert least_free([free], on=date(2026, 5, 3), reader=SYSTEM) == {}


def test_the_api_records_what_the_pages_record(officer):
    def posted(address: str, **body: Any) -> dict[str, Any]:
        response = officer.post(f"/api/v1/resources/{address}", body, content_type="application/json")
        assert response.status_code == 200, response.content.decode()
        found: dict[str, Any] = response.json()
        return found

    donor = money.donor()
    fund = posted("funds/", code="F-1", name="A fund (sample)", category="special_purpose")["id"]
    posted("rates/", currency="EUR", effective_on="2026-01-31", units="0.8", source="A sample.")
    pledge = {"donor": str(donor), "fund": fund, "pledged_on": "2026-02-01", "currency": "EUR", "amount": "904"}
    key = posted("contributions/", reference="XA-1", **pledge)["id"]
    posted(f"contributions/{key}/agreement/", agreed_on="2026-02-02", agreement="Letters (sample)", support_rate="13",
           instalments="2026-03-01 904")  # fmt: skip
    assert (
        posted(f"contributions/{key}/money/", kind="receipt", on="2026-03-01", currency="EUR", amount="904")["free"]
        == "1130.00"
    )
    assert posted("commitments/", reference="W-1", on="2026-03-02", experts="500")["committed"] == "565.00"
    assert (
        posted("commitments/release/", reference="W-1", object="experts", amount="100", on="2026-03-03")["committed"]
        == "452.00"
    )
    spent = posted("commitments/expenditure/", reference="W-1", object="experts", amount="400", on="2026-03-04")
    assert (spent["committed"], spent["spent"]) == ("0.00", "452.00")
    entry = LedgerEntry.objects.get(kind="expenditure").id
    assert posted(f"entries/{entry}/reversal/", because="Another’s.")["spent"] == "0.00"
    assert posted(f"funds/{fund}/closing/", closed_until="2026-06-30")["closed_until"] == "2026-06-30"
    wanted = {"reference": "W-2", "on": "2026-03-05", "experts": "9000"}
    refused = officer.post("/api/v1/resources/commitments/", wanted, content_type="application/json")
    assert (refused.status_code, "are lacking" in refused.json()["detail"]) == (400, True)
    assert officer.get("/api/v1/resources/commitments/").json()["items"][0]["reference"] == "W-1"


def test_commands_record_what_the_pages_record():
    money.donor()
    steps = [
        ("ledger", "fund", "--code", "F-1", "--name", "A fund (sample)", "--category", "special_purpose"),
        ("contributions", "record", "--reference", "XA-1", "--donor", "Donor of Samplonia (sample)", "--fund", "f-1",
         "--pledged-on", "2026-02-01", "--currency", "USD", "--amount", "1130"),
        ("contributions", "agree", "xa-1", "--agreed-on", "2026-02-02", "--agreement", "Letters (sample)",
         "--support-rate", "13", "--instalments", "2026-03-01 1130"),
        ("contributions", "money", "XA-1", "--kind", "receipt", "--on", "2026-03-01", "--currency", "USD",
         "--amount", "1130"),
        ("commitments", "may-pay", "--on", "2026-03-02", "--amount", "1000"),
        ("commitments", "commit", "--reference", "W-1", "--on", "2026-03-02", "--experts", "1000"),
        ("commitments", "release", "W-1", "--object", "experts", "--amount", "100", "--on", "2026-03-03"),
        ("commitments", "spend", "W-1", "--object", "experts", "--amount", "900", "--on", "2026-03-04"),
        ("ledger", "close", "F-1", "--closed-until", "2026-03-31"),
    ]  # fmt: skip

    for step in steps:
        result = called(*step)
        assert result.exit_code == 0, (step, result.output, result.stderr)
    assert "1017.00" in called("commitments", "list").stdout
    refused = called("commitments", "commit", "--reference", "W-2", "--on", "2026-04-01", "--experts", "101")
    assert (refused.exit_code, "are lacking" in refused.stderr) == (1, True)
    assert called("contributions", "agree", "NONE", "--agreement", "x").exit_code == 2

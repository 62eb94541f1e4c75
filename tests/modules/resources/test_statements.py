"""Statements of the sample programme: what they say, in which formats, who may have them; what samples leave alone."""

import io
import re
import zipfile
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from openpyxl import load_workbook

from accede.foundation.access import SYSTEM, Refused
from accede.modules.identity.models import Organisation, Person
from accede.modules.identity.services.samples import DONOR_A, DONOR_B, SAMPLES, make_sample_people
from accede.modules.mandates.queries.evidence import Asked
from accede.modules.resources.models import Contribution, ExchangeRate, Fund, LedgerEntry, LedgerLine
from accede.modules.resources.queries.evidence import count_funds_available
from accede.modules.resources.services.samples import make_sample_money
from tests.factories import money, people
from tests.factories.money import AT

pytestmark = pytest.mark.django_db
BELOW = "/resources/statements/"
SPACE = "\u00a0"


@pytest.fixture
def samples(settings):
    settings.ACCEDE_SAMPLE_PEOPLE = True
    make_sample_people(at=AT)
    make_sample_money(at=AT)


@pytest.fixture
def officer(samples):
    return people.person("Fay Finance", role="finance_officer").with_app().sign_in(Client())


def donor(of: str) -> UUID:
    key: UUID = Organisation.objects.get(name=of).id
    return key


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", page.replace(SPACE, "_")))


def body(page: str) -> str:
    return page.split("<article")[1]


def test_statements_say_what_was_spent_tie_to_the_books_and_are_files_in_arabic_too(officer):
    address = f"/en{BELOW}biennium/?year=2008&until=2009-10-31"
    page = words(officer.get(address).content.decode())
    spent = sum(line.dollars for line in LedgerLine.objects.filter(account__in=["expense", "support"]))

    assert spent == 224_445_25 + 29_177_88
    # Consultants: 60,000 spent, 25,000 committed and not yet spent.
    assert "Consultants 60.0 25.0 85.0" in page
    assert "Total 253.6" in page
    assert "670 days have passed and 61 are left" in page
    assert "Several States, or all of them 253.6" in page
    assert "The tables of 2008–2009 themselves were not found." in page
    later = words(officer.get(f"/en{BELOW}biennium/?year=2026").content.decode())
    assert "were not found" not in later
    for wrong in ("year=2008&until=2010-01-01", "year=x", "format=odt", "until=soon", "when=now"):
        assert officer.get(f"/en{BELOW}biennium/?{wrong}").status_code == 400

    # A statement of a fund ties to its trial balance, and what comes later leaves it alone.
    fund = Fund.objects.get(code="SAMPLE").id
    address = f"/en{BELOW}funds/{fund}/?from=2008-01-01&until=2009-12-31"
    before = body(officer.get(address).content.decode())

    book: Any = load_workbook(io.BytesIO(officer.get(f"{address}&format=xlsx").content))
    flow = {row[0].value: row[1].value for row in book["1"].iter_rows(min_row=3)}
    held = {row[0].value: row[1].value for row in book["2"].iter_rows(min_row=3)}
    trial: Any = load_workbook(io.BytesIO(officer.get(f"/en{BELOW}funds/{fund}/trial-balance/?format=xlsx").content))[
        "1"
    ]
    debits = sum(row[1].value for row in trial.iter_rows(min_row=3) if row[0].value != "Total")
    credits_ = sum(row[2].value for row in trial.iter_rows(min_row=3) if row[0].value != "Total")

    closing = flow.pop("Net assets at the end")
    assert round(sum(flow.values()), 2) == closing == held["Net assets at the end"]
    assert round(debits, 2) == round(credits_, 2) > 0
    assert flow["Consultants"] == -60_000
    money.paid("XA-1", "5000", donor=donor(DONOR_B.name), fund=fund)
    assert body(officer.get(address).content.decode()) == before
    address = f"/ar{BELOW}biennium/?year=2008&until=2009-10-31&format="

    document = zipfile.ZipFile(io.BytesIO(officer.get(f"{address}docx").content)).read("word/document.xml").decode()
    pdf = officer.get(f"{address}pdf")

    assert "w:bidi" in document
    assert "85.0" in document
    assert pdf.content.startswith(b"%PDF")
    assert pdf.headers["Content-Language"] == "ar"


def test_a_donor_has_its_own_statement_and_no_other_in_every_format(officer):
    own, other = donor(DONOR_A.name), donor(DONOR_B.name)
    person = people.TestPerson(Person.objects.get(email="donor@sample.invalid").id, "donor@sample.invalid", own)
    client = person.with_app().sign_in(Client())

    page = words(client.get(f"/en{BELOW}donors/{own}/").content.decode())
    assert "SAMPLE-2008-1" in page
    assert "SAMPLE-2008-2" not in page
    assert "SAMPLE-2009-1" not in page
    assert "SAMPLE-WORKSHOP-1" not in page
    listed = client.get(f"/en{BELOW}").content.decode()
    assert DONOR_B.name not in listed
    fund = Fund.objects.get().id
    for hidden in (f"donors/{other}/", f"donors/{other}/?format=xlsx", "biennium/?year=2008", f"funds/{fund}/",
                   f"funds/{fund}/trial-balance/"):  # fmt: skip
        assert client.get(f"/en{BELOW}{hidden}").status_code == 404, hidden
    early = words(client.get(f"/en{BELOW}donors/{own}/?on=2008-03-01").content.decode())
    assert "710_000.00" in early
    assert "869_925.43" not in early
    assert "869_925.43" in page
    key = Contribution.objects.get(reference="SAMPLE-2008-1").id
    assert (
        "Not yet pledged on this day"
        in client.get(f"/en/resources/contributions/{key}/?on=2008-01-01").content.decode()
    )


def test_samples_say_so_everywhere_come_once_and_leave_the_record_alone(samples, settings):
    counted = [model.objects.count() for model in (Contribution, ExchangeRate, LedgerEntry, Person)]
    make_sample_people(at=AT)
    make_sample_money(at=AT)

    assert [model.objects.count() for model in (Contribution, ExchangeRate, LedgerEntry, Person)] == counted
    assert counted[3] == len(SAMPLES)
    assert all("SAMPLE" in one for one in Contribution.objects.values_list("reference", flat=True))
    assert all("sample" in one for one in ExchangeRate.objects.values_list("source", flat=True))
    assert set(LedgerLine.objects.values_list("state_code", flat=True)) == {""}
    found = count_funds_available(Asked(duty=None, since=None, until=date(2009, 6, 1), reader=SYSTEM))  # type: ignore[arg-type]  # (no duty is looked at)
    assert found is not None
    assert found.count == 2
    settings.ACCEDE_SAMPLE_PEOPLE = False
    with pytest.raises(Refused):
        make_sample_money(at=AT)

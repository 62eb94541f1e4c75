"""Lines of the bank: read from CAMT.053 of two versions and MT940, brought in once, said by a person what they are."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.test import Client

from accede.foundation.access import SYSTEM, Refused
from accede.foundation.audit import Face
from accede.foundation.imports import Bringing, FileRefused
from accede.foundation.problems import UnableTo
from accede.modules.resources.models import BankLine, LedgerEntry
from accede.modules.resources.queries.bank import bank_lines_visible_to, count_open_lines, likely_contributions
from accede.modules.resources.queries.contributions import contribution_visible_to
from accede.modules.resources.services.bank import match_line, put_aside, return_line
from accede.modules.resources.services.bank_files import read_statements
from accede.modules.resources.services.import_bank import check_bank, import_bank
from tests.factories import money, people
from tests.factories.money import AT
from tests.support.commands import called

pytestmark = pytest.mark.django_db
BRINGING = Bringing(SYSTEM, Face.COMMAND, AT, "a.xml")
MT940 = """:20:STARTUMS
:25:10020030/1234567
:28C:00001/001
:60F:C260501USD1000,00
:61:2605040504CD500,00NTRFNONREF//BANK-1
:86:166?20XA-1 gift?32DONOR OF SAMPLONIA
:61:2605050505RCD100,00NTRFNONREF//BANK-2
:86:159?20RETURN
:62F:C260505USD1400,00
"""


def camt(entries: str, *, version: str = "02", closing: str = "2700.00") -> str:
    balance = (
        "<Bal><Tp><CdOrPrtry><Cd>{}</Cd></CdOrPrtry></Tp><Amt Ccy='USD'>{}</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
        "<Dt><Dt>2026-05-04</Dt></Dt></Bal>"
    )
    return (
        f"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}'><BkToCstmrStmt><GrpHdr/><Stmt>"
        f"<Id>S-1</Id><Acct><Id><IBAN>XX001</IBAN></Id></Acct>{balance.format('OPBD', '1000.00')}"
        f"{balance.format('CLBD', closing)}{entries}</Stmt></BkToCstmrStmt></Document>"
    )


def entry(
    amount: str, details: str, *, state: str = "<Sts>BOOK</Sts>", sign: str = "CRDT", reference: str = "B-1"
) -> str:
    return (
        f"<Ntry><Amt Ccy='USD'>{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd>{state}"
        "<BookgDt><Dt>2026-05-04</Dt></BookgDt>"
        f"<AcctSvcrRef>{reference}</AcctSvcrRef><NtryDtls>{details}</NtryDtls></Ntry>"
    )


OLD = entry("1000.00", "<TxDtls><AmtDtls><InstdAmt><Amt Ccy='EUR'>800.00</Amt></InstdAmt><TxAmt><Amt Ccy='USD'>1000.00"
            "</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>Donor of Samplonia</Nm></Dbtr></RltdPties>"
            "<RmtInf><Ustrd>For XA-1</Ustrd></RmtInf></TxDtls>")  # fmt: skip
NEW_STATE = "<Sts><Cd>{}</Cd></Sts>"
BATCH = entry("1000.00", "".join(
    f"<TxDtls><Amt Ccy='USD'>{part}</Amt><RltdPties><Dbtr><Pty><Nm>{who}</Nm></Pty></Dbtr></RltdPties><RmtInf><Strd>"
    f"<CdtrRefInf><Ref>{text}</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>"
    for part, who, text in (("700.00", "First", "XA-1"), ("300.00", "Second", "XB-1"))
), state=NEW_STATE.format("BOOK"))  # fmt: skip
PENDING = entry("50.00", "", state=NEW_STATE.format("PDNG"))
RETURNED = entry("300.00", "<TxDtls><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>", sign="DBIT", reference="B-9")


def written(folder: Path, text: str, name: str = "a.xml") -> Path:
    place = folder / name
    place.write_text(text, encoding="utf-8")
    return place


def test_each_kind_of_file_keeps_signs_names_texts_and_who_gave_what(tmp_path):
    (old,) = read_statements(written(tmp_path, camt(OLD, closing="2000.00")))
    (new,) = read_statements(written(tmp_path, camt(BATCH + PENDING + RETURNED, version="08", closing="1700.00")))
    (mt940,) = read_statements(written(tmp_path, MT940))

    (line,) = old.lines
    assert (line.amount, line.payer, line.remittance) == (Decimal("1000.00"), "Donor of Samplonia", "For XA-1")
    assert line.instructed == ("EUR", Decimal("800.00"))
    assert [(one.amount, one.payer, one.remittance, one.is_return) for one in new.lines] == [
        (Decimal("700.00"), "First", "XA-1", False),
        (Decimal("300.00"), "Second", "XB-1", False),
        (Decimal("-300.00"), "", "", True),
    ]
    assert (new.pending, old.adds_up, new.adds_up, mt940.adds_up) == (1, True, True, True)
    assert [(one.amount, one.reference, one.payer, one.is_return) for one in mt940.lines] == [
        (Decimal("500.00"), "BANK-1", "DONOR OF SAMPLONIA", False),
        (Decimal("-100.00"), "BANK-2", "", True),
    ]
    assert mt940.lines[0].booked_on == date(2026, 5, 4)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (MT940.replace("2605040504", "2602290229"), "bank.no_day"),
        ("<Document><BkToCstmrAcctRpt/></Document>", "bank.other_kind"),
        ("a,b\n1,2\n", "bank.other_kind"),
        ("<Document", "bank.damaged"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><Document>&b;</Document>", "bank.damaged"),
        (camt(OLD.replace(">1000.00</Amt><CdtDbtInd>", ">many</Amt><CdtDbtInd>")), "bank.damaged"),
        (camt(OLD.replace("2026-05-04", "soon")), "bank.damaged"),
    ],
)
def test_what_cannot_be_read_is_told_in_words(text, code, tmp_path):
    with pytest.raises(FileRefused) as told:
        read_statements(written(tmp_path, text))

    assert [one.code for one in told.value.problems] == [code]


def test_lines_come_in_once_and_a_statement_that_does_not_add_up_is_told(tmp_path):
    good = written(tmp_path, camt(BATCH + PENDING, version="08", closing="2000.00"))
    first, again = import_bank(good, BRINGING), import_bank(good, BRINGING)
    wrong = check_bank(written(tmp_path, camt(OLD, closing="15121.12"), "b.xml"), by=SYSTEM)

    assert (first.new, first.problem_count, [one.code for one in first.remarks]) == (2, 0, ["bank.pending"])
    assert (again.applied, again.known) == (False, 2)
    assert (wrong.by_code, wrong.new) == ({"bank.does_not_add_up": 1}, 1)
    assert set(BankLine.objects.values_list("amount", flat=True)) == {700_00, 300_00}


def test_a_line_is_a_receipt_in_the_donors_currency_a_return_or_nothing_of_ours(tmp_path):
    fund, donor = money.fund(), money.donor("Donor of Samplonia")
    money.rate("EUR", date(2026, 3, 31), "0.8")
    key = money.pledge("XA-1", donor=donor, fund=fund, amount="2000", currency="EUR")
    other = money.paid("XB-1", "5", donor=donor, fund=fund)
    money.agreed(key, instalments="2026-05-01 2000")
    entries = OLD + entry("20.00", "", sign="DBIT", reference="FEE") + RETURNED + BATCH
    import_bank(written(tmp_path, camt(entries, closing="2680.00")), BRINGING)
    lines = {(one.amount, one.payer): one for one in bank_lines_visible_to(SYSTEM).all()}
    given, fee, back = (
        lines[one] for one in ((Decimal(1000), "Donor of Samplonia"), (Decimal(-20), ""), (Decimal(-300), ""))
    )

    assert [one.reference for one in likely_contributions(SYSTEM, given, on=AT.date())] == ["XA-1"]
    with pytest.raises(UnableTo):
        match_line(given.id, key, "1000.01", by=SYSTEM, at=AT)
    match_line(given.id, key, "1000", by=SYSTEM, at=AT)
    facts = contribution_visible_to(SYSTEM, key, on=AT.date())
    assert facts is not None
    assert (facts.owed, facts.received) == (Decimal(1200), Decimal(1000))
    batch = lines[Decimal(700), "First"]
    match_line(batch.id, key, "200", by=SYSTEM, at=AT)
    match_line(batch.id, key, "500", by=SYSTEM, at=AT)
    with pytest.raises(UnableTo):
        put_aside(batch.id, "A fee.", by=SYSTEM, at=AT)
    put_aside(fee.id, "A fee of the bank.", by=SYSTEM, at=AT)
    receipt = LedgerEntry.objects.get(bank_amount=200_00)
    with pytest.raises(UnableTo):
        return_line(given.id, receipt.id, by=SYSTEM, at=AT)
    return_line(back.id, receipt.id, by=SYSTEM, at=AT)
    with pytest.raises(UnableTo):
        return_line(back.id, LedgerEntry.objects.get(bank_amount=500_00).id, by=SYSTEM, at=AT)

    left = {one.amount: one.left for one in bank_lines_visible_to(SYSTEM).all()}
    assert left == {Decimal(1000): 0, Decimal(700): 0, Decimal(300): Decimal(300), -20: 0, -300: 0}
    assert count_open_lines(SYSTEM) == 1
    with pytest.raises(Refused):
        put_aside(fee.id, "x", by=people.person("Nil Novak").actor, at=AT)
    assert other != key


def test_on_pages_a_statement_is_brought_in_and_each_line_said(tmp_path):
    fund, donor = money.fund(), money.donor("Donor of Samplonia")
    key = money.pledge("XA-1", donor=donor, fund=fund, amount="900")
    money.agreed(key, instalments="2026-05-01 900")
    officer = people.person("Faye Fonte", role="finance_officer").with_app().sign_in(Client())
    file = io.BytesIO(MT940.encode())
    file.name = "statement.sta"

    shown = officer.post("/en/resources/bank/import/", {"file": file}).content.decode()
    assert "Money that came back" in shown
    kept = shown.split('name="kept" value="')[1].split('"')[0]
    assert officer.post("/en/resources/bank/import/", {"kept": kept}).status_code == 302
    assert "Lines of the bank that are not yet in the books" in officer.get("/en/resources/").content.decode()
    line = BankLine.objects.get(amount=500_00)
    page = officer.get(f"/en/resources/bank/{line.id}/").content.decode()
    assert "XA-1, Donor of Samplonia: 900.00 USD owed" in page
    assert officer.post(f"/en/resources/bank/{line.id}/", {"contribution": "", "amount": "x"}).status_code == 400
    sent = officer.post(f"/en/resources/bank/{line.id}/", {"contribution": str(key), "amount": "500"})
    assert sent.status_code == 302
    assert "The books have all of this line" in officer.get(f"/en/resources/bank/{line.id}/").content.decode()
    back = BankLine.objects.get(amount=-100_00)
    assert officer.get(f"/en/resources/bank/{back.id}/").status_code == 200
    assert officer.post(f"/en/resources/bank/{back.id}/aside/", {"aside": "A fee."}).status_code == 302
    assert b"XA-1 gift" in b"".join(officer.get("/en/resources/bank/?format=csv"))
    other = people.person("Dora Dahl", acts_for=donor, role="donor_representative", scope=("organisation", str(donor)))
    client = other.with_app().sign_in(Client())
    assert client.get("/en/resources/bank/").status_code == 404
    assert client.get(f"/en/resources/bank/{line.id}/").status_code == 404
    place = written(tmp_path, MT940)
    assert called("import", "bank", str(place), "--check").exit_code == 0

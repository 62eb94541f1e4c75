"""Rates of exchange and expenditure from files: checked, previewed, brought in whole or in part, and only once."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from openpyxl import Workbook

from accede.foundation.access import SYSTEM, Refused
from accede.foundation.audit import Face
from accede.foundation.files.models import StoredFile
from accede.foundation.imports import Bringing, Outcome
from accede.modules.resources.models import ExchangeRate, LedgerEntry
from accede.modules.resources.queries.commitments import commitments_visible_to
from accede.modules.resources.services.commitments import Wanted, commit
from accede.modules.resources.services.funds import close_period
from accede.modules.resources.services.import_expenditure import (
    ExpenditureGiven,
    check_expenditure,
    import_expenditure,
)
from accede.modules.resources.services.import_rates import RatesGiven, check_rates, import_rates
from tests.factories import money, people
from tests.factories.money import AT
from tests.support.commands import called

pytestmark = pytest.mark.django_db
BRINGING = Bringing(SYSTEM, Face.COMMAND, AT, "a.csv")
LIST = "currency,effective_from,units_per_usd\n"
EXTRACT = "document,day,commitment,object,amount,partner\n"


def written(folder: Path, text: str) -> Path:
    place = folder / "a.csv"
    place.write_text(text, encoding="utf-8")
    return place


def told(outcome: Outcome) -> list[tuple[int | None, str, str]]:
    return [(one.row, one.column, one.code) for one in outcome.problems]


def test_a_list_of_places_is_a_list_of_currencies_and_comes_in_once(tmp_path):
    """The list of the United Nations has a row for each place, names the currency in words, and cuts noughts."""
    text = (
        "abbrv_name,currency,f_curr_code,eff_date,rate\nFrance,Euro,EUR,01 Oct 2026,0.882\n"
        "Italy,Euro,EUR,01 Oct 2026,0.882\n"
        "Japan,Yen,JPY,01 Oct 2026,147\nZimbabwe,Zimbabwe Gold,ZIG,01 Oct 2026,26.5\nUSA,Dollar,USD,01 Oct 2026,1\n"
    )
    place, given = written(tmp_path, text), RatesGiven("UN operational rates (sample)")

    first, again = import_rates(place, given, BRINGING), import_rates(place, given, BRINGING)

    assert (first.applied, first.new, first.known, told(first)) == (True, 3, 2, [])
    assert (again.applied, again.new, again.known) == (False, 0, 5)
    assert set(ExchangeRate.objects.values_list("currency", "units")) == {
        ("EUR", Decimal("0.882")), ("JPY", Decimal(147)), ("ZWG", Decimal("26.5")),
    }  # fmt: skip
    assert StoredFile.objects.filter(about=f"rates:{first.file_digest}").count() == 1


def test_what_is_wrong_with_rates_is_told_by_row_and_column_and_the_good_ones_can_come_in(tmp_path):
    money.rate("EUR", date(2026, 1, 31), "0.9")
    rows = (
        "EUR,2026-02-28,0.91\nXXQ,2026-02-28,1\nJPY,2026-02-28,\nJPY,2026-03-31,0\nCHF,2026-02-28,0.8\nCHF,2026-02-28,0.9\n"
        'EUR,2026-01-31,0.95\nKWD,soon,0.3\nGBP,2026-02-28,"0,75"\nUSD,2026-02-28,2\nSEK,2026-02-28,=1+1\n'
    )
    place, given = written(tmp_path, LIST + rows), RatesGiven("A list (sample)")

    outcome = import_rates(place, given, BRINGING)

    assert told(outcome) == [
        (3, "currency", "rate.no_currency"),
        (4, "units_per_usd", "cell.blank"),
        (5, "units_per_usd", "rate.no_rate"),
        (7, "units_per_usd", "rate.differs"),
        (8, "units_per_usd", "rate.recorded"),
        (9, "effective_from", "day.not_a_day"),
        (10, "units_per_usd", "rate.no_rate"),
        (11, "units_per_usd", "rate.of_dollar"),
        (12, "units_per_usd", "cell.formula"),
    ]
    assert (outcome.applied, ExchangeRate.objects.count()) == (False, 1)
    assert import_rates(place, given, BRINGING, good_rows=True).new == 2
    assert check_rates(place, RatesGiven(), by=SYSTEM).by_code == {"columns.missing": 1}


def test_a_hole_and_noughts_that_went_are_told_and_keep_no_row_out(tmp_path):
    money.rate("VES", date(2021, 9, 1), "4147300.52")
    rows = (
        "VES,2021-10-01,4.104\nEUR,2021-06-30,0.84\nEUR,2021-08-01,0.85\nEUR,2021-10-01,0.86\n"
        "CHF,2021-08-01,0.9\nCHF,2021-10-01,0.9\n"
    )

    outcome = check_rates(written(tmp_path, LIST + rows), RatesGiven("A list (sample)"), by=SYSTEM)

    assert told(outcome) == []
    assert [(one.row, one.code, one.params.get("currencies")) for one in outcome.remarks] == [
        (2, "rate.strange", None),
        (5, "rate.hole", ["CHF", "EUR"]),
    ]


@pytest.fixture
def committed():
    """A commitment of 1,000 for experts and 500 for supplies, of a fund that was closed up to 31 August."""
    fund = money.fund()
    key = money.paid("XA-1", "11300", donor=money.donor(), fund=fund)
    day = date(2026, 6, 1)
    commit(Wanted("W-1", {"experts": 1_000_00, "supplies": 500_00}), on=day, by=SYSTEM, at=AT)
    close_period(fund, until=date(2026, 8, 31), by=SYSTEM, at=AT)
    return key


def test_expenditure_with_three_bad_rows_is_told_and_the_others_come_in_once(committed, tmp_path):
    rows = (
        "D-1,2026-09-01,W-1,Experts,600.00,Institute (sample)\nD-2,2026-09-02,W-1,travel staff,5,\n"
        "D-3,2026-09-03,W-9,Experts,5,\nD-4,2026-09-04,W-1,experts,400.01,\n"
        "D-5,2026-08-04,W-1,Suministros y materiales,100,\n"
    )
    place, given = written(tmp_path, EXTRACT + rows), ExpenditureGiven()

    outcome = import_expenditure(place, given, BRINGING)
    assert told(outcome) == [
        (3, "object", "expenditure.other_object"),
        (4, "commitment", "expenditure.no_commitment"),
        (5, "amount", "expenditure.too_much"),
    ]
    assert not LedgerEntry.objects.filter(kind="expenditure").exists()
    assert [(one.row, one.code) for one in outcome.remarks] == [(6, "expenditure.late")]

    assert import_expenditure(place, given, BRINGING, good_rows=True).applied
    again = check_expenditure(place, given, by=SYSTEM, at=AT)
    (found,) = commitments_visible_to(SYSTEM, on=AT.date(), purpose="W-1")
    assert (again.new, again.known) == (0, 2)
    assert (found.committed, found.spent) == (Decimal("904.00"), Decimal("791.00"))
    late = LedgerEntry.objects.get(document="D-5")
    assert (late.happened_on, late.booked_on) == (date(2026, 8, 4), date(2026, 9, 1))
    assert LedgerEntry.objects.get(document="D-1").partner == "Institute (sample)"


def test_what_contradicts_another_row_or_the_books_is_told(committed, tmp_path):
    given = ExpenditureGiven()
    import_expenditure(written(tmp_path, EXTRACT + "D-1,2026-09-01,W-1,experts,600,\n"), given, BRINGING)
    rows = (
        "D-1,2026-09-01,W-1,experts,601,\nD-2,2026-09-01,W-1,supplies,1,\nD-2,2026-09-01,W-1,supplies,1,\n"
        "D-3,2026-05-31,W-1,supplies,1,\nD-4,2026-09-01,W-1,supplies,-1,\nD-5,2026-09-01,W-1,supplies,1.005,\n"
        "D-6,2027-01-01,W-1,supplies,1,\n"
    )

    outcome = check_expenditure(written(tmp_path, EXTRACT + rows), given, by=SYSTEM, at=AT)

    assert told(outcome) == [
        (2, "amount", "expenditure.recorded"),
        (4, "document", "expenditure.twice"),
        (5, "day", "expenditure.too_early"),
        (6, "amount", "expenditure.below"),
        (7, "amount", "expenditure.no_amount"),
        (8, "day", "day.future"),
    ]


def test_on_a_page_a_workbook_is_checked_and_brought_in_and_nobody_else_may(committed):
    book: Any = Workbook()
    for row in (EXTRACT.strip().split(","), ["D-1", date(2026, 9, 1), "W-1", "experts", 250.5, ""]):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    file.name = "extract.xlsx"
    officer = people.person("Faye Fonte", role="finance_officer").with_app().sign_in(Client())
    address = "/en/resources/expenditure/import/"

    file.seek(0)
    shown = officer.post(address, {"file": file}).content.decode()
    kept = shown.split('name="kept" value="')[1].split('"')[0]
    assert officer.post(address, {"kept": kept}).status_code == 302
    assert LedgerEntry.objects.get(document="D-1").note == ""
    assert "D-1" not in officer.get("/en/resources/rates/import/").content.decode()
    other = people.person("Otto Officer", role="programme_officer").with_app().sign_in(Client())
    assert other.get(address).status_code == 404
    with pytest.raises(Refused):
        import_rates(Path("a.csv"), RatesGiven(), Bringing(people.person("Nil Novak").actor, Face.WEB, AT))


def test_commands_check_first_and_say_what_is_wrong(committed, tmp_path):
    place = written(tmp_path, EXTRACT + "D-1,2026-09-01,W-1,experts,600,\nD-2,2026-09-02,W-1,gold,5,\n")

    checked = called("import", "expenditure", str(place), "--check")

    assert checked.exit_code == 1
    assert "“gold” is not one of" in checked.stdout
    rates = written(tmp_path, f"{LIST}EUR,2026-02-28,0.9\n")
    assert called("import", "rates", str(rates), "--apply", "--published", "A list (sample)").exit_code == 0
    assert "2026-02-28" in called("import", "rates", str(rates), "--check").stdout or ExchangeRate.objects.count() == 1

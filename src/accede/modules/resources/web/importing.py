"""Bring rates of exchange, expenditure and lines of the bank in from files, on pages."""

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.foundation.access import opens_to
from accede.foundation.imports import Bringing, Outcome
from accede.foundation.imports.bringing import Brought
from accede.foundation.imports.page import ImportPage, SaidField, Wording
from accede.foundation.pages.parameters import takes
from accede.modules.resources.access import MONEY_RECORD
from accede.modules.resources.services import import_bank, import_expenditure, import_rates
from accede.modules.resources.services.import_expenditure import ExpenditureGiven, check_expenditure
from accede.modules.resources.services.import_rates import RatesGiven, check_rates


@opens_to(MONEY_RECORD)
@takes()
def rates_import(request: HttpRequest) -> HttpResponse:
    """Show the form, what a list of rates would change, or bring it in."""
    return RATES.answer(request)


@opens_to(MONEY_RECORD)
@takes()
def expenditure_import(request: HttpRequest) -> HttpResponse:
    """Show the form, what an extract of the accounts would change, or bring it in."""
    return EXPENDITURE.answer(request)


@opens_to(MONEY_RECORD)
@takes()
def bank_import(request: HttpRequest) -> HttpResponse:
    """Show the form, what a statement of the bank would change, or bring it in."""
    return BANK.answer(request)


def _rates_wording() -> Wording:
    hint = _("Title and address of the list. Rows that name their own source keep it.")
    return Wording(
        title=_("Bring in a list of rates"),
        lede=_(
            "Units of a currency for one United States dollar, as the operational rates of the United Nations are "
            "listed; one list, or those of years. What is missing in between is told."
        ),
        columns="currency, effective_from, units_per_usd, source",
        fields=[SaidField("published", _("Where they are published"), hint)],
    )


def _expenditure_wording() -> Wording:
    return Wording(
        title=_("Bring in expenditure"),
        lede=_(
            "An extract of the accounts: what was paid, without programme support cost, against what is committed for "
            "it."
        ),
        columns="document, day, commitment, object, amount, state, partner, note",
        fields=[],
    )


def _bank_wording() -> Wording:
    return Wording(
        title=_("Bring in lines of the bank"),
        lede=_("Nothing is posted by this: afterwards you say to which contribution each line belongs."),
        columns="",
        fields=[],
        files=_("A statement of the bank as CAMT.053 or MT940, of at most 5 MB."),
    )


def check_bank_brought(brought: Brought, bringing: Bringing) -> Outcome:
    """Return what a statement of the bank would change, and change nothing."""
    return import_bank.check_bank(brought.path, by=bringing.by)


def bring_bank(brought: Brought, bringing: Bringing) -> Outcome:
    """Bring a statement of the bank in."""
    return import_bank.import_bank(brought.path, bringing, good_rows=brought.good_rows)


def check_rates_brought(brought: Brought, bringing: Bringing) -> Outcome:
    """Return what a list of rates would change, and change nothing."""
    return check_rates(brought.path, _rates(brought), by=bringing.by)


def bring_rates(brought: Brought, bringing: Bringing) -> Outcome:
    """Bring a list of rates in."""
    return import_rates.import_rates(brought.path, _rates(brought), bringing, good_rows=brought.good_rows)


def check_expenditure_brought(brought: Brought, bringing: Bringing) -> Outcome:
    """Return what an extract of the accounts would change, and change nothing."""
    return check_expenditure(brought.path, _expenditure(brought), by=bringing.by, at=bringing.at)


def bring_expenditure(brought: Brought, bringing: Bringing) -> Outcome:
    """Bring an extract of the accounts in."""
    given = _expenditure(brought)
    return import_expenditure.import_expenditure(brought.path, given, bringing, good_rows=brought.good_rows)


def _rates(brought: Brought) -> RatesGiven:
    return RatesGiven(brought.said.get("published", ""), brought.day_order, brought.options)


def _expenditure(brought: Brought) -> ExpenditureGiven:
    return ExpenditureGiven(brought.day_order, brought.options)


RATES = ImportPage(
    key="resources.import-rates",
    words=import_rates.WORDS,
    wording=_rates_wording,
    check=check_rates_brought,
    carry_out=bring_rates,
    onwards=lambda: reverse("resources:rates"),
    columns=import_rates.COLUMNS,
)
EXPENDITURE = ImportPage(
    key="resources.import-expenditure",
    words=import_expenditure.WORDS,
    wording=_expenditure_wording,
    check=check_expenditure_brought,
    carry_out=bring_expenditure,
    onwards=lambda: reverse("resources:commitments"),
    columns=import_expenditure.COLUMNS,
)
BANK = ImportPage(
    key="resources.import-bank",
    words=import_bank.WORDS,
    wording=_bank_wording,
    check=check_bank_brought,
    carry_out=bring_bank,
    onwards=lambda: reverse("resources:bank"),
)
urlpatterns = [
    path("bank/import/", bank_import, name="bank-import"),
    path("rates/import/", rates_import, name="rates-import"),
    path("expenditure/import/", expenditure_import, name="expenditure-import"),
]

"""The fields of funds and of rates of exchange."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given
from accede.modules.resources.fields.codes import CATEGORIES
from accede.modules.resources.models import ExchangeRate, Fund


@dataclass(frozen=True, slots=True)
class FundDetails:
    """A fund as somebody describes it."""

    code: str
    name: str
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FundFacts(FundDetails):
    """A fund as the product shows it."""

    id: UUID
    closed_until: date | None


@dataclass(frozen=True, slots=True)
class RateDetails:
    """A rate of exchange as somebody writes it."""

    currency: str
    effective_on: date | None
    units: str
    source: str


@dataclass(frozen=True, slots=True)
class RateFacts:
    """A rate of exchange as the product shows it."""

    id: UUID
    currency: str
    effective_on: date
    units: Decimal
    source: str


CODE = Field[FundDetails](
    "code",
    pgettext_lazy("fund", "Code"),
    lambda one: one.code,
    column=Fund.code,
    entry=Entry(needed=_("Write the short code of the fund."), most=20, hint=_("As it stands in the accounts.")),
)
NAME = Field[FundDetails](
    "name",
    _("Name"),
    lambda one: one.name,
    column=Fund.name,
    is_filter=True,
    entry=Entry(needed=_("Write the name of the fund."), most=200),
)
CATEGORY = Field[FundDetails](
    "category",
    pgettext_lazy("fund", "Category"),
    lambda one: one.category,
    column=Fund.category,
    choices=CATEGORIES,
    is_filter=True,
    entry=Entry(needed=_("Choose what kind of fund it is.")),
)
STATED = (CODE, NAME, CATEGORY)
CLOSED = Field[FundFacts](
    "closed_until", _("Closed until"), lambda one: one.closed_until, Kind.DAY, column=Fund.closed_until
)
KEY = Field[FundFacts]("id", _("Key"), lambda one: one.id, column=Fund.id, in_files_only=True)
SHOWN = (*STATED, CLOSED, KEY)

CLOSES_ON = Field[object](
    "closed_until",
    _("Last day of the period"),
    lambda _one: None,
    Kind.DAY,
    entry=Entry(
        needed=_("Write the last day of the period that is closed."),
        hint=_("What is recorded later of this period is booked on the first day after it, and says so."),
    ),
)

CURRENCY = Field[RateFacts | RateDetails](
    "currency",
    _("Currency"),
    lambda one: one.currency,
    column=ExchangeRate.currency,
    is_filter=True,
    entry=Entry(needed=_("Write the code of the currency, such as EUR."), most=3),
)
EFFECTIVE = Field[RateFacts | RateDetails](
    "effective_on",
    _("Effective from"),
    lambda one: one.effective_on,
    Kind.DAY,
    column=ExchangeRate.effective_on,
    entry=Entry(needed=_("Write the day from which the rate is effective.")),
)
UNITS = Field[RateDetails](
    "units",
    _("Units for one dollar"),
    lambda one: one.units,
    entry=Entry(
        needed=_("Write how many units of the currency one United States dollar is."), most=24, example="0.757"
    ),
)
SOURCE = Field[RateFacts | RateDetails](
    "source",
    _("Where it is published"),
    lambda one: one.source,
    column=ExchangeRate.source,
    entry=Entry(needed=_("Write where the rate is published."), most=300),
)
RATE_STATED = (CURRENCY, EFFECTIVE, UNITS, SOURCE)
UNITS_SHOWN = Field[RateFacts](
    "units", _("Units for one dollar"), lambda one: format(one.units.normalize(), "f"), column=ExchangeRate.units
)
RATE_SHOWN = (CURRENCY, EFFECTIVE, UNITS_SHOWN, SOURCE)


def fund_of(given: Given) -> FundDetails:
    """Return a fund as somebody described it."""
    return FundDetails(given.text(CODE), given.text(NAME), given.text(CATEGORY))


def rate_of(given: Given) -> RateDetails:
    """Return a rate as somebody wrote it."""
    return RateDetails(given.text(CURRENCY).upper(), given.day(EFFECTIVE), given.text(UNITS), given.text(SOURCE))


def facts_of(row: Fund) -> FundFacts:
    """Return a fund as plain facts."""
    return FundFacts(code=row.code, name=row.name, category=row.category, id=row.id, closed_until=row.closed_until)


def rate_facts_of(row: ExchangeRate) -> RateFacts:
    """Return a rate as plain facts."""
    return RateFacts(row.id, row.currency, row.effective_on, row.units, row.source)

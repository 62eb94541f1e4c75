"""A fund, rates, a donor, and contributions as far as a test needs them, made by the services of the product."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from accede.foundation.access import SYSTEM
from accede.modules.identity.fields.organisations import OrganisationDetails
from accede.modules.identity.services.organisations import record_organisation
from accede.modules.resources.fields.contributions import AgreementDetails, PledgeDetails
from accede.modules.resources.fields.funds import FundDetails, RateDetails
from accede.modules.resources.fields.money import MoneyDetails
from accede.modules.resources.services.contributions import agree, record_pledge
from accede.modules.resources.services.funds import record_fund, record_rate
from accede.modules.resources.services.money import record_money

AT = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
PLEDGED, AGREED, PAID = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 4)


def fund(code: str = "CPCJF") -> UUID:
    """Record an invented fund."""
    return record_fund(FundDetails(code, "Crime fund (sample)", "special_purpose"), by=SYSTEM, at=AT).id


def rate(currency: str, day: date, units: str) -> None:
    """Record an invented rate."""
    record_rate(RateDetails(currency, day, units, "A sample."), by=SYSTEM, at=AT)


def donor(name: str = "Donor of Samplonia (sample)") -> UUID:
    """Record an invented donor."""
    return record_organisation(OrganisationDetails(name, ("donor",)), is_sample=True, by=SYSTEM, at=AT).id


def details(reference: str, *, donor: UUID, fund: UUID, amount: str, **beside: Any) -> PledgeDetails:
    """Return a pledge in dollars, unless it says otherwise."""
    stated = {"currency": "USD", "pledged_on": PLEDGED, **beside}
    return PledgeDetails(reference=reference, donor=donor, fund=fund, amount=amount, **stated)


def pledge(reference: str, *, donor: UUID, fund: UUID, amount: str, **beside: Any) -> UUID:
    """Record such a pledge."""
    return record_pledge(details(reference, donor=donor, fund=fund, amount=amount, **beside), by=SYSTEM, at=AT)


def agreed(contribution: UUID, *, instalments: str, on: date = AGREED, rate: str = "13", allowed: str = "") -> None:
    """Record an agreement."""
    agree(
        contribution, AgreementDetails(on, "Exchange of letters (sample)", rate, allowed, instalments), by=SYSTEM, at=AT
    )


def received(contribution: UUID, amount: str, *, currency: str = "USD", on: date = PAID, reference: str = "") -> UUID:
    """Record a receipt."""
    return record_money(
        contribution, MoneyDetails("receipt", on, currency, amount, reference=reference), by=SYSTEM, at=AT
    )


def paid(reference: str, amount: str, *, donor: UUID, fund: UUID, **beside: Any) -> UUID:
    """Record a contribution in dollars that was pledged, agreed and paid in full."""
    key = pledge(reference, donor=donor, fund=fund, amount=amount, **beside)
    agreed(key, instalments=f"{PAID} {amount}")
    received(key, amount)
    return key

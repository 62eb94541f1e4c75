"""Money of the sample programme: invented donors, rates, a fund, pledges, receipts, commitments, expenditure.

Made only where there are sample people. The donors belong to invented States, no real State is named, and
every reference says that it is a sample. No rates of 2007 to 2013 were found, so those of the sample are invented, and
say so.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from accede.foundation.access import SYSTEM, Refused
from accede.foundation.audit import Face
from accede.modules.identity.services.samples import DONOR_A, DONOR_B, sample_organisation
from accede.modules.resources.fields.contributions import AgreementDetails, PledgeDetails
from accede.modules.resources.fields.funds import FundDetails, RateDetails
from accede.modules.resources.fields.money import MoneyDetails
from accede.modules.resources.models import Contribution, ExchangeRate, Fund
from accede.modules.resources.services.commitments import Paper, Part, Wanted, commit, release, spend
from accede.modules.resources.services.contributions import agree, record_pledge
from accede.modules.resources.services.funds import close_period, record_fund, record_rate
from accede.modules.resources.services.money import record_money

FUND = FundDetails("SAMPLE", "Fund for assistance against terrorism (sample)", "special_purpose")
SOURCE = "Invented for the sample programme; no published rate of that time was found."
LETTERS = "Exchange of letters (sample)"
RATES = (("2007-12-31", "0.68"), ("2008-06-30", "0.63"), ("2008-12-31", "0.71"), ("2009-06-30", "0.71"))
"""Invented units of the euro for one dollar."""


@dataclass(frozen=True, slots=True)
class _Gift:
    """A contribution of the sample: what was pledged when, by whom, for what, and what came."""

    reference: str
    donor: str
    pledged: str
    currency: str
    amount: str
    agreed: str
    instalments: str
    came: tuple[tuple[str, str], ...] = ()
    themes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    until: str = ""


_GIFTS = (
    _Gift(
        "SAMPLE-2008-1", "a", "2008-01-21", "EUR", "710000", "2008-02-11", "2008-03-31 400000\n2009-03-31 310000",
        (("2008-04-14", "400000"), ("2009-05-04", "200000")), ("terrorism_prevention",),
    ),
    _Gift("SAMPLE-2008-2", "b", "2008-03-03", "USD", "226000", "2008-03-17", "2008-04-30 226000",
          (("2008-04-28", "226000"),), (), ("training",), "2009-12-31"),
    _Gift("SAMPLE-2009-1", "b", "2009-09-01", "USD", "90400", "2009-09-15", "2010-01-31 90400"),
)  # fmt: skip
_COMMITTED = (
    ("SAMPLE-WORKSHOP-1", "2008-05-19", "training", {"experts": 40_000_00, "travel_representatives": 62_500_00}),
    ("SAMPLE-MISSION-1", "2008-09-08", "legislation", {"consultants": 85_000_00, "travel_staff": 18_250_50}),
    ("SAMPLE-TOOLS-1", "2009-06-15", "legislation", {"contractual": 120_000_00, "supplies": 9_400_00}),
)
_SPENT = (
    ("SAMPLE-WORKSHOP-1", "experts", 38_200_00, "2008-07-31", "SAMPLE-DOC-1"),
    ("SAMPLE-WORKSHOP-1", "travel_representatives", 62_500_00, "2008-08-29", "SAMPLE-DOC-2"),
    ("SAMPLE-MISSION-1", "consultants", 60_000_00, "2008-12-15", "SAMPLE-DOC-3"),
    ("SAMPLE-MISSION-1", "travel_staff", 17_995_25, "2009-02-16", "SAMPLE-DOC-4"),
    ("SAMPLE-TOOLS-1", "contractual", 45_750_00, "2009-10-19", "SAMPLE-DOC-5"),
)
PARTNER = "Institute of Law of Samplonia (sample)"


@transaction.atomic
def make_sample_money(*, at: datetime) -> None:
    """Record the money of the sample programme, where none of it is there yet.

    Raises:
        Refused: this installation is to have no samples.
    """
    if not settings.ACCEDE_SAMPLE_PEOPLE:
        raise Refused
    if Fund.objects.filter(code=FUND.code).exists():
        return
    fund = record_fund(FUND, by=SYSTEM, at=at, face=Face.COMMAND).id
    for day, units in RATES:
        if not ExchangeRate.objects.filter(currency="EUR", effective_on=day).exists():
            rate = RateDetails("EUR", date.fromisoformat(day), units, SOURCE)
            record_rate(rate, by=SYSTEM, at=at, face=Face.COMMAND)
    donors = {"a": sample_organisation(DONOR_A, at=at), "b": sample_organisation(DONOR_B, at=at)}
    for gift in _GIFTS:
        if not Contribution.objects.filter(reference=gift.reference).exists():
            _give(gift, donors[gift.donor], fund, at=at)
    for reference, day, kind, direct in _COMMITTED:
        wanted = Wanted(reference, direct, (), "terrorism_prevention", kind)
        commit(wanted, on=date.fromisoformat(day), by=SYSTEM, at=at, face=Face.COMMAND)
    for reference, spent_on, cents, day, document in _SPENT:
        part = Part(reference, spent_on, cents, date.fromisoformat(day))
        spend(part, by=SYSTEM, at=at, face=Face.COMMAND, paper=Paper(document, PARTNER))
    released = Part("SAMPLE-WORKSHOP-1", "experts", 1_800_00, date(2009, 3, 2))
    release(released, by=SYSTEM, at=at, face=Face.COMMAND)
    close_period(fund, until=date(2007, 12, 31), by=SYSTEM, at=at, face=Face.COMMAND)


def _give(gift: _Gift, donor: UUID, fund: UUID, *, at: datetime) -> None:
    details = PledgeDetails(
        gift.reference, donor, fund, date.fromisoformat(gift.pledged), gift.currency, gift.amount,
        "Help for States that ask for it (sample).", themes=gift.themes, kinds=gift.kinds,
        spend_until=date.fromisoformat(gift.until) if gift.until else None,
    )  # fmt: skip
    key = record_pledge(details, by=SYSTEM, at=at, face=Face.COMMAND)
    agreed = AgreementDetails(date.fromisoformat(gift.agreed), LETTERS, "13", "", gift.instalments)
    agree(key, agreed, by=SYSTEM, at=at, face=Face.COMMAND)
    for day, amount in gift.came:
        reference = f"{gift.reference}-BANK-{day}"
        what = MoneyDetails("receipt", date.fromisoformat(day), gift.currency, amount, reference=reference)
        record_money(key, what, by=SYSTEM, at=at, face=Face.COMMAND)

"""The fields of contributions: what was promised, what was agreed, and what became of it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.resources.fields.codes import ACTIVITIES, STAGES, THEMES, TIGHTNESS
from accede.modules.resources.models import Contribution


@dataclass(frozen=True, slots=True)
class PledgeDetails:
    """A pledge as somebody records it; `amount` in figures, as it was written."""

    reference: str
    donor: UUID | None
    fund: UUID | None
    pledged_on: date | None
    currency: str
    amount: str
    purpose: str = ""
    states: tuple[str, ...] = ()
    not_states: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    spend_from: date | None = None
    spend_until: date | None = None


@dataclass(frozen=True, slots=True)
class AgreementDetails:
    """What binds a donor; `support_rate` in per cent and `instalments` a line each, as they were written."""

    agreed_on: date | None
    agreement: str
    support_rate: str
    support_exception: str
    instalments: str


@dataclass(frozen=True, slots=True)
class InstalmentFacts:
    """A part of an agreement and the day on which it is due."""

    due_on: date
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionFacts:
    """A contribution as the product shows it on a day.

    Attributes:
        amount, owed, due: in the currency of the contribution; `due` of what is owed has fallen due.
        received, spent, committed, free: in dollars, sums of posted lines.
    """

    id: UUID
    reference: str
    donor: UUID
    donor_name: str
    fund: UUID
    fund_code: str
    pledged_on: date
    currency: str
    amount: Decimal
    purpose: str
    states: tuple[str, ...]
    not_states: tuple[str, ...]
    regions: tuple[str, ...]
    themes: tuple[str, ...]
    kinds: tuple[str, ...]
    spend_from: date | None
    spend_until: date | None
    tightness: str
    stage: str
    agreed_on: date | None
    agreement: str
    support_rate: Decimal
    support_exception: str
    owed: Decimal
    due: Decimal
    received: Decimal
    spent: Decimal
    committed: Decimal
    free: Decimal
    instalments: tuple[InstalmentFacts, ...] = field(default=())


REFERENCE = Field[ContributionFacts | PledgeDetails](
    "reference",
    _("Reference"),
    lambda one: one.reference,
    column=Contribution.reference,
    is_filter=True,
    entry=Entry(needed=_("Write the reference of the pledge."), most=40, example="XA-2009-1"),
)
DONOR = Field[PledgeDetails](
    "donor",
    _("Donor"),
    lambda one: one.donor,
    entry=Entry(needed=_("Choose the donor, an organisation recorded as one.")),
)
FUND = Field[PledgeDetails]("fund", _("Fund"), lambda one: one.fund, entry=Entry(needed=_("Choose the fund.")))
PLEDGED_ON = Field[ContributionFacts | PledgeDetails](
    "pledged_on",
    _("Pledged on"),
    lambda one: one.pledged_on,
    Kind.DAY,
    column=Contribution.pledged_on,
    in_files_only=True,
    entry=Entry(needed=_("Write the day of the pledge.")),
)
CURRENCY = Field[ContributionFacts | PledgeDetails](
    "currency",
    _("Currency"),
    lambda one: one.currency,
    column=Contribution.currency,
    is_filter=True,
    entry=Entry(needed=_("Write the code of the currency, such as EUR."), most=3),
)
AMOUNT_WRITTEN = Field[PledgeDetails](
    "amount",
    _("Amount"),
    lambda one: one.amount,
    entry=Entry(
        needed=_("Write the amount in figures."), most=24, hint=_("A point before the decimals, such as 1130000.50.")
    ),
)
PURPOSE = Field[ContributionFacts | PledgeDetails](
    "purpose",
    _("What it is for"),
    lambda one: one.purpose,
    entry=Entry(hint=_("In the words of the donor."), most=2000, lines=3),
    in_files_only=True,
)
STATES = Field[ContributionFacts | PledgeDetails](
    "states",
    _("Only for these States"),
    lambda one: " ".join(one.states),
    entry=Entry(hint=_("Codes with a space between them, such as MLI NER. Leave what is not earmarked empty.")),
    in_files_only=True,
)
NOT_STATES = Field[ContributionFacts | PledgeDetails](
    "not_states",
    _("Not for these States"),
    lambda one: " ".join(one.not_states),
    entry=Entry(),
    in_files_only=True,
)
REGIONS = Field[ContributionFacts | PledgeDetails](
    "regions",
    _("Only for these regions"),
    lambda one: one.regions,
    choices=GROUPS,
    several=True,
    entry=Entry(),
    in_files_only=True,
)
THEME = Field[ContributionFacts | PledgeDetails](
    "themes",
    _("Only for these themes"),
    lambda one: one.themes,
    choices=THEMES,
    several=True,
    entry=Entry(),
    in_files_only=True,
)
KINDS = Field[ContributionFacts | PledgeDetails](
    "kinds",
    _("Only for these kinds of activity"),
    lambda one: one.kinds,
    choices=ACTIVITIES,
    several=True,
    entry=Entry(),
    in_files_only=True,
)
SPEND_FROM = Field[ContributionFacts | PledgeDetails](
    "spend_from", _("To be spent from"), lambda one: one.spend_from, Kind.DAY, entry=Entry(), in_files_only=True
)
SPEND_UNTIL = Field[ContributionFacts | PledgeDetails](
    "spend_until",
    _("To be spent by"),
    lambda one: one.spend_until,
    Kind.DAY,
    column=Contribution.spend_until,
    entry=Entry(hint=_("The last day on which it may be spent.")),
)
EARMARK = (STATES, NOT_STATES, REGIONS, THEME, KINDS, SPEND_FROM, SPEND_UNTIL)
STATED = (REFERENCE, DONOR, FUND, PLEDGED_ON, CURRENCY, AMOUNT_WRITTEN, PURPOSE, *EARMARK)
"""What people state of a pledge."""

AGREED_ON = Field[ContributionFacts | AgreementDetails](
    "agreed_on",
    _("Agreed on"),
    lambda one: one.agreed_on,
    Kind.DAY,
    column=Contribution.agreed_on,
    in_files_only=True,
    entry=Entry(needed=_("Write the day of the agreement.")),
)
AGREEMENT = Field[ContributionFacts | AgreementDetails](
    "agreement",
    _("Agreement"),
    lambda one: one.agreement,
    entry=Entry(needed=_("Write by which letters or paper it is agreed."), most=300),
    in_files_only=True,
)
SUPPORT_WRITTEN = Field[AgreementDetails](
    "support_rate",
    _("Programme support cost, per cent of expenditure"),
    lambda one: one.support_rate,
    entry=Entry(needed=_("Write the per cent of expenditure; 13 is the standard."), most=6),
)
SUPPORT_EXCEPTION = Field[ContributionFacts | AgreementDetails](
    "support_exception",
    _("Who allowed another rate than 13 per cent"),
    lambda one: one.support_exception,
    entry=Entry(most=300),
    in_files_only=True,
)
INSTALMENTS = Field[AgreementDetails](
    "instalments",
    _("Instalments"),
    lambda one: one.instalments,
    entry=Entry(
        needed=_("Write each instalment on a line: the day and the amount."),
        hint=_("A line each: the day on which it is due and the amount. Together they are the amount of the pledge."),
        lines=4,
        example="2009-03-31 500000",
    ),
)
AGREED = (AGREED_ON, AGREEMENT, SUPPORT_WRITTEN, SUPPORT_EXCEPTION, INSTALMENTS)
"""What people state of an agreement."""

DONOR_NAME = Field[ContributionFacts]("donor", _("Donor"), lambda one: one.donor_name)
FUND_CODE = Field[ContributionFacts]("fund", _("Fund"), lambda one: one.fund_code, in_files_only=True)
STAGE = Field[ContributionFacts]("stage", _("Stage"), lambda one: one.stage, choices=STAGES)
TIED = Field[ContributionFacts]("earmark", _("Earmark"), lambda one: one.tightness, choices=TIGHTNESS)
PLEDGED = Field[ContributionFacts]("amount", _("Amount"), lambda one: one.amount, Kind.AMOUNT)
OWED = Field[ContributionFacts]("owed", _("Still owed"), lambda one: one.owed, Kind.AMOUNT)
DUE = Field[ContributionFacts]("due", _("Of this due"), lambda one: one.due, Kind.AMOUNT, in_files_only=True)
SUPPORT = Field[ContributionFacts](
    "support_rate",
    _("Programme support cost, per cent of expenditure"),
    lambda one: (one.support_rate * 100).normalize() + 0,
    Kind.AMOUNT,
    in_files_only=True,
)
RECEIVED = Field[ContributionFacts]("received", _("Received, US$"), lambda one: one.received, Kind.AMOUNT)
SPENT = Field[ContributionFacts]("spent", _("Spent, US$"), lambda one: one.spent, Kind.AMOUNT, in_files_only=True)
COMMITTED = Field[ContributionFacts](
    "committed", _("Committed, US$"), lambda one: one.committed, Kind.AMOUNT, in_files_only=True
)
FREE = Field[ContributionFacts]("free", _("Free, US$"), lambda one: one.free, Kind.AMOUNT)
KEY = Field[ContributionFacts]("id", _("Key"), lambda one: one.id, in_files_only=True)
MONEY = (OWED, DUE, RECEIVED, SPENT, COMMITTED, FREE)
SHOWN = (
    REFERENCE, DONOR_NAME, FUND_CODE, STAGE, TIED, PLEDGED_ON, CURRENCY, PLEDGED, *MONEY, SPEND_UNTIL,
    STATES, NOT_STATES, REGIONS, THEME, KINDS, SPEND_FROM, PURPOSE, AGREED_ON, AGREEMENT, SUPPORT, SUPPORT_EXCEPTION,
    KEY,
)  # fmt: skip
"""What lists and files show."""


def pledge_of(given: Given) -> PledgeDetails:
    """Return a pledge as somebody recorded it."""
    return PledgeDetails(
        reference=given.text(REFERENCE),
        donor=given.key_of_thing(DONOR),
        fund=given.key_of_thing(FUND),
        pledged_on=given.day(PLEDGED_ON),
        currency=given.text(CURRENCY).upper(),
        amount=given.text(AMOUNT_WRITTEN),
        purpose=given.text(PURPOSE),
        states=codes_in(given.text(STATES)),
        not_states=codes_in(given.text(NOT_STATES)),
        regions=given.texts(REGIONS),
        themes=given.texts(THEME),
        kinds=given.texts(KINDS),
        spend_from=given.day(SPEND_FROM),
        spend_until=given.day(SPEND_UNTIL),
    )


def agreement_of(given: Given) -> AgreementDetails:
    """Return an agreement as somebody recorded it."""
    return AgreementDetails(
        agreed_on=given.day(AGREED_ON),
        agreement=given.text(AGREEMENT),
        support_rate=given.text(SUPPORT_WRITTEN),
        support_exception=given.text(SUPPORT_EXCEPTION),
        instalments=given.text(INSTALMENTS),
    )


def codes_in(text: str) -> tuple[str, ...]:
    """Return codes written with spaces, commas or semicolons between them, each once."""
    return tuple(dict.fromkeys(text.upper().replace(",", " ").replace(";", " ").split()))


def stage_of(*, is_pledged: bool, is_agreed: bool, owed: int) -> str:
    """Return how far a contribution has come: not yet promised, promised, agreed, all of it received or written off."""
    if not is_pledged:
        return "coming"
    return "pledged" if not is_agreed else "agreed" if owed else "received"

"""The fields of commitments: what is to be paid for, what is committed and spent of it, what is released or spent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.core.finance.facts import SUPPORT
from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given, Words
from accede.modules.resources.fields.codes import ACTIVITIES, OBJECTS, THEMES
from accede.modules.resources.fields.contributions import codes_in


@dataclass(frozen=True, slots=True)
class WantedDetails:
    """What is to be paid for, as somebody writes it; `direct`: amounts in figures by object of expenditure."""

    reference: str
    on: date | None
    states: tuple[str, ...] = ()
    theme: str = ""
    kind: str = ""
    direct: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PartDetails:
    """A part of a commitment that is released or spent, as somebody writes it."""

    spent_on: str
    amount: str
    on: date | None
    document: str = ""
    partner: str = ""
    state: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CommitmentFacts:
    """What is committed for a purpose and what was spent of it by a day, in dollars, support cost included."""

    reference: str
    state: str
    since: date
    latest: date
    committed: Decimal
    spent: Decimal

    @property
    def total(self) -> Decimal:
        """Both together: expenditure on the budget basis."""
        return self.committed + self.spent


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """One object of a commitment, as one contribution pays for it, in dollars."""

    contribution: UUID
    contribution_reference: str
    spent_on: str
    committed: Decimal
    spent: Decimal


def _direct(code: str, words: Words) -> Field[WantedDetails]:
    return Field(code, words, lambda one: one.direct.get(code, ""), entry=Entry(most=24))


REFERENCE = Field[CommitmentFacts | WantedDetails](
    "reference",
    _("What it is committed for"),
    lambda one: one.reference,
    entry=Entry(
        needed=_("Write for what it is committed."),
        hint=_(
            "The reference of the activity or the request, the same for ever. A second commitment adds to the first."
        ),
        most=100,
        example="WORKSHOP-2009-3",
    ),
)
ON = Field[WantedDetails](
    "on", _("Day"), lambda one: one.on, Kind.DAY, entry=Entry(needed=_("Write the day of the commitment."))
)
STATES = Field[WantedDetails](
    "states",
    _("For these States"),
    lambda one: " ".join(one.states),
    entry=Entry(hint=_("Codes with a space between them, such as MLI NER. Leave empty what serves all States.")),
)
THEME = Field[WantedDetails]("theme", _("Theme"), lambda one: one.theme, choices=THEMES, entry=Entry())
KIND = Field[WantedDetails]("kind", _("Kind of activity"), lambda one: one.kind, choices=ACTIVITIES, entry=Entry())
DIRECT = tuple(_direct(code, words) for code, words in OBJECTS.items() if code != SUPPORT)
"""An amount for each object of expenditure; what is not needed stays empty."""
WANTED: tuple[Field[Any], ...] = (REFERENCE, ON, STATES, THEME, KIND, *DIRECT)
AMOUNT = Field[PartDetails](
    "amount",
    _("Direct cost, US$"),
    lambda one: one.amount,
    entry=Entry(
        needed=_("Write the amount in figures."), hint=_("Without programme support cost, which is reckoned."), most=24
    ),
)
ASKED: tuple[Field[Any], ...] = (ON, STATES, THEME, KIND, AMOUNT)
"""What is asked to see what may pay."""

SPENT_ON = Field[PartDetails](
    "object",
    _("Object of expenditure"),
    lambda one: one.spent_on,
    choices=OBJECTS,
    entry=Entry(needed=_("Choose the object of expenditure.")),
)
PART_ON = Field[PartDetails](
    "on", _("Day"), lambda one: one.on, Kind.DAY, entry=Entry(needed=_("Write the day on which it happened."))
)
DOCUMENT = Field[PartDetails](
    "document",
    _("Document of the accounts"),
    lambda one: one.document,
    entry=Entry(hint=_("By it, expenditure that is recorded twice is noticed."), most=100),
)
PARTNER = Field[PartDetails]("partner", _("Partner who was paid"), lambda one: one.partner, entry=Entry(most=200))
STATE = Field[PartDetails](
    "state", _("State"), lambda one: one.state, entry=Entry(hint=_("Code of the State that it served."), most=3)
)
NOTE = Field[PartDetails]("note", _("Note"), lambda one: one.note, entry=Entry(most=500))
RELEASED = (SPENT_ON, AMOUNT, PART_ON)
SPENT = (SPENT_ON, AMOUNT, PART_ON, DOCUMENT, PARTNER, STATE, NOTE)

SHOWN = (
    REFERENCE,
    Field[CommitmentFacts]("state", _("State"), lambda one: one.state),
    Field[CommitmentFacts]("since", _("Committed since"), lambda one: one.since, Kind.DAY, order=lambda one: one.since),
    Field[CommitmentFacts]("latest", _("Last change"), lambda one: one.latest, Kind.DAY, in_files_only=True),
    Field[CommitmentFacts](
        "committed", _("Still committed, US$"), lambda one: one.committed, Kind.AMOUNT, order=lambda one: one.committed
    ),
    Field[CommitmentFacts]("spent", _("Spent, US$"), lambda one: one.spent, Kind.AMOUNT, order=lambda one: one.spent),
    Field[CommitmentFacts]("total", _("Together, US$"), lambda one: one.total, Kind.AMOUNT),
)
"""What lists and files show; amounts with programme support cost."""


def wanted_of(given: Given) -> WantedDetails:
    """Return what is to be paid for as somebody wrote it."""
    return WantedDetails(
        reference=given.text(REFERENCE),
        on=given.day(ON),
        states=codes_in(given.text(STATES)),
        theme=given.text(THEME),
        kind=given.text(KIND),
        direct={one.key: given.text(one) for one in DIRECT if given.text(one)},
    )


def part_of(given: Given) -> PartDetails:
    """Return what is released or spent as somebody wrote it."""
    return PartDetails(
        spent_on=given.text(SPENT_ON),
        amount=given.text(AMOUNT),
        on=given.day(PART_ON),
        document=given.text(DOCUMENT),
        partner=given.text(PARTNER),
        state=given.text(STATE).upper(),
        note=given.text(NOTE),
    )

"""The fields of the way to joining an instrument, and of its steps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.assistance.joining_way import StepStanding, Way, WayStep
from accede.core.explain import Finding
from accede.foundation.access import Scope
from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given, Words
from accede.modules.outcomes.models import JoiningWay

STEPS: Mapping[str, Words] = {
    WayStep.DECISION.value: _("Decision to join"),
    WayStep.TRANSLATION.value: _("Translation of the text"),
    WayStep.CABINET.value: _("Approval by the cabinet"),
    WayStep.PARLIAMENT.value: _("Approval by parliament"),
    WayStep.PUBLICATION.value: _("Publication"),
    WayStep.INSTRUMENT.value: _("Signature of the instrument of joining"),
    WayStep.DEPOSIT.value: _("Deposit with the depositary"),
}
STANDINGS: Mapping[str, Words] = {
    StepStanding.OPEN.value: pgettext_lazy("step to joining", "Not planned yet"),
    StepStanding.PLANNED.value: pgettext_lazy("step to joining", "Planned"),
    StepStanding.OVERDUE.value: pgettext_lazy("step to joining", "The planned day has passed"),
    StepStanding.DONE.value: pgettext_lazy("step to joining", "Done"),
    StepStanding.NOT_NEEDED.value: pgettext_lazy("step to joining", "Not needed"),
}


@dataclass(frozen=True, slots=True)
class StepDetails:
    """What somebody tells of a step."""

    who: str
    planned_on: date | None
    done_on: date | None
    not_needed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts(StepDetails):
    """A step as it is shown."""

    step: str
    standing: str
    document: UUID | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The instrument to which a way leads."""

    instrument: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WayFacts:
    """A way as the product shows it on a day.

    `deposited_on`: as the register holds it; `takes_effect`: the day on which the instrument is in force for the State,
    computed from the deposit, or from the day that is planned for it.
    """

    number: int
    owner: Scope
    state: str
    state_name: str
    instrument: str
    title: str
    request: int
    steps: tuple[StepFacts, ...]
    finding: Finding[Way]
    deposited_on: date | None
    takes_effect: Finding[date | None]

    @property
    def next_step(self) -> str:
        """The next step; nothing once the deposit has closed the way."""
        return self.finding.answer.next_step or ""

    @property
    def planned_deposit(self) -> date | None:
        """The day that is planned for the deposit."""
        return next((one.planned_on for one in self.steps if one.step == WayStep.DEPOSIT), None)


INSTRUMENT = Field[Chosen](
    "instrument",
    _("Instrument"),
    lambda one: one.instrument,
    entry=Entry(needed=_("Choose the instrument that the State is to join.")),
)
WHO = Field[StepDetails](
    "who",
    _("Who takes this step"),
    lambda one: one.who,
    entry=Entry(hint=_("The authority or office, not a person."), most=300),
)
PLANNED_ON = Field[StepDetails]("planned_on", _("Planned for"), lambda one: one.planned_on, Kind.DAY, entry=Entry())
DONE_ON = Field[StepDetails]("done_on", _("Done on"), lambda one: one.done_on, Kind.DAY, entry=Entry())
NOT_NEEDED = Field[StepDetails](
    "not_needed",
    _("Not needed, because"),
    lambda one: one.not_needed,
    entry=Entry(
        hint=_("Where the law of the State does not ask for this step: which provision says so."), most=500, lines=2
    ),
)
TOLD = (WHO, PLANNED_ON, DONE_ON, NOT_NEEDED)
TOLD_OF_DEPOSIT = (WHO, PLANNED_ON)
"""That it was made is no statement: the register holds the act."""
TITLE = Field[WayFacts]("title", _("Instrument"), lambda one: one.title)
STATE_NAME = Field[WayFacts]("state_name", _("State"), lambda one: one.state_name)
NEXT_STEP = Field[WayFacts](
    "next_step", _("Next step"), lambda one: one.next_step, choices={**STEPS, "": _("None: the deposit is made")}
)
PLANNED = Field[WayFacts]("planned_deposit", _("Deposit planned for"), lambda one: one.planned_deposit, Kind.DAY)
DEPOSITED = Field[WayFacts]("deposited_on", _("Deposited on"), lambda one: one.deposited_on, Kind.DAY)
EFFECT = Field[WayFacts](
    "takes_effect", _("In force for the State on (computed)"), lambda one: one.takes_effect.answer, Kind.DAY
)
STATE = Field[WayFacts](
    "state",
    _("Code of the State"),
    lambda one: one.state,
    column=JoiningWay.state_code,
    is_filter=True,
    in_files_only=True,
)
KEY = Field[WayFacts](
    "instrument",
    _("Key of the instrument"),
    lambda one: one.instrument,
    column=JoiningWay.instrument,
    in_files_only=True,
)
NUMBER = Field[WayFacts]("number", _("Number"), lambda one: str(one.number), in_files_only=True)
SHOWN: tuple[Field[WayFacts], ...] = (TITLE, STATE_NAME, NEXT_STEP, PLANNED, DEPOSITED, EFFECT, STATE, KEY, NUMBER)
"""What lists and files show."""
ON_ITS_PAGE = (STATE_NAME, NEXT_STEP, PLANNED, DEPOSITED, EFFECT)


def step_of(given: Given) -> StepDetails:
    """Return a step as somebody told of it."""
    return StepDetails(given.text(WHO), given.day(PLANNED_ON), given.day(DONE_ON), given.text(NOT_NEEDED))

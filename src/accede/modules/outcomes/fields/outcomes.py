"""The fields of outcomes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.core.assistance.outcomes import OutcomeStatus
from accede.core.explain import Finding
from accede.foundation.access import Scope
from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given
from accede.modules.outcomes.fields.codes import ANSWERS, KINDS, STATUSES
from accede.modules.outcomes.models import Outcome


@dataclass(frozen=True, slots=True)
class OutcomeDetails:
    """An outcome as somebody reports it; `contributed`: such as "activity:12"."""

    state: str
    kind: str
    title: str
    reference: str
    happened_on: date | None
    contributed: tuple[str, ...]
    how: str
    said_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpFacts:
    """Assistance that contributed, as far as the reader may see it."""

    kind: str
    key: str
    called: str
    began_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeFacts(OutcomeDetails):
    """An outcome as the product shows it on a day. `helped`: of the assistance, what the reader may see."""

    number: int
    owner: Scope
    state_name: str
    helped: tuple[HelpFacts, ...]
    finding: Finding[OutcomeStatus]
    next_due: date | None
    last_answer: str
    proof: UUID | None
    reported_on: date
    is_taken_back: bool
    why_taken_back: str

    @property
    def status(self) -> str:
        """Whether it counts."""
        return self.finding.answer.value


STATE = Field[OutcomeDetails](
    "state",
    _("State"),
    lambda one: one.state,
    column=Outcome.state_code,
    is_filter=True,
    entry=Entry(needed=_("Choose the State.")),
    in_files_only=True,
)
KIND = Field[OutcomeDetails](
    "kind",
    _("What came about"),
    lambda one: one.kind,
    column=Outcome.kind,
    choices=KINDS,
    is_filter=True,
    entry=Entry(needed=_("Choose what came about.")),
)
TITLE = Field[OutcomeDetails](
    "title",
    _("In a sentence"),
    lambda one: one.title,
    column=Outcome.title,
    is_filter=True,
    entry=Entry(needed=_("Write in a sentence what came about."), most=300),
)
REFERENCE = Field[OutcomeDetails](
    "reference",
    _("Where the record holds it"),
    lambda one: one.reference,
    entry=Entry(
        needed=_("Name the fact: the instrument, the law, the authority, or the other State."),
        hint=_(
            "An instrument by its key, such as FINANCING-1999; a law or an authority by its name as it is recorded "
            "here; of a treaty, the code of the other State."
        ),
        most=400,
    ),
    in_files_only=True,
)
HAPPENED_ON = Field[OutcomeDetails](
    "happened_on",
    _("Day"),
    lambda one: one.happened_on,
    Kind.DAY,
    column=Outcome.happened_on,
    entry=Entry(
        needed=_("Write the day on which it came about."),
        hint=_("Of a law, the day of its entry into force; of a treaty, that of its signature."),
    ),
)
CONTRIBUTED = Field[OutcomeDetails](
    "contributed",
    _("Assistance that contributed"),
    lambda one: one.contributed,
    several=True,
    in_files_only=True,
    entry=Entry(needed=_("Choose the assistance that contributed.")),
)
HOW = Field[OutcomeDetails](
    "how",
    _("What the assistance contributed"),
    lambda one: one.how,
    in_files_only=True,
    entry=Entry(
        needed=_("Write what the assistance contributed."),
        hint=_("The decision was the State’s own: say what was contributed, not what was caused."),
        most=2000,
        lines=4,
    ),
)
SAID_BY = Field[OutcomeDetails](
    "said_by",
    _("Reported by"),
    lambda one: one.said_by,
    in_files_only=True,
    entry=Entry(
        needed=_("Write who reported it, and where."),
        hint=_("A note verbale, an official gazette, a report of a visit."),
        most=300,
    ),
)
STATED = (KIND, TITLE, REFERENCE, HAPPENED_ON, CONTRIBUTED, HOW, SAID_BY)
"""What is stated of an outcome of a State that is chosen."""
STATE_NAME = Field[OutcomeFacts]("state_name", _("State"), lambda one: one.state_name)
STATUS = Field[OutcomeFacts]("status", _("Does it count?"), lambda one: one.status, choices=STATUSES)
HELPED = Field[OutcomeFacts](
    "helped", _("Assistance that contributed"), lambda one: [each.called for each in one.helped], several=True
)
NEXT_DUE = Field[OutcomeFacts]("next_due", _("Next follow-up"), lambda one: one.next_due, Kind.DAY)
LAST_ANSWER = Field[OutcomeFacts](
    "last_answer", _("Last answer"), lambda one: one.last_answer, choices=ANSWERS, in_files_only=True
)
REPORTED_ON = Field[OutcomeFacts](
    "reported_on", _("Reported on"), lambda one: one.reported_on, Kind.DAY, in_files_only=True
)
NUMBER = Field[OutcomeFacts]("number", _("Number"), lambda one: str(one.number), in_files_only=True)
SHOWN: tuple[Field[OutcomeFacts], ...] = (
    TITLE, STATE_NAME, KIND, HAPPENED_ON, STATUS, HELPED, NEXT_DUE, STATE, REFERENCE, HOW, SAID_BY, REPORTED_ON,
    LAST_ANSWER, NUMBER,
)  # fmt: skip
"""What lists and files show."""
ON_ITS_PAGE: tuple[Field[OutcomeFacts], ...] = (
    STATE_NAME, KIND, HAPPENED_ON, STATUS, REFERENCE, HOW, SAID_BY, REPORTED_ON,
)  # fmt: skip


def outcome_of(given: Given, *, state: str) -> OutcomeDetails:
    """Return an outcome as somebody reported it."""
    return OutcomeDetails(
        state=state,
        kind=given.text(KIND),
        title=given.text(TITLE),
        reference=given.text(REFERENCE),
        happened_on=given.day(HAPPENED_ON),
        contributed=given.texts(CONTRIBUTED),
        how=given.text(HOW),
        said_by=given.text(SAID_BY),
    )

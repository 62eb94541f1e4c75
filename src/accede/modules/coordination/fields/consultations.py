"""The fields of consultations, of the answers to them, and what settles an objection."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.core.coordination.working_days import MOST
from accede.foundation.access import Scope
from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given, Named
from accede.modules.assessments.fields.codes import TOPICS
from accede.modules.coordination.fields.codes import ANSWERS, NOTED, STATES, STRENGTHS, THROUGH
from accede.modules.coordination.models import Consultation

YES_NO = {"no": _("No"), "yes": _("Yes")}


@dataclass(frozen=True, slots=True)
class ConsultationDetails:
    """A consultation as an officer opens it; `working_days` as it was written."""

    focal_point: UUID | None
    strength: str
    working_days: str
    words: str


@dataclass(frozen=True, slots=True)
class AnswerDetails:
    """What a body answers: a step, why it objects, whether it wants to lead; by a letter, on which day it came."""

    answer: str
    words: str = ""
    wants_lead: bool = False
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """How an objection was settled."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationFacts:
    """A consultation as the product shows it; what the body was told of the thing stands in it, and nothing more."""

    number: int
    owner: Scope
    body: str
    body_name: str
    office: str
    subject_kind: str
    subject_key: str
    subject_words: str
    title: str
    states: tuple[str, ...]
    state_names: tuple[str, ...]
    topics: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    strength: str
    words: str
    working_days: int
    stage: str
    sent_on: date | None
    object_until: date | None
    answered_on: date | None
    answered_through: str
    objection: str
    reason: str
    wants_lead: bool
    paper: UUID | None
    resolution: UUID | None
    waits_for: str

    @property
    def called(self) -> str:
        """What it is called."""
        return f"{self.body} – {self.title}" if self.title else f"{self.body} – {self.number}"


FOCAL_POINT = Field[ConsultationDetails](
    "focal_point",
    _("Whom to consult"),
    lambda one: one.focal_point,
    entry=Entry(needed=_("Choose the body and its office."), hint=_("Focal points are recorded on their own page.")),
)
STRENGTH = Field[ConsultationDetails | ConsultationFacts](
    "strength",
    _("How closely"),
    lambda one: one.strength,
    column=Consultation.strength,
    choices=STRENGTHS,
    is_filter=True,
    entry=Entry(needed=_("Choose how closely the body takes part.")),
    in_files_only=True,
)
WORKING_DAYS = Field[ConsultationDetails](
    "working_days",
    _("Working days to answer"),
    lambda one: one.working_days,
    entry=Entry(
        needed=_("Write how many working days the body has."),
        hint=_("Counted in the working week of its office, from the day after it is sent."),
        most=9,
    ),
)
ASKED = Field[ConsultationDetails](
    "words",
    _("What you tell and ask"),
    lambda one: one.words,
    entry=Entry(
        needed=_("Write what you tell and ask."),
        hint=_("In the language of the office. Nothing confidential: the body reads these words as they are."),
        most=5000,
        lines=6,
    ),
)
STATED = (FOCAL_POINT, STRENGTH, WORKING_DAYS, ASKED)
"""What is stated of a consultation when it is opened."""

ANSWER = Field[AnswerDetails](
    "answer",
    _("Your answer"),
    lambda one: one.answer,
    choices=ANSWERS,
    entry=Entry(needed=_("Choose your answer.")),
)
NOTED_ANSWER = Field[AnswerDetails](
    "answer",
    _("What the body answered"),
    lambda one: one.answer,
    choices=NOTED,
    entry=Entry(needed=_("Choose what the body answered.")),
)
WHY = Field[AnswerDetails](
    "reason",
    _("Why, or what should change"),
    lambda one: one.words,
    entry=Entry(hint=_("An objection needs it."), most=1000, lines=5),
)
LEAD = Field[AnswerDetails](
    "wants_lead",
    _("Does the body want to lead this?"),
    lambda one: "yes" if one.wants_lead else "no",
    choices=YES_NO,
    entry=Entry(hint=_("Several bodies may take part; one leads.")),
)
ON = Field[AnswerDetails](
    "on", _("Day of the answer"), lambda one: one.on, Kind.DAY, entry=Entry(needed=_("Write the day of the answer."))
)
ANSWERED = (ANSWER, WHY, LEAD)
"""What a body states when it answers."""
NOTED_STATED = (NOTED_ANSWER, ON, WHY, LEAD)
"""What an officer states of an answer that came by letter."""
HOW = Field[Settled](
    "reason",
    _("How it was settled"),
    lambda one: one.words,
    entry=Entry(needed=_("Write how the objection was settled."), most=1000, lines=5),
)
SETTLED = (HOW,)

CALLED = Field[ConsultationFacts]("called", _("Consultation"), lambda one: one.called)
BODY_NAME = Field[ConsultationFacts]("body_name", _("Body"), lambda one: one.body_name)
OFFICE = Field[ConsultationFacts]("office", _("Office"), lambda one: one.office, in_files_only=True)
SUBJECT = Field[ConsultationFacts]("subject", _("About"), lambda one: one.subject_words)
STATE_NAMES = Field[ConsultationFacts]("states", _("States"), lambda one: one.state_names, several=True)
TOPIC = Field[ConsultationFacts](
    "topics", _("Topics"), lambda one: one.topics, choices=TOPICS, several=True, in_files_only=True
)
FIRST_DAY = Field[ConsultationFacts](
    "first_day", _("First day"), lambda one: one.first_day, Kind.DAY, column=Consultation.first_day, in_files_only=True
)
LAST_DAY = Field[ConsultationFacts](
    "last_day", _("Last day"), lambda one: one.last_day, Kind.DAY, column=Consultation.last_day, in_files_only=True
)
STAGE = Field[ConsultationFacts](
    "stage",
    _("Where it is"),
    lambda one: one.stage,
    column=Consultation.state,
    choices=STATES,
    is_filter=True,
)
SENT_ON = Field[ConsultationFacts](
    "sent_on", _("Sent on"), lambda one: one.sent_on, Kind.DAY, column=Consultation.sent_on
)
UNTIL = Field[ConsultationFacts](
    "object_until", _("Answer until"), lambda one: one.object_until, Kind.DAY, column=Consultation.object_until
)
ANSWERED_ON = Field[ConsultationFacts](
    "answered_on", _("Answered on"), lambda one: one.answered_on, Kind.DAY, column=Consultation.answered_on
)
CAME = Field[ConsultationFacts](
    "answered_through", _("How it came"), lambda one: one.answered_through, choices=THROUGH, in_files_only=True
)
OBJECTION = Field[ConsultationFacts]("objection", _("Objection"), lambda one: one.objection, in_files_only=True)
REASON = Field[ConsultationFacts]("reason", _("Reason"), lambda one: one.reason, in_files_only=True)
WANTS_LEAD = Field[ConsultationFacts](
    "wants_lead", _("Wants to lead"), lambda one: one.wants_lead, Kind.YES_OR_NO, in_files_only=True
)
NUMBER = Field[ConsultationFacts]("number", _("Number"), lambda one: str(one.number), in_files_only=True)
BODY_CODE = Field[ConsultationFacts](
    "body", _("Key of the body"), lambda one: one.body, column=Consultation.body, is_filter=True, in_files_only=True
)
SHOWN: tuple[Field[ConsultationFacts], ...] = (
    CALLED,
    BODY_NAME,
    SUBJECT,
    STATE_NAMES,
    STAGE,
    SENT_ON,
    UNTIL,
    ANSWERED_ON,
    STRENGTH,
    OFFICE,
    TOPIC,
    FIRST_DAY,
    LAST_DAY,
    CAME,
    OBJECTION,
    REASON,
    WANTS_LEAD,
    BODY_CODE,
    NUMBER,
)
"""What lists and files show."""
ON_ITS_PAGE = tuple(field for field in SHOWN if field.key not in {"called", "body", "number"})
TOLD = (BODY_NAME, OFFICE, SUBJECT, STATE_NAMES, TOPIC, FIRST_DAY, LAST_DAY, STRENGTH, SENT_ON, UNTIL)
"""What somebody is shown who answers by a link."""
STAGE_IN_RECORD = Named("state", _("Where it is"), STATES)


def consultation_of(given: Given) -> ConsultationDetails:
    """Return a consultation as an officer opened it."""
    return ConsultationDetails(
        given.key_of_thing(FOCAL_POINT), given.text(STRENGTH), given.text(WORKING_DAYS), given.text(ASKED)
    )


def answer_of(given: Given) -> AnswerDetails:
    """Return an answer as somebody stated it."""
    wants_lead = given.text(LEAD) == "yes"
    return AnswerDetails(given.text(ANSWER), given.text(WHY), wants_lead, given.day(ON))


def most_working_days() -> str:
    """Return what to say to who writes no number of days that can be."""
    return _("Write a number of working days from 1 to %(most)s, in figures.") % {"most": MOST}

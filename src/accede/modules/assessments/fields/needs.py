"""The fields of needs: as the State and the programme see them, and as those see them with whom they are shared."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given
from accede.modules.assessments.fields.codes import PRIORITIES, TOPICS
from accede.modules.assessments.models import Need, SharedNeed


@dataclass(frozen=True, slots=True)
class NeedDetails:
    """A need as somebody describes it; `assessment` and `finding` by number."""

    state: str
    title: str
    topic: str
    what: str
    instruments: tuple[str, ...] = ()
    assessment: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True)
class PriorityDetails:
    """The priority to which the State agrees, and when it did."""

    priority: str
    priority_agreed_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedFacts(NeedDetails):
    """A need as the product shows it."""

    id: UUID
    state_name: str
    assessment_title: str
    priority: str
    priority_agreed_on: date | None
    priority_document: UUID | None
    shared_with: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedNeedFacts:
    """A need as an organisation is shown it; `found`: the finding behind it, where the State lets that be shared."""

    id: UUID
    organisation: UUID
    state: str
    state_name: str
    title: str
    topic: str
    what: str
    instruments: tuple[str, ...]
    priority: str
    found: str
    shared_on: date
    until: date


STATE = Field[NeedDetails]("state", _("State"), lambda one: one.state, entry=Entry(needed=_("Choose the State.")))
STATE_NAME = Field[NeedFacts | SharedNeedFacts]("state_name", _("State"), lambda one: one.state_name)
STATE_CODE = Field[NeedFacts](
    "state", _("Code of the State"), lambda one: one.state, column=Need.state_code, is_filter=True, in_files_only=True
)
TITLE = Field[NeedDetails](
    "title",
    _("Need"),
    lambda one: one.title,
    column=Need.title,
    is_filter=True,
    entry=Entry(needed=_("Write in a few words what is needed."), most=200),
)
TOPIC = Field[NeedDetails](
    "topic",
    _("Topic"),
    lambda one: one.topic,
    column=Need.topic,
    choices=TOPICS,
    is_filter=True,
    entry=Entry(needed=_("Choose the topic.")),
)
WHAT = Field[NeedDetails](
    "what",
    _("What is needed"),
    lambda one: one.what,
    in_files_only=True,
    entry=Entry(needed=_("Write what is needed, so that somebody could offer it."), most=4000, lines=5),
)
INSTRUMENTS = Field[NeedDetails](
    "instruments", _("Instruments"), lambda one: one.instruments, several=True, in_files_only=True, entry=Entry()
)
ASSESSMENT = Field[NeedDetails](
    "assessment", _("Found by the visit or desk review"), lambda one: one.assessment, entry=Entry()
)
FINDING = Field[NeedDetails](
    "finding", _("Finding"), lambda one: one.finding, entry=Entry(hint=_("Of the same visit or desk review."))
)
ASSESSMENT_TITLE = Field[NeedFacts](
    "assessment", _("Found by the visit or desk review"), lambda one: one.assessment_title, in_files_only=True
)
PRIORITY = Field[NeedFacts | PriorityDetails](
    "priority",
    _("Priority agreed by the State"),
    lambda one: one.priority,
    column=Need.priority,
    choices=PRIORITIES,
    is_filter=True,
    entry=Entry(needed=_("Choose the priority.")),
)
AGREED_ON = Field[NeedFacts | PriorityDetails](
    "priority_agreed_on",
    _("Agreed on"),
    lambda one: one.priority_agreed_on,
    Kind.DAY,
    column=Need.priority_agreed_on,
    entry=Entry(needed=_("Write the day on which the State agreed.")),
)
SHARED_WITH = Field[NeedFacts]("shared_with", _("Shared with"), lambda one: one.shared_with, several=True)
KEY = Field[NeedFacts | SharedNeedFacts]("id", _("Key"), lambda one: one.id, in_files_only=True)
STATED = (STATE, TITLE, TOPIC, WHAT, INSTRUMENTS, ASSESSMENT, FINDING)
"""What people state of a need."""
AGREED = (PRIORITY, AGREED_ON)
SHOWN = (
    TITLE, STATE_NAME, TOPIC, PRIORITY, AGREED_ON, SHARED_WITH, WHAT, INSTRUMENTS, ASSESSMENT_TITLE, STATE_CODE,
    KEY,
)  # fmt: skip
"""What lists and files show of needs."""

_TITLE = Field[SharedNeedFacts]("title", _("Need"), lambda one: one.title, column=SharedNeed.title, is_filter=True)
_TOPIC = Field[SharedNeedFacts](
    "topic", _("Topic"), lambda one: one.topic, column=SharedNeed.topic, choices=TOPICS, is_filter=True
)
_PRIORITY = Field[SharedNeedFacts](
    "priority",
    _("Priority agreed by the State"),
    lambda one: one.priority,
    column=SharedNeed.priority,
    choices=PRIORITIES,
    is_filter=True,
)
_SHARED_ON = Field[SharedNeedFacts](
    "shared_on", _("Shared on"), lambda one: one.shared_on, Kind.DAY, column=SharedNeed.shared_on
)
_UNTIL = Field[SharedNeedFacts]("until", _("Shown until"), lambda one: one.until, Kind.DAY, column=SharedNeed.until)
_WHAT = Field[SharedNeedFacts]("what", _("What is needed"), lambda one: one.what, in_files_only=True)
_FOUND = Field[SharedNeedFacts]("found", _("What was found"), lambda one: one.found, in_files_only=True)
_INSTRUMENTS = Field[SharedNeedFacts](
    "instruments", _("Instruments"), lambda one: one.instruments, several=True, in_files_only=True
)
_STATE_CODE = Field[SharedNeedFacts](
    "state",
    _("Code of the State"),
    lambda one: one.state,
    column=SharedNeed.state_code,
    is_filter=True,
    in_files_only=True,
)
SHARED_SHOWN = (
    _TITLE, STATE_NAME, _TOPIC, _PRIORITY, _SHARED_ON, _UNTIL, _WHAT, _FOUND, _INSTRUMENTS, _STATE_CODE, KEY
)  # fmt: skip
"""What an organisation is shown of the needs that are shared with it."""


def need_of(given: Given) -> NeedDetails:
    """Return a need as somebody described it."""
    return NeedDetails(
        state=given.text(STATE),
        title=given.text(TITLE),
        topic=given.text(TOPIC),
        what=given.text(WHAT),
        instruments=given.texts(INSTRUMENTS),
        assessment=given.text(ASSESSMENT),
        finding=given.text(FINDING),
    )


def priority_of(given: Given) -> PriorityDetails:
    """Return the priority to which a State agrees."""
    return PriorityDetails(given.text(PRIORITY), given.day(AGREED_ON))

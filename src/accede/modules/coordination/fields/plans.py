"""The fields of what bodies plan."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.foundation.access import Level, Scope
from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given, Words
from accede.modules.assessments.fields.codes import TOPICS
from accede.modules.coordination.models import PlanEntry
from accede.modules.reference.fields.groups import GROUPS

SHARED, ALONE = Level.PROGRAMME.value, Level.OWNER_CONFIDENTIAL.value
LEVELS: dict[str, Words] = {
    SHARED: _("The body and the programme"),
    ALONE: _("The body alone"),
}
YES_NO = {"no": _("No"), "yes": _("Yes")}


@dataclass(frozen=True, slots=True)
class PlanDetails:
    """A plan as somebody states it; `states` as they were written."""

    body: str
    title: str
    states: str
    regions: tuple[str, ...]
    topics: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    source: str
    level: str
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts(PlanDetails):
    """A plan as the product shows it."""

    number: int
    owner: Scope
    known_as: str
    language: str
    body_name: str
    codes: tuple[str, ...]
    within: tuple[str, ...]
    state_names: tuple[str, ...]
    brought: int | None
    recorded_on: date


BODY = Field[PlanDetails](
    "body",
    _("Body"),
    lambda one: one.body,
    column=PlanEntry.body,
    is_filter=True,
    entry=Entry(needed=_("Choose the body."), hint=_("Bodies of which an office is recorded here.")),
    in_files_only=True,
)
TITLE = Field[PlanDetails](
    "title",
    _("Title"),
    lambda one: one.title,
    column=PlanEntry.title,
    is_filter=True,
    entry=Entry(needed=_("Write a title by which it can be told from others."), most=300),
)
STATES = Field[PlanDetails](
    "states",
    _("For these States"),
    lambda one: one.states,
    in_files_only=True,
    entry=Entry(hint=_("Codes with a space between them, such as MLI NER.")),
)
REGIONS = Field[PlanDetails](
    "regions",
    _("For these regions as a whole"),
    lambda one: one.regions,
    choices=GROUPS,
    several=True,
    entry=Entry(hint=_("Regional groups of the United Nations.")),
)
TOPIC = Field[PlanDetails](
    "topics",
    _("Topics"),
    lambda one: one.topics,
    choices=TOPICS,
    several=True,
    entry=Entry(hint=_("Where none is chosen, overlaps are looked for by the words of the title.")),
)
FIRST_DAY = Field[PlanDetails](
    "first_day",
    _("First day"),
    lambda one: one.first_day,
    Kind.DAY,
    column=PlanEntry.first_day,
    entry=Entry(needed=_("Write its first day.")),
)
LAST_DAY = Field[PlanDetails](
    "last_day",
    _("Last day"),
    lambda one: one.last_day,
    Kind.DAY,
    column=PlanEntry.last_day,
    entry=Entry(hint=_("Where it takes one day alone, leave it empty.")),
)
SOURCE = Field[PlanDetails](
    "source",
    _("Where this is from"),
    lambda one: one.source,
    entry=Entry(hint=_("A letter, a page, a meeting, with its day."), most=500),
    in_files_only=True,
    may_break=True,
)
LEVEL = Field[PlanDetails](
    "level",
    _("Who sees it"),
    lambda one: one.level,
    column=PlanEntry.level,
    choices=LEVELS,
    entry=Entry(needed=_("Choose who sees it.")),
)
CANCELLED = Field[PlanDetails](
    "is_cancelled",
    _("Was it cancelled?"),
    lambda one: "yes" if one.is_cancelled else "no",
    choices=YES_NO,
    entry=Entry(),
    in_files_only=True,
)
STATED = (BODY, TITLE, STATES, REGIONS, TOPIC, FIRST_DAY, LAST_DAY, SOURCE, LEVEL, CANCELLED)
"""What people state of a plan."""
BODY_NAME = Field[PlanFacts]("body_name", _("Body"), lambda one: one.body_name)
STATE_NAMES = Field[PlanFacts]("state_names", _("States"), lambda one: one.state_names, several=True)
STATE_CODES = Field[PlanFacts]("states", _("Codes of States"), lambda one: one.codes, several=True, in_files_only=True)
RECORDED_ON = Field[PlanFacts](
    "recorded_on", _("Recorded on"), lambda one: one.recorded_on, Kind.DAY, in_files_only=True
)
STANDS = Field[PlanFacts](
    "status",
    pgettext_lazy("plan", "Does it stand?"),
    lambda one: "cancelled" if one.is_cancelled else "planned",
    choices={"planned": pgettext_lazy("plan", "Planned"), "cancelled": pgettext_lazy("plan", "Cancelled")},
)
KNOWN_AS = Field[PlanFacts]("known_as", _("Key in its file"), lambda one: one.known_as, in_files_only=True)
BROUGHT = Field[PlanFacts]("brought", _("Number of its import"), lambda one: str(one.brought or ""), in_files_only=True)
NUMBER = Field[PlanFacts]("number", _("Number"), lambda one: str(one.number), in_files_only=True)
SHOWN: tuple[Field[PlanFacts], ...] = (
    TITLE, BODY_NAME, STATE_NAMES, REGIONS, TOPIC, FIRST_DAY, LAST_DAY, STANDS, LEVEL, SOURCE, BODY, STATE_CODES,
    RECORDED_ON, BROUGHT, KNOWN_AS, NUMBER,
)  # fmt: skip
"""What lists and files show."""
ON_ITS_PAGE = tuple(field for field in SHOWN if field.key not in {"title", "body", "states", "number", "known_as"})
COLUMNS = (
    "title", "states", "regions", "topics", "first_day", "last_day", "source", "level", "cancelled", "reference",
    "language",
)  # fmt: skip
"""What a table of plans can say of each."""


def plan_of(given: Given) -> PlanDetails:
    """Return a plan as somebody stated it."""
    first = given.day(FIRST_DAY)
    return PlanDetails(
        body=given.text(BODY),
        title=given.text(TITLE),
        states=given.text(STATES),
        regions=given.texts(REGIONS),
        topics=given.texts(TOPIC),
        first_day=first,
        last_day=given.day(LAST_DAY) or first,
        source=given.text(SOURCE),
        level=given.text(LEVEL),
        is_cancelled=given.text(CANCELLED) == "yes",
    )

"""The fields of activities."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.assistance.activities import ActivityState
from accede.foundation.access import Scope
from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given, Named
from accede.foundation.fields.field import Words
from accede.foundation.texts import format_amount
from accede.modules.assessments.fields.codes import TOPICS
from accede.modules.assistance.models import Activity
from accede.modules.resources.fields.codes import ACTIVITIES, OBJECTS
from accede.modules.resources.fields.contributions import codes_in

ACTIVITY_STATES: dict[str, Words] = {
    ActivityState.PLANNED.value: pgettext_lazy("activity", "Planned"),
    ActivityState.APPROVED.value: pgettext_lazy("activity", "Approved"),
    ActivityState.IN_DELIVERY.value: pgettext_lazy("activity", "In delivery"),
    ActivityState.DELIVERED.value: pgettext_lazy("activity", "Delivered"),
    ActivityState.CANCELLED.value: pgettext_lazy("activity", "Cancelled"),
}
ROLES: dict[str, Words] = {
    "lead": pgettext_lazy("partner", "Lead"),
    "co_organiser": pgettext_lazy("partner", "Co-organiser"),
    "funder": pgettext_lazy("partner", "Funder"),
    "host": pgettext_lazy("partner", "Host"),
    "observer": pgettext_lazy("partner", "Observer"),
}
FUNDING: dict[str, Words] = {
    "funded": _("Funded"),
    "unfunded": _("Unfunded"),
    "not_asked": _("Not yet asked for"),
}


@dataclass(frozen=True, slots=True)
class ActivityDetails:
    """An activity as somebody plans it; `costs` a line each, as they were written."""

    title: str
    objective: str
    kind: str
    states: tuple[str, ...]
    organisations: tuple[str, ...]
    requests: tuple[str, ...]
    topics: tuple[str, ...]
    languages: tuple[str, ...]
    cited: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    costs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFacts(ActivityDetails):
    """An activity as the product shows it; amounts in dollars, support cost included."""

    number: int
    owner: Scope
    outcome: UUID | None
    state: str
    reason: str
    beneficiary_names: tuple[str, ...]
    request_names: tuple[str, ...]
    partner_names: tuple[str, ...]
    funding: str
    committed: Decimal
    gap: Decimal


TITLE = Field[ActivityDetails](
    "title",
    _("Title"),
    lambda one: one.title,
    column=Activity.title,
    is_filter=True,
    entry=Entry(needed=_("Write a title by which it can be told from others."), most=200),
)
OBJECTIVE = Field[ActivityDetails](
    "objective",
    _("Objective"),
    lambda one: one.objective,
    in_files_only=True,
    entry=Entry(needed=_("Write what it is to change."), most=2000, lines=4),
)
KIND = Field[ActivityDetails](
    "kind",
    _("Kind"),
    lambda one: one.kind,
    column=Activity.kind,
    choices=ACTIVITIES,
    is_filter=True,
    entry=Entry(needed=_("Choose the kind.")),
)
STATES = Field[ActivityDetails](
    "states",
    _("For these States"),
    lambda one: " ".join(one.states),
    in_files_only=True,
    entry=Entry(hint=_("Codes with a space between them, such as MLI NER.")),
)
ORGANISATIONS = Field[ActivityDetails](
    "organisations",
    _("For these regional organisations"),
    lambda one: one.organisations,
    several=True,
    entry=Entry(),
)
REQUESTS = Field[ActivityDetails](
    "requests",
    _("Requests that it answers"),
    lambda one: one.requests,
    several=True,
    entry=Entry(hint=_("Each State and organisation for which it is must have asked.")),
)
TOPIC = Field[ActivityDetails](
    "topics",
    _("Topics"),
    lambda one: one.topics,
    choices=TOPICS,
    several=True,
    in_files_only=True,
    entry=Entry(needed=_("Choose the topics.")),
)
LANGUAGES = Field[ActivityDetails](
    "languages",
    _("Languages in which it is given"),
    lambda one: one.languages,
    choices=dict(settings.LANGUAGES),
    several=True,
    in_files_only=True,
    entry=Entry(needed=_("Choose at least one language.")),
)
CITED = Field[ActivityDetails](
    "cited",
    _("Paragraphs of the mandate"),
    lambda one: one.cited,
    several=True,
    in_files_only=True,
    entry=Entry(needed=_("Choose the paragraphs under which it is done.")),
)
FIRST_DAY = Field[ActivityDetails](
    "first_day",
    _("First day"),
    lambda one: one.first_day,
    Kind.DAY,
    column=Activity.first_day,
    entry=Entry(needed=_("Write its first day.")),
)
LAST_DAY = Field[ActivityDetails](
    "last_day",
    _("Last day"),
    lambda one: one.last_day,
    Kind.DAY,
    column=Activity.last_day,
    entry=Entry(needed=_("Write its last day.")),
)
COSTS = Field[ActivityDetails](
    "costs",
    _("Budget lines"),
    lambda one: one.costs,
    in_files_only=True,
    entry=Entry(
        needed=_("Write each budget line: the object of expenditure and the direct cost."),
        hint=_("A line each: the object of expenditure and the direct cost in US$. Support cost comes on top."),
        lines=4,
        example="experts 12000",
    ),
)
BENEFICIARIES = Field[ActivityFacts](
    "beneficiaries", _("Who is helped"), lambda one: one.beneficiary_names, several=True
)
REQUEST_NAMES = Field[ActivityFacts](
    "requests", _("Requests that it answers"), lambda one: one.request_names, several=True, in_files_only=True
)
PARTNERS = Field[ActivityFacts](
    "partners", _("Partners"), lambda one: one.partner_names, several=True, in_files_only=True
)
STATE = Field[ActivityFacts](
    "state", _("Where it is"), lambda one: one.state, column=Activity.state, choices=ACTIVITY_STATES, is_filter=True
)
FUNDS = Field[ActivityFacts]("funding", _("Money"), lambda one: one.funding, choices=FUNDING)
COMMITTED = Field[ActivityFacts](
    "committed", _("Committed, US$"), lambda one: one.committed, Kind.AMOUNT, in_files_only=True
)
GAP = Field[ActivityFacts]("gap", _("Lacking, US$"), lambda one: one.gap, Kind.AMOUNT)
REASON = Field[ActivityFacts]("reason", _("Reason"), lambda one: one.reason, in_files_only=True)
NUMBER = Field[ActivityFacts]("number", _("Number"), lambda one: one.number, Kind.NUMBER, in_files_only=True)
STATED = (
    TITLE, OBJECTIVE, KIND, STATES, ORGANISATIONS, REQUESTS, TOPIC, LANGUAGES, CITED, FIRST_DAY, LAST_DAY, COSTS
)  # fmt: skip
"""What people state of an activity."""
SHOWN = (
    TITLE, BENEFICIARIES, KIND, FIRST_DAY, LAST_DAY, STATE, FUNDS, GAP, OBJECTIVE, REQUEST_NAMES, PARTNERS, TOPIC,
    LANGUAGES, CITED, COSTS, COMMITTED, STATES, REASON, NUMBER,
)  # fmt: skip
"""What lists and files show."""
BUDGET = Field[ActivityFacts](
    "budget", COSTS.label, lambda one: [_line(line) for line in one.costs.splitlines()], several=True
)
READ = tuple(BUDGET if one is COSTS else one for one in SHOWN if one not in (TITLE, STATES))
"""What the page of one shows below its title: names where files have codes."""
STATE_IN_RECORD = Named("state", STATE.label, ACTIVITY_STATES)


def _line(written: str) -> str:
    code, _space, amount = written.partition(" ")
    return f"{OBJECTS[code]}: {format_amount(Decimal(amount))}"


def activity_of(given: Given) -> ActivityDetails:
    """Return an activity as somebody planned it."""
    return ActivityDetails(
        title=given.text(TITLE),
        objective=given.text(OBJECTIVE),
        kind=given.text(KIND),
        states=codes_in(given.text(STATES)),
        organisations=given.texts(ORGANISATIONS),
        requests=given.texts(REQUESTS),
        topics=given.texts(TOPIC),
        languages=given.texts(LANGUAGES),
        cited=given.texts(CITED),
        first_day=given.day(FIRST_DAY),
        last_day=given.day(LAST_DAY),
        costs=given.text(COSTS),
    )

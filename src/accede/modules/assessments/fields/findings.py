"""The fields of what belongs to an assessment: places in the team, findings, recommendations and their follow-up."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given
from accede.modules.assessments.fields.codes import ADDRESSED, RECOMMENDED, STATUSES, TOPICS


@dataclass(frozen=True, slots=True)
class TeamDetails:
    """A place in the team."""

    organisation: UUID | None
    function: str


@dataclass(frozen=True, slots=True)
class FindingDetails:
    """Something that was found."""

    topic: str
    text: str
    instrument: str = ""
    articles: str = ""


@dataclass(frozen=True, slots=True)
class FindingFacts(FindingDetails):
    """The same as it is shown."""

    number: int = 0


@dataclass(frozen=True, slots=True)
class RecommendationDetails:
    """What is recommended, or an action point."""

    kind: str
    text: str
    addressed_to: str
    finding: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class FollowUpDetails:
    """What became of a recommendation."""

    on: date | None
    status: str
    text: str


@dataclass(frozen=True, slots=True)
class FollowUpFacts(FollowUpDetails):
    """The same as it is shown, with its document."""

    document: UUID | None = None


@dataclass(frozen=True, slots=True)
class RecommendationFacts(RecommendationDetails):
    """The same as it is shown."""

    number: int = 0
    assessment: int = 0
    status: str = "open"
    follow_up: tuple[FollowUpFacts, ...] = ()


SENDS = Field[TeamDetails](
    "organisation",
    _("Organisation"),
    lambda one: one.organisation,
    entry=Entry(needed=_("Choose the organisation that sends somebody.")),
)
FUNCTION = Field[TeamDetails](
    "function",
    _("What for"),
    lambda one: one.function,
    entry=Entry(
        needed=_("Write what for, such as: legal expert, French."), hint=_("No names of people are needed."), most=120
    ),
)
TEAM_STATED = (SENDS, FUNCTION)
TOPIC = Field[FindingDetails](
    "topic", _("Topic"), lambda one: one.topic, choices=TOPICS, entry=Entry(needed=_("Choose the topic."))
)
TEXT = Field[FindingDetails | RecommendationDetails | FollowUpDetails](
    "text", _("In words"), lambda one: one.text, entry=Entry(needed=_("Write it in words."), most=4000, lines=5)
)
INSTRUMENT = Field[FindingDetails]("instrument", _("Instrument"), lambda one: one.instrument, entry=Entry())
ARTICLES = Field[FindingDetails](
    "articles", _("Articles"), lambda one: one.articles, entry=Entry(most=60, example="2, 5, 8")
)
FINDING_STATED = (TOPIC, TEXT, INSTRUMENT, ARTICLES)
KIND = Field[RecommendationDetails](
    "kind", _("Kind"), lambda one: one.kind, choices=RECOMMENDED, entry=Entry(needed=_("Choose the kind."))
)
ADDRESSED_TO = Field[RecommendationDetails](
    "addressed_to",
    _("To whom"),
    lambda one: one.addressed_to,
    choices=ADDRESSED,
    entry=Entry(needed=_("Choose to whom it is addressed.")),
)
FINDING = Field[RecommendationDetails]("finding", _("Finding"), lambda one: one.finding, entry=Entry())
DUE_ON = Field[RecommendationDetails]("due_on", _("Due on"), lambda one: one.due_on, Kind.DAY, entry=Entry())
RECOMMENDATION_STATED = (KIND, TEXT, ADDRESSED_TO, FINDING, DUE_ON)
ON = Field[FollowUpDetails](
    "on", _("Day"), lambda one: one.on, Kind.DAY, entry=Entry(needed=_("Write the day of which you speak."))
)
STATUS = Field[FollowUpDetails](
    "status", _("What became of it"), lambda one: one.status, choices=STATUSES, entry=Entry(needed=_("Choose."))
)
FOLLOW_UP_STATED = (ON, STATUS, TEXT)


def team_of(given: Given) -> TeamDetails:
    """Return a place in the team."""
    return TeamDetails(given.key_of_thing(SENDS), given.text(FUNCTION))


def finding_of(given: Given) -> FindingDetails:
    """Return a finding."""
    return FindingDetails(given.text(TOPIC), given.text(TEXT), given.text(INSTRUMENT), given.text(ARTICLES))


def recommendation_of(given: Given) -> RecommendationDetails:
    """Return a recommendation or an action point."""
    return RecommendationDetails(
        given.text(KIND), given.text(TEXT), given.text(ADDRESSED_TO), given.text(FINDING), given.day(DUE_ON)
    )


def follow_up_of(given: Given) -> FollowUpDetails:
    """Return what became of a recommendation."""
    return FollowUpDetails(given.day(ON), given.text(STATUS), given.text(TEXT))

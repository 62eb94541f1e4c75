"""The fields of visits and desk reviews, and the words of their way."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.core.assessments.clocks import Clocks
from accede.core.assessments.visits import (
    HAS_COMMENTS,
    HAS_CONSENT,
    HAS_REPORT,
    HAS_TEAM,
    IS_FOLLOWED_UP,
    IS_OVER,
    NOT_WITHDRAWN,
    WITHIN_DAYS,
    WITHIN_PARTICIPANTS,
    WITHIN_TOPICS,
)
from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given, Named
from accede.foundation.workflow.flow import FlowWords, GateWords, StepWords
from accede.modules.assessments.fields.codes import FORMS, KINDS, LEADS, STAGES, TOPICS
from accede.modules.assessments.models import Assessment


@dataclass(frozen=True, slots=True)
class AssessmentDetails:
    """An assessment as somebody plans it; organisations and the consent by key."""

    state: str
    title: str
    kind: str
    form: str
    lead: str
    first_day: date | None
    last_day: date | None
    topics: tuple[str, ...]
    organisations: tuple[str, ...] = ()
    consent: UUID | None = None


@dataclass(frozen=True, slots=True)
class CommentDetails:
    """What the State says of a draft report; the day on which it came."""

    comments_on: date | None
    comments: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentFacts(AssessmentDetails):
    """An assessment as the product shows it, with the time that each side has."""

    number: int
    state_name: str
    organisation_names: tuple[str, ...]
    consent_reference: str
    is_withdrawn: bool
    stage: str
    reason: str
    report: UUID | None
    draft_sent_on: date | None
    comments_on: date | None
    comments: str
    reported_on: date | None
    clocks: Clocks


STATE = Field[AssessmentDetails]("state", _("State"), lambda one: one.state, entry=Entry(needed=_("Choose the State.")))
STATE_NAME = Field[AssessmentFacts]("state_name", _("State"), lambda one: one.state_name)
STATE_CODE = Field[AssessmentFacts](
    "state",
    _("Code of the State"),
    lambda one: one.state,
    column=Assessment.state_code,
    is_filter=True,
    in_files_only=True,
)
TITLE = Field[AssessmentDetails](
    "title",
    _("Title"),
    lambda one: one.title,
    column=Assessment.title,
    is_filter=True,
    entry=Entry(needed=_("Write a title by which it can be told from others."), most=200),
)
KIND = Field[AssessmentDetails](
    "kind",
    _("Kind"),
    lambda one: one.kind,
    column=Assessment.kind,
    choices=KINDS,
    is_filter=True,
    entry=Entry(needed=_("Choose whether it is a visit or a desk review.")),
)
FORM = Field[AssessmentDetails](
    "form",
    _("Kind of report"),
    lambda one: one.form,
    column=Assessment.form,
    choices=FORMS,
    in_files_only=True,
    entry=Entry(needed=_("Choose the kind of report.")),
)
LEAD = Field[AssessmentDetails](
    "lead",
    _("Led by"),
    lambda one: one.lead,
    column=Assessment.lead,
    choices=LEADS,
    is_filter=True,
    entry=Entry(needed=_("Choose who leads it.")),
)
FIRST_DAY = Field[AssessmentDetails](
    "first_day",
    _("First day"),
    lambda one: one.first_day,
    Kind.DAY,
    column=Assessment.first_day,
    entry=Entry(needed=_("Write its first day.")),
)
LAST_DAY = Field[AssessmentDetails](
    "last_day",
    _("Last day"),
    lambda one: one.last_day,
    Kind.DAY,
    column=Assessment.last_day,
    entry=Entry(needed=_("Write its last day.")),
)
TOPIC = Field[AssessmentDetails](
    "topics",
    _("Topics"),
    lambda one: one.topics,
    choices=TOPICS,
    several=True,
    entry=Entry(needed=_("Choose what it looks at.")),
)
ORGANISATIONS = Field[AssessmentDetails](
    "organisations",
    _("Organisations that take part"),
    lambda one: one.organisations,
    several=True,
    entry=Entry(),
)
CONSENT = Field[AssessmentDetails](
    "consent",
    _("Consent of the State"),
    lambda one: one.consent,
    entry=Entry(hint=_("A visit goes no further than its plan without one. It can be added later.")),
)
STAGE = Field[AssessmentFacts](
    "stage", _("Where it is"), lambda one: one.stage, column=Assessment.state, choices=STAGES, is_filter=True
)
ORGANISATION_NAMES = Field[AssessmentFacts](
    "organisations",
    _("Organisations that take part"),
    lambda one: one.organisation_names,
    several=True,
    in_files_only=True,
)
CONSENT_REFERENCE = Field[AssessmentFacts](
    "consent", _("Consent of the State"), lambda one: one.consent_reference, in_files_only=True
)
DRAFT_SENT_ON = Field[AssessmentFacts](
    "draft_sent_on",
    _("Draft sent to the State on"),
    lambda one: one.draft_sent_on,
    Kind.DAY,
    column=Assessment.draft_sent_on,
    in_files_only=True,
)
COMMENTS_UNTIL = Field[AssessmentFacts](
    "comments_until", _("Comments until"), lambda one: one.clocks.comments_until, Kind.DAY, in_files_only=True
)
COMMENTS_ON = Field[AssessmentFacts | CommentDetails](
    "comments_on",
    _("Comments of the State came on"),
    lambda one: one.comments_on,
    Kind.DAY,
    column=Assessment.comments_on,
    in_files_only=True,
    entry=Entry(needed=_("Write the day on which the comments came.")),
)
COMMENTS = Field[AssessmentFacts | CommentDetails](
    "comments",
    _("Factual comments of the State"),
    lambda one: one.comments,
    in_files_only=True,
    entry=Entry(
        needed=_("Write what the State comments, or that it has none."),
        hint=_("Where the State has no comments, say that."),
        most=4000,
        lines=6,
    ),
)
REPORTED_ON = Field[AssessmentFacts](
    "reported_on",
    _("Reported on"),
    lambda one: one.reported_on,
    Kind.DAY,
    column=Assessment.reported_on,
    in_files_only=True,
)
RESPONSE_UNTIL = Field[AssessmentFacts](
    "response_until",
    _("Response of the State until"),
    lambda one: one.clocks.response_until,
    Kind.DAY,
    in_files_only=True,
)
REASON = Field[AssessmentFacts]("reason", _("Reason"), lambda one: one.reason, in_files_only=True)
NUMBER = Field[AssessmentFacts]("number", _("Number"), lambda one: one.number, Kind.NUMBER, in_files_only=True)
STATED = (STATE, TITLE, KIND, FORM, LEAD, FIRST_DAY, LAST_DAY, TOPIC, ORGANISATIONS, CONSENT)
"""What people state of an assessment."""
COMMENTED = (COMMENTS_ON, COMMENTS)
SHOWN = (
    TITLE, STATE_NAME, KIND, LEAD, FIRST_DAY, LAST_DAY, STAGE, FORM, TOPIC, ORGANISATION_NAMES, CONSENT_REFERENCE,
    DRAFT_SENT_ON, COMMENTS_UNTIL, COMMENTS_ON, COMMENTS, REPORTED_ON, RESPONSE_UNTIL, REASON, STATE_CODE, NUMBER,
)  # fmt: skip
"""What lists and files show."""
REPORT_IN_RECORD = Named("report", _("Report"))
STAGE_IN_RECORD = Named("state", STAGE.label, STAGES)

WORDS = FlowWords(
    title=_("Visit or desk review"),
    states=STAGES,
    steps={
        "agree": StepWords(_("Agreed with the State"), _("It is agreed with the State.")),
        "make": StepWords(_("It was made"), _("It is recorded as made.")),
        "draft": StepWords(_("Send the draft to the State"), _("The draft is with the State for its comments.")),
        "report": StepWords(_("Issue the report"), _("The report is issued.")),
        "close": StepWords(_("Close it"), _("It is closed.")),
        "replan": StepWords(_("Plan it anew"), _("It is a plan again; the State has to agree anew.")),
        "decline": StepWords(_("The State declines"), _("It is recorded that the State declines.")),
        "call-off": StepWords(_("Call it off"), _("It is called off.")),
    },
    gates={
        HAS_CONSENT.code: GateWords(
            _("The State has consented to the visit."),
            _("ECOSOC resolution 2007/18, preamble: with the consent of the States concerned"),
            _("No consent of the State is recorded for this visit."),
            _("The State gives it by a note or letter; its focal point or an officer records it with the document."),
        ),
        NOT_WITHDRAWN.code: GateWords(
            _("The consent was not withdrawn."),
            _("ECOSOC resolution 2007/18, preamble: with the consent of the States concerned"),
            _("The State withdrew its consent on %(day)s."),
            _("Only the State can give another one. Until then nothing more is done, and nothing is shared."),
        ),
        WITHIN_DAYS.code: GateWords(
            _("Its days lie within the consent."),
            _("ECOSOC resolution 2007/18, preamble: with the consent of the States concerned"),
            _("The consent does not cover the days from %(first)s to %(last)s."),
            _("Choose days that it covers, or ask the State for another consent."),
        ),
        WITHIN_TOPICS.code: GateWords(
            _("Its topics lie within the consent."),
            _("ECOSOC resolution 2007/18, preamble: with the consent of the States concerned"),
            _("The consent does not cover: %(topics)s."),
            _("Leave these topics out, or ask the State for another consent."),
        ),
        WITHIN_PARTICIPANTS.code: GateWords(
            _("Everybody who takes part lies within the consent."),
            _("ECOSOC resolution 2007/18, preamble: with the consent of the States concerned"),
            _("The consent does not name: %(participants)s."),
            _("Leave them out, or ask the State for another consent."),
        ),
        HAS_TEAM.code: GateWords(
            _("Somebody is named to make it."),
            _("Rules of the record, “Assessments”"),
            _("Nobody is named to make it."),
            _("Add to the team which organisation sends somebody, and for what."),
        ),
        IS_OVER.code: GateWords(
            _("Its last day has come."),
            _("Rules of the record, “Assessments”"),
            _("Its last day, %(last)s, has not come yet."),
            _("Come back on that day, or correct the days."),
        ),
        HAS_REPORT.code: GateWords(
            _("The report lies here as a document."),
            _("Rules of the record, “Assessments”"),
            _("The report is not here."),
            _("Whoever leads it adds the report as a file."),
        ),
        HAS_COMMENTS.code: GateWords(
            _("The State has commented on the draft, or its time is over."),
            _("Rules of the record, “Assessments”"),
            _("The State has not commented yet; its time runs until %(until)s."),
            _("Record the comments of the State, or that it has none; or wait until that day is over."),
        ),
        IS_FOLLOWED_UP.code: GateWords(
            _("All recommendations and action points are followed up."),
            _("Rules of the record, “Assessments”"),
            _("Recommendations and action points that are still open: %(count)s."),
            _("Record what became of each, with its evidence, or why it is set aside."),
        ),
    },
)


def assessment_of(given: Given) -> AssessmentDetails:
    """Return an assessment as somebody planned it."""
    return AssessmentDetails(
        state=given.text(STATE),
        title=given.text(TITLE),
        kind=given.text(KIND),
        form=given.text(FORM),
        lead=given.text(LEAD),
        first_day=given.day(FIRST_DAY),
        last_day=given.day(LAST_DAY),
        topics=given.texts(TOPIC),
        organisations=given.texts(ORGANISATIONS),
        consent=given.key_of_thing(CONSENT),
    )


def comments_of(given: Given) -> CommentDetails:
    """Return what the State said of a draft."""
    return CommentDetails(given.day(COMMENTS_ON), given.text(COMMENTS))

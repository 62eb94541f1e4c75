"""Visits and desk reviews: the list, one of them with its way, plans, reports and comments."""

from collections.abc import Collection, Iterator, Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Actor, Permission, Scope, can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.access.onward import ways_onward
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.files.form import DocumentForm
from accede.foundation.files.storing import files_had
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages.parameters import takes
from accede.foundation.workflow.page import StepPage
from accede.modules.assessments.access import ASSESSMENTS_ANSWER, ASSESSMENTS_KEEP, ASSESSMENTS_READ
from accede.modules.assessments.fields.assessments import (
    COMMENTED,
    CONSENT,
    ORGANISATIONS,
    SHOWN,
    STATE,
    STATED,
    AssessmentFacts,
    assessment_of,
    comments_of,
)
from accede.modules.assessments.fields.codes import ADDRESSED, RECOMMENDED, STATUSES, TOPICS
from accede.modules.assessments.fields.findings import RecommendationFacts
from accede.modules.assessments.queries.assessments import assessment_visible_to, assessments_visible_to
from accede.modules.assessments.queries.consents import consents_to_choose
from accede.modules.assessments.queries.findings import documents_of, findings_of, recommendations_of, team_of
from accede.modules.assessments.services.assessments import (
    ASSESSMENTS,
    change_assessment,
    comment,
    keep_report,
    note_assessment_opened,
    plan_assessment,
)
from accede.modules.assessments.services.consents import organisations_to_name
from accede.modules.assessments.web.consents import file_address
from accede.modules.assessments.web.parts import (
    instruments_for,
    section,
    states_for,
)
from accede.modules.assessments.words.clocks import rules_told


@opens_to(ASSESSMENTS_READ)
def assessments(request: HttpRequest) -> HttpResponseBase:
    """List the visits and desk reviews that the reader may see."""
    actor = actor_of(request)
    ways = [Link(_("Plan a visit or desk review"), reverse("assessments:assessment-new"))]
    page = ListPage[AssessmentFacts](
        name="visits",
        title=_("Visits and desk reviews"),
        empty=_("What is planned, made and reported appears here."),
        context={
            **section(request, "assessments"),
            "ways": ways if can(actor, ASSESSMENTS_KEEP) else [],
        },
        leads=Leads(lambda one: address_of(one.number)),
    )
    return page.answer(request, SHOWN, assessments_visible_to(actor))


@opens_to(ASSESSMENTS_READ)
@takes()
def assessment(request: HttpRequest, number: int) -> HttpResponse:
    """Show a visit or desk review, and take a step with it."""
    if request.method != "POST":
        note_assessment_opened(number, by=actor_of(request), at=clock.now())
    return PAGE.answer(request, number)


@opens_to(ASSESSMENTS_KEEP)
@takes()
def assessment_new(request: HttpRequest) -> HttpResponse:
    """Plan a visit or a desk review."""
    form = FieldsForm(STATED, request, choices=_choices(request))

    def act() -> str:
        return address_of(plan_assessment(assessment_of(form.given), by=actor_of(request), at=clock.now()))

    context = {**section(request, "assessments"), "title": _("Plan a visit or desk review"), "button": _("Record")}
    return answer_form(request, form, act, context)


@opens_to(ASSESSMENTS_KEEP)
@takes()
def assessment_change(request: HttpRequest, number: int) -> HttpResponse:
    """Change a plan, or put what was agreed on another consent."""
    found = found_for(request, number, ASSESSMENTS_KEEP)
    choices = _choices(request)
    choices[STATE.key] = {found.state: found.state_name}
    choices[ORGANISATIONS.key] |= dict(zip(found.organisations, found.organisation_names, strict=True))
    form = FieldsForm(STATED, request, thing=found, choices=choices)

    def act() -> str:
        change_assessment(number, assessment_of(form.given), by=actor_of(request), at=clock.now())
        return address_of(number)

    return answer_form(request, form, act, context_of(request, found))


@opens_to(ASSESSMENTS_KEEP)
@takes()
def assessment_report(request: HttpRequest, number: int) -> HttpResponse:
    """Add the report as a file."""
    found = found_for(request, number, ASSESSMENTS_KEEP)
    form = DocumentForm((), request, label=_("Report"))

    def act() -> str:
        keep_report(number, form.document, by=actor_of(request), at=clock.now())
        return address_of(number)

    lede = _("Only the State and those who are named for it can open it.")
    return answer_form(request, form, act, {**context_of(request, found), "lede": lede})


@opens_to(ASSESSMENTS_ANSWER)
@takes()
def assessment_comment(request: HttpRequest, number: int) -> HttpResponse:
    """Record what the State comments on the draft."""
    found = found_for(request, number, ASSESSMENTS_ANSWER)
    form = FieldsForm(COMMENTED, request)

    def act() -> str:
        comment(number, comments_of(form.given), by=actor_of(request), at=clock.now())
        return address_of(number)

    return answer_form(request, form, act, context_of(request, found))


def found_for(request: HttpRequest, number: int, *permissions: Permission) -> AssessmentFacts:
    """Return an assessment that the reader sees and for whose State they hold a permission.

    Raises:
        Refused: there is none.
    """
    actor = actor_of(request)
    found = or_refuse(assessment_visible_to(actor, number))
    for permission in permissions:
        require(actor, permission, on=Scope("state", found.state))
    return found


def context_of(request: HttpRequest, found: AssessmentFacts) -> dict[str, object]:
    """Return what the page of a form about an assessment needs."""
    back = Link(_("Leave it as it is"), address_of(found.number))
    return {**section(request, "assessments"), "title": found.title, "button": _("Record"), "back": back}


def address_of(number: int) -> str:
    """Return where an assessment is shown."""
    return reverse("assessments:assessment", args=[number])


def _choices(request: HttpRequest) -> dict[str, dict[str, str]]:
    none = {"": _("None yet")}
    return {
        STATE.key: states_for(request, ASSESSMENTS_KEEP),
        ORGANISATIONS.key: organisations_to_name(on=clock.today()),
        CONSENT.key: {**none, **consents_to_choose(actor_of(request))},
    }


def _context(request: HttpRequest, number: int) -> Mapping[str, object]:
    actor = actor_of(request)
    found = found_for(request, number)
    recommended = recommendations_of(actor, number)
    instruments = instruments_for()
    had = files_had(actor, documents_of(recommended))
    may_follow_up = any(
        can(actor, one, on=Scope("state", found.state)) for one in (ASSESSMENTS_KEEP, ASSESSMENTS_ANSWER)
    )
    return {
        **section(request, "assessments"),
        "title": found.title,
        "rows": [row for row in shown_fields(SHOWN, found, actor) if row.words],
        "ways": list(_ways(found, actor)),
        "stopped": found.is_withdrawn,
        "rules": rules_told(found.clocks.rules),
        "report": file_address(actor, found.report),
        "team": team_of(actor, number),
        "findings": [
            (one, TOPICS[one.topic], instruments.get(one.instrument, "")) for one in findings_of(actor, number)
        ],
        "recommendations": [
            _recommended(one, had, may_follow_up=may_follow_up and not found.is_withdrawn) for one in recommended
        ],
    }


def _recommended(one: RecommendationFacts, had: Collection[UUID], *, may_follow_up: bool) -> dict[str, object]:
    return {
        "facts": one,
        "kind": RECOMMENDED[one.kind],
        "status": STATUSES[one.status],
        "addressed_to": ADDRESSED[one.addressed_to],
        "follow_up": [
            (each, STATUSES[each.status], reverse("files:file", args=[each.document]) if each.document in had else "")
            for each in one.follow_up
        ],
        "way": reverse("assessments:follow-up", args=[one.number]) if may_follow_up else "",
    }


def _ways(found: AssessmentFacts, actor: Actor) -> Iterator[Link]:
    state = Scope("state", found.state)
    yield from ways_onward("visit", str(found.number), actor)
    if can(actor, ASSESSMENTS_KEEP, on=state):
        if found.stage == "planned":
            yield Link(_("Change the plan"), reverse("assessments:assessment-change", args=[found.number]))
        elif found.is_withdrawn:
            yield Link(_("Put it on another consent"), reverse("assessments:assessment-change", args=[found.number]))
        if not found.is_withdrawn:
            for words, name in (
                (_("Name a place in the team"), "team-new"),
                (_("Record a finding"), "finding-new"),
                (_("Recommend something"), "recommendation-new"),
            ):
                yield Link(words, reverse(f"assessments:{name}", args=[found.number]))
            need = reverse("assessments:need-new")
            yield Link(_("Record a need"), f"{need}?state={found.state}&assessment={found.number}")
        if found.stage in {"made", "commenting"} and not found.is_withdrawn:
            yield Link(_("Add the report"), reverse("assessments:assessment-report", args=[found.number]))
    if found.stage == "commenting" and can(actor, ASSESSMENTS_ANSWER, on=state):
        yield Link(_("Record the State’s comments"), reverse("assessments:assessment-comment", args=[found.number]))


PAGE = StepPage(flow=ASSESSMENTS, template="assessments/assessment.html", context=_context)

urlpatterns = [
    path("", assessments, name="assessments"),
    path("new/", assessment_new, name="assessment-new"),
    path("<int:number>/", assessment, name="assessment"),
    path("<int:number>/change/", assessment_change, name="assessment-change"),
    path("<int:number>/report/", assessment_report, name="assessment-report"),
    path("<int:number>/comments/", assessment_comment, name="assessment-comment"),
]

"""Activities: the list, one of them with its gates as a checklist, its papers, its money."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accede.foundation import clock
from accede.foundation.access import Actor, Refused, can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.access.onward import ways_onward
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.files.form import DocumentForm
from accede.foundation.files.storing import files_had
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages.parameters import takes
from accede.foundation.problems import UnableTo
from accede.foundation.workflow.page import StepPage
from accede.modules.assessments.services.consents import organisations_to_name
from accede.modules.assistance.access import ACTIVITIES_KEEP, ACTIVITIES_READ
from accede.modules.assistance.fields.activities import (
    CITED,
    ORGANISATIONS,
    READ,
    REQUESTS,
    SHOWN,
    STATED,
    ActivityFacts,
    activity_of,
)
from accede.modules.assistance.fields.papers import (
    PAPER_KINDS,
    PAPERS,
    PARTNER,
    PARTNER_STATED,
    PaperFacts,
    paper_of,
    partner_of,
)
from accede.modules.assistance.queries.activities import (
    activities_visible_to,
    activity_visible_to,
    papers_of,
    requests_to_answer,
)
from accede.modules.assistance.services.activities import (
    change_activity,
    fund_activity,
    keep_outcome,
    organisations_to_help,
    paragraphs_to_cite,
    plan_activity,
)
from accede.modules.assistance.services.activity_flow import ACTIVITIES, gates_told
from accede.modules.assistance.services.papers import add_paper, confirm_exception, name_partner
from accede.modules.assistance.web.parts import section
from accede.modules.coordination.access import PLANS_READ
from accede.modules.coordination.queries.overlaps import overlaps_of
from accede.modules.coordination.words.overlaps import overlap_lines
from accede.modules.resources.access import MONEY_RECORD


@opens_to(ACTIVITIES_READ)
def activities(request: HttpRequest) -> HttpResponseBase:
    """List the activities that the reader may see."""
    actor = actor_of(request)
    ways = [Link(_("Plan an activity"), reverse("assistance:activity-new"))]
    page = ListPage[ActivityFacts](
        name="activities",
        title=_("Activities"),
        empty=_("What is planned, approved and delivered appears here."),
        context={**section(request, "activities"), "ways": ways if can(actor, ACTIVITIES_KEEP) else []},
        leads=Leads(lambda one: _address(one.number)),
    )
    return page.answer(request, SHOWN, activities_visible_to(actor))


@opens_to(ACTIVITIES_READ)
@takes()
def activity(request: HttpRequest, number: int) -> HttpResponse:
    """Show an activity with its gates, and take a step with it."""
    return PAGE.answer(request, number)


@opens_to(ACTIVITIES_KEEP)
@takes()
def activity_new(request: HttpRequest) -> HttpResponse:
    """Plan an activity."""
    form = FieldsForm(STATED, request, choices=_choices(request))

    def act() -> str:
        return _address(plan_activity(activity_of(form.given), by=actor_of(request), at=clock.now()))

    context = {**section(request, "activities"), "title": _("Plan an activity"), "button": _("Record")}
    return answer_form(request, form, act, context)


@opens_to(ACTIVITIES_KEEP)
@takes()
def activity_change(request: HttpRequest, number: int) -> HttpResponse:
    """Change a plan."""
    found = _found(request, number)
    choices = _choices(request)
    choices[REQUESTS.key] |= {key: key for key in found.requests if key not in choices[REQUESTS.key]}
    form = FieldsForm(STATED, request, thing=found, choices=choices)

    def act() -> str:
        change_activity(number, activity_of(form.given), by=actor_of(request), at=clock.now())
        return _address(number)

    return answer_form(request, form, act, _context(request, found))


@opens_to(ACTIVITIES_KEEP)
@takes()
def paper_new(request: HttpRequest, number: int, paper: str) -> HttpResponse:
    """Add a paper of a kind."""
    found = _found(request, number)
    if paper not in PAPERS:
        raise Refused
    form = DocumentForm(PAPERS[paper], request, label=_("Document"))

    def act() -> str:
        add_paper(number, paper_of(paper, form.given), form.document, by=actor_of(request), at=clock.now())
        return _address(number)

    return answer_form(request, form, act, {**_context(request, found), "lede": PAPER_KINDS[paper]})


@opens_to(ACTIVITIES_KEEP)
@takes()
def partner_new(request: HttpRequest, number: int) -> HttpResponse:
    """Name a partner."""
    found = _found(request, number)
    known = organisations_to_name(on=clock.today())
    form = FieldsForm(PARTNER_STATED, request, choices={PARTNER.key: {"": _("Choose"), **known}})

    def act() -> str:
        name_partner(number, partner_of(form.given), by=actor_of(request), at=clock.now())
        return _address(number)

    return answer_form(request, form, act, _context(request, found))


@opens_to(ACTIVITIES_KEEP)
@takes()
def outcome(request: HttpRequest, number: int) -> HttpResponse:
    """Add the document that shows what came of it."""
    found = _found(request, number)
    form = DocumentForm((), request, label=_("Report of the activity"))

    def act() -> str:
        keep_outcome(number, form.document, by=actor_of(request), at=clock.now())
        return _address(number)

    return answer_form(request, form, act, _context(request, found))


@opens_to(MONEY_RECORD)
@require_POST
@takes()
def activity_fund(request: HttpRequest, number: int) -> HttpResponse:
    """Commit the money of an activity, or say what is lacking."""
    found = or_refuse(activity_visible_to(actor_of(request), number))
    try:
        is_funded = fund_activity(found.number, by=actor_of(request), at=clock.now())
    except UnableTo as unable:
        messages.error(request, str(unable))
    else:
        lacking = _("There is too little money that may pay for this. The gap stays with the activity.")
        messages.success(request, _("The money is committed.") if is_funded else lacking)
    return HttpResponseRedirect(_address(number))


@opens_to(ACTIVITIES_KEEP)
@require_POST
@takes()
def exception_confirm(request: HttpRequest, number: int, exception: UUID) -> HttpResponse:
    """Confirm an exception that another person proposed."""
    found = _found(request, number)
    try:
        confirm_exception(found.number, exception, by=actor_of(request), at=clock.now())
    except UnableTo as unable:
        messages.error(request, str(unable))
    else:
        messages.success(request, _("The exception is confirmed."))
    return HttpResponseRedirect(_address(number))


def _found(request: HttpRequest, number: int) -> ActivityFacts:
    actor = actor_of(request)
    found = or_refuse(activity_visible_to(actor, number))
    require(actor, ACTIVITIES_KEEP, on=found.owner)
    return found


def _choices(request: HttpRequest) -> dict[str, dict[str, str]]:
    return {
        ORGANISATIONS.key: organisations_to_help(on=clock.today()),
        REQUESTS.key: requests_to_answer(actor_of(request)),
        CITED.key: paragraphs_to_cite(),
    }


def _page(request: HttpRequest, number: int) -> Mapping[str, object]:
    actor = actor_of(request)
    found = or_refuse(activity_visible_to(actor, number))
    papers = papers_of(actor, number)
    may_keep = can(actor, ACTIVITIES_KEEP, on=found.owner)
    had = files_had(actor, [key for key in (found.outcome, *(one.document for one in papers)) if key is not None])
    may_fund = can(actor, MONEY_RECORD) and not found.committed and found.state in {"planned", "approved"}
    return {
        **section(request, "activities"),
        "title": found.title,
        "rows": shown_fields(READ, found, actor),
        "ways": [*ways_onward("activity", str(number), actor), *(_ways(found) if may_keep else ())],
        "gates": gates_told(number, reader=actor, at=clock.now()),
        "papers": [_paper(one, had, actor, may_keep=may_keep) for one in papers],
        "fund": reverse("assistance:activity-fund", args=[number]) if may_fund else "",
        "outcome": reverse("files:file", args=[found.outcome]) if found.outcome in had else "",
        "number": number,
        "has_overlaps": can(actor, PLANS_READ) and found.state in {"planned", "approved", "in_delivery"},
        "overlaps": overlap_lines(overlaps_of(actor, "activity", str(number)), actor),
    }


def _paper(one: PaperFacts, had: frozenset[UUID], actor: Actor, *, may_keep: bool) -> dict[str, object]:
    waits = one.kind == "exception" and not one.is_confirmed and may_keep and one.made_by != actor.person
    return {
        "kind": PAPER_KINDS[one.kind],
        "facts": one,
        "rows": shown_fields(PAPERS[one.kind], one, actor),
        "document": reverse("files:file", args=[one.document]) if one.document in had else "",
        "waits": waits,
    }


def _ways(found: ActivityFacts) -> Iterator[Link]:
    if found.state == "planned":
        yield Link(_("Change the plan"), reverse("assistance:activity-change", args=[found.number]))
    if found.state in {"planned", "approved"}:
        yield Link(_("Name a partner"), reverse("assistance:partner-new", args=[found.number]))
        for kind, words in PAPER_KINDS.items():
            yield Link(str(words), reverse("assistance:paper-new", args=[found.number, kind]))
    if found.state == "in_delivery":
        yield Link(_("Add the report of the activity"), reverse("assistance:outcome", args=[found.number]))


def _context(request: HttpRequest, found: ActivityFacts) -> dict[str, object]:
    back = Link(_("Leave it as it is"), _address(found.number))
    return {**section(request, "activities"), "title": found.title, "button": _("Record"), "back": back}


def _address(number: int) -> str:
    return reverse("assistance:activity", args=[number])


PAGE = StepPage(flow=ACTIVITIES, template="assistance/activity.html", context=_page)
urlpatterns = [
    path("activities/", activities, name="activities"),
    path("activities/new/", activity_new, name="activity-new"),
    path("activities/<int:number>/", activity, name="activity"),
    path("activities/<int:number>/change/", activity_change, name="activity-change"),
    path("activities/<int:number>/papers/<slug:paper>/", paper_new, name="paper-new"),
    path("activities/<int:number>/partners/", partner_new, name="partner-new"),
    path("activities/<int:number>/outcome/", outcome, name="outcome"),
    path("activities/<int:number>/money/", activity_fund, name="activity-fund"),
    path("activities/<int:number>/exceptions/<uuid:exception>/", exception_confirm, name="exception-confirm"),
]

"""What bodies plan: the list, one plan, entering, changing, withdrawing it; what overlaps."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Actor, can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.forms.base import FieldsForm, Form, answer_form, sent
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages.parameters import takes
from accede.modules.coordination.access import PLANS_KEEP, PLANS_READ
from accede.modules.coordination.fields.overlaps import SHOWN as OVERLAPS_SHOWN
from accede.modules.coordination.fields.overlaps import OverlapLine
from accede.modules.coordination.fields.plans import BODY, LEVEL, LEVELS, ON_ITS_PAGE, SHOWN, STATED, PlanFacts, plan_of
from accede.modules.coordination.queries.bodies import body_name
from accede.modules.coordination.queries.overlaps import MOST_DAYS, overlaps_between, overlaps_of_plan
from accede.modules.coordination.queries.plans import bodies_to_plan_for, plan_visible_to, plans_visible_to
from accede.modules.coordination.services.plans import change_plan, enter_plan, withdraw_plan
from accede.modules.coordination.web.parts import section, to_choose
from accede.modules.coordination.words.overlaps import overlap_lines


@opens_to(PLANS_READ)
def plans(request: HttpRequest) -> HttpResponseBase:
    """List what bodies plan, as far as the reader may see it."""
    actor = actor_of(request)
    ways = [
        Link(_("Enter a plan"), reverse("coordination:plan-new")),
        Link(_("Bring in plans from a file"), reverse("coordination:plan-import")),
        Link(_("Files that came in"), reverse("coordination:plan-imports")),
    ]
    page = ListPage[PlanFacts](
        name="plans",
        title=_("Plans of bodies"),
        empty=_("What partner bodies plan appears here. Enter it, or bring in their calendar."),
        context={**section(request, "plans"), "ways": ways if can(actor, PLANS_KEEP) else []},
        leads=Leads(lambda one: _address(one.number)),
    )
    return page.answer(request, SHOWN, plans_visible_to(actor))


@opens_to(PLANS_READ)
def overlaps(request: HttpRequest) -> HttpResponseBase:
    """List what overlaps in the year that begins today, as far as the reader may see both sides."""
    actor, today = actor_of(request), clock.today()
    found = overlaps_between(actor, today, today + timedelta(days=MOST_DAYS))
    page = ListPage[OverlapLine](
        name="overlaps",
        title=_("Overlaps"),
        empty=_("Where two bodies plan the like, in the same place and at nearly the same time, it is told here."),
        context={
            **section(request, "overlaps"),
            "lede": _("The same State or region, days that lie near, and the same theme: in the year from today on."),
        },
    )
    return page.answer(request, OVERLAPS_SHOWN, overlap_lines(found, actor))


@opens_to(PLANS_READ)
@takes()
def plan(request: HttpRequest, plan: int) -> HttpResponse:
    """Show one plan, and what overlaps with it."""
    actor = actor_of(request)
    found = or_refuse(plan_visible_to(actor, plan))
    ways = [
        Link(_("Change it"), reverse("coordination:plan-change", args=[plan])),
        Link(_("Withdraw it"), reverse("coordination:plan-withdraw", args=[plan])),
    ]
    context = {
        **section(request, "plans"),
        "title": found.title,
        "rows": [row for row in shown_fields(ON_ITS_PAGE, found, actor) if row.words or row.day],
        "ways": ways if can(actor, PLANS_KEEP, on=found.owner) else [],
        "overlaps": overlap_lines(overlaps_of_plan(actor, found), actor),
    }
    return render(request, "coordination/plan.html", context)


@opens_to(PLANS_KEEP)
@takes()
def plan_new(request: HttpRequest) -> HttpResponse:
    """Enter a plan."""
    actor = actor_of(request)
    form = FieldsForm(STATED, request, choices=_choices(actor))

    def act() -> str:
        return _address(enter_plan(plan_of(form.given), by=actor, at=clock.now()))

    context = {
        **section(request, "plans"),
        "title": _("Enter a plan"),
        "lede": _("What a body plans on its own: so that it can be seen where the programme plans the like."),
        "button": _("Record"),
        "back": Link(_("Leave it as it is"), reverse("coordination:plans")),
    }
    return answer_form(request, form, act, context, done=_("The plan is recorded."))


@opens_to(PLANS_KEEP)
@takes()
def plan_change(request: HttpRequest, plan: int) -> HttpResponse:
    """Change a plan."""
    actor, found = _kept(request, plan)
    form = FieldsForm(STATED, request, thing=found, choices=_choices(actor))

    def act() -> str:
        return _address(change_plan(plan, plan_of(form.given), by=actor, at=clock.now()))

    context = {**_about(request, found), "button": _("Record")}
    return answer_form(request, form, act, context, done=_("The plan is recorded."))


@opens_to(PLANS_KEEP)
@takes()
def plan_withdraw(request: HttpRequest, plan: int) -> HttpResponse:
    """Withdraw a plan."""
    actor, found = _kept(request, plan)
    form = Form(sent(request))

    def act() -> str:
        withdraw_plan(plan, by=actor, at=clock.now())
        return reverse("coordination:plans")

    context = {
        **_about(request, found),
        "lede": _(
            "Nobody is shown it any more. What was cancelled, and should be seen as cancelled, is changed instead."
        ),
        "button": _("Withdraw it"),
    }
    return answer_form(request, form, act, context, done=_("The plan is withdrawn."))


def _kept(request: HttpRequest, number: int) -> tuple[Actor, PlanFacts]:
    actor = actor_of(request)
    found = or_refuse(plan_visible_to(actor, number))
    require(actor, PLANS_KEEP, on=found.owner)
    return actor, found


def _about(request: HttpRequest, found: PlanFacts) -> dict[str, object]:
    back = Link(_("Leave it as it is"), _address(found.number))
    return {**section(request, "plans"), "title": found.title, "back": back}


def _choices(actor: Actor) -> dict[str, dict[str, str]]:
    bodies = bodies_to_plan_for(actor, on=clock.today())
    return {
        BODY.key: {"": _("Choose"), **{key: f"{body_name(key)} ({key})" for key in bodies}},
        LEVEL.key: to_choose(LEVELS),
    }


def _address(number: int) -> str:
    return reverse("coordination:plan", args=[number])


urlpatterns = [
    path("overlaps/", overlaps, name="overlaps"),
    path("plans/", plans, name="plans"),
    path("plans/new/", plan_new, name="plan-new"),
    path("plans/<int:plan>/", plan, name="plan"),
    path("plans/<int:plan>/change/", plan_change, name="plan-change"),
    path("plans/<int:plan>/withdraw/", plan_withdraw, name="plan-withdraw"),
]

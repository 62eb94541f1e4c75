"""Focal points of bodies: the list, one of them, a new one, its end."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.forms.base import FieldsForm, Form, answer_form, sent
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages.parameters import takes
from accede.modules.assessments.services.consents import organisations_to_name
from accede.modules.coordination.access import COORDINATION_KEEP, COORDINATION_READ
from accede.modules.coordination.fields.codes import LANGUAGES, WEEK_WORDS
from accede.modules.coordination.fields.focal_points import (
    BODY,
    LANGUAGE,
    ORGANISATION,
    SHOWN,
    STATED,
    WEEK,
    FocalPointFacts,
    focal_point_of,
)
from accede.modules.coordination.queries.bodies import bodies_to_choose
from accede.modules.coordination.queries.consultations import scope_of
from accede.modules.coordination.queries.focal_points import focal_point_visible_to, focal_points_visible_to
from accede.modules.coordination.services.focal_points import end_focal_point, record_focal_point
from accede.modules.coordination.web.parts import section, to_choose


@opens_to(COORDINATION_READ)
def focal_points(request: HttpRequest) -> HttpResponseBase:
    """List the focal points that the reader may see."""
    actor = actor_of(request)
    ways = [Link(_("Record a focal point"), reverse("coordination:focal-point-new"))]
    page = ListPage[FocalPointFacts](
        name="focal-points",
        title=_("Focal points of bodies"),
        empty=_("The offices that answer for bodies appear here, with their addresses and working days."),
        context={**section(request, "focal-points"), "ways": ways if can(actor, COORDINATION_KEEP) else []},
        leads=Leads(lambda one: _address(one.id)),
    )
    return page.answer(request, SHOWN, focal_points_visible_to(actor))


@opens_to(COORDINATION_READ)
@takes()
def focal_point(request: HttpRequest, office: UUID) -> HttpResponse:
    """Show a focal point."""
    actor = actor_of(request)
    found = or_refuse(focal_point_visible_to(actor, office))
    may_end = found.valid_until is None and can(actor, COORDINATION_KEEP, on=scope_of(found.organisation))
    context = {
        **section(request, "focal-points"),
        "title": found.office,
        "rows": shown_fields(SHOWN, found, actor),
        "ways": [Link(_("End it"), reverse("coordination:focal-point-end", args=[office]))] if may_end else [],
    }
    return render(request, "records/detail.html", context)


@opens_to(COORDINATION_KEEP)
@takes()
def focal_point_new(request: HttpRequest) -> HttpResponse:
    """Record a focal point."""
    today = clock.today()
    choices = {
        BODY.key: to_choose(bodies_to_choose(today)),
        ORGANISATION.key: to_choose(organisations_to_name(on=today)),
        LANGUAGE.key: to_choose(LANGUAGES),
        WEEK.key: to_choose(WEEK_WORDS),
    }
    form = FieldsForm(STATED, request, choices=choices)

    def act() -> str:
        return _address(record_focal_point(focal_point_of(form.given), by=actor_of(request), at=clock.now()))

    context = {
        **section(request, "focal-points"),
        "title": _("Record a focal point"),
        "lede": _(
            "The office of a body to which consultations are sent, and whose working days the time to answer counts."
        ),
        "button": _("Record"),
    }
    return answer_form(request, form, act, context, done=_("The focal point is recorded."))


@opens_to(COORDINATION_KEEP)
@takes()
def focal_point_end(request: HttpRequest, office: UUID) -> HttpResponse:
    """End a focal point."""
    actor = actor_of(request)
    found = or_refuse(focal_point_visible_to(actor, office))
    require(actor, COORDINATION_KEEP, on=scope_of(found.organisation))
    form = Form(sent(request))

    def act() -> str:
        end_focal_point(office, by=actor, at=clock.now())
        return _address(office)

    context = {
        **section(request, "focal-points"),
        "title": found.office,
        "lede": _("From today nothing is sent there. What was sent stays as it is."),
        "button": _("End it"),
        "back": Link(_("Leave it as it is"), _address(office)),
    }
    return answer_form(request, form, act, context, done=_("The focal point has ended."))


def _address(office: UUID) -> str:
    return reverse("coordination:focal-point", args=[office])


urlpatterns = [
    path("focal-points/", focal_points, name="focal-points"),
    path("focal-points/new/", focal_point_new, name="focal-point-new"),
    path("focal-points/<uuid:office>/", focal_point, name="focal-point"),
    path("focal-points/<uuid:office>/end/", focal_point_end, name="focal-point-end"),
]

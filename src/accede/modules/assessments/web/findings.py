"""What belongs to a visit or desk review: places in the team, findings, recommendations and what became of them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Refused, Scope, can, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.files.form import DocumentForm
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.pages.parameters import takes
from accede.modules.assessments.access import ASSESSMENTS_ANSWER, ASSESSMENTS_KEEP
from accede.modules.assessments.fields.findings import (
    FINDING,
    FINDING_STATED,
    FOLLOW_UP_STATED,
    INSTRUMENT,
    RECOMMENDATION_STATED,
    SENDS,
    TEAM_STATED,
    finding_of,
    follow_up_of,
    recommendation_of,
    team_of,
)
from accede.modules.assessments.queries.findings import findings_to_choose, recommendation_visible_to
from accede.modules.assessments.services.findings import follow_up, name_team, recommend, record_finding
from accede.modules.assessments.web.assessments import address_of, context_of, found_for
from accede.modules.assessments.web.parts import instruments_for


@opens_to(ASSESSMENTS_KEEP)
@takes()
def team_new(request: HttpRequest, number: int) -> HttpResponse:
    """Name a place in the team."""
    found = found_for(request, number, ASSESSMENTS_KEEP)
    bodies = dict(zip(found.organisations, found.organisation_names, strict=True))
    form = FieldsForm(TEAM_STATED, request, choices={SENDS.key: {"": _("Choose"), **bodies}})
    return _answer(
        request, number, form, lambda: name_team(number, team_of(form.given), by=actor_of(request), at=clock.now())
    )


@opens_to(ASSESSMENTS_KEEP)
@takes()
def finding_new(request: HttpRequest, number: int) -> HttpResponse:
    """Record a finding."""
    form = FieldsForm(FINDING_STATED, request, choices={INSTRUMENT.key: {"": _("None"), **instruments_for()}})
    return _answer(
        request,
        number,
        form,
        lambda: record_finding(number, finding_of(form.given), by=actor_of(request), at=clock.now()),
    )


@opens_to(ASSESSMENTS_KEEP)
@takes()
def recommendation_new(request: HttpRequest, number: int) -> HttpResponse:
    """Record a recommendation or an action point."""
    known = findings_to_choose(actor_of(request), number)
    form = FieldsForm(RECOMMENDATION_STATED, request, choices={FINDING.key: {"": _("None"), **known}})
    return _answer(
        request,
        number,
        form,
        lambda: recommend(number, recommendation_of(form.given), by=actor_of(request), at=clock.now()),
    )


@opens_to(ASSESSMENTS_KEEP, ASSESSMENTS_ANSWER)
@takes()
def follow_up_new(request: HttpRequest, number: int) -> HttpResponse:
    """Record what became of a recommendation."""
    actor = actor_of(request)
    one = or_refuse(recommendation_visible_to(actor, number))
    found = found_for(request, one.assessment)
    if not any(can(actor, may, on=Scope("state", found.state)) for may in (ASSESSMENTS_KEEP, ASSESSMENTS_ANSWER)):
        raise Refused
    form = DocumentForm(FOLLOW_UP_STATED, request, label=_("Evidence"))

    def act() -> str:
        follow_up(number, follow_up_of(form.given), form.document, by=actor, at=clock.now())
        return address_of(one.assessment)

    context = {**context_of(request, found), "lede": one.text}
    return answer_form(request, form, act, context)


def _answer(request: HttpRequest, number: int, form: FieldsForm, does: Callable[[], object]) -> HttpResponse:
    found = found_for(request, number, ASSESSMENTS_KEEP)

    def act() -> str:
        does()
        return address_of(number)

    return answer_form(request, form, act, context_of(request, found))


urlpatterns = [
    path("<int:number>/team/", team_new, name="team-new"),
    path("<int:number>/findings/new/", finding_new, name="finding-new"),
    path("<int:number>/recommendations/new/", recommendation_new, name="recommendation-new"),
    path("recommendations/<int:number>/", follow_up_new, name="follow-up"),
]

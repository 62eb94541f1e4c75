"""Ways to joining an instrument: the list, one of them step by step, opening one, telling of a step."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.core.assistance.joining_way import WayStep
from accede.foundation import clock
from accede.foundation.access import Refused, Scope, can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.files.form import DocumentForm
from accede.foundation.files.storing import files_had
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages.parameters import takes
from accede.foundation.texts import listed
from accede.modules.assistance.queries.requests import request_visible_to
from accede.modules.outcomes.access import JOINING_KEEP, OUTCOMES_READ
from accede.modules.outcomes.fields.joining import (
    INSTRUMENT,
    ON_ITS_PAGE,
    SHOWN,
    STANDINGS,
    STEPS,
    TOLD,
    TOLD_OF_DEPOSIT,
    Chosen,
    StepFacts,
    WayFacts,
    step_of,
)
from accede.modules.outcomes.queries.joining import way_visible_to, ways_visible_to
from accede.modules.outcomes.services.joining import open_way, tell_step
from accede.modules.outcomes.web.parts import to_choose
from accede.modules.outcomes.words.joining import missing_of, papers_for, why_in_force
from accede.modules.treaties.queries.instruments import all_instruments


@opens_to(OUTCOMES_READ)
def ways(request: HttpRequest) -> HttpResponseBase:
    """List the ways to joining that the reader may see, each with its next step."""
    page = ListPage[WayFacts](
        name="joining",
        title=_("On the way to joining"),
        empty=_("A way is opened from the page of a request for help with joining."),
        leads=Leads(lambda one: _address(one.number)),
    )
    return page.answer(request, SHOWN, ways_visible_to(actor_of(request), on=clock.today()))


@opens_to(OUTCOMES_READ)
@takes()
def way(request: HttpRequest, way: int) -> HttpResponse:
    """Show a way to joining step by step: who, when, what is missing, and what the deposit brings."""
    actor = actor_of(request)
    found = or_refuse(way_visible_to(actor, way, on=clock.today()))
    may_keep = can(actor, JOINING_KEEP, on=found.owner)
    had = files_had(actor, [one.document for one in found.steps if one.document is not None])
    missing = missing_of(found)
    context = {
        "title": _("%(state)s on the way to joining") % {"state": found.state_name},
        "lede": found.title,
        "rows": [row for row in shown_fields(ON_ITS_PAGE, found, actor) if row.words or row.day],
        "found": found,
        "steps": [_step(found, one, missing.get(one.step, ()), had, may_keep=may_keep) for one in found.steps],
        "why": why_in_force(found),
        "ways": papers_for(found),
    }
    return render(request, "outcomes/way.html", context)


@opens_to(JOINING_KEEP)
@takes()
def way_new(request: HttpRequest, asked: int) -> HttpResponse:
    """Open the way of a State that asked for help with joining."""
    actor = actor_of(request)
    found = or_refuse(request_visible_to(actor, asked))
    if not found.state_code:
        raise Refused
    require(actor, JOINING_KEEP, on=Scope("state", found.state_code))
    language, known = get_language() or "en", all_instruments()
    keys = [key for key in known if not found.instruments or key in found.instruments]
    choices = {INSTRUMENT.key: to_choose({key: known[key].title(language).short for key in keys})}
    form = FieldsForm((INSTRUMENT,), request, choices=choices)

    def act() -> str:
        return _address(open_way(asked, Chosen(form.given.text(INSTRUMENT)), by=actor, at=clock.now()))

    context = {
        "title": _("Open the way to joining"),
        "lede": found.called,
        "button": _("Open it"),
        "back": Link(_("Leave it as it is"), reverse("assistance:request", args=[asked])),
    }
    return answer_form(request, form, act, context)


@opens_to(JOINING_KEEP)
@takes()
def way_step(request: HttpRequest, way: int, stage: str) -> HttpResponse:
    """Tell of a step: who takes it and when, that it was taken, or why it is not needed."""
    actor = actor_of(request)
    found = or_refuse(way_visible_to(actor, way, on=clock.today()))
    require(actor, JOINING_KEEP, on=found.owner)
    told = or_refuse(next((one for one in found.steps if one.step == stage), None))
    fields = TOLD_OF_DEPOSIT if stage == WayStep.DEPOSIT else TOLD
    form = DocumentForm(fields, request, label=_("Document"), thing=told)

    def act() -> str:
        tell_step(way, stage, step_of(form.given), form.document, by=actor, at=clock.now())
        return _address(way)

    context = {
        "title": STEPS[stage],
        "lede": f"{found.state_name} – {found.title}",
        "button": _("Record"),
        "back": Link(_("Leave it as it is"), _address(way)),
    }
    return answer_form(request, form, act, context)


def _step(
    found: WayFacts, one: StepFacts, missing: Sequence[str], had: "frozenset[object]", *, may_keep: bool
) -> dict[str, object]:
    is_open = may_keep and not found.finding.answer.is_closed
    return {
        "facts": one,
        "label": STEPS[one.step],
        "standing": STANDINGS[one.standing],
        "missing": listed(missing),
        "document": reverse("files:file", args=[one.document]) if one.document in had else "",
        "way": reverse("outcomes:way-step", args=[found.number, one.step]) if is_open else "",
    }


def _address(number: int) -> str:
    return reverse("outcomes:way", args=[number])


urlpatterns = [
    path("joining/", ways, name="ways"),
    path("joining/<int:way>/", way, name="way"),
    path("joining/for-request/<int:asked>/", way_new, name="way-new"),
    path("joining/<int:way>/<slug:stage>/", way_step, name="way-step"),
]

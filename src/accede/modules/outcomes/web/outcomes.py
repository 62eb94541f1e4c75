"""Outcomes: the list, one of them with its fact and what came after, the form."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Actor, Refused, Scope, can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.files.form import DocumentForm
from accede.foundation.files.storing import files_had
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages.parameters import takes
from accede.modules.outcomes.access import OUTCOMES_ANSWER, OUTCOMES_KEEP, OUTCOMES_READ
from accede.modules.outcomes.fields.after import LEARNED, RESPONDED, FollowUpFacts, LessonFacts, ResponseDetails
from accede.modules.outcomes.fields.codes import ANSWERS, HELPS, KINDS
from accede.modules.outcomes.fields.outcomes import (
    CONTRIBUTED,
    KIND,
    ON_ITS_PAGE,
    SHOWN,
    STATE,
    STATED,
    OutcomeDetails,
    OutcomeFacts,
    outcome_of,
)
from accede.modules.outcomes.queries.helping import help_to_choose, helped_by
from accede.modules.outcomes.queries.outcomes import (
    follow_ups_of,
    lessons_of,
    names_of_states,
    outcome_visible_to,
    outcomes_visible_to,
)
from accede.modules.outcomes.services.recording import record_outcome
from accede.modules.outcomes.web.parts import address_of, states_to_choose, to_choose
from accede.modules.outcomes.words.why import ways_to_fact, why

WITH = "with"
"""The parameter that names the assistance from whose page the form was opened."""


@opens_to(OUTCOMES_READ)
def outcomes(request: HttpRequest) -> HttpResponseBase:
    """List the outcomes that the reader may see, each with whether it counts."""
    actor = actor_of(request)
    ways = [Link(_("Record an outcome"), reverse("outcomes:new"))] if can(actor, OUTCOMES_KEEP) else []
    page = ListPage[OutcomeFacts](
        name="outcomes",
        title=_("What came of assistance"),
        empty=_("What States did, and to what assistance contributed, appears here."),
        context={
            "ways": ways,
            "lede": _(
                "An outcome counts once the record holds the fact itself. Assistance contributed; States decided."
            ),
        },
        leads=Leads(lambda one: address_of(one.number)),
    )
    return page.answer(request, SHOWN, outcomes_visible_to(actor, on=clock.today()))


@opens_to(OUTCOMES_KEEP)
@takes()
def new(request: HttpRequest) -> HttpResponse:
    """Choose the State in which something came about."""
    states = states_to_choose(request)
    form = FieldsForm((STATE,), request, choices={STATE.key: to_choose(states)})

    def act() -> str:
        return reverse("outcomes:new-in-state", args=[form.given.text(STATE)])

    return answer_form(request, form, act, {"title": _("Record an outcome"), "button": _("Go on")})


@opens_to(OUTCOMES_KEEP)
@takes(WITH)
def new_in_state(request: HttpRequest, state: str) -> HttpResponse:
    """Record what came about in a State, and the assistance that contributed."""
    actor = actor_of(request)
    require(actor, OUTCOMES_KEEP, on=Scope("state", state))
    if state not in states_to_choose(request):
        raise Refused
    offered = {f"{one.kind}:{one.key}": f"{HELPS[one.kind]}: {one.called}" for one in help_to_choose(actor, state)}
    chosen = request.GET.get(WITH, "")
    begun_with = OutcomeDetails(state, "", "", "", None, (chosen,) if chosen in offered else (), "", "")
    choices = {KIND.key: to_choose(KINDS), CONTRIBUTED.key: offered}
    form = DocumentForm(STATED, request, label=_("The document that reports it"), thing=begun_with, choices=choices)

    def act() -> str:
        wanted = outcome_of(form.given, state=state)
        return address_of(record_outcome(wanted, form.document, by=actor, at=clock.now()))

    names = names_of_states({state})
    nothing = _("No assistance to this State has begun, so that nothing can have come of it yet.")
    context = {
        "title": _("Record an outcome"),
        "lede": names[state],
        "notice": "" if offered else nothing,
        "button": _("Record"),
        "back": Link(_("Leave it as it is"), reverse("outcomes:outcomes")),
    }
    return answer_form(request, form, act, context, done=_("The outcome is recorded, and its follow-up is scheduled."))


@opens_to(OUTCOMES_KEEP)
@takes()
def new_from(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Lead from the page of assistance to the form, by way of its States where they are several."""
    found = helped_by(actor_of(request), [f"{kind}:{key}"]).get(f"{kind}:{key}")
    states = states_to_choose(request)
    mine = sorted(code for code in or_refuse(found)[1] if code in states)
    ways = [Link(states[code], f"{reverse('outcomes:new-in-state', args=[code])}?{WITH}={kind}:{key}") for code in mine]
    if not ways:
        raise Refused
    if len(ways) == 1:
        return HttpResponseRedirect(ways[0].address)
    context = {"title": _("Record an outcome"), "lede": _("In which State did it come about?"), "ways": ways}
    return render(request, "records/page.html", context)


@opens_to(OUTCOMES_READ)
@takes()
def outcome(request: HttpRequest, outcome: int) -> HttpResponse:
    """Show an outcome: whether it counts and why, its assistance, its follow-up, what was learned."""
    actor = actor_of(request)
    found = or_refuse(outcome_visible_to(actor, outcome, on=clock.today()))
    may_keep = can(actor, OUTCOMES_KEEP, on=found.owner) and not found.is_taken_back
    may_answer = may_keep or (can(actor, OUTCOMES_ANSWER, on=found.owner) and not found.is_taken_back)
    lessons = lessons_of(actor, outcome)
    had = files_had(actor, [key for key in (found.proof, *(one.document for one in lessons)) if key is not None])
    context = {
        "title": found.title,
        "found": found,
        "rows": shown_fields(ON_ITS_PAGE, found, actor),
        "why": why(found),
        "fact_ways": ways_to_fact(found),
        "helped": [(HELPS[one.kind], Link(one.called, _address_of_help(one.kind, one.key))) for one in found.helped],
        "follow_ups": [_follow_up(one, may_answer=may_answer) for one in follow_ups_of(actor, outcome)],
        "lessons": [_lesson(one, had, actor, may_keep=may_keep) for one in lessons],
        "proof": reverse("files:file", args=[found.proof]) if found.proof in had else "",
        "ways": list(_ways(found)) if may_keep else [],
    }
    return render(request, "outcomes/outcome.html", context)


def _ways(found: OutcomeFacts) -> Iterator[Link]:
    yield Link(_("Record what was learned"), reverse("outcomes:lesson-new", args=[found.number]))
    yield Link(_("Take it back"), reverse("outcomes:take-back", args=[found.number]))


def _follow_up(one: FollowUpFacts, *, may_answer: bool) -> dict[str, object]:
    is_due = not one.answer and one.due_on <= clock.today()
    return {
        "facts": one,
        "answer": ANSWERS[one.answer] if one.answer else "",
        "way": reverse("outcomes:follow-up", args=[one.id]) if is_due and may_answer else "",
    }


def _lesson(one: LessonFacts, had: "frozenset[object]", actor: Actor, *, may_keep: bool) -> dict[str, object]:
    response = ResponseDetails(one.response, one.response_text)
    return {
        "rows": shown_fields(LEARNED, one, actor),
        "response": shown_fields(RESPONDED, response, actor) if one.response else (),
        "responded_on": one.responded_on,
        "document": reverse("files:file", args=[one.document]) if one.document in had else "",
        "way": reverse("outcomes:respond", args=[one.id]) if may_keep and not one.response else "",
    }


def _address_of_help(kind: str, key: str) -> str:
    names = {"activity": "assistance:activity", "request": "assistance:request", "visit": "assessments:assessment"}
    return reverse(names[kind], args=[key])


urlpatterns = [
    path("outcomes/", outcomes, name="outcomes"),
    path("outcomes/new/", new, name="new"),
    path("outcomes/new/<str:state>/", new_in_state, name="new-in-state"),
    path("outcomes/from/<slug:kind>/<str:key>/", new_from, name="new-from"),
    path("outcomes/<int:outcome>/", outcome, name="outcome"),
]

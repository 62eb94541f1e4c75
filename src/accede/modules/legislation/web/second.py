"""The second reading of a rating, and questions to the State: asked, listed, answered by its focal point."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Scope, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.pages.parameters import takes
from accede.modules.legislation.access import LAWS_ANSWER, LAWS_KEEP, LAWS_READ
from accede.modules.legislation.fields.questions import ANSWER, QUESTION
from accede.modules.legislation.fields.reviews import RATING, STATED, rating_of
from accede.modules.legislation.queries.catalogue import catalogue
from accede.modules.legislation.queries.questions import question_visible_to, questions_of
from accede.modules.legislation.services.questions import answer_for_state, ask_state
from accede.modules.legislation.services.reviewing import read_second
from accede.modules.legislation.web.parts import obligation_says, scale, section, shown_questions, state_of


@opens_to(LAWS_KEEP)
@takes()
def second_reading(request: HttpRequest, state: str, obligation: str) -> HttpResponse:
    """Read as a second person how far the law answers an obligation."""
    actor = actor_of(request)
    name = state_of(actor, state)
    if obligation not in catalogue().obligations:
        raise Http404
    require(actor, LAWS_KEEP, on=Scope("state", state))
    form = FieldsForm(STATED, request, choices={RATING.key: scale()})
    back = reverse("legislation:obligation", args=[state, obligation])

    def act() -> str:
        read_second(state, obligation, rating_of(form.given), by=actor, at=clock.now())
        return back

    context = {
        **section(request, "reviews"),
        "title": _("Second reading"),
        "lede": f"{name} · {obligation_says(obligation)}",
        "button": _("Keep the second reading"),
        "back": Link(_("Leave it as it is"), back),
    }
    return answer_form(request, form, act, context, done=_("The second reading is kept."))


@opens_to(LAWS_KEEP)
@takes()
def ask(request: HttpRequest, state: str, obligation: str) -> HttpResponse:
    """Ask the State about an obligation."""
    actor = actor_of(request)
    name = state_of(actor, state)
    if obligation not in catalogue().obligations:
        raise Http404
    require(actor, LAWS_KEEP, on=Scope("state", state))
    form = FieldsForm((QUESTION,), request)
    back = reverse("legislation:obligation", args=[state, obligation])

    def act() -> str:
        ask_state(state, obligation, form.given.text(QUESTION), by=actor, at=clock.now())
        return f"{back}#questions"

    context = {
        **section(request, "reviews"),
        "title": _("Ask the State"),
        "lede": f"{name} · {obligation_says(obligation)}",
        "button": _("Ask"),
        "back": Link(_("Leave it as it is"), back),
    }
    return answer_form(request, form, act, context, done=_("The question is asked."))


@opens_to(LAWS_READ)
@takes()
def questions(request: HttpRequest) -> HttpResponse:
    """List the questions to States about their laws, those that wait for an answer first."""
    actor = actor_of(request)
    context = {
        **section(request, "questions"),
        "title": _("Questions about laws"),
        "lede": _("What reviewers ask States about their laws. The focal point of the State answers."),
        "questions": shown_questions(actor, questions_of(actor)),
    }
    return render(request, "legislation/questions.html", context)


@opens_to(LAWS_ANSWER)
@takes()
def answer(request: HttpRequest, question: UUID) -> HttpResponse:
    """Answer a question in the name of the State."""
    actor = actor_of(request)
    found = or_refuse(question_visible_to(actor, question))
    require(actor, LAWS_ANSWER, on=Scope("state", found.state))
    form = FieldsForm((ANSWER,), request)
    back = reverse("legislation:questions")

    def act() -> str:
        answer_for_state(question, form.given.text(ANSWER), by=actor, at=clock.now())
        return back

    context = {
        **section(request, "questions"),
        "title": _("Answer"),
        "lede": f"{obligation_says(found.obligation)} — {found.text}",
        "button": _("Answer"),
        "back": Link(_("Leave it as it is"), back),
    }
    return answer_form(request, form, act, context, done=_("The answer is kept."))


urlpatterns = [
    path("questions/", questions, name="questions"),
    path("questions/<uuid:question>/answer/", answer, name="question-answer"),
    path("reviews/<str:state>/<str:obligation>/second/", second_reading, name="second-reading"),
    path("reviews/<str:state>/<str:obligation>/ask/", ask, name="ask"),
]

"""What comes after an outcome: answers to follow-up, lessons, responses to them, and taking it back."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Actor, can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.files.form import DocumentForm
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.pages.parameters import takes
from accede.modules.outcomes.access import OUTCOMES_ANSWER, OUTCOMES_KEEP
from accede.modules.outcomes.fields.after import (
    ANSWER,
    ANSWERED,
    BACK,
    LEARNED,
    LESSON_KIND,
    RESPONDED,
    RESPONSE,
    WHY,
    TakenBack,
    answer_of,
    lesson_of,
    response_of,
)
from accede.modules.outcomes.fields.codes import ANSWERS, LESSON_KINDS, RESPONSES
from accede.modules.outcomes.fields.outcomes import OutcomeFacts
from accede.modules.outcomes.queries.outcomes import outcome_of_follow_up, outcome_of_lesson, outcome_visible_to
from accede.modules.outcomes.services.recording import answer_follow_up, record_lesson, respond, take_back
from accede.modules.outcomes.web.parts import address_of, to_choose


@opens_to(OUTCOMES_KEEP, OUTCOMES_ANSWER)
@takes()
def follow_up(request: HttpRequest, follow_up: UUID) -> HttpResponse:
    """Say whether an outcome still stands."""
    actor = actor_of(request)
    found = _found(actor, or_refuse(outcome_of_follow_up(actor, follow_up)))
    if not can(actor, OUTCOMES_ANSWER, on=found.owner):
        require(actor, OUTCOMES_KEEP, on=found.owner)
    form = FieldsForm(ANSWERED, request, choices={ANSWER.key: to_choose(ANSWERS)})

    def act() -> str:
        return address_of(answer_follow_up(follow_up, answer_of(form.given), by=actor, at=clock.now()))

    context = _about(found, _("Does it still stand?"))
    return answer_form(request, form, act, context, done=_("Your answer is recorded."))


@opens_to(OUTCOMES_KEEP)
@takes()
def lesson_new(request: HttpRequest, outcome: int) -> HttpResponse:
    """Record what an evaluation found, or what was learned."""
    actor = actor_of(request)
    found = _kept(actor, outcome)
    form = DocumentForm(LEARNED, request, label=_("The evaluation"), choices={LESSON_KIND.key: to_choose(LESSON_KINDS)})

    def act() -> str:
        record_lesson(outcome, lesson_of(form.given), form.document, by=actor, at=clock.now())
        return address_of(outcome)

    return answer_form(request, form, act, _about(found, _("Record what was learned")))


@opens_to(OUTCOMES_KEEP)
@takes()
def lesson_response(request: HttpRequest, lesson: UUID) -> HttpResponse:
    """Record the management response to a lesson."""
    actor = actor_of(request)
    found = _kept(actor, or_refuse(outcome_of_lesson(actor, lesson)))
    form = FieldsForm(RESPONDED, request, choices={RESPONSE.key: to_choose(RESPONSES)})

    def act() -> str:
        return address_of(respond(lesson, response_of(form.given), by=actor, at=clock.now()))

    return answer_form(request, form, act, _about(found, _("Management response")))


@opens_to(OUTCOMES_KEEP)
@takes()
def outcome_back(request: HttpRequest, outcome: int) -> HttpResponse:
    """Take an outcome back."""
    actor = actor_of(request)
    found = _kept(actor, outcome)
    form = FieldsForm(BACK, request)

    def act() -> str:
        take_back(outcome, TakenBack(form.given.text(WHY)), by=actor, at=clock.now())
        return address_of(outcome)

    context = {**_about(found, _("Take it back")), "button": _("Take it back")}
    return answer_form(request, form, act, context, done=_("The outcome is taken back. It stays with its reason."))


def _found(actor: Actor, number: int) -> OutcomeFacts:
    return or_refuse(outcome_visible_to(actor, number, on=clock.today()))


def _kept(actor: Actor, number: int) -> OutcomeFacts:
    found = _found(actor, number)
    require(actor, OUTCOMES_KEEP, on=found.owner)
    return found


def _about(found: OutcomeFacts, title: str) -> dict[str, object]:
    back = Link(_("Leave it as it is"), address_of(found.number))
    return {"title": title, "lede": found.title, "button": _("Record"), "back": back}


urlpatterns = [
    path("outcomes/<int:outcome>/lessons/", lesson_new, name="lesson-new"),
    path("outcomes/<int:outcome>/take-back/", outcome_back, name="take-back"),
    path("outcomes/follow-ups/<uuid:follow_up>/", follow_up, name="follow-up"),
    path("outcomes/lessons/<uuid:lesson>/response/", lesson_response, name="respond"),
]

"""What officers do with requests: screen, ask, hand over, join; and what a State answers."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accede.foundation import clock
from accede.foundation.access import Refused, can, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.forms.base import FieldsForm, Form, answer_form, sent
from accede.foundation.pages import read_as_at
from accede.foundation.pages.parameters import takes
from accede.foundation.workflow.stepping import LONGEST_REASON
from accede.modules.assistance.access import REQUESTS_FILE, REQUESTS_HANDLE
from accede.modules.assistance.fields.requests import RequestFacts
from accede.modules.assistance.fields.screening import (
    ANSWER,
    CLAUSES,
    QUESTION,
    SCREENED,
    ScreeningDetails,
    screening_of,
)
from accede.modules.assistance.queries.beside import files_with, questions_of
from accede.modules.assistance.queries.mandate import MANDATE, clauses_of_mandate
from accede.modules.assistance.queries.requests import others_of, request_visible_to
from accede.modules.assistance.services.handling import hand_over, join_request, officers_for, record_screening
from accede.modules.assistance.services.questions import answer, ask
from accede.modules.assistance.web.parts import section
from accede.modules.assistance.web.requests import CHOSEN, address_of
from accede.modules.assistance.words.instruments import standings_of


class HandOverForm(Form):
    """To whom requests go, and why."""

    officer = forms.ChoiceField(label=gettext_lazy("Officer"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Why"), max_length=LONGEST_REASON, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class JoinForm(Form):
    """Into which request another one goes, and why."""

    into = forms.CharField(label=gettext_lazy("Number of the other request"), max_length=40)
    reason = forms.CharField(
        label=gettext_lazy("Why"), max_length=LONGEST_REASON, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


@opens_to(REQUESTS_HANDLE)
@takes("on")
def screening(request: HttpRequest, asked: int) -> HttpResponse:
    """Show all that a decision needs on one page; record what the screening found."""
    actor, found = actor_of(request), _handled(request, asked)
    as_at = read_as_at(request.GET)
    clauses = clauses_of_mandate()
    choices = {CLAUSES.key: {key: f"{key}. {one.what}" for key, one in clauses.items()}}
    now = ScreeningDetails(found.clauses, found.screening, format(found.estimate, "f") if found.estimate else "")
    form = FieldsForm(SCREENED, request, thing=now, choices=choices)

    def act() -> str:
        record_screening(asked, screening_of(form.given), by=actor, at=clock.now())
        return address_of(asked)

    context = {
        **section(request),
        "title": _("Screening of %(request)s") % {"request": found.called},
        "found": found,
        "on": as_at.on,
        "standings": standings_of(found.state_code, on=as_at.on),
        "others": [(one, address_of(one.id)) for one in others_of(actor, found)],
        "clauses": [(one, reverse("mandates:mandate-detail", args=[MANDATE])) for one in clauses.values()],
        "questions": questions_of(actor, asked),
        "files": [(one, reverse("files:file", args=[one.id])) for one in files_with(actor, asked)],
        "button": _("Record the screening"),
        "back": Link(_("The request"), address_of(asked)),
    }
    done = _("What the screening found is recorded.")
    return answer_form(request, form, act, context, template="assistance/screening.html", done=done)


@opens_to(REQUESTS_HANDLE)
@takes()
def question_new(request: HttpRequest, asked: int) -> HttpResponse:
    """Ask the State about its request."""
    found = _handled(request, asked)
    form = FieldsForm((QUESTION,), request)

    def act() -> str:
        ask(asked, form.given.text(QUESTION), by=actor_of(request), at=clock.now())
        return address_of(asked)

    context = {**_context(request, found), "title": _("Ask a question"), "button": _("Ask")}
    return answer_form(request, form, act, context)


@opens_to(REQUESTS_FILE)
@takes()
def question_answer(request: HttpRequest, asked: int, question: UUID) -> HttpResponse:
    """Answer a question in the name of whoever asks for assistance."""
    actor = actor_of(request)
    found = or_refuse(request_visible_to(actor, asked))
    wanted = or_refuse(next((one for one in questions_of(actor, asked) if one.id == question), None))
    if not can(actor, REQUESTS_FILE, on=found.owner):
        raise Refused
    form = FieldsForm((ANSWER,), request)

    def act() -> str:
        answer(asked, question, form.given.text(ANSWER), by=actor, at=clock.now())
        return address_of(asked)

    context = {**_context(request, found), "title": _("Answer a question"), "lede": wanted.text, "button": _("Answer")}
    return answer_form(request, form, act, context)


@opens_to(REQUESTS_HANDLE)
@takes(CHOSEN)
def handing_over(request: HttpRequest) -> HttpResponse:
    """Hand requests over to another officer, many at once."""
    actor = actor_of(request)
    keys = [key for key in request.GET.getlist(CHOSEN) if key.isascii() and key.isdecimal() and len(key) <= 18]
    found = [or_refuse(request_visible_to(actor, int(key))) for key in dict.fromkeys(keys)]
    form = HandOverForm(sent(request))
    people = [(str(one.person), one.name) for one in officers_for(actor, at=clock.now())]
    form.fields["officer"].choices = [("", _("Nobody")), *people]  # type: ignore[attr-defined]

    def act() -> str:
        officer = form.cleaned_data["officer"]
        reason = form.cleaned_data["reason"]
        numbers = [one.id for one in found]
        hand_over(numbers, UUID(officer) if officer else None, reason=reason, by=actor, at=clock.now())
        return reverse("assistance:requests")

    context = {
        **section(request),
        "title": _("Hand requests over"),
        "found": [(one, address_of(one.id)) for one in found],
        "button": _("Hand over"),
        "back": Link(_("Leave it as it is"), reverse("assistance:requests")),
    }
    return answer_form(request, form, act, context, template="assistance/hand_over.html", done=_("It is handed over."))


@opens_to(REQUESTS_HANDLE)
@takes()
def joining(request: HttpRequest, asked: int) -> HttpResponse:
    """Join a request to another one of the same State or organisation."""
    found = _handled(request, asked)
    form = JoinForm(sent(request))

    def act() -> str:
        given = form.cleaned_data
        join_request(asked, given["into"], reason=given["reason"], by=actor_of(request), at=clock.now())
        return address_of(asked)

    context = {
        **_context(request, found),
        "title": _("Join it to another request"),
        "lede": _("Both stay to be read: the other one goes on, and each leads to the other."),
        "button": _("Join"),
    }
    return answer_form(request, form, act, context)


def _handled(request: HttpRequest, asked: int) -> RequestFacts:
    actor = actor_of(request)
    found = or_refuse(request_visible_to(actor, asked))
    if not can(actor, REQUESTS_HANDLE, on=found.owner) or not found.reference:
        raise Refused
    return found


def _context(request: HttpRequest, found: RequestFacts) -> dict[str, object]:
    return {**section(request), "lede": found.called, "back": Link(_("The request"), address_of(found.id))}


urlpatterns = [
    path("hand-over/", handing_over, name="hand-over"),
    path("<int:asked>/screening/", screening, name="screening"),
    path("<int:asked>/ask/", question_new, name="ask"),
    path("<int:asked>/questions/<uuid:question>/", question_answer, name="answer"),
    path("<int:asked>/join/", joining, name="join"),
]

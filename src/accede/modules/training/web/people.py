"""One nomination: its seat, results, certificate, the questions later, and what is kept on the official."""

from collections.abc import Callable, Iterator
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accede.core.training.nominations import Standing
from accede.foundation import clock
from accede.foundation.access import Actor, can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.documents.writing import DocumentFormat, file_response
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.pages.parameters import takes
from accede.foundation.problems import UnableTo
from accede.modules.training.access import OFFICIALS_NOMINATE, TRAINING_KEEP, TRAINING_READ
from accede.modules.training.fields.codes import SHOWN_TO_ALL
from accede.modules.training.fields.following import STATED as FOLLOW_UP_STATED
from accede.modules.training.fields.following import USE, USES, follow_up_of
from accede.modules.training.fields.people import READ, RESULTS, ParticipantFacts, results_of
from accede.modules.training.queries.certificates import certificate_of
from accede.modules.training.queries.events import call_of, event_visible_to
from accede.modules.training.queries.following import follow_up_visible_to, follow_ups_of
from accede.modules.training.queries.people import participant_visible_to
from accede.modules.training.services.following import answer_for
from accede.modules.training.services.keeping import erase, take_out
from accede.modules.training.services.nominating import confirm_seat, withdraw
from accede.modules.training.services.results import issue_certificate, record_results, show_certificate
from accede.modules.training.web.parts import section, to_choose
from accede.modules.training.words.certificates import certificate_tree

_DEEDS: dict[str, Callable[[HttpRequest, UUID], object]] = {
    "confirm": lambda request, key: confirm_seat(key, by=actor_of(request), at=clock.now()),
    "withdraw": lambda request, key: withdraw(
        key, request.POST.get("reason", "").replace("\x00", ""), by=actor_of(request), at=clock.now()
    ),
    "certify": lambda request, key: issue_certificate(key, by=actor_of(request), at=clock.now()),
    "show": lambda request, key: show_certificate(
        key, request.POST.get("shown", ""), by=actor_of(request), at=clock.now()
    ),
    "erase": lambda request, key: erase(key, by=actor_of(request), at=clock.now()),
}


@opens_to(OFFICIALS_NOMINATE, TRAINING_READ)
@takes()
def participant(request: HttpRequest, nominee: UUID) -> HttpResponse:
    """Show one nomination, and what can be done with it."""
    actor = actor_of(request)
    found = _found(actor, nominee)
    certificate = certificate_of(actor, nominee)
    may = dict.fromkeys(_deeds(actor, found, has_certificate=certificate is not None), True)
    context = {
        **section(request, ""),
        "title": found.name,
        "rows": shown_fields(READ, found, actor),
        "ways": list(_ways(actor, found)),
        "may": may,
        "nominee": nominee,
        "certificate": certificate,
        "shown": [(code, words) for code, words in SHOWN_TO_ALL.items() if not (found.is_protected and code == "name")],
        "questions": follow_ups_of(actor, nominee),
        "today": clock.today(),
    }
    return render(request, "training/participant.html", context)


@opens_to(OFFICIALS_NOMINATE, TRAINING_KEEP)
@require_POST
@takes()
def participant_do(request: HttpRequest, nominee: UUID, deed: str) -> HttpResponse:
    """Confirm or withdraw the seat, issue the certificate, set what it shows, take the name away."""
    found = _found(actor_of(request), nominee)
    act = or_refuse(_DEEDS.get(deed))
    try:
        act(request, nominee)
    except UnableTo as unable:
        messages.error(request, str(unable))
    else:
        messages.success(request, _("It is recorded."))
    return HttpResponseRedirect(reverse("training:participant", args=[found.id]))


@opens_to(TRAINING_KEEP)
@takes()
def results(request: HttpRequest, nominee: UUID) -> HttpResponse:
    """Record what a participant knew before and after."""
    found = _found(actor_of(request), nominee)
    require(actor_of(request), TRAINING_KEEP, on=found.owner)
    form = FieldsForm(RESULTS, request)
    if found.before is not None:
        form.initial["before"] = str(found.before)
    if found.after is not None:
        form.initial["after"] = str(found.after)

    def act() -> str:
        record_results(nominee, results_of(form.given), by=actor_of(request), at=clock.now())
        return reverse("training:participant", args=[nominee])

    return answer_form(request, form, act, _context(request, found))


@opens_to(OFFICIALS_NOMINATE, TRAINING_READ)
@takes()
def certificate_file(request: HttpRequest, nominee: UUID) -> HttpResponse:
    """Return the certificate as PDF, in the language of the participant; the same one however often it is asked."""
    found = or_refuse(certificate_of(actor_of(request), nominee))
    with translation.override(found.words["language"]):
        address = f"{settings.ACCEDE_SITE}{reverse('training:certificate', args=[found.number])}"
    document = certificate_tree(found.number, found.issued_on, found.words, address=address)
    return file_response(document, DocumentFormat.PDF, name=f"certificate-{found.number}")


@opens_to(OFFICIALS_NOMINATE, TRAINING_KEEP)
@require_POST
@takes()
def kept(request: HttpRequest, nominee: UUID) -> HttpResponse:
    """Return all that is kept on an official, as a file for the official."""
    actor = actor_of(request)
    found = take_out(nominee, by=actor, at=clock.now())
    rows = {one.label: one.day.isoformat() if one.day else str(one.words) for one in shown_fields(READ, found, actor)}
    certificate = certificate_of(actor, nominee)
    answers = [
        {"months": one.months, "use": str(USES.get(one.use, "")), "trained": one.trained, "words": one.words}
        for one in follow_ups_of(actor, nominee)
    ]
    told = {
        "official": {str(label): words for label, words in rows.items()} | {str(_("E-mail")): found.email},
        "certificate": dict(certificate.words) | {"number": certificate.number} if certificate else None,
        "answers": answers,
    }
    response = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="kept-{found.called}.json"'
    return response


@opens_to(OFFICIALS_NOMINATE, TRAINING_KEEP)
@takes()
def answer_down(request: HttpRequest, followup: UUID) -> HttpResponse:
    """Write down what a participant answers who has no link."""
    key, _question = or_refuse(follow_up_visible_to(actor_of(request), followup))
    found = _found(actor_of(request), key)
    form = FieldsForm(FOLLOW_UP_STATED, request, choices={USE.key: to_choose(USES)})

    def act() -> str:
        answer_for(followup, follow_up_of(form.given), by=actor_of(request), at=clock.now())
        return reverse("training:participant", args=[key])

    return answer_form(request, form, act, _context(request, found))


def _deeds(actor: Actor, found: ParticipantFacts, *, has_certificate: bool) -> Iterator[str]:
    """Yield what the reader may do, as far as this nomination is concerned; services know more."""
    keeps = can(actor, TRAINING_KEEP, on=found.owner)
    if not keeps and not can(actor, OFFICIALS_NOMINATE, on=found.owner):
        return
    if found.standing == Standing.SELECTED:
        yield "confirm"
    if found.standing not in {Standing.WITHDRAWN, Standing.NOT_SELECTED}:
        yield "withdraw"
    if keeps and found.present and not has_certificate and found.is_named:
        yield "certify"
    if has_certificate:
        yield "show"
    if found.is_named:
        yield "keep"


def _ways(actor: Actor, found: ParticipantFacts) -> Iterator[Link]:
    if call := call_of(actor, found.event, found.state):
        yield Link(_("The call for nominations"), reverse("training:call", args=[call]))
    if event_visible_to(actor, found.event):
        yield Link(_("The event"), reverse("training:event", args=[found.event]))
    if can(actor, TRAINING_KEEP, on=found.owner) and found.standing == Standing.CONFIRMED:
        yield Link(_("Record results"), reverse("training:results", args=[found.id]))


def _found(actor: Actor, key: UUID) -> ParticipantFacts:
    return or_refuse(participant_visible_to(actor, key))


def _context(request: HttpRequest, found: ParticipantFacts) -> dict[str, object]:
    back = Link(_("Leave it as it is"), reverse("training:participant", args=[found.id]))
    return {**section(request, ""), "title": found.name, "button": _("Record"), "back": back}


urlpatterns = [
    path("nominations/<uuid:nominee>/", participant, name="participant"),
    path("nominations/<uuid:nominee>/do/<slug:deed>/", participant_do, name="participant-do"),
    path("nominations/<uuid:nominee>/results/", results, name="results"),
    path("nominations/<uuid:nominee>/certificate/", certificate_file, name="certificate-file"),
    path("nominations/<uuid:nominee>/kept/", kept, name="kept"),
    path("questions/<uuid:followup>/", answer_down, name="answer-down"),
]

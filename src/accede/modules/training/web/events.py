"""Training events: the list, one of them with its sessions and nominations, its preparation, its selection."""

from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accede.core.training.nominations import DECIDED, Standing
from accede.foundation import clock
from accede.foundation.access import can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages.parameters import key_written, takes
from accede.foundation.problems import UnableTo, listed_problems
from accede.foundation.workflow.page import StepPage
from accede.modules.assistance.queries.activities import activity_visible_to
from accede.modules.training.access import TRAINING_KEEP, TRAINING_READ
from accede.modules.training.fields.codes import FORMS, FUNCTIONS, LANGUAGES, SEXES, STANDINGS
from accede.modules.training.fields.events import (
    FORM,
    READ,
    SESSION_STATED,
    SHOWN,
    STATED,
    EventListed,
    event_of,
    session_of,
)
from accede.modules.training.fields.people import SHOWN as PEOPLE_SHOWN
from accede.modules.training.fields.people import ParticipantFacts
from accede.modules.training.queries.events import event_visible_to, events_visible_to, sessions_of
from accede.modules.training.queries.people import participants_of
from accede.modules.training.services.flow import EVENTS
from accede.modules.training.services.planning import add_session, change_event, prepare_event
from accede.modules.training.services.selecting import REASON, select
from accede.modules.training.web.parts import section, to_choose

_CHANGEABLE = frozenset({"planned", "nominating", "selecting"})


@opens_to(TRAINING_READ)
def events(request: HttpRequest) -> HttpResponseBase:
    """List the training events that the reader may see."""
    page = ListPage[EventListed](
        name="training-events",
        title=_("Training events"),
        empty=_("An event is prepared on the page of its activity."),
        context=section(request, "events"),
        leads=Leads(lambda one: _address(one.number)),
    )
    return page.answer(request, SHOWN, events_visible_to(actor_of(request)))


@opens_to(TRAINING_READ)
@takes()
def event(request: HttpRequest, number: int) -> HttpResponse:
    """Show an event with its sessions, and take a step with it."""
    return PAGE.answer(request, number)


@opens_to(TRAINING_KEEP)
@takes()
def event_new(request: HttpRequest, activity: int) -> HttpResponse:
    """Prepare an event of an activity."""
    found = or_refuse(activity_visible_to(actor_of(request), activity))
    require(actor_of(request), TRAINING_KEEP, on=found.owner)
    form = FieldsForm(STATED, request, choices={FORM.key: to_choose(FORMS)})

    def act() -> str:
        return _address(prepare_event(activity, event_of(form.given), by=actor_of(request), at=clock.now()))

    context = {
        **section(request, "events"),
        "title": _("Prepare a training event"),
        "lede": found.title,
        "button": _("Record"),
        "back": Link(_("Leave it as it is"), reverse("assistance:activity", args=[activity])),
    }
    return answer_form(request, form, act, context)


@opens_to(TRAINING_KEEP)
@takes()
def event_change(request: HttpRequest, number: int) -> HttpResponse:
    """Change an event."""
    found = _found(request, number)
    form = FieldsForm(STATED, request, thing=found)

    def act() -> str:
        change_event(number, event_of(form.given), by=actor_of(request), at=clock.now())
        return _address(number)

    return answer_form(request, form, act, _context(request, found))


@opens_to(TRAINING_KEEP)
@takes()
def session_new(request: HttpRequest, number: int) -> HttpResponse:
    """Add a session."""
    found = _found(request, number)
    form = FieldsForm(SESSION_STATED, request)

    def act() -> str:
        add_session(number, session_of(form.given), by=actor_of(request), at=clock.now())
        return _address(number)

    return answer_form(request, form, act, {**_context(request, found), "lede": _("A session")})


@opens_to(TRAINING_READ)
def participants(request: HttpRequest, number: int) -> HttpResponseBase:
    """List who was nominated for an event."""
    actor = actor_of(request)
    found = or_refuse(event_visible_to(actor, number))
    page = ListPage[ParticipantFacts](
        name="participants",
        title=found.title,
        empty=_("Nobody is nominated yet."),
        context={
            **section(request, ""),
            "lede": _("Nominations"),
            "ways": [Link(_("The event"), _address(number))],
        },
        leads=Leads(lambda one: reverse("training:participant", args=[one.id])),
    )
    return page.answer(request, PEOPLE_SHOWN, participants_of(actor, number))


@opens_to(TRAINING_KEEP)
@takes()
def selection(request: HttpRequest, number: int) -> HttpResponse:
    """Show the nominations with the balance of those selected, and take the decision."""
    found = _found(request, number)
    wanted: dict[UUID, str] = {}
    problems: Mapping[str, str] = {}
    if request.method == "POST":
        pairs = ((key_written(name.removeprefix("for-")), str(code)) for name, code in request.POST.items() if code)
        wanted = {key: code for key, code in pairs if key is not None}
        reason = request.POST.get(REASON, "").replace("\x00", "")
        try:
            count = select(number, wanted, reason, by=actor_of(request), at=clock.now())
        except UnableTo as unable:
            problems = unable.problems
        else:
            told = ngettext("%(count)s nomination was decided.", "%(count)s nominations were decided.", count)
            messages.success(request, told % {"count": count})
            return HttpResponseRedirect(request.path)
    rows = participants_of(actor_of(request), number).all()
    context = {
        **_context(request, found),
        "summary": listed_problems(problems),
        "wrong": problems,
        "rows": [(one, wanted.get(one.id, one.standing), STANDINGS[one.standing]) for one in rows],
        "choices": [(code.value, STANDINGS[code.value]) for code in DECIDED],
        "decided": {code.value for code in DECIDED} | {Standing.NOMINATED.value},
        "criteria": found.criteria,
        "seats": found.seats,
        "balance": list(_balance(rows)),
        "reason": request.POST.get(REASON, ""),
    }
    status = HTTPStatus.BAD_REQUEST if problems else HTTPStatus.OK
    return render(request, "training/selection.html", context, status=status)


def _balance(rows: Sequence[ParticipantFacts]) -> Iterator[tuple[str, list[tuple[str, int, int]]]]:
    """Yield of each way to look at the nominations how many there are and how many are selected, States by name."""
    taken = {Standing.SELECTED.value, Standing.CONFIRMED.value}

    def parts(value: dict[UUID, str]) -> list[tuple[str, int, int]]:
        return [
            (words, len(of), sum(one.standing in taken for one in of))
            for words in sorted(set(value.values()))
            if (of := [one for one in rows if value[one.id] == words])
        ]

    yield _("By State"), parts({one.id: one.state_name for one in rows})
    yield _("By sex"), parts({one.id: str(SEXES[one.sex]) for one in rows})
    yield _("By function"), parts({one.id: str(FUNCTIONS[one.function]) for one in rows})
    yield _("By language"), parts({one.id: str(LANGUAGES[one.language]) for one in rows})


def _found(request: HttpRequest, number: int) -> EventListed:
    actor = actor_of(request)
    found = or_refuse(event_visible_to(actor, number))
    require(actor, TRAINING_KEEP, on=found.owner)
    return found


def _page(request: HttpRequest, number: int) -> Mapping[str, object]:
    actor = actor_of(request)
    found = or_refuse(event_visible_to(actor, number))
    may_keep = can(actor, TRAINING_KEEP, on=found.owner)
    return {
        **section(request, "events"),
        "title": found.title,
        "rows": shown_fields(READ, found, actor),
        "ways": list(_ways(found, may_keep=may_keep)),
        "sessions": sessions_of(actor, number),
        "may_keep": may_keep,
        "number": number,
    }


def _ways(found: EventListed, *, may_keep: bool) -> Iterator[Link]:
    yield Link(_("Nominations"), reverse("training:participants", args=[found.number]))
    if may_keep and found.stage in _CHANGEABLE:
        yield Link(_("Change the event"), reverse("training:event-change", args=[found.number]))
    if may_keep and found.stage not in {"held", "cancelled"}:
        yield Link(_("Add a session"), reverse("training:session-new", args=[found.number]))
    if may_keep and found.stage in {"selecting", "confirmed"}:
        yield Link(_("Select participants"), reverse("training:selection", args=[found.number]))
    if may_keep and found.stage in {"confirmed", "held"}:
        yield Link(_("The day"), reverse("training:day", args=[found.number]))
    yield Link(_("The activity"), reverse("assistance:activity", args=[found.activity]))


def _context(request: HttpRequest, found: EventListed) -> dict[str, object]:
    back = Link(_("Leave it as it is"), _address(found.number))
    return {**section(request, ""), "title": found.title, "button": _("Record"), "back": back}


def _address(number: int) -> str:
    return reverse("training:event", args=[number])


PAGE = StepPage(flow=EVENTS, template="training/event.html", context=_page)
urlpatterns = [
    path("", events, name="events"),
    path("new/<int:activity>/", event_new, name="event-new"),
    path("<int:number>/", event, name="event"),
    path("<int:number>/change/", event_change, name="event-change"),
    path("<int:number>/sessions/", session_new, name="session-new"),
    path("<int:number>/nominations/", participants, name="participants"),
    path("<int:number>/selection/", selection, name="selection"),
]

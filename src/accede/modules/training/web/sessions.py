"""The trainer's day, and the attendance sheet of a session; its ticks are kept in the browser until they are sent."""

from collections.abc import Mapping
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accede.foundation import clock
from accede.foundation.access import opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.pages.parameters import key_written, takes
from accede.foundation.problems import UnableTo, listed_problems
from accede.modules.training.access import TRAINING_KEEP
from accede.modules.training.queries.events import event_visible_to, session_visible_to, sessions_of
from accede.modules.training.queries.people import admitted_to, sheet_of
from accede.modules.training.services.attending import Conflicts, Tick, drop_session, record_attendance
from accede.modules.training.web.parts import section


@opens_to(TRAINING_KEEP)
@takes()
def day(request: HttpRequest, number: int) -> HttpResponse:
    """Show the trainer the sessions of an event day by day, today's first, and how many have a confirmed seat."""
    actor, today = actor_of(request), clock.today()
    found = or_refuse(event_visible_to(actor, number))
    require(actor, TRAINING_KEEP, on=found.owner)
    sessions = sessions_of(actor, number)
    days = sorted({one.on for one in sessions}, key=lambda each: (each != today, each))
    context = {
        **section(request, ""),
        "title": found.title,
        "place": found.place,
        "days": [(one, one == today, [each for each in sessions if each.on == one]) for one in days],
        "count": len(admitted_to(actor, number)),
        "ways": [Link(_("The event"), reverse("training:event", args=[number]))],
    }
    return render(request, "training/day.html", context)


@opens_to(TRAINING_KEEP)
@takes()
def sheet(request: HttpRequest, session: UUID) -> HttpResponse:
    """Show the attendance sheet of a session, and take it as it was ticked."""
    actor = actor_of(request)
    number, found = or_refuse(session_visible_to(actor, session))
    event = or_refuse(event_visible_to(actor, number))
    require(actor, TRAINING_KEEP, on=event.owner)
    problems: Mapping[str, str] = {}
    late: set[UUID] = set()
    ticked: set[UUID] | None = None
    status = HTTPStatus.OK
    if request.method == "POST":
        listed = [key for text in request.POST.getlist("listed") if (key := key_written(text)) is not None]
        ticked = {key for key in listed if f"present-{key}" in request.POST}
        ticks = {key: Tick(key in ticked, request.POST.get(f"seen-{key}", "")) for key in listed}
        try:
            record_attendance(session, ticks, by=actor, at=clock.now())
        except UnableTo as unable:
            problems = unable.problems
            late = set(unable.of) if isinstance(unable, Conflicts) else set()
            status = HTTPStatus.CONFLICT if late else HTTPStatus.BAD_REQUEST
        else:
            messages.success(request, _("The attendance is recorded."))
            return HttpResponseRedirect(request.path)
    there = sheet_of(actor, session)
    rows = []
    for one in admitted_to(actor, number):
        recorded = there.get(one.id)
        stands = recorded is not None and recorded.is_present
        tick = one.id in ticked if ticked is not None else stands
        rows.append((one, tick, recorded.seen if recorded else "", one.id in late, stands))
    context = {
        **section(request, ""),
        "title": found.title,
        "lede": event.title,
        "session": found,
        "rows": rows,
        "summary": listed_problems(problems),
        "is_late": bool(late),
        "ways": [Link(_("The day"), reverse("training:day", args=[number]))],
    }
    return render(request, "training/sheet.html", context, status=status)


@opens_to(TRAINING_KEEP)
@require_POST
@takes()
def session_drop(request: HttpRequest, session: UUID) -> HttpResponse:
    """Record that a session did not take place."""
    number, _found = or_refuse(session_visible_to(actor_of(request), session))
    try:
        drop_session(session, by=actor_of(request), at=clock.now())
    except UnableTo as unable:
        messages.error(request, str(unable))
    else:
        messages.success(request, _("The session did not take place."))
    return HttpResponseRedirect(reverse("training:day", args=[number]))


urlpatterns = [
    path("<int:number>/day/", day, name="day"),
    path("sessions/<uuid:session>/", sheet, name="sheet"),
    path("sessions/<uuid:session>/dropped/", session_drop, name="session-drop"),
]

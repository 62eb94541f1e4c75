"""Pages of one's own notices: the inbox, how they come by mail, and the one click that stops them."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accede.foundation import clock
from accede.foundation.access import PUBLIC, SIGNED_IN, Refused, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.forms.base import Form
from accede.foundation.outbox.inbox import choice_of, choose, inbox_of, mark_read, notice_of
from accede.foundation.outbox.models import How
from accede.foundation.outbox.stopping import person_of, stop
from accede.foundation.outbox.things import Mailbox, mailbox_of
from accede.foundation.pages.paging import page_of
from accede.foundation.pages.parameters import takes


class ChoiceForm(Form):
    """How notices come by mail."""

    how = forms.ChoiceField(label=_("Notices by mail"), choices=How.choices)


@opens_to(SIGNED_IN)
@takes("saved", "page")
def inbox(request: HttpRequest) -> HttpResponse:
    """Show one's own notices, the newest first, and how they come by mail."""
    mailbox = _mailbox(request)
    form = ChoiceForm(request.POST or None, initial={"how": choice_of(mailbox.person).value})
    if request.method == "POST" and form.is_valid():
        choose(mailbox.person, How(form.cleaned_data["how"]), at=clock.now())
        return HttpResponseRedirect(f"{request.path}?saved=1")
    told = inbox_of(mailbox.person, actors=mailbox.actors)
    context = {
        "form": form,
        "page": page_of(told, request=request),
        "unread": sum(not one.is_read for one in told),
        "saved": request.method == "GET" and "saved" in request.GET,
    }
    return render(request, "outbox/inbox.html", context)


@opens_to(SIGNED_IN)
@takes()
def notice(request: HttpRequest, notice: UUID) -> HttpResponse:
    """Show one notice: with a button that marks it read and leads to the thing."""
    mailbox = _mailbox(request)
    found = notice_of(mailbox.person, notice, actors=mailbox.actors)
    if request.method == "POST":
        mark_read(mailbox.person, [notice], is_read=request.POST.get("read") != "no", at=clock.now())
        onwards = found.address if found.address and request.POST.get("read") == "go" else reverse("outbox:inbox")
        return HttpResponseRedirect(onwards)
    return render(request, "outbox/notice.html", {"notice": found})


@opens_to(SIGNED_IN)
@require_POST
@takes()
def all_read(request: HttpRequest) -> HttpResponse:
    """Mark all notices read."""
    mark_read(_mailbox(request).person, None, is_read=True, at=clock.now())
    return HttpResponseRedirect(reverse("outbox:inbox"))


@csrf_exempt
@opens_to(PUBLIC)
@never_cache
@takes()
def stop_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Stop notices by mail for whoever has the link; looking at the page stops nothing (RFC 8058, section 3.2)."""
    person = person_of(token)
    if person is None:
        raise Refused
    if request.method == "POST":
        stop(person)
    return render(request, "outbox/stop.html", {"is_stopped": request.method == "POST"})


def _mailbox(request: HttpRequest) -> Mailbox:
    person = actor_of(request).person
    mailbox = mailbox_of(person) if person else None
    if mailbox is None:
        raise Refused
    return mailbox


app_name = "outbox"
urlpatterns = [
    path("inbox/", inbox, name="inbox"),
    path("inbox/read/", all_read, name="all-read"),
    path("inbox/<uuid:notice>/", notice, name="notice"),
    path("notices/stop/<str:token>/", stop_by_link, name="stop"),
]

"""Acts that a person follows: begun and stopped on one page, told in their inbox and by mail."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accede.foundation import clock
from accede.foundation.access import SIGNED_IN, opens_to
from accede.foundation.access.acting import actor_of
from accede.modules.treaties.services.following import (
    follow_acts,
    followed_acts,
    mark_of,
    parts_of,
    unfollow_acts,
)
from accede.modules.treaties.web.choices import instrument_options, state_names
from accede.modules.treaties.words.page_question import RegisterPageQuestion


@dataclass(frozen=True, slots=True)
class Followed:
    """A line of what is followed."""

    state: str
    instrument: str
    words: str
    address: str


@opens_to(SIGNED_IN)
@never_cache
def acts_followed(request: HttpRequest) -> HttpResponse:
    """Show which acts the reader follows, with a button that stops each, and a form that begins another."""
    question = RegisterPageQuestion(request, knows=("state", "instrument"))
    given = request.POST if request.method == "POST" else request.GET
    states = question.states([given.get("state", "")])
    instruments = question.instruments([given.get("instrument", "")])
    question.done()
    state, instrument = states[0] if states else "", instruments[0] if instruments else ""
    actor = actor_of(request)
    if request.method == "POST":
        if given.get("do") == "stop":
            unfollow_acts(state, instrument, by=actor)
        else:
            follow_acts(state, instrument, by=actor, at=clock.now())
        return HttpResponseRedirect(request.path)
    context = {
        "followed": [_line(question, *one) for one in followed_acts(actor)],
        "state": question.state_name(state) if state else "",
        "instrument": instrument,
        "instruments": instrument_options(question),
        "names": state_names(question),
    }
    return render(request, "treaties/acts_followed.html", context)


def address_of_followed(mark: str) -> str:
    """Return where the acts of a mark are listed."""
    state, instrument = parts_of(mark)
    asked = {name: value for name, value in (("state", state), ("instrument", instrument)) if value}
    address = reverse("treaties:act-list")
    return f"{address}?{urlencode(asked)}" if asked else address


def _line(question: RegisterPageQuestion, state: str, instrument: str) -> Followed:
    named = [question.state_name(state)] if state else []
    named += [question.instrument_title(instrument)] if instrument else []
    words = " · ".join(named) or _("All acts")
    return Followed(state, instrument, words, address_of_followed(mark_of(state, instrument)))

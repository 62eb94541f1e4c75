"""Letters that were not delivered, and noting that one came back."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from accede.foundation import clock
from accede.foundation.access import can, opens_to, require
from accede.foundation.access.acting import actor_of
from accede.foundation.outbox.letters import not_delivered, numbers
from accede.foundation.pages.parameters import takes
from accede.foundation.problems import UnableTo
from accede.modules.identity.access import LETTERS_NOTE, LETTERS_READ
from accede.modules.identity.services.letters import TOLD_FOR, note_that_letters_came_back
from accede.modules.identity.web.forms import BounceForm


@opens_to(LETTERS_READ)
@takes("noted")
def letters(request: HttpRequest) -> HttpResponse:
    """Show which letters of the last thirty days were not delivered and why; note that one came back."""
    actor, now = actor_of(request), clock.now()
    form = BounceForm(request.POST or None)
    if request.method == "POST":
        require(actor, LETTERS_NOTE)
        if form.is_valid():
            wish = form.cleaned_data
            try:
                note_that_letters_came_back(wish["email"], because=wish["because"], by=actor, at=now)
            except UnableTo as error:
                form.add_problems(error.problems)
            else:
                return HttpResponseRedirect(f"{request.path}?noted=1")
    context = {
        "form": form,
        "may_note": can(actor, LETTERS_NOTE),
        "numbers": [(state.label, number) for state, number in numbers(since=now - TOLD_FOR).items()],
        "lost": not_delivered(since=now - TOLD_FOR),
        "noted": request.method == "GET" and "noted" in request.GET,
    }
    return render(request, "identity/letters.html", context)

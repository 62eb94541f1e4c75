"""People and organisations."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accede.foundation import clock
from accede.foundation.access import SIGNED_IN, Refused, can, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.forms.base import answer_form
from accede.foundation.pages import page_of
from accede.foundation.pages.parameters import takes
from accede.foundation.problems import UnableTo
from accede.modules.identity.access import GRANTS_GIVE, GRANTS_READ, PEOPLE_CLOSE
from accede.modules.identity.queries.grants import grants_visible_to
from accede.modules.identity.queries.people import memberships_of, people_visible_to, person_visible_to
from accede.modules.identity.services.people import close_account, pseudonymise
from accede.modules.identity.web.forms import ReasonForm


@opens_to(SIGNED_IN)
@takes("q", "page")
def people(request: HttpRequest) -> HttpResponse:
    """List the people whom the reader may see."""
    search = request.GET.get("q", "").strip()[:100]
    found = people_visible_to(actor_of(request), on=clock.today(), search=search)
    return render(request, "identity/people.html", {"page": page_of(found, request=request), "search": search})


@opens_to(SIGNED_IN)
@takes()
def person(request: HttpRequest, person: UUID) -> HttpResponse:
    """Show a person: for whom they act, and which roles they hold as far as the reader may see them."""
    actor = actor_of(request)
    found = person_visible_to(actor, person, on=clock.today())
    if found is None:
        raise Refused
    return render(
        request,
        "identity/person.html",
        {
            "person": found,
            "memberships": memberships_of(person) if can(actor, GRANTS_READ) or person == actor.person else [],
            "grants": grants_visible_to(actor, person=person),
            "may_give": can(actor, GRANTS_GIVE) and person != actor.person and found.is_active,
            "may_close": can(actor, PEOPLE_CLOSE) and person != actor.person,
            "may_read_grants": can(actor, GRANTS_READ),
            "today": clock.today(),
        },
    )


@opens_to(PEOPLE_CLOSE)
@takes()
def close(request: HttpRequest, person: UUID) -> HttpResponse:
    """Close an account, after a page that says what that means."""
    actor = actor_of(request)
    found = person_visible_to(actor, person, on=clock.today())
    if found is None or not found.is_active:
        raise Refused
    form = ReasonForm(request.POST or None)

    def act() -> str:
        close_account(person, because=form.cleaned_data["because"], by=actor, at=clock.now())
        return reverse("identity:person", args=[person])

    return answer_form(request, form, act, {"person": found}, template="identity/close.html")


@opens_to(PEOPLE_CLOSE)
@require_POST
@takes()
def take_name_out(request: HttpRequest, person: UUID) -> HttpResponse:
    """Take name and address out of a closed account."""
    try:
        pseudonymise(person, by=actor_of(request), at=clock.now())
    except UnableTo as error:
        return render(request, "identity/unable.html", {"problems": list(error.problems.values())}, status=409)
    return HttpResponseRedirect(reverse("identity:person", args=[person]))

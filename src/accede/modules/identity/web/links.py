"""The one-time links that a local server prints for its sample people.

A page with a button, so that looking at the address uses nothing up.
"""

from http import HTTPStatus

from allauth.core.internal import ratelimit
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from accede.foundation import clock
from accede.foundation.access import PUBLIC, Refused, opens_to
from accede.foundation.pages.parameters import takes
from accede.modules.identity.queries.invitations import sign_in_link_person
from accede.modules.identity.queries.people import person_facts
from accede.modules.identity.services.samples import use_sign_in_link
from accede.modules.identity.web.entering import enter
from accede.modules.identity.web.gate import before_second_factor


@before_second_factor
@opens_to(PUBLIC)
@never_cache
@takes()
def sign_in_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Sign a sample person in."""
    refused: HttpResponse | None = ratelimit.consume_or_429(
        request, app="allauth.account", action="sign_in_link", limit_get=True
    )
    if refused:
        return refused
    person = sign_in_link_person(token, at=clock.now())
    if person is None:
        return render(request, "identity/link_used.html", status=HTTPStatus.GONE)
    if request.method != "POST":
        return render(request, "identity/link.html", {"person": person_facts(person)})
    try:
        person = use_sign_in_link(token, at=clock.now())
    except Refused:
        return render(request, "identity/link_used.html", status=HTTPStatus.GONE)
    if request.user.is_authenticated:
        logout(request)
    return enter(request, person, onwards=reverse("identity:work"))

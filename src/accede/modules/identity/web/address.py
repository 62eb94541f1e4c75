"""Change the address with which one signs in: a letter to the new one holds the link that does it."""

from http import HTTPStatus

from allauth.account.decorators import reauthentication_required
from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache

from accede.foundation import clock
from accede.foundation.access import SIGNED_IN, Refused, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.outbox.letters import Recipient, send
from accede.foundation.pages.parameters import takes
from accede.foundation.problems import UnableTo
from accede.modules.identity.queries.people import PersonFacts, person_facts
from accede.modules.identity.services.address import VALID_FOR, Asked, ask_for_address, take_address, wish_of
from accede.modules.identity.web.acting import forget_reader, reader_of
from accede.modules.identity.web.forms import AddressForm
from accede.modules.identity.web.gate import before_second_factor


@before_second_factor
@opens_to(SIGNED_IN)
@reauthentication_required  # type: ignore[untyped-decorator]  # (allauth has no types here)
@takes("sent")
def ask(request: HttpRequest) -> HttpResponse:
    """Take the new address, and send a letter there."""
    person = _person(request)
    form = AddressForm(request.POST or None)
    if request.method == "POST":
        refused: HttpResponse | None = ratelimit.consume_or_429(request, app="allauth.account", action="address")
        if refused:
            return refused
        if form.is_valid() and _ask(request, form, person):
            return HttpResponseRedirect(f"{request.path}?sent=1")
    was_sent = request.method == "GET" and "sent" in request.GET
    return render(request, "identity/address.html", {"form": form, "person": person, "was_sent": was_sent})


@before_second_factor
@opens_to(SIGNED_IN)
@never_cache
@takes()
def take(request: HttpRequest, token: str) -> HttpResponse:
    """Show which address the link is for, and take it once the person says so."""
    person = _person(request)
    wish = wish_of(token, by=actor_of(request), at=clock.now())
    if wish is None:
        return render(request, "identity/address_closed.html", status=HTTPStatus.GONE)
    if request.method != "POST":
        return render(request, "identity/address_take.html", {"person": person, "wish": wish})
    try:
        take_address(token, by=actor_of(request), at=clock.now())
    except Refused:
        return render(request, "identity/address_closed.html", status=HTTPStatus.GONE)
    forget_reader(request)
    left = Recipient(wish.present, person.language, person=person.id)
    send("identity/mail/address_left", left, context={})
    return HttpResponseRedirect(f"{reverse('identity:account')}?address=1")


def _ask(request: HttpRequest, form: AddressForm, person: PersonFacts) -> bool:
    try:
        asked = ask_for_address(form.cleaned_data["email"], by=actor_of(request), at=clock.now())
    except UnableTo as error:
        form.add_problems(error.problems)
        return False
    _send(asked, request=request, language=person.language)
    return True


def _send(asked: Asked, *, request: HttpRequest, language: str) -> None:
    """Send the link to the new address; if that is somebody else's, a letter that says so."""
    wanted = Recipient(asked.wish.wanted, language)
    if asked.token is None:
        send("identity/mail/address_known", wanted, context={})
        return
    with translation.override(language):
        path = reverse("identity:address-take", args=[asked.token])
    address = request.build_absolute_uri(path)
    send("identity/mail/address", wanted, context={"address": address}, until=clock.now() + VALID_FOR)


def _person(request: HttpRequest) -> PersonFacts:
    reader = reader_of(request)
    if reader is None:
        raise Refused
    return person_facts(reader.person.id)

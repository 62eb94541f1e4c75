"""Accept an invitation: as somebody new, or as somebody who has an account already."""

from http import HTTPStatus

from allauth.core.internal import ratelimit
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache

from accede.foundation import clock
from accede.foundation.access import PUBLIC, Refused, opens_to
from accede.foundation.pages.parameters import takes
from accede.modules.identity.queries.invitations import InvitationFacts, InvitationStatus, invitation_with_token
from accede.modules.identity.queries.people import person_with_address
from accede.modules.identity.services.invitations import accept_as, accept_as_new_person
from accede.modules.identity.web.acting import reader_of
from accede.modules.identity.web.entering import enter
from accede.modules.identity.web.forms import AcceptForm
from accede.modules.identity.web.gate import before_second_factor


@before_second_factor
@opens_to(PUBLIC)
@never_cache
@takes()
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Show the invitation to which the link belongs, and take it up."""
    refused: HttpResponse | None = ratelimit.consume_or_429(
        request, app="allauth.account", action="invitation", limit_get=True
    )
    if refused:
        return refused
    invitation = invitation_with_token(token)
    if invitation is None or invitation.status_at(clock.now()) is not InvitationStatus.OPEN:
        return _closed(request, invitation)
    known = person_with_address(invitation.email)
    if known is not None and known.is_active:
        return _accept_with_account(request, invitation, token=token)
    return _accept_as_new(request, invitation, token=token)


def _accept_as_new(request: HttpRequest, invitation: InvitationFacts, *, token: str) -> HttpResponse:
    given = {"name": invitation.name, "language": translation.get_language() or invitation.language}
    form = AcceptForm(request.POST or None, initial=given, about=invitation.email)
    if request.method == "POST" and form.is_valid():
        wish = form.cleaned_data
        try:
            person = accept_as_new_person(
                token, name=wish["name"], language=wish["language"], password=wish["password"] or None, at=clock.now()
            )
        except Refused:
            # Somebody was quicker with the same link.
            return _closed(request, invitation)
        if request.user.is_authenticated:
            logout(request)
        with translation.override(wish["language"]):
            onwards = reverse("identity:work") if wish["password"] else reverse("mfa_add_webauthn")
            return enter(request, person, onwards=onwards)
    return render(request, "identity/accept.html", {"invitation": invitation, "form": form})


def _accept_with_account(request: HttpRequest, invitation: InvitationFacts, *, token: str) -> HttpResponse:
    reader = reader_of(request)
    is_theirs = reader is not None and reader.person.email == invitation.email
    if request.method == "POST" and reader is not None and is_theirs:
        try:
            accept_as(reader.person.id, token, at=clock.now())
        except Refused:
            return _closed(request, invitation)
        return HttpResponseRedirect(reverse("identity:work"))
    context = {"invitation": invitation, "is_theirs": is_theirs, "is_signed_in": reader is not None}
    return render(request, "identity/accept_with_account.html", context)


def _closed(request: HttpRequest, invitation: InvitationFacts | None) -> HttpResponse:
    status = HTTPStatus.NOT_FOUND if invitation is None else HTTPStatus.GONE
    return render(request, "identity/invitation_closed.html", status=status)

"""Invite people, see what became of it, take it back."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_POST

from accede.foundation import clock
from accede.foundation.access import SIGNED_IN, Actor, Refused, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.outbox.letters import Recipient, fates_about, send
from accede.foundation.pages.parameters import takes
from accede.foundation.problems import UnableTo
from accede.modules.identity.events import letter_about
from accede.modules.identity.queries.invitations import invitations_visible_to
from accede.modules.identity.queries.organisations import organisations_visible_to
from accede.modules.identity.services.invitations import Invited, NewInvitation, invite, may_invite, revoke_invitation
from accede.modules.identity.web.forms import InviteForm


@opens_to(SIGNED_IN)
@takes("sent")
def invitations(request: HttpRequest) -> HttpResponse:
    """List the invitations that the reader may see, and send a new one."""
    actor = actor_of(request)
    into = bodies_to_invite_into(actor)
    may_leave_out = may_invite(actor, organisation=None)
    if not into and not may_leave_out:
        raise Refused
    initial = {"language": translation.get_language()}
    form = InviteForm(request.POST or None, initial=initial, organisations=into, may_leave_out=may_leave_out)
    if request.method == "POST" and form.is_valid() and _invite(request, form, actor):
        return HttpResponseRedirect(f"{request.path}?sent=1")
    now = clock.now()
    seen = invitations_visible_to(actor, on=now.date())
    fates = fates_about([letter_about(one.id) for one in seen])
    sent = [(one, one.status_at(now), fates.get(letter_about(one.id))) for one in seen]
    context = {"form": form, "sent": sent, "was_sent": request.method == "GET" and "sent" in request.GET}
    return render(request, "identity/invitations.html", context)


@opens_to(SIGNED_IN)
@require_POST
@takes()
def revoke(request: HttpRequest, invitation: UUID) -> HttpResponse:
    """Take an invitation back."""
    try:
        revoke_invitation(invitation, by=actor_of(request), at=clock.now())
    except UnableTo as error:
        return render(request, "identity/unable.html", {"problems": list(error.problems.values())}, status=409)
    return HttpResponseRedirect(reverse("identity:invitations"))


def may_invite_anywhere(actor: Actor) -> bool:
    """Return whether the page of invitations opens to the actor."""
    return may_invite(actor, organisation=None) or bool(bodies_to_invite_into(actor))


def bodies_to_invite_into(actor: Actor) -> list[tuple[str, str]]:
    """Return the organisations into which the actor may invite, as a field of choices takes them."""
    seen = organisations_visible_to(actor, on=clock.today()).all()
    return [(str(one.id), one.name) for one in seen if not one.ended_on and may_invite(actor, organisation=one.id)]


def send_invitation(invited: Invited, *, site: str, inviter: str) -> None:
    """Send the letter with the link, in the language of whoever is invited; `site`: the address of this site."""
    invitation = invited.invitation
    with translation.override(invitation.language):
        path = reverse("identity:invitation-accept", args=[invited.token])
    send(
        "identity/mail/invitation",
        Recipient(invitation.email, invitation.language),
        context={"invitation": invitation, "address": f"{site}{path}", "inviter": inviter},
        about=letter_about(invitation.id),
        asked_by=invitation.invited_by,
        until=invitation.expires_at,
    )


def _invite(request: HttpRequest, form: InviteForm, actor: Actor) -> bool:
    wish = form.cleaned_data
    new = NewInvitation(
        email=wish["email"],
        name=wish["name"],
        language=wish["language"],
        organisation=UUID(wish["organisation"]) if wish["organisation"] else None,
        is_coordinator=wish["is_coordinator"],
    )
    try:
        invited = invite(new, by=actor, at=clock.now())
    except UnableTo as error:
        form.add_problems(error.problems)
        return False
    send_invitation(
        invited, site=request.build_absolute_uri("/").rstrip("/"), inviter=invited.invitation.invited_by_name
    )
    return True

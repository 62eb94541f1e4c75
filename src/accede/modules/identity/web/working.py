"""The first page after signing in: for whom the person acts, what they may do, what waits for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accede.foundation import clock
from accede.foundation.access import SIGNED_IN, Actor, can, opens_to, role_of
from accede.foundation.access.acting import actor_of
from accede.foundation.access.deciding import Refused
from accede.foundation.access.errands import Desk, Errand, errands_of
from accede.foundation.audit.access import RECORD_READ
from accede.foundation.outbox.inbox import unread_of
from accede.foundation.pages.parameters import takes
from accede.modules.identity.access import GRANTS_GIVE, GRANTS_READ, LETTERS_READ, PEOPLE_READ
from accede.modules.identity.fields.organisations import ROLE
from accede.modules.identity.queries.acting import actor_for
from accede.modules.identity.queries.grants import grants_waiting_for
from accede.modules.identity.queries.mailboxes import mailbox_of
from accede.modules.identity.services.sessions import note_standpoint
from accede.modules.identity.web.acting import CHOSEN, forget_reader, reader_of
from accede.modules.identity.web.gate import before_second_factor
from accede.modules.identity.web.inviting import may_invite_anywhere


@opens_to(SIGNED_IN)
@takes()
def work(request: HttpRequest) -> HttpResponse:
    """Show the person's own work."""
    actor = actor_of(request)
    reader = reader_of(request)
    mailbox = mailbox_of(reader.person.id) if reader else None
    errands = list(errands_of(actor))
    held = [(role, grant) for grant in actor.grants_on(clock.today()) if (role := role_of(grant.role))]
    return render(
        request,
        "identity/work.html",
        {
            "held": held,
            "waiting": grants_waiting_for(actor) if can(actor, GRANTS_GIVE) else [],
            "unread": unread_of(reader.person.id, actors=mailbox.actors) if reader and mailbox else 0,
            "desks": [(str(desk.value), links) for desk in Desk if (links := _links(actor, desk, errands))],
            "items": [item for one in errands if one.items for item in one.items(actor)],
            "standpoints": reader.standpoints if reader else (),
            "roles_of_organisation": ROLE.named.words(reader.acting_for.roles) if reader and reader.acting_for else "",
        },
    )


@dataclass(frozen=True, slots=True)
class Link:
    """Where to go, and how much waits there."""

    words: str
    address: str
    waiting: int = 0


def _links(actor: Actor, desk: Desk, errands: Sequence[Errand]) -> list[Link]:
    links = [
        Link(str(one.words), reverse(one.url_name), one.waiting(actor) if one.waiting else 0)
        for one in errands
        if one.desk is desk
    ]
    return links + _links_of_office(actor) if desk is Desk.OFFICE else links


def _links_of_office(actor: Actor) -> list[Link]:
    offered = (
        (_("People") if can(actor, PEOPLE_READ) else _("Colleagues"), "identity:people", True),
        (_("Organisations"), "identity:organisations", True),
        (_("Invitations"), "identity:invitations", may_invite_anywhere(actor)),
        (_("Who holds which role") if can(actor, GRANTS_READ) else _("My roles"), "identity:grants", True),
        (_("Letters that were not delivered"), "identity:letters", can(actor, LETTERS_READ)),
        (_("Record of who did what"), "identity:record", can(actor, RECORD_READ)),
        (_("What each role may see and do"), "identity:roles", True),
        (_("My account"), "identity:account", True),
    )
    return [Link(words, reverse(name)) for words, name, may in offered if may]


@before_second_factor
@opens_to(SIGNED_IN)
@require_POST
@takes()
def act_for(request: HttpRequest) -> HttpResponse:
    """Go over to acting for another of one's own organisations, and go on reading where one was."""
    reader = reader_of(request)
    chosen = request.POST.get("organisation", "")
    found = next((one for one in reader.standpoints if str(one.organisation) == chosen), None) if reader else None
    if reader is None or found is None:
        raise Refused
    request.session[CHOSEN] = str(found.organisation)
    forget_reader(request)
    _note(reader.person.id, found.organisation)
    onwards = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(onwards, allowed_hosts=None):
        onwards = reverse("identity:work")
    return HttpResponseRedirect(onwards)


def _note(person: UUID, organisation: UUID) -> None:
    now = clock.now()
    note_standpoint(organisation, by=actor_for(person, acting_for=organisation, on=now.date()), at=now)

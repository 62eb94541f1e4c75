"""`accede people`: the first administrator, and what has to do with accounts where no page can."""

from uuid import UUID

import click

from accede.foundation import clock, database
from accede.foundation.access import SYSTEM, roles
from accede.foundation.access.acting import acting
from accede.foundation.access.deciding import Refused as NotAllowed
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.audit import Face
from accede.foundation.console import NoAnswer, Refused, print_json, print_table, say
from accede.foundation.console.startup import LANGUAGES
from accede.foundation.problems import UnableTo
from accede.modules.identity.queries.invitations import InvitationStatus, invitations_visible_to
from accede.modules.identity.queries.people import all_people
from accede.modules.identity.queries.scopes import scope_known_as
from accede.modules.identity.services.invitations import Invited, NewInvitation, invite, revoke_invitation
from accede.modules.identity.services.samples import make_sample_people, print_sign_in_links

_SITE = "http://localhost:8000"


@click.command(name="invite")
@click.argument("email")
@click.option("--name", default="", help="The person’s name, if it is known.")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), default="en", help="The language of the invitation.")
@click.option("--role", default="administrator", show_default=True, help="The role to hold; “none” for no role.")
@click.option(
    "--scope",
    default="all",
    show_default=True,
    help="Over what: all, state:CODE, organisation:KEY (for which the person then acts), theme:NAME.",
)
@click.option(
    "--because", default="Named by the operator of this installation.", help="Why this person holds the role."
)
@click.option("--site", default=_SITE, show_default=True, help="The address of the site, for the link.")
def invite_person(*, email: str, name: str, language: str, role: str, scope: str, because: str, site: str) -> None:
    """Invite a person and print the link; the first administrator comes in this way."""
    known = [one.key for one in roles() if one.is_granted]
    if role not in [*known, "none"]:
        raise click.UsageError(f"There is no role “{role}”. Roles: {', '.join([*known, 'none'])}.")
    database.ensure_running()
    kind, _, key = scope.partition(":")
    new = NewInvitation(email=email, name=name, language=language)
    if role != "none":
        new = NewInvitation(
            email=email,
            name=name,
            language=language,
            role=role,
            scope_kind=kind,
            scope_key=key,
            because=because,
            organisation=_organisation(kind, key),
        )
    invited = _invite(new)
    say(f"Invitation {invited.invitation.id} for {invited.invitation.email}.")
    say("Give this link to the person and to nobody else; it works once, for fourteen days:")
    say(f"{site.rstrip('/')}/{language}/invitation/{invited.token}/")


@click.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
def list_people(*, as_json: bool) -> None:
    """List people, and the invitations that are open."""
    database.ensure_running()
    now = clock.now()
    with acting(SYSTEM):
        people = all_people()
        sent = invitations_visible_to(SYSTEM, on=now.date())
        still_open = [one for one in sent if one.status_at(now) is InvitationStatus.OPEN]
    if as_json:
        print_json(
            {
                "people": [
                    {"id": one.id, "name": one.name, "email": one.email, "open": one.is_active} for one in people
                ],
                "invitations": [{"id": one.id, "email": one.email, "until": one.expires_at} for one in still_open],
            }
        )
        return
    rows = [(one.name, one.email, "open" if one.is_active else "closed", str(one.id)) for one in people]
    rows += [
        (one.name or "–", one.email, f"invited until {one.expires_at:%Y-%m-%d}", str(one.id)) for one in still_open
    ]
    if not rows:
        say("Nobody yet. Invite the first administrator: accede people invite ADDRESS")
        return
    print_table(("Name", "Address", "Account", "Key"), rows)


@click.command(name="revoke")
@click.argument("invitation", type=click.UUID)
def revoke(*, invitation: UUID) -> None:
    """Take an invitation back; its link no longer works."""
    database.ensure_running()
    try:
        with acting(SYSTEM):
            revoke_invitation(invitation, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    except NotAllowed as error:
        raise Refused(
            f"There is no invitation {invitation}. “accede people list” shows those that are open."
        ) from error
    except UnableTo as error:
        raise NoAnswer(str(error)) from error
    say("The invitation is taken back.")


@click.command(name="links")
@click.option("--site", default=_SITE, show_default=True, help="The address of the site, for the links.")
def sample_links(*, site: str) -> None:
    """Print new one-time sign-in links for the sample people of a local installation; older ones stop working."""
    database.ensure_running()
    for line in link_lines(site):
        say(line)


def link_lines(site: str) -> list[str]:
    """Return lines with a one-time link for each sample person, saying plainly what they are."""
    now = clock.now()
    try:
        with acting(SYSTEM):
            make_sample_people(at=now)
            links = print_sign_in_links(at=now)
    except NotAllowed as error:
        raise Refused("This installation has no sample people: they exist on one’s own machine only.") from error
    lines = ["Sample people, all invented, on this machine only. Each link signs in once, within twelve hours:"]
    lines += [f"  {link.name}\n    {site.rstrip('/')}/en/sign-in/link/{link.token}/" for link in links]
    return lines


def _organisation(kind: str, key: str) -> UUID | None:
    """Return for which organisation the person is to act: a role over one counts only then."""
    found = scope_known_as(kind, key, on=clock.today()) if kind == ORGANISATION else None
    return UUID(found.value) if found else None


def _invite(new: NewInvitation) -> Invited:
    try:
        with acting(SYSTEM):
            return invite(new, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    except UnableTo as error:
        raise Refused("\n".join(error.problems.values())) from error

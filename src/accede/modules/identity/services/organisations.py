"""Record, correct, join and end organisations."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, Refused, require
from accede.foundation.audit import EventType, Face, NameOf
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.problems import UnableTo
from accede.foundation.saving import save_once
from accede.foundation.search.writing import keep_found
from accede.modules.identity import events
from accede.modules.identity.access import ORGANISATIONS_RECORD
from accede.modules.identity.fields.organisations import (
    OF_A_STATE,
    STATED,
    OrganisationDetails,
    OrganisationFacts,
    facts_of,
    write_details,
)
from accede.modules.identity.models import Invitation, Membership, Organisation, OrganisationRole
from accede.modules.identity.services.memberships import end_membership, join
from accede.modules.identity.services.scopes import problem_of_state


@transaction.atomic
def record_organisation(
    new: OrganisationDetails,
    *,
    since: date | None = None,
    is_sample: bool = False,
    by: Actor,
    at: datetime,
    face: Face = Face.WEB,
) -> OrganisationFacts:
    """Record an organisation, with its roles from a day on; from today where none is given.

    Raises:
        Refused: the actor may not.
        UnableTo: it is not described whole, or is recorded already.
    """
    require(by, ORGANISATIONS_RECORD)
    row = Organisation(recorded_at=at, is_sample=is_sample)
    _write(row, new, since=since or at.date(), at=at)
    keep_found("organisation", [row.id], is_new=True)
    _tell(events.ORGANISATION_RECORDED, row, by=by, at=at, face=face, after=values_of(STATED, new))
    return facts_of(row, on=at.date())


@transaction.atomic
def change_organisation(
    organisation: UUID,
    wanted: OrganisationDetails,
    *,
    since: date | None = None,
    by: Actor,
    at: datetime,
    face: Face = Face.WEB,
) -> OrganisationFacts:
    """Correct an organisation; roles that are new begin on a day, and those that are gone end on it.

    Raises:
        Refused: the actor may not, or there is no such organisation.
        UnableTo: it is not described whole, another is recorded by that name, or it has ended.
    """
    row = _open(organisation, by=by)
    before = facts_of(row, on=at.date())
    _write(row, wanted, since=since or at.date(), at=at)
    keep_found("organisation", [row.id])
    if values_of(STATED, before) != values_of(STATED, wanted):
        _tell(
            events.ORGANISATION_CHANGED,
            row,
            by=by,
            at=at,
            face=face,
            before=values_of(STATED, before),
            after=values_of(STATED, wanted),
        )
    return facts_of(Organisation.objects.get(id=organisation), on=at.date())


@transaction.atomic
def end_organisation(
    organisation: UUID, *, on: date, into: UUID | None = None, by: Actor, at: datetime, face: Face = Face.WEB
) -> None:
    """End an organisation on a day: nobody acts for it any longer, or comes to by an invitation.

    Where it is joined into another, those who acted for it act for that.

    Raises:
        Refused: the actor may not, or there is no such organisation.
        UnableTo: it or the other has ended, the day lies ahead, or nobody would be left who can give roles.
    """
    row = _open(organisation, by=by)
    problems: dict[str, str] = {}
    if on > at.date():
        problems["ended_on"] = _("This day lies ahead. Write the day when it has come.")
    others = Organisation.objects.filter(ended_on__isnull=True).exclude(id=organisation)
    other = others.filter(id=into).first() if into is not None else None
    if into is not None and other is None:
        problems["joined_into"] = _("Choose an organisation that has not ended.")
    if problems:
        raise UnableTo(problems)
    for member in Membership.objects.filter(organisation=row, valid_until__isnull=True):
        end_membership(member.id, on=on, by=by, at=at)
        if other and not Membership.objects.filter(
            organisation=other, person=member.person_id, valid_until__isnull=True
        ):
            start = max(on, member.valid_from)
            join(other.id, person=member.person_id, is_coordinator=member.is_coordinator, valid_from=start,
                 by=by, at=at, face=face)  # fmt: skip
    still_open = Invitation.objects.filter(organisation=row, accepted_at__isnull=True, revoked_at__isnull=True)
    still_open.update(revoked_at=at, revoked_by=by.person)
    _write_roles(row, (), since=on)
    row.ended_on, row.joined_into = on, other
    row.save(update_fields=["ended_on", "joined_into"])
    after: dict[str, object] = {"ended_on": on, "joined_into": NameOf(other.id) if other else None}
    _tell(events.ORGANISATION_ENDED, row, by=by, at=at, face=face, after=after)


def _open(organisation: UUID, *, by: Actor) -> Organisation:
    require(by, ORGANISATIONS_RECORD)
    row = Organisation.objects.select_for_update().filter(id=organisation).first()
    if row is None:
        raise Refused
    if row.ended_on is not None:
        raise UnableTo({"": _("This organisation has ended; what is recorded of it stays as it is.")})
    return row


def _write(row: Organisation, wanted: OrganisationDetails, *, since: date, at: datetime) -> None:
    problems = problems_of(STATED, wanted)
    if "state_code" not in problems:
        if OF_A_STATE & set(wanted.roles) and not wanted.state_code:
            problems["state_code"] = _("Name the State to which the authority belongs.")
        elif wanted.state_code and not row.is_sample:
            unknown = problem_of_state(wanted.state_code, on=at.date())
            problems |= {"state_code": unknown} if unknown else {}
    if since > at.date():
        problems["roles_since"] = _("This day lies ahead. Write the day when it has come.")
    if problems:
        raise UnableTo(problems)
    write_details(row, wanted)
    save_once(row, {"name": _("An organisation of this name is recorded already.")})
    _write_roles(row, wanted.roles, since=since)


def _write_roles(row: Organisation, wanted: tuple[str, ...], *, since: date) -> None:
    """Have the wanted roles that are new begin, and those that are no longer wanted end, on a day."""
    held = {one.role: one for one in OrganisationRole.objects.filter(organisation=row, valid_until__isnull=True)}
    for role, one in held.items():
        if role not in wanted:
            one.valid_until = max(since, one.valid_from)
            one.save(update_fields=["valid_until"])
    new = [role for role in wanted if role not in held]
    OrganisationRole.objects.bulk_create(OrganisationRole(organisation=row, role=one, valid_from=since) for one in new)


def _tell(
    event: EventType,
    row: Organisation,
    *,
    by: Actor,
    at: datetime,
    face: Face,
    before: dict[str, object] | None = None,
    after: dict[str, object] | None = None,
) -> None:
    about = events.organisation_subject(row.id)
    record(event, about=about, by=by, at=at, face=face, before=before, after=after,
           organisation=NameOf(row.id))  # fmt: skip

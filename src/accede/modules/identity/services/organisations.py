"""Record organisations and who belongs to them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, require
from accede.foundation.audit import Face, NameOf
from accede.foundation.audit.recording import record
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.identity import events
from accede.modules.identity.access import ORGANISATIONS_RECORD
from accede.modules.identity.models import Membership, Organisation
from accede.modules.identity.models.organisations import OrganisationKind
from accede.modules.identity.queries.organisations import OrganisationFacts, organisation_facts


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """An organisation as somebody describes it; `state_code` for an authority of a State."""

    name: str
    kind: str
    acronym: str = ""
    state_code: str = ""
    is_sample: bool = False


@transaction.atomic
def record_organisation(new: NewOrganisation, *, by: Actor, at: datetime, face: Face = Face.WEB) -> OrganisationFacts:
    """Record an organisation.

    Raises:
        Refused: the actor may not.
        UnableTo: it is not described whole, or is recorded already.
    """
    require(by, ORGANISATIONS_RECORD)
    _check(new)
    try:
        with transaction.atomic():
            row = Organisation.objects.create(
                name=new.name.strip(),
                acronym=new.acronym.strip(),
                kind=new.kind,
                state_code=new.state_code.strip().upper(),
                is_sample=new.is_sample,
                recorded_at=at,
            )
    except IntegrityError as error:
        raise UnableTo({"name": _("An organisation of this name is recorded already.")}) from error
    record(
        events.ORGANISATION_RECORDED,
        about=events.organisation_subject(row.id),
        by=by,
        at=at,
        face=face,
        after={"name": row.name, "kind": row.kind, "state": row.state_code},
        organisation=NameOf(row.id),
    )
    return organisation_facts(row)


@transaction.atomic
def add_member(
    organisation: UUID, *, person: UUID, is_coordinator: bool, valid_from: date, by: Actor, at: datetime
) -> None:
    """Have a person act for an organisation from a day on.

    Raises:
        Refused: the actor may not.
        UnableTo: the person belongs to it already.
    """
    require(by, ORGANISATIONS_RECORD)
    join(organisation, person=person, is_coordinator=is_coordinator, valid_from=valid_from, by=by, at=at)


def join(
    organisation: UUID,
    *,
    person: UUID,
    is_coordinator: bool,
    valid_from: date,
    by: Actor,
    at: datetime,
    face: Face = Face.WEB,
) -> None:
    """Record a membership; whoever calls has seen that it may be."""
    try:
        with transaction.atomic():
            row = Membership.objects.create(
                organisation_id=organisation, person_id=person, is_coordinator=is_coordinator, valid_from=valid_from
            )
    except IntegrityError as error:
        raise UnableTo({EVERYWHERE: _("This person acts for this organisation already.")}) from error
    record(
        events.MEMBERSHIP_BEGUN,
        about=events.person_subject(person),
        by=by,
        at=at,
        face=face,
        after={"coordinator": True} if is_coordinator else None,
        person=NameOf(person),
        organisation=NameOf(organisation),
        since=row.valid_from,
    )


@transaction.atomic
def end_membership(membership: UUID, *, on: date, by: Actor, at: datetime) -> None:
    """Have a person no longer act for an organisation from a day on.

    Raises:
        Refused: the actor may not.
        UnableTo: there is no open membership of that key.
    """
    require(by, ORGANISATIONS_RECORD)
    row = Membership.objects.select_for_update().filter(id=membership, valid_until__isnull=True).first()
    if row is None:
        raise UnableTo({EVERYWHERE: _("This membership has ended already.")})
    row.valid_until = max(on, row.valid_from)
    row.save(update_fields=["valid_until"])
    record(
        events.MEMBERSHIP_ENDED,
        about=events.person_subject(row.person_id),
        by=by,
        at=at,
        face=Face.WEB,
        person=NameOf(row.person_id),
        organisation=NameOf(row.organisation_id),
        since=row.valid_until,
    )


def _check(new: NewOrganisation) -> None:
    problems: dict[str, str] = {}
    if not new.name.strip():
        problems["name"] = _("Write the name of the organisation.")
    if new.kind not in OrganisationKind.values:
        problems["kind"] = _("Choose what kind of organisation it is.")
    if new.kind == OrganisationKind.AUTHORITY and not new.state_code.strip():
        problems["state_code"] = _("Name the State to which the authority belongs.")
    if problems:
        raise UnableTo(problems)

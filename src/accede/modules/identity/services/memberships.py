"""Record who acts for an organisation, and until when."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, require
from accede.foundation.audit import Face, NameOf
from accede.foundation.audit.recording import record
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.identity import events
from accede.modules.identity.access import ORGANISATIONS_RECORD
from accede.modules.identity.models import Membership, Organisation
from accede.modules.identity.services.grants import end_all_for


@transaction.atomic
def add_member(
    organisation: UUID, *, person: UUID, is_coordinator: bool, valid_from: date, by: Actor, at: datetime
) -> None:
    """Have a person act for an organisation from a day on.

    Raises:
        Refused: the actor may not.
        UnableTo: the person belongs to it already, or the organisation has ended.
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
    """Record a membership; whoever calls has seen that the actor may.

    Raises:
        UnableTo: the person belongs to it already, or the organisation has ended.
    """
    if Organisation.objects.filter(id=organisation, ended_on__isnull=False).exists():
        raise UnableTo({EVERYWHERE: _("This organisation has ended; what is recorded of it stays as it is.")})
    try:
        with transaction.atomic():
            row = Membership.objects.create(
                organisation_id=organisation, person_id=person, is_coordinator=is_coordinator, valid_from=valid_from
            )
    except IntegrityError as error:
        raise UnableTo({EVERYWHERE: _("This person acts for this organisation already.")}) from error
    _tell_begun(row, by=by, at=at, face=face)


@transaction.atomic
def join_now(organisation: UUID, *, person: UUID, is_coordinator: bool, by: Actor, at: datetime) -> None:
    """Have a person whom an invitation names act for an organisation from today; who does so already goes on.

    A time that was to begin later begins today, and whoever is invited to coordinate does so from now on.
    """
    rows = Membership.objects.select_for_update().filter(person=person, organisation=organisation)
    today = at.date()
    current = rows.filter(Q(valid_until__gt=today) | Q(valid_until__isnull=True)).order_by("valid_from").first()
    if current is None:
        join(organisation, person=person, is_coordinator=is_coordinator, valid_from=today, by=by, at=at)
        return
    begins_now = current.valid_from > today
    current.valid_from = min(current.valid_from, today)
    becomes_coordinator = is_coordinator and not current.is_coordinator
    current.is_coordinator = current.is_coordinator or is_coordinator
    current.save(update_fields=["valid_from", "is_coordinator"])
    if begins_now or becomes_coordinator:
        _tell_begun(current, by=by, at=at, face=Face.WEB)


@transaction.atomic
def end_membership(membership: UUID, *, on: date, by: Actor, at: datetime) -> None:
    """Have a person no longer act for an organisation from a day on. Roles that count for it only end at once.

    Raises:
        Refused: the actor may not.
        UnableTo: there is no open membership of that key, or nobody would be left who can give roles.
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
    end_all_for(row.person_id, row.organisation_id, because=_("The person no longer acts for it."), by=by, at=at)


def _tell_begun(row: Membership, *, by: Actor, at: datetime, face: Face) -> None:
    record(
        events.MEMBERSHIP_BEGUN,
        about=events.person_subject(row.person_id),
        by=by,
        at=at,
        face=face,
        after={"coordinator": True} if row.is_coordinator else None,
        person=NameOf(row.person_id),
        organisation=NameOf(row.organisation_id),
        since=row.valid_from,
    )

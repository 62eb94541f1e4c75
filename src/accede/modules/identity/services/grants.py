"""Give roles, confirm them, end them. Administrator and auditor need two persons; the database holds that too."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accede.foundation.access import Actor, Refused, Scope, require, role_of
from accede.foundation.audit import EventType, Face, NameOf, RoleNamed
from accede.foundation.audit.recording import record
from accede.foundation.outbox.notices import notify
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.identity import events
from accede.modules.identity.access import GRANTS_GIVE
from accede.modules.identity.models import Grant, Person
from accede.modules.identity.models.grants import TWO_PERSON_ROLES, ScopeKind
from accede.modules.identity.queries.grants import GrantFacts, grant_facts
from accede.modules.identity.queries.mailboxes import people_who_may
from accede.modules.identity.services.scopes import scope_key_of


@dataclass(frozen=True, slots=True)
class NewGrant:
    """A role for somebody; `organisation`: counts only while they act for that one."""

    person: UUID
    role: str
    scope_kind: str
    scope_key: str
    valid_from: date
    valid_until: date | None
    because: str
    organisation: UUID | None = None


@transaction.atomic
def give_role(new: NewGrant, *, by: Actor, at: datetime, face: Face = Face.WEB) -> GrantFacts:
    """Give a role; one of the two-person roles is only proposed, and counts once another person has confirmed it.

    The product itself (the operator at the machine) gives the first administrator and the samples without a second
    person: there is none yet.

    Raises:
        Refused: the actor may not, or there is no such person.
        UnableTo: the grant is not described whole.
    """
    require(by, GRANTS_GIVE)
    person = Person.objects.filter(id=new.person, is_active=True).first()
    if person is None:
        raise Refused
    key, of_scope = reach_of(new.role, kind=new.scope_kind, key=new.scope_key, on=new.valid_from)
    if problems := of_scope | _problems(new, by=by, is_sample=person.is_sample):
        raise UnableTo(problems)
    row = Grant.objects.create(
        person=person,
        organisation_id=new.organisation,
        role=new.role,
        scope_kind=new.scope_kind,
        scope_key=key,
        valid_from=new.valid_from,
        valid_until=new.valid_until,
        because=new.because.strip(),
        given_at=at,
        given_by_id=by.person,
        by_operator=by.is_system,
    )
    row.refresh_from_db()
    tell(events.GRANT_GIVEN if row.counts else events.GRANT_PROPOSED, row, because=row.because, by=by, at=at, face=face)
    return grant_facts(row)


@transaction.atomic
def confirm_grant(grant: UUID, *, by: Actor, at: datetime) -> GrantFacts:
    """Confirm a role that another person proposed for a third one.

    Raises:
        Refused: the actor may not, or there is no such grant.
        UnableTo: it waits for nobody, or it is not for this person to confirm.
    """
    require(by, GRANTS_GIVE)
    row = _open(grant)
    if row.counts or row.role not in TWO_PERSON_ROLES:
        raise UnableTo({EVERYWHERE: _("This role counts already.")})
    if by.person in {row.given_by_id, row.person_id}:
        raise UnableTo(
            {EVERYWHERE: _("Another person must confirm this: neither who proposed it nor who is to hold it may.")}
        )
    row.confirmed_by_id = by.person
    row.confirmed_at = at
    row.save(update_fields=["confirmed_by", "confirmed_at"])
    row.refresh_from_db()
    tell(events.GRANT_CONFIRMED, row, because=row.because, by=by, at=at)
    return grant_facts(row)


@transaction.atomic
def end_grant(grant: UUID, *, because: str, by: Actor, at: datetime) -> GrantFacts:
    """End a role at once, or take a proposal back.

    Raises:
        Refused: the actor may not, or there is no such grant.
        UnableTo: no reason is given, or nobody would be left who can give roles.
    """
    require(by, GRANTS_GIVE)
    row = _open(grant)
    if not because.strip():
        raise UnableTo({"because": _("Write why the role ends.")})
    if row.counts and row.role == _ADMINISTRATOR and not _other_administrators(row):
        raise UnableTo({EVERYWHERE: _("This is the last administrator. Give the role to another person first.")})
    row.ended_at = at
    row.ended_by_id = by.person
    row.ended_because = because.strip()
    row.save(update_fields=["ended_at", "ended_by", "ended_because"])
    row.refresh_from_db()
    tell(events.GRANT_ENDED, row, because=row.ended_because, by=by, at=at)
    return grant_facts(row)


def end_all(person: UUID, *, because: str, by: Actor, at: datetime) -> None:
    """End every role of a person whose account is closed."""
    for row in Grant.objects.select_for_update().filter(person=person, ended_at__isnull=True):
        end_grant(row.id, because=because, by=by, at=at)


def end_all_for(person: UUID, organisation: UUID, *, because: str, by: Actor, at: datetime) -> None:
    """End the roles that a person holds for an organisation, or over it: they do not come back with the person."""
    for_it = Q(organisation=organisation) | Q(scope_kind=ScopeKind.ORGANISATION, scope_key=str(organisation))
    for row in Grant.objects.select_for_update().filter(for_it, person=person, ended_at__isnull=True):
        end_grant(row.id, because=because, by=by, at=at)


def administrators() -> int:
    """Return how many people are administrators and no samples."""
    found = Grant.objects.filter(role=_ADMINISTRATOR, counts=True, person__is_active=True, person__is_sample=False)
    return found.values("person").distinct().count()


TWO = 2
"""So many administrators the operator of the installation names: fewer could not confirm what one of them proposes."""
_ADMINISTRATOR = "administrator"
OPERATOR_IS_TOO_LATE = gettext_lazy(
    "There are two administrators. Now two persons give this role on the site: one proposes it, another confirms it."
)


def _open(grant: UUID) -> Grant:
    row = Grant.objects.select_for_update(of=("self",)).filter(id=grant, ended_at__isnull=True).first()
    if row is None:
        raise Refused
    return row


def _other_administrators(row: Grant) -> bool:
    others = Grant.objects.filter(role=_ADMINISTRATOR, counts=True, person__is_active=True)
    return others.exclude(person=row.person_id).exists()


def _problems(new: NewGrant, *, by: Actor, is_sample: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    if by.is_system and new.role in TWO_PERSON_ROLES and not is_sample and administrators() >= TWO:
        found["role"] = str(OPERATOR_IS_TOO_LATE)
    if new.person == by.person:
        found["person"] = _("Nobody can give a role to themselves. Ask another administrator.")
    if not new.because.strip():
        found["because"] = _("Write why this person is to hold the role, for example the letter that names them.")
    if new.valid_until is not None and new.valid_until <= new.valid_from:
        found["valid_until"] = _("The end must come after the beginning.")
    return found


def reach_of(role: str, *, kind: str, key: str, on: date) -> tuple[str, dict[str, str]]:
    """Return the key of what a role is to reach, as it is kept, and what is wrong with role and scope by field."""
    found = role_of(role)
    if found is None or not found.is_granted:
        return "", {"role": _("Choose a role.")}
    return scope_key_of(found, kind=kind, key=key, on=on)


def tell(event: EventType, row: Grant, *, because: str, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Write down what happened to a grant, on its holder's timeline, and tell those whom it concerns."""
    if not by.is_system:
        _notify(event, row, because=because, at=at)
    record(
        event,
        about=events.person_subject(row.person_id),
        by=by,
        at=at,
        face=face,
        after={"until": row.valid_until} if row.valid_until else None,
        person=NameOf(row.person_id),
        role=RoleNamed(row.role),
        scope=Scope(row.scope_kind, row.scope_key),
        because=because,
    )


def _notify(event: EventType, row: Grant, *, because: str, at: datetime) -> None:
    about, role = str(row.id), RoleNamed(row.role)
    if event == events.GRANT_PROPOSED:
        others = set(people_who_may(GRANTS_GIVE, on=at.date())) - {row.given_by_id, row.person_id}
        notify(events.ROLE_PROPOSED, others, at=at, about=about, role=role, person=NameOf(row.person_id))
    elif event == events.GRANT_ENDED:
        notify(events.ROLE_ENDED, [row.person_id], at=at, about=about, role=role, because=because)
    else:
        notify(events.ROLE_GIVEN, [row.person_id], at=at, about=about, role=role)

"""People, as far as the reader may see them: everybody's for those whose role says so, else one's own colleagues."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from accede.foundation.access import Actor, can
from accede.modules.identity.access import PEOPLE_READ
from accede.modules.identity.models import Membership, Organisation, Person


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person as the pages show them."""

    id: UUID
    name: str
    email: str
    language: str
    time_zone: str
    is_active: bool
    is_sample: bool
    joined_at: datetime
    last_seen_at: datetime | None
    pseudonymised_at: datetime | None


@dataclass(frozen=True, slots=True)
class MembershipFacts:
    """A person's time in an organisation."""

    id: UUID
    person: UUID
    person_name: str
    organisation: UUID
    organisation_name: str
    is_coordinator: bool
    valid_from: date
    valid_until: date | None

    def is_open_on(self, day: date) -> bool:
        """Return whether the person belongs to the organisation on `day`."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


def people_visible_to(actor: Actor, *, on: date, search: str = "") -> list[PersonFacts]:
    """Return the people whom the actor may see, by name; `search` in names and addresses."""
    rows = _visible_to(actor, on=on)
    for word in search.split():
        rows = rows.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return [_facts(row) for row in rows.order_by("name", "id")]


def person_visible_to(actor: Actor, person: UUID, *, on: date) -> PersonFacts | None:
    """Return one person, None if there is no such person for this actor."""
    row = _visible_to(actor, on=on).filter(id=person).first()
    return _facts(row) if row else None


def people_seen(actor: Actor, *, on: date) -> frozenset[str] | None:
    """Return the keys of the people whom the actor may see; None for all of them."""
    if sees_all_people(actor):
        return None
    return frozenset(map(str, _visible_to(actor, on=on).values_list("id", flat=True)))


def named_people(keys: Collection[str] | None) -> Iterator[tuple[UUID, str]]:
    """Yield people with their names, all for None; none whose name was taken out."""
    rows = Person.objects.filter(pseudonymised_at__isnull=True)
    rows = rows if keys is None else rows.filter(id__in=keys)
    yield from rows.values_list("id", "name").order_by("id")


def sees_all_people(actor: Actor) -> bool:
    """Return whether an actor may see everybody, and all organisations."""
    return actor.is_system or can(actor, PEOPLE_READ)


def person_facts(person: UUID) -> PersonFacts:
    """Return what is kept of a person; for the person themselves, and for services."""
    return _facts(Person.objects.get(id=person))


def person_with_address(email: str) -> PersonFacts | None:
    """Return the person with that address, whatever its capitals."""
    row = Person.objects.filter(email__iexact=email.strip()).first()
    return _facts(row) if row else None


def all_people() -> list[PersonFacts]:
    """Return everybody, by name; for the operator of the installation."""
    return [_facts(row) for row in Person.objects.order_by("name", "id")]


def names_of(keys: Collection[UUID]) -> dict[UUID, str]:
    """Return the names of people and organisations by their keys, as they are now; for ACCEDE_NAMES_OF."""
    people = Person.objects.filter(id__in=keys).values_list("id", "name")
    organisations = Organisation.objects.filter(id__in=keys).values_list("id", "name")
    return {**dict(people), **dict(organisations)}


def addresses_of(keys: Collection[UUID], *, visible_to: Actor, on: date) -> dict[UUID, str]:
    """Return the e-mail addresses of people by their keys, of those whom the actor may see."""
    found = _visible_to(visible_to, on=on).filter(id__in=keys) if keys else Person.objects.none()
    return dict(found.values_list("id", "email"))


def memberships_of(person: UUID) -> list[MembershipFacts]:
    """Return the person's memberships, present ones first."""
    rows = Membership.objects.filter(person=person).select_related("person", "organisation")
    return [membership_facts(row) for row in rows.order_by("-valid_from", "organisation__name")]


def members_of(organisation: UUID) -> list[MembershipFacts]:
    """Return who belongs or belonged to an organisation, by name."""
    rows = Membership.objects.filter(organisation=organisation).select_related("person", "organisation")
    return [membership_facts(row) for row in rows.order_by("person__name", "valid_from")]


def memberships_ending(actor: Actor) -> list[MembershipFacts]:
    """Return the actor's own memberships that end or have ended; everybody's for the product itself."""
    rows = Membership.objects.filter(valid_until__isnull=False).select_related("person", "organisation")
    if not actor.is_system:
        rows = rows.filter(person=actor.person)
    return [membership_facts(row) for row in rows.order_by("valid_until", "id")]


def membership_facts(row: Membership) -> MembershipFacts:
    """Return a membership as plain facts."""
    return MembershipFacts(
        id=row.id,
        person=row.person_id,
        person_name=row.person.name,
        organisation=row.organisation_id,
        organisation_name=row.organisation.name,
        is_coordinator=row.is_coordinator,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
    )


def _visible_to(actor: Actor, *, on: date) -> QuerySet[Person]:
    rows = Person.objects.all()
    if sees_all_people(actor):
        return rows
    seen = Q(id=actor.person)
    if actor.acting_for is not None:
        colleagues = Membership.objects.filter(
            Q(valid_until__gt=on) | Q(valid_until__isnull=True), organisation=actor.acting_for, valid_from__lte=on
        )
        seen |= Q(id__in=colleagues.values("person"), is_active=True)
    return rows.filter(seen)


def _facts(row: Person) -> PersonFacts:
    return PersonFacts(
        id=row.id,
        name=row.name,
        email=row.email,
        language=row.preferred_language,
        time_zone=row.time_zone,
        is_active=row.is_active,
        is_sample=row.is_sample,
        joined_at=row.joined_at,
        last_seen_at=row.last_login,
        pseudonymised_at=row.pseudonymised_at,
    )

"""Who holds which role, over what, since when, given by whom and because of what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from accede.foundation.access import Actor, Role, Scope, can, role_of
from accede.modules.identity.access import GRANTS_READ
from accede.modules.identity.models import Grant
from accede.modules.identity.models.grants import TWO_PERSON_ROLES, ScopeKind
from accede.modules.identity.queries.scopes import names_of


@dataclass(frozen=True, slots=True)
class GrantFacts:
    """A grant as the pages show it; `organisation`: it counts only while its holder acts for that one."""

    id: UUID
    person: UUID
    person_name: str
    organisation: UUID | None
    organisation_name: str
    role: str
    scope_kind: str
    scope_key: str
    scope_name: str
    valid_from: date
    valid_until: date | None
    because: str
    given_at: datetime
    given_by: UUID | None
    given_by_name: str
    confirmed_at: datetime | None
    confirmed_by_name: str
    ended_at: datetime | None
    ended_by_name: str
    ended_because: str
    counts: bool

    @property
    def role_words(self) -> str:
        """The role in the reader's language; its key for one that there no longer is."""
        role = role_of(self.role)
        return str(role.label) if role else self.role

    @property
    def scope_words(self) -> str:
        """The kind of scope in the reader's language."""
        return str(ScopeKind(self.scope_kind).label)

    @property
    def waits_for_confirmation(self) -> bool:
        """Whether another person must confirm it before it counts."""
        return not self.counts and self.ended_at is None and self.role in TWO_PERSON_ROLES

    def is_open_on(self, day: date) -> bool:
        """Return whether it counts on `day`."""
        return self.counts and self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


def scope_kind_words() -> list[tuple[str, str]]:
    """Return the kinds of scope with their words."""
    return [(str(kind.value), str(kind.label)) for kind in ScopeKind]


def scope_words_of(role: Role) -> list[str]:
    """Return over what a role can be given, in words."""
    return [str(kind.label) for kind in ScopeKind if kind.value in role.scope_kinds]


def grants_visible_to(actor: Actor, *, person: UUID | None = None) -> list[GrantFacts]:
    """Return the grants that the actor may see, the newest first: all for those whose role says so, else one's own."""
    rows = _visible_to(actor)
    if person is not None:
        rows = rows.filter(person=person)
    return _all_facts(rows)


def grant_visible_to(actor: Actor, grant: UUID) -> GrantFacts | None:
    """Return one grant, None if there is none for this actor."""
    row = _visible_to(actor).filter(id=grant).first()
    return grant_facts(row) if row else None


def grants_waiting_for(actor: Actor) -> list[GrantFacts]:
    """Return the grants that this actor could confirm: proposed by another person, for another person."""
    return [
        grant
        for grant in grants_visible_to(actor)
        if grant.waits_for_confirmation and actor.person not in {grant.given_by, grant.person}
    ]


def grants_of(person: UUID) -> list[GrantFacts]:
    """Return a person's grants, the newest first."""
    return _all_facts(_rows().filter(person=person))


def grant_facts(row: Grant) -> GrantFacts:
    """Return a grant as plain facts."""
    return _all_facts([row])[0]


def _all_facts(rows: Iterable[Grant]) -> list[GrantFacts]:
    found = list(rows)
    names = names_of(_scope(row) for row in found)
    return [_facts(row, scope_name=names.get(_scope(row), row.scope_key)) for row in found]


def _scope(row: Grant) -> Scope:
    return Scope(row.scope_kind, row.scope_key)


def _facts(row: Grant, *, scope_name: str) -> GrantFacts:
    return GrantFacts(
        id=row.id,
        person=row.person_id,
        person_name=row.person.name,
        organisation=row.organisation_id,
        organisation_name=row.organisation.name if row.organisation else "",
        role=row.role,
        scope_kind=row.scope_kind,
        scope_key=row.scope_key,
        scope_name=scope_name,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        because=row.because,
        given_at=row.given_at,
        given_by=row.given_by_id,
        given_by_name=row.given_by.name if row.given_by else "",
        confirmed_at=row.confirmed_at,
        confirmed_by_name=row.confirmed_by.name if row.confirmed_by else "",
        ended_at=row.ended_at,
        ended_by_name=row.ended_by.name if row.ended_by else "",
        ended_because=row.ended_because,
        counts=row.counts,
    )


def _rows() -> QuerySet[Grant]:
    people = ("person", "organisation", "given_by", "confirmed_by", "ended_by")
    return Grant.objects.select_related(*people).order_by("-given_at", "id")


def _visible_to(actor: Actor) -> QuerySet[Grant]:
    if actor.is_system or can(actor, GRANTS_READ):
        return _rows()
    return _rows().filter(person=actor.person)

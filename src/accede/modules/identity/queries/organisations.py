"""Organisations, as far as the reader may see them: all for those whose role says so, else one's own."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from accede.foundation.access import Actor, can
from accede.modules.identity.access import PEOPLE_READ
from accede.modules.identity.models import Organisation
from accede.modules.identity.models.organisations import OrganisationKind
from accede.modules.identity.queries.acting import memberships_on


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """An organisation as the pages show it."""

    id: UUID
    name: str
    acronym: str
    kind: str
    state_code: str
    is_sample: bool
    recorded_at: datetime

    @property
    def kind_words(self) -> str:
        """The kind in the reader's language."""
        return str(OrganisationKind(self.kind).label)


def organisation_kinds() -> list[tuple[str, str]]:
    """Return the kinds of organisations with their words, in the order of the list."""
    return [(str(kind.value), str(kind.label)) for kind in OrganisationKind]


def organisations_visible_to(actor: Actor, *, on: date, search: str = "") -> list[OrganisationFacts]:
    """Return the organisations that the actor may see, by name."""
    rows = _visible_to(actor, on=on)
    for word in search.split():
        rows = rows.filter(Q(name__icontains=word) | Q(acronym__icontains=word))
    return [organisation_facts(row) for row in rows.order_by("name", "id")]


def organisation_visible_to(actor: Actor, organisation: UUID, *, on: date) -> OrganisationFacts | None:
    """Return one organisation, None if there is none for this actor."""
    row = _visible_to(actor, on=on).filter(id=organisation).first()
    return organisation_facts(row) if row else None


def organisation_facts(row: Organisation) -> OrganisationFacts:
    """Return an organisation as plain facts."""
    return OrganisationFacts(
        id=row.id,
        name=row.name,
        acronym=row.acronym,
        kind=row.kind,
        state_code=row.state_code,
        is_sample=row.is_sample,
        recorded_at=row.recorded_at,
    )


def _visible_to(actor: Actor, *, on: date) -> QuerySet[Organisation]:
    rows = Organisation.objects.all()
    if actor.is_system or can(actor, PEOPLE_READ):
        return rows
    own = memberships_on(on, person=actor.person).filter(organisation=OuterRef("id"))
    return rows.filter(Exists(own))

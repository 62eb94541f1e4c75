"""Saved scenarios, as far as the reader may see them: one's own, and those that were shared."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from accede.foundation.access import Actor, Level
from accede.foundation.access.roles import ORGANISATION
from accede.modules.cooperation.models import SavedScenario
from accede.modules.identity.queries.people import names_of


@dataclass(frozen=True, slots=True)
class SavedFacts:
    """A saved scenario as the pages show it; accessions as the address of a comparison writes them."""

    id: UUID
    name: str
    purpose: str
    accessions: str
    made_by: UUID
    made_by_name: str
    is_own: bool
    changed_at: datetime
    organisation: UUID | None
    organisation_name: str
    people: tuple[UUID, ...]
    people_names: tuple[str, ...]


def saved_visible_to(actor: Actor) -> list[SavedFacts]:
    """Return the scenarios that the actor may see, their own first, by name."""
    rows = list(SavedScenario.objects.visible_to(actor).order_by("name", "id"))
    return sorted(saved_facts(rows, reader=actor), key=lambda found: not found.is_own)


def one_saved_visible_to(actor: Actor, scenario: UUID) -> SavedFacts | None:
    """Return one scenario, None if there is none for this actor."""
    rows = list(SavedScenario.objects.visible_to(actor).filter(id=scenario))
    return saved_facts(rows, reader=actor)[0] if rows else None


def organisation_of(row: SavedScenario) -> UUID | None:
    """Return the organisation with which a scenario is shared."""
    scope = row.belongs_to
    return UUID(scope.value) if row.level == Level.PROGRAMME and scope.kind == ORGANISATION else None


def people_of(row: SavedScenario) -> tuple[UUID, ...]:
    """Return the people with whom a scenario is shared by name."""
    return tuple(reader for reader in row.readers if reader != row.made_by_id)


def saved_facts(rows: Iterable[SavedScenario], *, reader: Actor) -> list[SavedFacts]:
    """Return scenarios as plain facts."""
    rows = list(rows)
    keys = {key for row in rows for key in (row.made_by_id, organisation_of(row), *row.readers) if key is not None}
    names = names_of(keys)
    return [_facts(row, names, reader) for row in rows]


def _facts(row: SavedScenario, names: dict[UUID, str], reader: Actor) -> SavedFacts:
    organisation = organisation_of(row)
    people = people_of(row)
    return SavedFacts(
        id=row.id,
        name=row.name,
        purpose=row.purpose,
        accessions=row.accessions,
        made_by=row.made_by_id,
        made_by_name=names.get(row.made_by_id, ""),
        is_own=row.made_by_id == reader.person,
        changed_at=row.changed_at,
        organisation=organisation,
        organisation_name=names.get(organisation, "") if organisation else "",
        people=people,
        people_names=tuple(names.get(person, "") for person in people),
    )

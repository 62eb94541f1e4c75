"""Saved scenarios, as far as the reader may see them: one's own, and those that were shared."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Case, Value, When

from accede.foundation import clock
from accede.foundation.access import Actor, Level
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.listings import RowsOfTable
from accede.modules.cooperation.fields.scenarios import ScenarioFacts
from accede.modules.cooperation.models import SavedScenario
from accede.modules.identity.queries.people import addresses_of, names_of


def scenarios_visible_to(actor: Actor) -> RowsOfTable[ScenarioFacts]:
    """Return the scenarios that the actor may see, their own first, by name."""
    own_first = Case(When(made_by=actor.person, then=Value(0)), default=Value(1))
    rows = SavedScenario.objects.visible_to(actor).order_by(own_first, "name", "id")
    return RowsOfTable(rows, lambda found: _facts(found, actor))


def scenario_visible_to(actor: Actor, scenario: UUID) -> ScenarioFacts | None:
    """Return one scenario, None if there is none for this actor."""
    rows = list(SavedScenario.objects.visible_to(actor).filter(id=scenario))
    return _facts(rows, actor)[0] if rows else None


def organisation_of(row: SavedScenario) -> UUID | None:
    """Return the organisation with which a scenario is shared."""
    scope = row.belongs_to
    return UUID(scope.value) if row.level == Level.PROGRAMME and scope.kind == ORGANISATION else None


def people_of(row: SavedScenario) -> tuple[UUID, ...]:
    """Return the people with whom a scenario is shared by name."""
    return tuple(reader for reader in row.readers if reader != row.made_by_id)


def _facts(rows: Sequence[SavedScenario], reader: Actor) -> list[ScenarioFacts]:
    """Return scenarios as plain facts; addresses only of those whom the reader, who shared it, may see."""
    keys = {key for row in rows for key in (row.made_by_id, organisation_of(row), *row.readers) if key is not None}
    names = names_of(keys)
    own = [row for row in rows if row.made_by_id == reader.person]
    addresses = addresses_of({person for row in own for person in people_of(row)}, visible_to=reader, on=clock.today())
    return [_fact(row, names, addresses, reader) for row in rows]


def _fact(row: SavedScenario, names: dict[UUID, str], addresses: dict[UUID, str], reader: Actor) -> ScenarioFacts:
    organisation = organisation_of(row)
    shared = [key for key in (organisation, *people_of(row)) if key is not None]
    return ScenarioFacts(
        name=row.name,
        purpose=row.purpose,
        accessions=row.accessions,
        organisation=organisation,
        people=tuple(addresses[one] for one in people_of(row) if one in addresses),
        id=row.id,
        made_by=names.get(row.made_by_id, ""),
        is_own=row.made_by_id == reader.person,
        changed_at=row.changed_at,
        organisation_name=names.get(organisation, "") if organisation else "",
        shared_with=tuple(names[key] for key in shared if key in names),
    )

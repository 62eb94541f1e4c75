"""Saved scenarios, as far as the reader may see them: one's own, and those that were shared."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Case, Value, When

from accede.foundation.access import Actor
from accede.foundation.listings import RowsOfTable
from accede.modules.cooperation.fields.scenarios import ScenarioFacts
from accede.modules.cooperation.models import SavedScenario
from accede.modules.identity.queries.sharing import sharing_of


def scenarios_visible_to(actor: Actor) -> RowsOfTable[ScenarioFacts]:
    """Return the scenarios that the actor may see, their own first, by name."""
    own_first = Case(When(made_by=actor.person, then=Value(0)), default=Value(1))
    rows = SavedScenario.objects.visible_to(actor).order_by(own_first, "name", "id")
    return RowsOfTable(rows, lambda found: _facts(found, actor))


def scenario_visible_to(actor: Actor, scenario: UUID) -> ScenarioFacts | None:
    """Return one scenario, None if there is none for this actor."""
    return next(iter(scenarios_visible_to(actor).of(scenario)), None)


def _facts(rows: Sequence[SavedScenario], reader: Actor) -> list[ScenarioFacts]:
    sharing = sharing_of(rows, reader)
    return [
        ScenarioFacts(
            name=row.name,
            purpose=row.purpose,
            accessions=row.accessions,
            sharing=sharing[row.id],
            id=row.id,
            changed_at=row.changed_at,
        )
        for row in rows
    ]

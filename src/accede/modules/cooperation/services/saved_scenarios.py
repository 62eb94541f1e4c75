"""Save, change, share and delete what-if scenarios."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, Level, or_refuse, require
from accede.foundation.audit import EventType, Face, Subject
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.problems import UnableTo
from accede.foundation.saving import save_once
from accede.foundation.search.writing import keep_found
from accede.modules.cooperation import events
from accede.modules.cooperation.access import SCENARIOS_KEEP
from accede.modules.cooperation.fields.scenarios import CONTENT, STATED, ScenarioDetails
from accede.modules.cooperation.models import SavedScenario
from accede.modules.identity.services.sharing import share, sharing_told

Changes = dict[str, object]


@transaction.atomic
def save_scenario(wanted: ScenarioDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> UUID:
    """Save a scenario and share it; return its key.

    Raises:
        Refused: the actor may not.
        UnableTo: something of it is wrong.
    """
    require(by, SCENARIOS_KEEP)
    row = SavedScenario(made_by_id=or_refuse(by.person), saved_at=at)
    _write(row, wanted, by=by, at=at)
    _tell(events.SCENARIO_SAVED, row, {}, values_of(CONTENT, row) | sharing_told(row), by=by, at=at, face=face)
    return row.id


@transaction.atomic
def change_scenario(scenario: UUID, wanted: ScenarioDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Change the name, the accessions and the sharing of an own scenario.

    Raises:
        Refused: there is no such scenario of the actor.
        UnableTo: something of what is wanted is wrong.
    """
    row = _own(scenario, by=by)
    content, sharing = values_of(CONTENT, row), sharing_told(row)
    _write(row, wanted, by=by, at=at)
    _tell(events.SCENARIO_CHANGED, row, content, values_of(CONTENT, row), by=by, at=at, face=face)
    _tell(events.SCENARIO_SHARED, row, sharing, sharing_told(row), by=by, at=at, face=face)


@transaction.atomic
def delete_scenario(scenario: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Delete an own scenario; the record keeps that there was one.

    Raises:
        Refused: there is no such scenario of the actor.
    """
    row = _own(scenario, by=by)
    _tell(events.SCENARIO_DELETED, row, values_of(CONTENT, row) | sharing_told(row), {}, by=by, at=at, face=face)
    row.delete()
    keep_found("scenario", [scenario])


def _own(scenario: UUID, *, by: Actor) -> SavedScenario:
    require(by, SCENARIOS_KEEP)
    rows = SavedScenario.objects.visible_to(by).filter(id=scenario, made_by=by.person)
    row: SavedScenario = or_refuse(rows.select_for_update().first())
    return row


def _write(row: SavedScenario, wanted: ScenarioDetails, *, by: Actor, at: datetime) -> None:
    if problems := problems_of(STATED, wanted) | share(row, wanted.sharing, by=by, at=at):
        raise UnableTo(problems)
    row.name, row.purpose, row.accessions, row.changed_at = wanted.name, wanted.purpose, wanted.accessions, at
    save_once(row, {"name": _("You have a scenario of this name already. Choose another name.")})
    keep_found("scenario", [row.id])


def _tell(
    event: EventType, row: SavedScenario, before: Changes, after: Changes, *, by: Actor, at: datetime, face: Face
) -> None:
    if before != after:
        about = Subject("scenario", str(row.id), Level(row.level), row.belongs_to, tuple(row.readers))
        record(event, about=about, by=by, at=at, face=face, before=before, after=after, scenario=row.name)

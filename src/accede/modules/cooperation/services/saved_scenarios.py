"""Save, change, share and delete what-if scenarios."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, Level, Refused, Scope, require
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.audit import EventType, Face, NameOf, Subject
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of
from accede.foundation.problems import UnableTo
from accede.foundation.search.writing import keep_found
from accede.foundation.texts import listed
from accede.modules.cooperation import events
from accede.modules.cooperation.access import SCENARIOS_KEEP
from accede.modules.cooperation.fields.scenarios import STATED, ScenarioDetails
from accede.modules.cooperation.models import SavedScenario
from accede.modules.cooperation.queries.saved_scenarios import organisation_of, people_of
from accede.modules.identity.queries.acting import standpoints_of
from accede.modules.identity.queries.people import people_visible_to

Changes = dict[str, object]


@transaction.atomic
def save_scenario(wanted: ScenarioDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> UUID:
    """Save a scenario and share it; return its key.

    Raises:
        Refused: the actor may not.
        UnableTo: something of it is wrong.
    """
    require(by, SCENARIOS_KEEP)
    if by.person is None:
        raise Refused
    row = SavedScenario(made_by_id=by.person, saved_at=at)
    _write(row, wanted, by=by, at=at)
    _tell(events.SCENARIO_SAVED, row, {}, _content(row) | _sharing(row), by=by, at=at, face=face)
    return row.id


@transaction.atomic
def change_scenario(scenario: UUID, wanted: ScenarioDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Change the name, the accessions and the sharing of an own scenario.

    Raises:
        Refused: there is no such scenario of the actor.
        UnableTo: something of what is wanted is wrong.
    """
    row = _own(scenario, by=by)
    content, sharing = _content(row), _sharing(row)
    _write(row, wanted, by=by, at=at)
    if content != _content(row):
        _tell(events.SCENARIO_CHANGED, row, content, _content(row), by=by, at=at, face=face)
    if sharing != _sharing(row):
        _tell(events.SCENARIO_SHARED, row, sharing, _sharing(row), by=by, at=at, face=face)


@transaction.atomic
def delete_scenario(scenario: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Delete an own scenario; the record keeps that there was one.

    Raises:
        Refused: there is no such scenario of the actor.
    """
    row = _own(scenario, by=by)
    _tell(events.SCENARIO_DELETED, row, _content(row) | _sharing(row), {}, by=by, at=at, face=face)
    row.delete()
    keep_found("scenario", [scenario])


def _own(scenario: UUID, *, by: Actor) -> SavedScenario:
    require(by, SCENARIOS_KEEP)
    rows = SavedScenario.objects.visible_to(by).filter(id=scenario, made_by=by.person)
    row: SavedScenario | None = rows.select_for_update().first()
    if row is None:
        raise Refused
    return row


def _write(row: SavedScenario, wanted: ScenarioDetails, *, by: Actor, at: datetime) -> None:
    problems = problems_of(STATED, wanted)
    people = _people(wanted.people, by=by, at=at, problems=problems)
    stays = row.owner and wanted.organisation == organisation_of(row)
    acts_for = {one.organisation for one in standpoints_of(row.made_by_id, on=at.date())}
    if wanted.organisation is not None and not stays and wanted.organisation not in acts_for:
        problems["organisation"] = _("Choose an organisation for which you act.")
    if problems:
        raise UnableTo(problems)
    shared = wanted.organisation is not None
    row.level = Level.PROGRAMME if shared else Level.RESTRICTED
    row.owner = str(Scope(ORGANISATION, str(wanted.organisation)) if shared else Scope("person", str(row.made_by_id)))
    row.readers = [row.made_by_id, *people]
    row.name, row.purpose, row.accessions, row.changed_at = wanted.name, wanted.purpose, wanted.accessions, at
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise UnableTo({"name": _("You have a scenario of this name already. Choose another name.")}) from error
    keep_found("scenario", [row.id])


def _people(addresses: tuple[str, ...], *, by: Actor, at: datetime, problems: dict[str, str]) -> list[UUID]:
    """Return the people of these addresses, among those whom the actor may see at all."""
    if not addresses:
        return []
    found = {one.email.lower(): one.id for one in people_visible_to(by, on=at.date()) if one.is_active}
    if unknown := [address for address in addresses if address.lower() not in found]:
        words = _("Among the people whom you may see, nobody has this address: %(addresses)s.")
        problems["people"] = words % {"addresses": listed(unknown)}
    named = dict.fromkeys(found[one.lower()] for one in addresses if one.lower() in found)
    return [person for person in named if person != by.person]


def _content(row: SavedScenario) -> Changes:
    return {"name": row.name, "purpose": row.purpose, "accessions": row.accessions}


def _sharing(row: SavedScenario) -> Changes:
    organisation = organisation_of(row)
    shared = NameOf(organisation) if organisation else None
    return {"organisation": shared, "people": [NameOf(person) for person in people_of(row)]}


def _tell(
    event: EventType, row: SavedScenario, before: Changes, after: Changes, *, by: Actor, at: datetime, face: Face
) -> None:
    about = Subject("scenario", str(row.id), Level(row.level), row.belongs_to, tuple(row.readers))
    record(event, about=about, by=by, at=at, face=face, before=before, after=after, scenario=row.name)

"""Save, change, share and delete what-if scenarios."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accede.core.cooperation.effects import Purpose
from accede.core.cooperation.planning import Accession
from accede.foundation.access import Actor, Level, Refused, Scope, require
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.audit import EventType, Face, NameOf, Subject
from accede.foundation.audit.recording import record
from accede.foundation.problems import UnableTo
from accede.foundation.texts import listed
from accede.modules.cooperation import events
from accede.modules.cooperation.access import SCENARIOS_KEEP
from accede.modules.cooperation.models import SavedScenario
from accede.modules.cooperation.queries.saved_scenarios import organisation_of, people_of
from accede.modules.identity.queries.acting import standpoints_of
from accede.modules.identity.queries.people import people_visible_to

LONGEST_NAME = 80
OWN = "person"
"""The kind of scope of a scenario that is shared with no organisation."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A scenario as somebody wants it kept; `organisation` and `people`: with whom it is shared."""

    name: str
    purpose: Purpose
    accessions: Sequence[Accession]
    organisation: UUID | None = None
    people: Sequence[str] = ()
    """By their e-mail addresses."""


@transaction.atomic
def save_scenario(wish: Wish, *, by: Actor, at: datetime) -> UUID:
    """Save a scenario and share it; return its key.

    Raises:
        Refused: the actor may not.
        UnableTo: something of it is wrong.
    """
    require(by, SCENARIOS_KEEP)
    if by.person is None:
        raise Refused
    row = SavedScenario(made_by_id=by.person, saved_at=at)
    _write(row, wish, by=by, at=at)
    _tell(events.SCENARIO_SAVED, row, by=by, at=at, after=_content(row) | _sharing(row))
    return row.id


@transaction.atomic
def change_scenario(scenario: UUID, wish: Wish, *, by: Actor, at: datetime) -> None:
    """Change the name, the accessions and the sharing of an own scenario.

    Raises:
        Refused: there is no such scenario of the actor.
        UnableTo: something of the wish is wrong.
    """
    row = _own(scenario, by=by)
    content, sharing = _content(row), _sharing(row)
    _write(row, wish, by=by, at=at)
    if content != _content(row):
        _tell(events.SCENARIO_CHANGED, row, by=by, at=at, before=content, after=_content(row))
    if sharing != _sharing(row):
        _tell(events.SCENARIO_SHARED, row, by=by, at=at, before=sharing, after=_sharing(row))


@transaction.atomic
def delete_scenario(scenario: UUID, *, by: Actor, at: datetime) -> None:
    """Delete an own scenario; the record keeps that there was one.

    Raises:
        Refused: there is no such scenario of the actor.
    """
    row = _own(scenario, by=by)
    _tell(events.SCENARIO_DELETED, row, by=by, at=at, before=_content(row) | _sharing(row))
    row.delete()


def _own(scenario: UUID, *, by: Actor) -> SavedScenario:
    require(by, SCENARIOS_KEEP)
    rows = SavedScenario.objects.visible_to(by).filter(id=scenario, made_by=by.person)
    row: SavedScenario | None = rows.select_for_update().first()
    if row is None:
        raise Refused
    return row


def _write(row: SavedScenario, wish: Wish, *, by: Actor, at: datetime) -> None:
    problems: dict[str, str] = {}
    name = wish.name.strip()
    if not name:
        problems["name"] = _("Write a name for the scenario.")
    if len(name) > LONGEST_NAME:
        problems["name"] = _("A name has at most %(most)s characters.") % {"most": LONGEST_NAME}
    if not wish.accessions:
        problems["accessions"] = _("Write at least one accession: a State, then the key of an instrument.")
    people = _people(wish.people, by=by, at=at, problems=problems)
    kept = row.owner and wish.organisation is not None and wish.organisation == organisation_of(row)
    if wish.organisation is not None and not kept and wish.organisation not in _organisations(by, at):
        problems["organisation"] = _("Choose an organisation for which you act.")
    if problems:
        raise UnableTo(problems)
    shared = wish.organisation is not None
    row.level = Level.PROGRAMME if shared else Level.RESTRICTED
    row.owner = str(Scope(ORGANISATION, str(wish.organisation)) if shared else Scope(OWN, str(row.made_by_id)))
    row.readers = [row.made_by_id, *people]
    row.name, row.purpose, row.changed_at = name, wish.purpose.value, at
    row.accessions = "; ".join(f"{accession.state} {accession.instrument}" for accession in wish.accessions)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise UnableTo({"name": _("You have a scenario of this name already. Choose another name.")}) from error


def _organisations(by: Actor, at: datetime) -> set[UUID]:
    if by.person is None:
        return set()
    return {standpoint.organisation for standpoint in standpoints_of(by.person, on=at.date())}


def _people(addresses: Sequence[str], *, by: Actor, at: datetime, problems: dict[str, str]) -> list[UUID]:
    """Return the people of these addresses, among those whom the actor may see at all."""
    asked = {address.strip().lower(): address.strip() for address in addresses if address.strip()}
    if not asked:
        return []
    found = {one.email.lower(): one for one in people_visible_to(by, on=at.date()) if one.is_active}
    unknown = [shown for address, shown in asked.items() if address not in found]
    if unknown:
        words = _("Among the people whom you may see, nobody has this address: %(addresses)s.")
        problems["people"] = words % {"addresses": listed(unknown)}
    return [found[address].id for address in asked if address in found and found[address].id != by.person]


def _content(row: SavedScenario) -> dict[str, object]:
    return {"name": row.name, "purpose": row.purpose, "accessions": row.accessions}


def _sharing(row: SavedScenario) -> dict[str, object]:
    organisation = organisation_of(row)
    return {
        "organisation": NameOf(organisation) if organisation else None,
        "people": [NameOf(person) for person in people_of(row)],
    }


def _tell(
    event: EventType,
    row: SavedScenario,
    *,
    by: Actor,
    at: datetime,
    before: dict[str, object] | None = None,
    after: dict[str, object] | None = None,
) -> None:
    about = Subject("scenario", str(row.id), Level(row.level), row.belongs_to, tuple(row.readers))
    record(event, about=about, by=by, at=at, face=Face.WEB, before=before, after=after, scenario=row.name)

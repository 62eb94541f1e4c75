"""With whom things are shared, as far as one of their readers may know."""

from collections.abc import Collection
from uuid import UUID

from accede.foundation import clock
from accede.foundation.access import Actor, Level
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.access.tables import Shareable
from accede.modules.identity.fields.sharing import Shared
from accede.modules.identity.queries.acting import standpoints_of
from accede.modules.identity.queries.people import addresses_of, names_of


def sharing_of(rows: Collection[Shareable], reader: Actor) -> dict[UUID, Shared]:
    """Return with whom things are shared, by their keys; addresses only where the reader, whose it is, may see them."""
    named = {key for row in rows for key in (row.made_by_id, organisation_of(row), *row.readers) if key is not None}
    names, own = names_of(named), [row for row in rows if row.made_by_id == reader.person]
    addresses = addresses_of({person for row in own for person in people_of(row)}, visible_to=reader, on=clock.today())
    return {row.id: _shared(row, names, addresses, reader) for row in rows}


def organisations_to_share_with(reader: Actor, now: Shared | None = None) -> dict[str, str]:
    """Return the organisations that a form offers: those for which the reader acts, and the one it is shared with."""
    acts_for = standpoints_of(reader.person, on=clock.today()) if reader.person else ()
    found = {str(one.organisation): one.name for one in acts_for}
    return found if now is None or now.organisation is None else {str(now.organisation): now.organisation_name, **found}


def organisation_of(row: Shareable) -> UUID | None:
    """Return the organisation with which a thing is shared."""
    scope = row.belongs_to
    return UUID(scope.value) if row.level == Level.PROGRAMME and scope.kind == ORGANISATION else None


def people_of(row: Shareable) -> tuple[UUID, ...]:
    """Return the people with whom a thing is shared by name."""
    return tuple(reader for reader in row.readers if reader != row.made_by_id)


def _shared(row: Shareable, names: dict[UUID, str], addresses: dict[UUID, str], reader: Actor) -> Shared:
    organisation, people = organisation_of(row), people_of(row)
    return Shared(
        organisation=organisation,
        people=tuple(addresses[one] for one in people if one in addresses),
        made_by=names.get(row.made_by_id, ""),
        is_own=row.made_by_id == reader.person,
        organisation_name=names.get(organisation, "") if organisation else "",
        with_names=tuple(names[key] for key in (organisation, *people) if key in names),
    )

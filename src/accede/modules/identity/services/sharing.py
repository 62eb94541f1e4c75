"""Share what is one's own with an organisation for which one acts, and with people by name."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accede.foundation.access import Actor, Level, Scope
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.access.tables import Shareable
from accede.foundation.audit import NameOf
from accede.foundation.texts import listed
from accede.modules.identity.fields.sharing import Sharing
from accede.modules.identity.queries.acting import standpoints_of
from accede.modules.identity.queries.people import people_visible_to
from accede.modules.identity.queries.sharing import organisation_of, people_of


def share(row: Shareable, wanted: Sharing, *, by: Actor, at: datetime) -> dict[str, str]:
    """Have a row read by those with whom it is to be shared; return what is wrong with that, by field.

    Restricted to whoever made it and those whom they name. Shared with an organisation it is that organisation's at
    level programme, so that whoever acts for it sees it for as long as they do.
    """
    problems: dict[str, str] = {}
    people = _people(wanted.people, by=by, at=at, problems=problems)
    stays = row.owner and wanted.organisation == organisation_of(row)
    acts_for = {one.organisation for one in standpoints_of(row.made_by_id, on=at.date())}
    if wanted.organisation is not None and not stays and wanted.organisation not in acts_for:
        problems["organisation"] = _("Choose an organisation for which you act.")
    of_organisation = wanted.organisation is not None
    row.level = Level.PROGRAMME if of_organisation else Level.RESTRICTED
    owner = Scope(ORGANISATION, str(wanted.organisation)) if of_organisation else Scope("person", str(row.made_by_id))
    row.owner, row.readers = str(owner), [row.made_by_id, *people]
    return problems


def sharing_told(row: Shareable) -> dict[str, object]:
    """Return with whom a row is shared, as the record keeps it: by keys, shown by the names of the day it is read."""
    organisation = organisation_of(row)
    return {
        "organisation": NameOf(organisation) if organisation else None,
        "people": [NameOf(person) for person in people_of(row)],
    }


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

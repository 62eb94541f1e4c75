"""Organisations, as far as the reader may see them: all for those whose role says so, else one's own."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Lower

from accede.foundation.access import Actor
from accede.foundation.listings import RowsOfTable
from accede.modules.identity.fields.organisations import ROLE, OrganisationFacts, facts_of, facts_of_all
from accede.modules.identity.models import Organisation, OrganisationRole
from accede.modules.identity.queries.acting import memberships_on
from accede.modules.identity.queries.people import sees_all_people


def organisations_visible_to(actor: Actor, *, on: date) -> RowsOfTable[OrganisationFacts]:
    """Return the organisations that the actor may see, by name."""
    roles = OrganisationRole.objects.on(on).filter(organisation=OuterRef("id")).in_order()
    return RowsOfTable(
        _visible_to(actor, on=on).order_by("name", "id"),
        lambda rows: facts_of_all(rows, on=on),
        further={ROLE.key: ArraySubquery(roles.values("role"))},
    )


def organisation_visible_to(actor: Actor, organisation: UUID, *, on: date) -> OrganisationFacts | None:
    """Return one organisation, None if there is none for this actor."""
    row = _visible_to(actor, on=on).filter(id=organisation).first()
    return facts_of(row, on=on) if row else None


def organisations_seen(actor: Actor, *, on: date) -> frozenset[str] | None:
    """Return the keys of the organisations that the actor may see; None for all of them."""
    if sees_all_people(actor):
        return None
    return frozenset(map(str, _visible_to(actor, on=on).values_list("id", flat=True)))


def named_organisations(keys: Collection[str] | None) -> Iterator[tuple[UUID, str, Mapping[str, str], str]]:
    """Yield organisations with their names in whatever language, those in each language, and acronyms; all for None."""
    rows = Organisation.objects.all() if keys is None else Organisation.objects.filter(id__in=keys)
    for key, name, names, acronym in rows.values_list("id", "name", "names", "acronym").order_by("id"):
        yield key, name, dict(names), acronym


def organisations_with_roles(roles: Collection[str], *, on: date) -> dict[str, str]:
    """Return the organisations that are one of some things to the programme on a day: keys and names, by name."""
    held = OrganisationRole.objects.on(on).filter(organisation=OuterRef("id"), role__in=roles)
    rows = Organisation.objects.filter(Exists(held), ended_on__isnull=True).order_by("name", "id")
    return {str(key): name for key, name in rows.values_list("id", "name")}


def authorities_of(states: Collection[str], names: Collection[str]) -> list[tuple[str, str, str, date, date]]:
    """Return the authorities of some States that bear one of some names. One query.

    Of each: State, key, name, since when it is an authority, and since when it is recorded.
    """
    rows = OrganisationRole.objects.filter(role="authority", organisation__state_code__in=states)
    named = rows.annotate(folded=Lower("organisation__name")).filter(folded__in={name.lower() for name in names})
    columns = [f"organisation__{one}" for one in ("state_code", "id", "name", "recorded_at")]
    found = named.order_by("valid_from").values_list(*columns, "valid_from")
    return [(state, str(key), name, since, at.date()) for state, key, name, at, since in found]


def others_beside(organisation: UUID) -> dict[str, str]:
    """Return the organisations into which one can be joined: keys and names of those that have not ended."""
    rows = Organisation.objects.filter(ended_on__isnull=True).exclude(id=organisation).order_by("name", "id")
    return {str(key): name for key, name in rows.values_list("id", "name")}


def _visible_to(actor: Actor, *, on: date) -> QuerySet[Organisation]:
    rows = Organisation.objects.all()
    if sees_all_people(actor):
        return rows
    own = memberships_on(on, person=actor.person).filter(organisation=OuterRef("id"))
    return rows.filter(Exists(own))

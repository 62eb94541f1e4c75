"""The fields of organisations: what is stated of a body, and what the product says of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Kind
from accede.foundation.fields import Entry, Field, Given, Named, Texts, Words
from accede.modules.identity.models import Organisation, OrganisationRole

ROLES: Mapping[str, Words] = {
    "authority": _("Ministry or authority of a State"),
    "focal-point": _("Focal point of a State"),
    "recipient": _("Receives assistance"),
    "donor": _("Donor"),
    "un-body": _("United Nations body"),
    "regional": _("Regional organisation"),
    "secretariat": _("Secretariat"),
}
"""What a body can be to the programme; a State gives and receives, a ministry is authority and focal point."""
OF_A_STATE = frozenset({"authority", "focal-point"})


@dataclass(frozen=True, slots=True)
class OrganisationDetails:
    """An organisation as somebody describes it; `state_code` for what belongs to a State, `roles` as they are now."""

    name: str
    roles: tuple[str, ...]
    acronym: str = ""
    state_code: str = ""
    names: Texts = field(default_factory=Texts)


@dataclass(frozen=True, slots=True)
class RolePeriod:
    """A role of an organisation and its time, half-open."""

    role: str
    since: date
    until: date | None

    def counts_on(self, day: date) -> bool:
        """Return whether it is the organisation's role on a day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationFacts(OrganisationDetails):
    """An organisation as the product shows it: `roles` on the day asked, `periods` all that it ever had."""

    id: UUID
    is_sample: bool
    recorded_at: datetime
    ended_on: date | None
    joined_into: UUID | None
    periods: tuple[RolePeriod, ...]


NAME = Field[OrganisationDetails](
    "name",
    _("Name"),
    lambda one: one.name,
    column=Organisation.name,
    is_filter=True,
    entry=Entry(needed=_("Write the name of the organisation."), most=300),
)
NAMES = Field[OrganisationDetails](
    "names",
    _("Name in other languages"),
    lambda one: one.names,
    column=Organisation.names,
    in_files_only=True,
    in_languages=True,
    entry=Entry(hint=_("Readers of these languages are shown it. Leave the others empty."), most=300),
)
ACRONYM = Field[OrganisationDetails](
    "acronym",
    _("Acronym"),
    lambda one: one.acronym,
    column=Organisation.acronym,
    entry=Entry(hint=_("If it has one."), most=32),
)
ROLE = Field[OrganisationDetails](
    "roles",
    _("Roles"),
    lambda one: one.roles,
    choices=ROLES,
    is_filter=True,
    where=lambda role: Q(roles__role=role, roles__valid_until__isnull=True),
    several=True,
    entry=Entry(needed=_("Choose what the organisation is to the programme.")),
)
STATE = Field[OrganisationDetails](
    "state_code",
    _("State"),
    lambda one: one.state_code,
    column=Organisation.state_code,
    is_filter=True,
    entry=Entry(hint=_("For what belongs to a State: the State’s code, such as FRA."), most=3),
)
STATED = (NAME, NAMES, ACRONYM, ROLE, STATE)
"""What people state of an organisation."""

ENDED = Field[OrganisationFacts](
    "ended_on", _("Ended"), lambda one: one.ended_on, Kind.DAY, column=Organisation.ended_on
)
KEY = Field[OrganisationFacts]("id", _("Key"), lambda one: one.id, column=Organisation.id, in_files_only=True)
SHOWN = (*STATED, ENDED, KEY)
"""What lists and files show."""

ROLES_SINCE = Named("roles_since", _("Roles count from"))
ENDED_IN_RECORD = (ENDED.named, Named("joined_into", _("Joined into")))


def details_of(given: Given) -> OrganisationDetails:
    """Return an organisation as somebody described it."""
    return OrganisationDetails(
        name=given.text(NAME),
        names=given.in_languages(NAMES),
        acronym=given.text(ACRONYM),
        roles=given.texts(ROLE),
        state_code=given.text(STATE).upper(),
    )


def write_details(row: Organisation, details: OrganisationDetails) -> None:
    """Put what is stated of an organisation into its row; its roles are rows of their own."""
    row.name = details.name.strip()
    row.names = details.names
    row.acronym = details.acronym.strip()
    row.state_code = details.state_code.strip().upper()


def facts_of(row: Organisation, *, on: date) -> OrganisationFacts:
    """Return an organisation as plain facts, its roles as they are on a day."""
    return facts_of_all([row], on=on)[0]


def facts_of_all(rows: Sequence[Organisation], *, on: date) -> list[OrganisationFacts]:
    """Return organisations as plain facts; one query, however many there are."""
    had: dict[UUID, list[RolePeriod]] = defaultdict(list)
    found = OrganisationRole.objects.filter(organisation__in=[row.id for row in rows]).in_order()
    for organisation, role, since, until in found.values_list("organisation", "role", "valid_from", "valid_until"):
        had[organisation].append(RolePeriod(role, since, until))
    return [_facts(row, tuple(had[row.id]), on) for row in rows]


def _facts(row: Organisation, periods: tuple[RolePeriod, ...], on: date) -> OrganisationFacts:
    return OrganisationFacts(
        name=row.name,
        names=row.names,
        acronym=row.acronym,
        state_code=row.state_code,
        roles=tuple(one.role for one in periods if one.counts_on(on)),
        id=row.id,
        is_sample=row.is_sample,
        recorded_at=row.recorded_at,
        ended_on=row.ended_on,
        joined_into=row.joined_into_id,
        periods=periods,
    )

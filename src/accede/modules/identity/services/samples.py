"""People of two invented States and of the secretariat, for trying the product out on one's own machine.

They exist only where ACCEDE_SAMPLE_PEOPLE says so, are called samples wherever they appear, and sign in by a link
that the server prints and that works once.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction

from accede.foundation.access import SYSTEM, Actor, Refused
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.readiness import NotReady
from accede.modules.identity.fields.organisations import OrganisationDetails
from accede.modules.identity.models import Membership, Organisation, Person, SignInLink
from accede.modules.identity.queries.acting import actor_for, chosen_standpoint, standpoints_of
from accede.modules.identity.queries.invitations import hash_of, sign_in_link_person
from accede.modules.identity.services.grants import NewGrant, give_role
from accede.modules.identity.services.memberships import join
from accede.modules.identity.services.organisations import record_organisation
from accede.modules.identity.services.people import register

LINK_VALID_FOR = timedelta(hours=12)

STATE_A, STATE_B = "XSA", "XSB"
"""Invented States, under codes that ISO 3166 leaves to users; their names are in `reference.queries.invented`."""
SECRETARIAT = OrganisationDetails("Secretariat (sample)", ("secretariat",))
MINISTRY_A = OrganisationDetails(
    "Ministry of Justice of Samplonia (sample)", ("authority", "focal-point"), state_code=STATE_A
)
MINISTRY_B = OrganisationDetails("Ministry of Justice of Examplia (sample)", ("authority",), state_code=STATE_B)
DONOR_A = OrganisationDetails("Ministry of Finance of Samplonia (sample)", ("donor",), state_code=STATE_A)
DONOR_B = OrganisationDetails("Agency for Cooperation of Examplia (sample)", ("donor",), state_code=STATE_B)
PARTNER = OrganisationDetails("Institute of Law (sample)", ("un-body",))


class SampleNameTaken(NotReady):
    """The samples cannot be made beside what is recorded; the message says what is in the way and what to do."""


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """One of the people; `key` is short and the same everywhere. A role over an organisation is over their own."""

    key: str
    name: str
    organisation: OrganisationDetails | None = None
    role: str = ""
    scope: tuple[str, str] = ("all", "")

    @property
    def email(self) -> str:
        """Return an address that no letter ever reaches."""
        return f"{self.key}@sample.invalid"


SAMPLES = (
    SamplePerson("operator", "Olive Operator (sample, administrator of this machine)", SECRETARIAT, "administrator"),
    SamplePerson(
        "focal-a", "Amal Abara (sample, focal point of Samplonia)", MINISTRY_A, "focal_point", ("state", STATE_A)
    ),
    SamplePerson(
        "focal-b", "Bela Benak (sample, focal point of Examplia)", MINISTRY_B, "focal_point", ("state", STATE_B)
    ),
    SamplePerson("officer", "Pia Prado (sample, programme officer)", SECRETARIAT, "programme_officer"),
    SamplePerson("officer-2", "Omar Osei (sample, second programme officer)", SECRETARIAT, "programme_officer"),
    SamplePerson("finance", "Faye Fonte (sample, finance officer)", SECRETARIAT, "finance_officer"),
    SamplePerson("finance-2", "Felix Fuchs (sample, second finance officer)", SECRETARIAT, "finance_officer"),
    SamplePerson("drafter", "Dina Daoud (sample, report drafter)", SECRETARIAT, "report_drafter"),
    SamplePerson(
        "partner", "Paul Pires (sample, coordinator of a partner)", PARTNER, "partner_coordinator", ("organisation", "")
    ),
    SamplePerson(
        "donor", "Dora Dahl (sample, representative of a donor)", DONOR_A, "donor_representative", ("organisation", "")
    ),
    SamplePerson("administrator", "Ada Adeyi (sample, administrator)", SECRETARIAT, "administrator"),
    SamplePerson("nobody", "Nil Novak (sample, no role)"),
)


@dataclass(frozen=True, slots=True)
class PrintedLink:
    """A link for the terminal: for whom, and its token."""

    name: str
    token: str


@transaction.atomic
def make_sample_people(*, at: datetime) -> None:
    """Record the sample people who are not there yet.

    Raises:
        Refused: this installation is to have none.
        SampleNameTaken: an organisation of one of their names is there, and is no sample.
    """
    _only_where_wanted()
    for sample in SAMPLES:
        if Person.objects.filter(email=sample.email).exists():
            continue
        person = register(
            email=sample.email,
            name=sample.name,
            language="en",
            password=None,
            at=at,
            is_sample=True,
            face=Face.COMMAND,
        )
        organisation = sample_organisation(sample.organisation, at=at) if sample.organisation else None
        if organisation is not None:
            join(
                organisation,
                person=person,
                is_coordinator=sample.key == "focal-a",
                valid_from=at.date(),
                by=SYSTEM,
                at=at,
                face=Face.COMMAND,
            )
        if sample.role:
            _give(sample, person=person, organisation=organisation, at=at)
    _second_standpoint(at=at)


@transaction.atomic
def print_sign_in_links(*, at: datetime) -> list[PrintedLink]:
    """Make a new link for each sample person; older ones stop working.

    Raises:
        Refused: this installation is to have none.
    """
    _only_where_wanted()
    SignInLink.objects.all().delete()
    made = []
    people = {row.email: row for row in Person.objects.filter(is_sample=True, is_active=True)}
    for sample in SAMPLES:
        if sample.email in people:
            token = secrets.token_urlsafe(24)
            SignInLink.objects.create(
                token_hash=hash_of(token), person=people[sample.email], made_at=at, expires_at=at + LINK_VALID_FOR
            )
            made.append(PrintedLink(name=people[sample.email].name, token=token))
    return made


@acting(SYSTEM)
def use_sign_in_link(token: str, *, at: datetime) -> UUID:
    """Use a link up and return whom it signs in.

    Raises:
        Refused: it is unknown, used or too old, or this installation is to have none.
    """
    _only_where_wanted()
    link = SignInLink.objects.select_for_update().filter(token_hash=hash_of(token)).first()
    if link is None or sign_in_link_person(token, at=at) is None:
        raise Refused
    link.used_at = at
    link.save(update_fields=["used_at"])
    return link.person_id


def sample_actor(key: str, *, on: date) -> Actor:
    """Return a sample person as they act on a day, for their first organisation.

    Raises:
        Refused: there is no such sample person.
    """
    person = Person.objects.filter(email=f"{key}@sample.invalid", is_sample=True).first()
    if person is None:
        raise Refused
    standpoint = chosen_standpoint(standpoints_of(person.id, on=on), None)
    return actor_for(person.id, acting_for=standpoint.organisation if standpoint else None, on=on)


def _only_where_wanted() -> None:
    if not settings.ACCEDE_SAMPLE_PEOPLE:
        raise Refused


def sample_organisation(new: OrganisationDetails, *, at: datetime) -> UUID:
    """Return the key of a sample organisation, which is recorded if it is not there yet.

    Raises:
        SampleNameTaken: an organisation of its name is there, and is no sample.
    """
    found = Organisation.objects.filter(name=new.name, state_code=new.state_code).first()
    if found is not None and not found.is_sample:
        raise SampleNameTaken(
            f"The sample people cannot be made: “{new.name}” is recorded as an organisation that is no sample. Give it "
            "another name, then start again. Nothing was changed."
        )
    return found.id if found else record_organisation(new, is_sample=True, by=SYSTEM, at=at, face=Face.COMMAND).id


def _give(sample: SamplePerson, *, person: UUID, organisation: UUID | None, at: datetime) -> None:
    kind, key = sample.scope
    if kind == "organisation":
        key = str(organisation)
    grant = NewGrant(
        person=person,
        role=sample.role,
        scope_kind=kind,
        scope_key=key,
        valid_from=at.date(),
        valid_until=None,
        because="Sample person of a local installation.",
    )
    give_role(grant, by=SYSTEM, at=at, face=Face.COMMAND)


def _second_standpoint(*, at: datetime) -> None:
    """Have the focal point of the first State act for the secretariat too, so that switching can be tried."""
    person = Person.objects.get(email="focal-a@sample.invalid")
    secretariat = sample_organisation(SECRETARIAT, at=at)
    if not Membership.objects.filter(person=person, organisation_id=secretariat).exists():
        join(
            secretariat,
            person=person.id,
            is_coordinator=False,
            valid_from=at.date(),
            by=SYSTEM,
            at=at,
            face=Face.COMMAND,
        )

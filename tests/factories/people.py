"""People, organisations and roles for tests, made by the services that make them in the product."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client

from accede.foundation.access import SYSTEM, Actor
from accede.modules.identity.fields.organisations import OrganisationDetails
from accede.modules.identity.queries.acting import actor_for
from accede.modules.identity.queries.signing_in import account
from accede.modules.identity.services.grants import NewGrant, give_role
from accede.modules.identity.services.memberships import join
from accede.modules.identity.services.organisations import record_organisation
from accede.modules.identity.services.people import register

AT = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
PASSWORD = "seventeen quiet ferries"  # noqa: S105  (of people who do not exist)

SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105  (of people who do not exist)


@dataclass(frozen=True, slots=True)
class TestPerson:
    """A person of a test, and how they act."""

    __test__ = False

    id: UUID
    email: str
    organisation: UUID | None

    @property
    def actor(self) -> Actor:
        """The person as an actor, with the grants that count now."""
        return actor_for(self.id, acting_for=self.organisation, on=AT.date())

    def with_app(self) -> "TestPerson":
        """Give the person an authenticator app, whose secret is `SECRET`."""
        data = {"secret": get_adapter().encrypt(SECRET)}
        Authenticator.objects.create(user=account(self.id), type=Authenticator.Type.TOTP, data=data)
        return self

    def sign_in(self, client: Client) -> Client:
        """Sign the person in without asking for anything."""
        user = account(self.id)
        assert user is not None
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        return client


def organisation(name: str = "Ministry of Justice of Samplonia (sample)", *, state: str = "XSA") -> UUID:
    """Record an invented organisation: an authority of a State, or without a State a United Nations body."""
    kind = "authority" if state else "un-body"
    return record_organisation(
        OrganisationDetails(name, (kind,), state_code=state), is_sample=True, by=SYSTEM, at=AT
    ).id


def person(
    name: str,
    *,
    acts_for: UUID | None = None,
    is_coordinator: bool = False,
    role: str = "",
    scope: tuple[str, str] = ("all", ""),
    is_sample: bool = False,
    language: str = "en",
) -> TestPerson:
    """Make a person who has accepted an invitation, given a role by the operator of the installation."""
    email = f"{name.split(maxsplit=1)[0].lower()}@example.org"
    key = register(email=email, name=name, language=language, password=PASSWORD, at=AT, is_sample=is_sample)
    if acts_for is not None:
        join(acts_for, person=key, is_coordinator=is_coordinator, valid_from=AT.date(), by=SYSTEM, at=AT)
    if role:
        grant = NewGrant(key, role, *scope, valid_from=AT.date(), valid_until=None, because="A letter of 2026-11-01.")
        give_role(grant, by=SYSTEM, at=AT)
    return TestPerson(key, email, acts_for)

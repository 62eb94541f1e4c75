"""Accounts as Django's sign-in takes them, and what has to do with their ways of signing in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession

from accede.modules.identity.models import Person


@dataclass(frozen=True, slots=True)
class FactorFacts:
    """A second factor of a person."""

    kind: str
    name: str
    added_at: datetime
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """A session of a person: where and since when."""

    address: str
    program: str
    began_at: datetime


def account(person: UUID) -> Person | None:
    """Return the account of a person who may sign in, None if there is none."""
    return Person.objects.filter(id=person, is_active=True).first()


def account_with_address(email: str) -> Person | None:
    """Return the account that may sign in with that address, None if there is none."""
    return Person.objects.filter(email__iexact=email, is_active=True).first()


def anybody_with_address(email: str) -> Person | None:
    """Return the account with that address, a closed one too: to refuse it must take as long."""
    return Person.objects.filter(email__iexact=email).first()


def ask_as_for_a_token(email: str) -> None:
    """Ask the database what a token for a person with that address asks it: one answer must not take longer."""
    nobody = uuid4()
    EmailAddress.objects.filter(user_id=nobody, email=email).exists()
    list(EmailAddress.objects.filter(user_id=nobody).values_list("email", flat=True))


def number_of_factors(person: UUID) -> int:
    """Return how many passkeys and authenticator apps the person has."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return int(Authenticator.objects.filter(user=person, type__in=kinds).count())


def factors_of(person: UUID) -> list[FactorFacts]:
    """Return the person's factors, the oldest first; never what is secret in them."""
    return [
        FactorFacts(
            kind=row.type, name=row.data.get("name", ""), added_at=row.created_at, last_used_at=row.last_used_at
        )
        for row in Authenticator.objects.filter(user=person).order_by("created_at", "id")
    ]


def sessions_of(person: UUID) -> list[SessionFacts]:
    """Return the person's sessions, the newest first."""
    return [
        SessionFacts(address=row.ip, program=row.user_agent, began_at=row.created_at)
        for row in UserSession.objects.filter(user=person).order_by("-created_at")
    ]


def providers_of(person: UUID) -> list[str]:
    """Return the keys of the providers through which the person has signed in."""
    return list(SocialAccount.objects.filter(user=person).order_by("provider").values_list("provider", flat=True))

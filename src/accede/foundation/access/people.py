"""What the foundation knows of who acts: a person, for whom they act now, and what was granted to them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from accede.core.values.period import Period

EVERYTHING = "all"
ALWAYS = Period()


@dataclass(frozen=True, slots=True)
class Scope:
    """What a grant reaches, and what a confidential thing belongs to: "state:FRA", "organisation:…", "theme:…", "all".

    The foundation compares scopes and does not know what they mean; their kinds are words of the modules.
    """

    kind: str
    value: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.value}" if self.value else self.kind

    def covers(self, other: "Scope") -> bool:
        """Return whether what belongs to `other` lies within this scope."""
        return self.kind == EVERYTHING or self == other

    @classmethod
    def read(cls, text: str) -> "Scope":
        """Return the scope that `str` wrote."""
        kind, _, value = text.partition(":")
        return cls(kind, value)


ALL = Scope(EVERYTHING)


@dataclass(frozen=True, slots=True)
class Grant:
    """A role that somebody holds, within a scope, for a time (half-open)."""

    role: str
    scope: Scope
    valid: Period = ALWAYS


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, in one organisation's name or in their own, with the grants that count there.

    Made anew for every request. `person` None: nobody signed in, or the product itself (`is_system`).
    """

    person: UUID | None = None
    acting_for: UUID | None = None
    grants: tuple[Grant, ...] = ()
    is_system: bool = field(default=False, kw_only=True)

    @property
    def is_signed_in(self) -> bool:
        """Whether this is a person who has signed in."""
        return self.person is not None

    def grants_on(self, day: date) -> Iterator[Grant]:
        """Yield the grants that count on `day`."""
        return (grant for grant in self.grants if day in grant.valid)


ANONYMOUS = Actor()
SYSTEM = Actor(is_system=True)
"""The product itself: jobs, the installation's own commands, and what must be looked up before anybody is known."""

"""May this actor do that, to this thing? The answer is no, unless a grant says yes."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol, TypeVar

from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access.levels import Level
from accede.foundation.access.people import ALL, Actor, Grant, Scope
from accede.foundation.access.roles import ORGANISATION, Permission, Role, role_of
from accede.foundation.pages.errors import NotHere

Found = TypeVar("Found")


class Owned(Protocol):
    """A thing that belongs to a scope."""

    @property
    def belongs_to(self) -> Scope:
        """The scope whose people it is about."""


class Refused(NotHere):
    """The actor may not; told as "there is nothing here", so that nobody learns what there is."""

    def __init__(self) -> None:
        super().__init__(_("There is no page at this address."))

    def __reduce__(self) -> tuple[type["Refused"], tuple[()]]:
        """Let the refusal be told from one process to another."""
        return Refused, ()


def can(actor: Actor, permission: Permission, *, on: Owned | Scope | None = None, at: date | None = None) -> bool:
    """Return whether one of the actor's grants gives `permission` for `on`; for `on` None: anywhere at all."""
    if actor.is_system:
        return True
    scope = on if isinstance(on, Scope) or on is None else on.belongs_to
    return any(
        permission in role.permissions and (scope is None or grant.scope.covers(scope))
        for grant, role in _roles_held(actor, at or clock.today())
    )


def require(actor: Actor, permission: Permission, *, on: Owned | Scope | None = None, at: date | None = None) -> None:
    """Go on if the actor may.

    Raises:
        Refused: the actor may not.
    """
    if not can(actor, permission, on=on, at=at):
        raise Refused


def or_refuse(found: Found | None) -> Found:
    """Return what was found for the actor.

    Raises:
        Refused: nothing was.
    """
    if found is None:
        raise Refused
    return found


def read_keys(actor: Actor, *, at: date | None = None) -> frozenset[str]:
    """Return what opens confidential rows to the actor: "level/scope", the level's rows of that scope."""
    if actor.is_system:
        return frozenset(key_of(level, ALL) for level in Level)
    found = {
        key_of(level, grant.scope)
        for grant, role in _roles_held(actor, at or clock.today())
        for level in role.reads - {Level.PUBLIC}
        if _opens(grant, role, level)
    }
    if actor.acting_for is not None:
        found.add(key_of(Level.PROGRAMME, Scope(ORGANISATION, str(actor.acting_for))))
    return frozenset(found)


def write_keys(actor: Actor, *, at: date | None = None) -> frozenset[str]:
    """Return the same for changing rows."""
    if actor.is_system:
        return frozenset(key_of(level, ALL) for level in Level)
    return frozenset(
        key_of(level, grant.scope)
        for grant, role in _roles_held(actor, at or clock.today())
        for level in role.writes
        if _opens(grant, role, level)
    )


def key_of(level: Level, scope: Scope) -> str:
    """Return the key that opens `level` of `scope`."""
    return f"{level}/{scope}"


def whole_levels(keys: frozenset[str]) -> frozenset[Level]:
    """Return the levels of which the keys open everything."""
    return frozenset(level for level in Level if key_of(level, ALL) in keys)


def scoped(keys: frozenset[str]) -> frozenset[str]:
    """Return the keys that open one owner's things only."""
    return keys - {key_of(level, ALL) for level in Level}


def _opens(grant: Grant, role: Role, level: Level) -> bool:
    """Return whether a grant opens a level: what belongs to one owner only, it opens by naming that owner."""
    return role.opens_unnamed or grant.scope != ALL or level in {Level.PUBLIC, Level.PROGRAMME}


def _roles_held(actor: Actor, day: date) -> Iterator[tuple[Grant, Role]]:
    for grant in actor.grants_on(day):
        role = role_of(grant.role)
        if role is not None:
            yield grant, role

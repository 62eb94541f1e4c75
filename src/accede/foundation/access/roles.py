"""Permissions and roles. Modules declare permissions in their `access.py`; the site declares the roles, once."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.functional import Promise

from accede.foundation.access.levels import Level

Words = str | Promise

ORGANISATION = "organisation"
"""The kind of scope that stands for an organisation: whoever acts for it reads what is its own at level programme."""


@dataclass(frozen=True, slots=True)
class Permission:
    """Something that a role lets its holder do. `changes`: it changes something, so an auditor never has it.

    Raises:
        ValueError: a permission of that key is there already: it would open to two modules what one of them meant.
    """

    key: str
    label: Words = field(compare=False)
    changes: bool = field(default=True, compare=False)

    def __post_init__(self) -> None:
        if self.key in _permissions:
            raise ValueError(f"two permissions are called {self.key}")
        _permissions[self.key] = self


@dataclass(frozen=True, slots=True)
class Role:
    """A bundle of permissions with the levels that its holder reads and writes within the scope of the grant.

    A grant over everything opens no confidential file of any owner, which a grant must name; unless `opens_unnamed`.
    """

    key: str
    label: Words = field(compare=False)
    about: Words = field(compare=False)
    permissions: frozenset[Permission] = frozenset()
    scope_kinds: tuple[str, ...] = ()
    reads: frozenset[Level] = frozenset({Level.PUBLIC})
    writes: frozenset[Level] = frozenset()
    opens_unnamed: bool = False
    needs_two_persons: bool = False
    is_granted: bool = True

    @property
    def needs_second_factor(self) -> bool:
        """Whether its holder signs in with a second factor: whoever sees more than the public, or changes a thing."""
        return bool(self.reads - {Level.PUBLIC}) or any(permission.changes for permission in self.permissions)


_permissions: dict[str, Permission] = {}
_roles: dict[str, Role] = {}


def permissions() -> list[Permission]:
    """Return every permission that a module has declared, by key."""
    return [_permissions[key] for key in sorted(_permissions)]


def install_roles(roles: Iterable[Role]) -> None:
    """Make these the roles of the product; called once, by the site, when apps are ready.

    Raises:
        ValueError: two roles have one key.
    """
    listed = list(roles)
    found = {role.key: role for role in listed}
    if len(found) != len(listed):
        raise ValueError("two roles have one key")
    _roles.clear()
    _roles.update(found)


def roles() -> list[Role]:
    """Return the roles in the order in which the site declares them."""
    return list(_roles.values())


def role_of(key: str) -> Role | None:
    """Return the role of that key; None for one that there no longer is, which then grants nothing."""
    return _roles.get(key)

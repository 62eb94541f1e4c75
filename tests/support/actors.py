"""Actors of each role, as a request would find them, for tests of what the foundation lets them see and do."""

import uuid

from accede.foundation.access import ALL, ANONYMOUS, Actor, Grant, Scope, roles

AAA = Scope("state", "AAA")
BBB = Scope("state", "BBB")


def actor(role: str, scope: Scope, *, acting_for: uuid.UUID | None = None) -> Actor:
    """Return a new person who holds one role over one scope."""
    return Actor(person=uuid.uuid4(), acting_for=acting_for, grants=(Grant(role, scope),))


def nine(own: Scope) -> dict[str, Actor]:
    """Return one actor of each role, held over `own` where it can be, else over an organisation or everything."""
    organisation = uuid.uuid5(uuid.NAMESPACE_URL, str(own))
    found = {"public_visitor": ANONYMOUS}
    for role in roles():
        if not role.is_granted:
            continue
        if own.kind in role.scope_kinds:
            found[role.key] = actor(role.key, own)
        elif "organisation" in role.scope_kinds:
            found[role.key] = actor(role.key, Scope("organisation", str(organisation)), acting_for=organisation)
        else:
            found[role.key] = actor(role.key, ALL)
    return found

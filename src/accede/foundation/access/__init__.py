"""Who may open what, see what and do what. The answer is no, unless something declared says yes.

- `people`: who acts (`Actor`); `roles`: what they may (`Permission`, `Role`); `deciding`: `can`, `require`.
- `declaring`: views, operations and commands say for whom they open; one that does not keeps the product from starting.
- `acting`: everything in a transaction happens in an actor's name, which the database is told too.
- `tables`: confidential rows: `visible_to(actor)` in every query, and the same rule again in the database.

Nothing here may know a word of the programme.
"""

from accede.foundation.access.addresses import Address, addresses_below, undeclared
from accede.foundation.access.deciding import Owned, Refused, can, or_refuse, read_keys, require, write_keys
from accede.foundation.access.declaring import OPERATOR, PUBLIC, SIGNED_IN, Audience, audiences_of, declare, opens_to
from accede.foundation.access.levels import Level
from accede.foundation.access.people import ALL, ANONYMOUS, SYSTEM, Actor, Grant, Scope
from accede.foundation.access.roles import Permission, Role, install_roles, permissions, role_of, roles

__all__ = [
    "ALL",
    "ANONYMOUS",
    "OPERATOR",
    "PUBLIC",
    "SIGNED_IN",
    "SYSTEM",
    "Actor",
    "Address",
    "Audience",
    "Grant",
    "Level",
    "Owned",
    "Permission",
    "Refused",
    "Role",
    "Scope",
    "addresses_below",
    "audiences_of",
    "can",
    "declare",
    "install_roles",
    "opens_to",
    "or_refuse",
    "permissions",
    "read_keys",
    "require",
    "role_of",
    "roles",
    "undeclared",
    "write_keys",
]

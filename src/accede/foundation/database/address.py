"""The address of a PostgreSQL server that somebody else runs: `ACCEDE_DATABASE_URL`, and its owner's."""

import os

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from accede.foundation.database.binaries import OLDEST
from accede.foundation.database.errors import DatabaseUnavailable

VARIABLE = "ACCEDE_DATABASE_URL"
OWNER_VARIABLE = "ACCEDE_DATABASE_OWNER_URL"
_EXAMPLE = "postgresql://user:password@host:5432/accede"


def given() -> bool:
    """Say whether a server was named."""
    return bool(os.environ.get(VARIABLE))


def owner_given() -> bool:
    """Say whether the owner of the tables was named apart from the role of the web server."""
    return given() and bool(os.environ.get(OWNER_VARIABLE))


def parts(variable: str = VARIABLE) -> dict[str, str]:
    """Return the address in libpq's words (host, port, dbname, user, password, sslmode …)."""
    try:
        found = conninfo_to_dict(os.environ[variable])
    except psycopg.ProgrammingError as error:
        # The driver's own words may repeat the address, and with it the password.
        raise DatabaseUnavailable(f"{variable} is not an address such as {_EXAMPLE}.") from error
    if not found.get("dbname"):
        raise DatabaseUnavailable(f"{variable} names no database; write it as {_EXAMPLE}.")
    return {key: str(value) for key, value in found.items()}


def check_given() -> int:
    """See that the named server answers and is recent enough; return its major version."""
    words = parts()
    words.setdefault("connect_timeout", "10")
    try:
        with psycopg.connect(make_conninfo("", **words)) as connection:
            version = connection.info.server_version // 10000
    except psycopg.OperationalError as error:
        raise DatabaseUnavailable(f"The server named in {VARIABLE} cannot be reached: {str(error).strip()}") from error
    if version < OLDEST:
        raise DatabaseUnavailable(
            f"The server named in {VARIABLE} is PostgreSQL {version}; Accede needs {OLDEST} or later."
        )
    return version

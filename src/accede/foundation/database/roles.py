"""Two roles: the owner of the tables, for preparing them, and the role of the web server, which owns nothing.

Every process connects as the web role; what changes tables says `with as_owner():`.

| database | the web server connects as | the owner |
|---|---|---|
| embedded | `accede_web` | `accede` |
| ACCEDE_DATABASE_URL and ACCEDE_DATABASE_OWNER_URL | the user of the first | the user of the second |
| ACCEDE_DATABASE_URL alone | its user, confined to `accede_web` request by request | its user |
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from accede.foundation.database import address, cluster, places

_ALIAS = "default"


def web_role() -> str:
    """Return the name of the role that pages are made with."""
    return address.parts()["user"] if address.owner_given() else cluster.WEB


def is_owner_apart() -> bool:
    """Return whether the web server connects as another role than the owner of the tables."""
    return address.owner_given() or not address.given()


def words(*, owner: bool) -> dict[str, str]:
    """Return the parts of a connection as the owner or as the web server."""
    if address.given():
        return address.parts(address.OWNER_VARIABLE if owner and address.owner_given() else address.VARIABLE)
    return cluster.address(places.places(), user=cluster.OWNER if owner else cluster.WEB)


@contextmanager
def as_owner() -> Iterator[None]:
    """Connect as the owner of the tables for as long as this lasts, in this thread."""
    from django.db import connections  # noqa: PLC0415  (this module is read by the settings)
    from django.db.backends.postgresql.base import DatabaseWrapper  # noqa: PLC0415  (as above)

    before = connections[_ALIAS]
    found = words(owner=True)
    if before.settings_dict["USER"] == found.get("user", ""):
        yield
        return
    settings: dict[str, Any] = {
        **before.settings_dict,
        "USER": found.pop("user", ""),
        "PASSWORD": found.pop("password", ""),
        "HOST": found.pop("host", ""),
        "PORT": found.pop("port", ""),
        "OPTIONS": {key: value for key, value in found.items() if key != "dbname"},
    }
    owner = DatabaseWrapper(settings, _ALIAS)
    connections[_ALIAS] = owner
    try:
        yield
    finally:
        connections[_ALIAS] = before
        owner.close()

"""Django's cache interface over one unlogged table of PostgreSQL, one statement an operation.

Django's own database cache makes room by throwing entries out, so a flood of names would wipe out the counts of all
others. Here an entry stays until it expires; one that would last longer than it was to, since the clock was set back
after it was written, is not there. The connection is one of its own: what is counted stays counted when the
request that was counted is rolled back, and counting waits for no other request.
"""

import json
from collections.abc import Mapping
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from accede.foundation import clock

TABLE = "shared_store"
_SWEEP_EVERY = 500
_SET = (
    f"insert into {TABLE} (key, value, expires_at) values (%s, %s, now() + %s * interval '1 second') "  # noqa: S608  (a constant's name)
    "on conflict (key) do update set value = excluded.value, expires_at = excluded.expires_at"
)
_GONE = (
    f"({TABLE}.expires_at <= now() or {TABLE}.expires_at > now()"
    f" + (({TABLE}.value::jsonb ->> 'seconds')::float + %s) * interval '1 second')"
)
_ADD = _SET + f" where {_GONE} returning 1"
_MAY_DIFFER = clock.MAY_DIFFER.total_seconds()


class SharedStore(BaseCache):
    """Entries of plain data (what JSON can hold), shared by all processes; for counts and refusals, not for pages.

    `OPTIONS["database"]` names the connection to use.
    """

    def __init__(self, name: str, params: Mapping[str, Any]) -> None:
        del name  # the table is always the same
        super().__init__(dict(params))
        self._alias = str(params.get("OPTIONS", {}).get("database", "default"))
        self._sets = 0

    def add(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Write an entry unless there is one; return whether it was written."""
        with self._connection().cursor() as cursor:
            cursor.execute(_ADD, [*self._entry(key, value, timeout, version), _MAY_DIFFER])
            return cursor.fetchone() is not None

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """Return the entry, or `default` when there is none or it has expired."""
        with self._connection().cursor() as cursor:
            cursor.execute(
                f"select value from {TABLE} where key = %s and not {_GONE}",  # noqa: S608  (constants)
                [self._key(key, version), _MAY_DIFFER],
            )
            row = cursor.fetchone()
        return default if row is None else json.loads(row[0])["kept"]

    def set(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Write an entry over whatever is there."""
        with self._connection().cursor() as cursor:
            cursor.execute(_SET, self._entry(key, value, timeout, version))
            self._sets += 1
            if self._sets % _SWEEP_EVERY == 0:
                cursor.execute(f"delete from {TABLE} where {_GONE}", [_MAY_DIFFER])  # noqa: S608  (constants)

    def delete(self, key: str, version: int | None = None) -> bool:
        """Remove an entry; return whether there was one."""
        with self._connection().cursor() as cursor:
            cursor.execute(f"delete from {TABLE} where key = %s", [self._key(key, version)])  # noqa: S608  (a constant's name)
            return bool(cursor.rowcount > 0)

    def clear(self) -> None:
        """Remove every entry."""
        with self._connection().cursor() as cursor:
            cursor.execute(f"delete from {TABLE}")  # noqa: S608  (a constant's name)

    def _connection(self) -> BaseDatabaseWrapper:
        return connections[self._alias]

    def _entry(self, key: str, value: Any, timeout: float | None, version: int | None) -> list[Any]:
        seconds = self._seconds(timeout)
        return [self._key(key, version), json.dumps({"kept": value, "seconds": seconds}), seconds]

    def _key(self, key: str, version: int | None) -> str:
        return self.make_and_validate_key(key, version=version)

    def _seconds(self, timeout: Any) -> float:
        if timeout is DEFAULT_TIMEOUT:
            timeout = self.default_timeout
        return float(365 * 86400 if timeout is None else timeout)

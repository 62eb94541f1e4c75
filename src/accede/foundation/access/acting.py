"""Everything in a transaction happens in somebody's name, and the database is told in whose.

The settings `accede.person`, `accede.reads`, `accede.writes` and the like are set for the transaction only, never for
the session: a connection goes back to its pool without a trace of who used it. The policies of confidential tables
read them; where they are not set, no confidential row is seen.

What runs outside the transaction of a request (the rows of a streamed answer, what waits for the commit, jobs) is told
nobody, and sees nothing confidential until it says `with acting(actor):` itself.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest
from django.utils.module_loading import import_string

from accede.foundation import database
from accede.foundation.access.deciding import read_keys, scoped, whole_levels, write_keys
from accede.foundation.access.people import ANONYMOUS, SYSTEM, Actor

T = TypeVar("T")

_ON_REQUEST = "accede_actor"
_NO_ROLE = "none"
_TELL = (
    "select set_config('accede.person', %s, true), set_config('accede.reads', %s, true),"
    " set_config('accede.reads_whole', %s, true), set_config('accede.writes', %s, true),"
    " set_config('accede.writes_whole', %s, true), set_config('role', %s, true)"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the database is told."""

    person: str = ""
    reads: str = ""
    reads_whole: str = ""
    writes: str = ""
    writes_whole: str = ""
    role: str = _NO_ROLE


_NOBODY = _Told()
_told: ContextVar[_Told | None] = ContextVar("accede_told", default=None)


@contextmanager
def acting(actor: Actor, *, confined: bool = True) -> Iterator[None]:
    """Do what follows in one transaction, in the actor's name.

    `confined`: with the rights of the web role even on a connection that has more. May stand inside another: what
    was told before counts again afterwards.
    """
    told = _words_for(actor, confined=confined)
    is_inner = connection.in_atomic_block
    with transaction.atomic():
        _tell(told)
        before = _told.set(told)
        try:
            yield
        finally:
            _told.reset(before)
        # A transaction that ends forgets by itself; so does one that goes back to a savepoint, after an exception.
        if is_inner and not connection.needs_rollback:
            _tell(_told.get() or _NOBODY)


def streamed(actor: Actor, rows: Iterable[T]) -> Iterator[T]:
    """Yield the pieces of a streamed answer in the actor's name: it is read after the request's transaction."""
    with acting(actor):
        yield from rows


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts in a request; nobody, where nobody was looked for."""
    actor: Actor = getattr(request, _ON_REQUEST, ANONYMOUS)
    return actor


@contextmanager
def acting_in(request: HttpRequest) -> Iterator[Actor]:
    """Find out who acts in a request, by the function that ACCEDE_ACTOR_OF names, and do what follows in their name.

    Without a session's cookie there is nobody to look for, and no session is opened. Whoever is looked for cannot be
    known before the tables are read that say so, so the looking is the product's own.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not settings.ACCEDE_ACTOR_OF:
        with acting(ANONYMOUS):
            yield ANONYMOUS
        return
    find = cast("Callable[[HttpRequest], Actor]", import_string(settings.ACCEDE_ACTOR_OF))
    with acting(SYSTEM):
        actor = find(request)
        setattr(request, _ON_REQUEST, actor)
        told = _words_for(actor, confined=True)
        _told.set(told)
        _tell(told)
        yield actor


def _words_for(actor: Actor, *, confined: bool) -> _Told:
    reads, writes = read_keys(actor), write_keys(actor)
    return _Told(
        person=str(actor.person or ""),
        reads=" ".join(sorted(scoped(reads))),
        reads_whole=" ".join(sorted(whole_levels(reads))),
        writes=" ".join(sorted(scoped(writes))),
        writes_whole=" ".join(sorted(whole_levels(writes))),
        role=_role() if confined else _NO_ROLE,
    )


def _role() -> str:
    role = database.web_role()
    return _NO_ROLE if connection.settings_dict["USER"] == role else role


def change_as(actor: Actor, statement: str, values: Sequence[Any]) -> int:
    """Run one statement that changes rows in an actor's name, within the transaction; return how many rows it met.

    As `acting` does, in one message to the server and without a savepoint: where it fails, so does all of the
    transaction.
    """
    there, back = _words_for(actor, confined=True), _told.get() or _NOBODY
    with connection.cursor() as cursor:
        cursor.execute(f"{_TELL}; {statement}; {_TELL}", [*_said(there), *values, *_said(back)])
        cursor.nextset()
        return int(cursor.rowcount)


def _tell(told: _Told) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_TELL, _said(told))


def _said(told: _Told) -> list[str]:
    return [told.person, told.reads, told.reads_whole, told.writes, told.writes_whole, told.role]

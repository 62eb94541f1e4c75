"""Thousands of requests of the same few people: what the same question finds again and again is found once.

Who acts is looked up in six queries, and a refusal is a whole page; both are the same for each of a thousand requests,
and have tests of their own. The door, the rows and the pages that open are as ever.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from pytest_django.plugin import DjangoDbBlocker

from accede.foundation import clock
from accede.modules.identity.web import acting
from accede.modules.identity.web.backend import ByAddress
from accede.modules.identity.web.keeping import SessionStore
from accede.site import errors
from tests.conftest import TODAY

_LOOKED_UP = ("standpoints_of", "person_facts", "actor_for")


@contextmanager
def many_requests() -> Iterator[None]:
    """Look each person up once, and answer a refusal with its number and the name of its page."""

    def bare(request: HttpRequest, template: str, context: Any = None, *, status: int = 200) -> HttpResponse:
        del request, context
        return HttpResponse(template, status=status)

    with pytest.MonkeyPatch.context() as patch:
        session_of, sessions = SessionStore._get_session_from_db, dict[str, Any]()

        def session(store: SessionStore) -> Any:
            key = str(store.session_key)
            sessions[key] = sessions.get(key) or session_of(store)
            return sessions[key]

        save = SessionStore.save

        def save_new(store: SessionStore, must_create: bool = False) -> None:  # noqa: FBT001, FBT002  (as Django does)
            if must_create or str(store.session_key) not in sessions:
                save(store, must_create)

        person_of = cache(ByAddress().get_user)
        patch.setattr(SessionStore, "_get_session_from_db", session)
        patch.setattr(SessionStore, "save", save_new)
        patch.setattr(ByAddress, "get_user", lambda _backend, key: person_of(key))
        for name in _LOOKED_UP:
            patch.setattr(acting, name, cache(getattr(acting, name)))
        patch.setattr(errors, "render", bare)
        yield


@contextmanager
def shared_record(blocker: DjangoDbBlocker) -> Iterator[None]:
    """Have what is written now be there for all tests of a module, and for none of another."""
    with blocker.unblock(), clock.stopped_at(TODAY), transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)

"""The door: who comes in is found out, let in or told that there is nothing, and acts in one transaction."""

from collections.abc import Callable
from contextlib import ExitStack
from http import HTTPStatus
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from accede.foundation.access.acting import acting_in
from accede.foundation.access.deciding import Refused
from accede.foundation.access.declaring import audiences_of, is_secret
from accede.foundation.access.doors import admits
from accede.foundation.pages.public import is_public_page

_SAFE = {"GET", "HEAD"}
_DOOR = "accede_door"
_OPENED = "accede_opened"
_FAILED = "accede_failed"
_FAULT = HTTPStatus.INTERNAL_SERVER_ERROR


class Doorkeeper:
    """Middleware, the last before the pages: one transaction a request, in the name of who asks.

    A public page that anybody may keep is left alone: it depends on no person and opens no session. What a view wrote
    before it failed is undone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer inside the transaction that `process_view` opens, if it opens one."""
        with ExitStack() as stack:
            setattr(request, _DOOR, stack)
            response = self.get_response(request)
            is_failed = getattr(request, _FAILED, False) or response.status_code >= _FAULT
            if is_failed and getattr(request, _OPENED, False):
                transaction.set_rollback(True)
            # Of every answer that does not say otherwise: a refusal must look like an address where there is nothing.
            if not response.has_header("Cache-Control"):
                response.headers["Cache-Control"] = "private, no-store"
            return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Open the transaction and the door."""
        del args, kwargs
        if is_public_page(view) and request.method in _SAFE:
            return None
        stack: ExitStack = getattr(request, _DOOR)
        actor = stack.enter_context(acting_in(request))
        setattr(request, _OPENED, True)
        if admits(actor, audiences_of(view)):
            return None
        if actor.is_signed_in or is_secret(view):
            raise Refused
        return redirect_to_login(request.get_full_path())

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Have what was written undone."""
        del exception
        setattr(request, _FAILED, True)

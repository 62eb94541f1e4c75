"""Whoever holds a role, or acts for an organisation, sets up a second factor before anything else opens."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from accede.foundation import clock
from accede.foundation.access.acting import actor_of
from accede.foundation.rest import is_for_api, problems
from accede.modules.identity.queries.acting import needs_second_factor
from accede.modules.identity.queries.signing_in import number_of_factors
from accede.modules.identity.web.acting import reader_of
from accede.modules.identity.web.adapters import has_proved_second_factor

View = TypeVar("View", bound=Callable[..., Any])

_MARK = "accede_before_second_factor"


def before_second_factor(view: View) -> View:
    """Mark a view that opens before a second factor is set up: signing in and out, and setting one up."""
    setattr(view, _MARK, True)
    return view


class SecondFactorGate:
    """Middleware, after the door: leads to setting up a second factor where the reader's role or body asks for one.

    Who has one is asked for it by every sign-in, so it is enough here that there is one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; the work is done once the view is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Lead to the second factor, or let pass."""
        del args, kwargs
        if getattr(view, _MARK, False) or not self._is_wanting(request):
            return None
        if is_for_api(request):
            return problems.not_here(request, "", ())
        return HttpResponseRedirect(f"{reverse('mfa_index')}?needed=1")

    def _is_wanting(self, request: HttpRequest) -> bool:
        if not actor_of(request).is_signed_in:
            return False
        reader = reader_of(request)
        if reader is None or (reader.person.is_sample and settings.ACCEDE_SAMPLE_PEOPLE):
            return False
        # Looked up each time: a factor that was removed while signed in, or a role that came since, counts at once.
        if number_of_factors(reader.person.id) or has_proved_second_factor(request):
            return False
        return needs_second_factor(reader.person.id, on=clock.today())

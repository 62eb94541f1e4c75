"""The API as a whole: django-ninja's, with declared readers, strict parameters and problem documents."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver
from ninja import NinjaAPI
from ninja.operation import Operation
from ninja.renderers import JSONRenderer
from ninja.utils import check_csrf

from accede.foundation.access import PUBLIC, Refused, audiences_of, declare
from accede.foundation.access.acting import actor_of
from accede.foundation.access.doors import admits
from accede.foundation.pages import public_page
from accede.foundation.pages.parameters import unknown_parameters
from accede.foundation.pages.public import is_public_page
from accede.foundation.rest import problems

Callback = Callable[..., HttpResponseBase]

_READING = {"GET", "HEAD"}
_OF_THE_API_ITSELF = {"openapi-json", "api-root"}
"""Addresses without an operation: the API's description is as public as its addresses are."""


class _Renderer(JSONRenderer):
    """JSON as it is read: letters of every script stay letters."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False, "separators": (",", ":")}


class Api(NinjaAPI):
    """An API whose every operation declares for whom it opens and refuses parameters that it does not know."""

    def __init__(self, **options: Any) -> None:
        super().__init__(renderer=_Renderer(), urls_namespace="api", docs_url=None, **options)

    def set_default_exception_handlers(self) -> None:
        """Answer every error that a reader can do something about with a problem document."""
        self.add_exception_handler(Exception, _answer_error)

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Name an operation by its function, which the API's rule test holds to be unique."""
        return str(operation.view_func.__name__)

    def _get_urls(self) -> list[URLResolver | URLPattern]:
        patterns = super()._get_urls()
        named = {
            operation.view_func.__name__: path_view.operations
            for bound in self._get_bound_routers()
            for path_view in bound.path_operations.values()
            for operation in path_view.operations
        }
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                operations = named.get(pattern.name or "", [])
                pattern.callback = _face(pattern.callback, operations)
                if pattern.name in _OF_THE_API_ITSELF:
                    declare(public_page(pattern.callback), {PUBLIC})
        return patterns


def _answer_error(request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
    """Answer with a problem document; a fault of ours goes on to the handler of the whole site."""
    document = problems.problem_for(request, error) if isinstance(error, Exception) else None
    if document is None:
        raise error
    return document


def _face(callback: Callback, operations: Sequence[Operation]) -> Callback:
    """Put before django-ninja's view of one address what holds for all of them."""
    parameters = {name for operation in operations for name in _parameters(operation)}
    methods = sorted({method for operation in operations for method in operation.methods} or {"GET"})
    allowed = [*methods, "HEAD"] if "GET" in methods else methods

    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in allowed:
            return problems.not_allowed(request, allowed)
        if unknown := unknown_parameters(request.GET, parameters):
            return problems.bad_input(request, unknown)
        asked, request.method = request.method, "GET" if request.method == "HEAD" else request.method
        try:
            if request.method not in _READING and check_csrf(request) is not None:
                raise Refused
            if operations and not admits(actor_of(request), openings[request.method or ""]):
                raise Refused
            return callback(request, *args, **kwargs)
        finally:
            request.method = asked

    views = [operation.view_func for operation in operations]
    openings = {method: audiences_of(operation.view_func) for operation in operations for method in operation.methods}
    audiences = [audiences_of(view) for view in views]
    if audiences and all(audiences):
        # The address opens to whoever one of its methods opens to; each method is asked again for its own.
        declare(answer, frozenset.union(*audiences), is_secret=True)
        if all(is_public_page(view) for view in views):
            public_page(answer)
    return answer


def _parameters(operation: Operation) -> set[str]:
    """Return the names of the query parameters that an operation knows."""
    return {
        name
        for model in operation.models
        if getattr(model, "__ninja_param_source__", "") == "query"
        for name in getattr(model, "__ninja_flatten_map__", {})
    }

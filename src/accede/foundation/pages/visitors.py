"""Pages that are the same for every visitor but for the token of their forms: sign-in, and what belongs to it.

Such a page is made as any other, in a transaction, and then kept with a placeholder for the token; asked again, it
costs the query that asks which edition is newest (its foot names the newest act), and the token is put in, masked anew
for each answer. Kept is only what a visitor is shown who has no session, at an address without parameters, or with one
that leads on to a page which is the same address for everybody (`next=/en/work/`). Any other wish is never kept, so
nobody can find out by the time of an answer that somebody else has had it. Answers are kept by this process alone, and
never compressed: browsers and proxies are told to keep none.
"""

import re
from collections.abc import Callable
from typing import Any, TypeVar, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.urls import Resolver404, resolve
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django.utils.module_loading import import_string

from accede.foundation.pages.public import CachedPage, keep, page_key, pages

View = TypeVar("View", bound=Callable[..., Any])

_MARK = "accede_visitor_page"
_KEY = "accede_visitor_page_key"
#: No text of a page holds it: forms refuse it, and so does the database.
_PLACEHOLDER = b"\0"
_FIELD = re.compile(rb'name="csrfmiddlewaretoken" value="([A-Za-z0-9]{64})"')
_ONWARDS = re.compile(r"next=(/[a-z/-]+)")
_LIKE_A_TOKEN = re.compile(rb"[A-Za-z0-9]{64}")


def visitor_page(view: View) -> View:
    """Mark a view that shows every visitor without a session the same page, for a language, an edition and a day."""
    setattr(view, _MARK, True)
    return view


def is_visitor_page(view: Callable[..., Any]) -> bool:
    """Return whether a view is marked."""
    return bool(getattr(view, _MARK, False))


class VisitorPages:
    """Middleware, before the door: a page that is kept needs no transaction and nobody to be looked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._version = cast("Callable[[], object]", import_string(settings.ACCEDE_PAGE_VERSION))

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Keep the page that was made, if it was to be."""
        response = self.get_response(request)
        key = getattr(request, _KEY, None)
        if key is not None:
            patch_vary_headers(response, ("Cookie",))
            if (kept := _without_token(request, response)) is not None:
                pages.put(key, kept)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Answer from what is kept; else let the page be made, and remember that it may be kept."""
        del args, kwargs
        if not is_visitor_page(view) or not _is_a_first_look(request):
            return None
        key = ("visitor", *page_key(request, version=self._version()))
        kept = pages.get(key)
        if kept is None:
            if _leads_to_a_page_of_all(request):
                setattr(request, _KEY, key)
            return None
        return _with_token(request, kept)


def _is_a_first_look(request: HttpRequest) -> bool:
    """Return whether a browser asks, without a session, for the page as such."""
    return (
        request.method == "GET"
        # The token's cookie says nothing that is shown; of any other, such as the session's, that is not certain.
        and request.COOKIES.keys() <= {settings.CSRF_COOKIE_NAME}
        and (not _query(request) or _ONWARDS.fullmatch(_query(request)) is not None)
        # A script may be answered otherwise by the same address.
        and "X-Requested-With" not in request.headers
        and not request.content_type
        and request.accepts("text/html")
    )


def _query(request: HttpRequest) -> str:
    return str(request.META.get("QUERY_STRING", ""))


def _leads_to_a_page_of_all(request: HttpRequest) -> bool:
    """Return whether the address leads on to nothing, or to one that names no person or thing."""
    onwards = _ONWARDS.fullmatch(_query(request))
    if onwards is None:
        return True
    try:
        found = resolve(onwards[1])
    except Resolver404:
        return False
    return not found.args and not found.kwargs


def _without_token(request: HttpRequest, response: HttpResponseBase) -> CachedPage | None:
    """Return the page with placeholders, None for one of which it is not certain that it says nothing of who asked."""
    if not isinstance(response, HttpResponse) or response.status_code != 200:
        return None
    if response.cookies or request.session.modified or not response["Content-Type"].startswith("text/html"):
        return None
    body = response.content
    tokens = set(_FIELD.findall(body))
    if len(tokens) > 1 or tokens != set(_LIKE_A_TOKEN.findall(body)) or _PLACEHOLDER in body:
        return None
    for token in tokens:
        body = body.replace(token, _PLACEHOLDER)
    return keep(response, body)


def _with_token(request: HttpRequest, kept: CachedPage) -> HttpResponse:
    body = kept.body
    if _PLACEHOLDER in body:
        body = body.replace(_PLACEHOLDER, get_token(request).encode("ascii"))
    response = HttpResponse(body, headers=kept.headers)
    add_never_cache_headers(response)
    patch_vary_headers(response, ("Cookie",))
    return response

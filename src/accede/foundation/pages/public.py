"""Public pages are the same for everybody, so each is made once for an edition of the record and a day.

A page that is served again costs the one query that asks which edition is newest. Pages that depend on the reader
must never be marked: the cache knows the address and the language, nothing of a person.
"""

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string
from django.utils.translation import get_language

from accede.foundation import clock
from accede.foundation.pages.once import one_page

View = TypeVar("View", bound=Callable[..., Any])

MOST_BYTES = 64 * 1024 * 1024
_MARK = "accede_public_page"
_KEPT_HEADERS = (
    "Content-Type",
    "Content-Disposition",
    "Link",
    "Content-Language",
    "Cross-Origin-Resource-Policy",
)


def public_page(view: View) -> View:
    """Mark a view whose answer depends on address, language, edition of the record and today, and on nothing else."""
    setattr(view, _MARK, True)
    return view


def is_public_page(view: Callable[..., Any]) -> bool:
    """Return whether a view is marked."""
    return bool(getattr(view, _MARK, False))


@dataclass(slots=True)
class CachedPage:
    """A page that was made, as it is answered again."""

    body: bytes
    headers: dict[str, str]
    etag: str
    squeezed: bytes | None = field(default=None)

    @property
    def weight(self) -> int:
        """How many bytes it takes."""
        return len(self.body) + len(self.squeezed or b"") + 512


class PageCache:
    """Bodies of public pages, least recently used thrown out first, bounded in bytes; safe for threads."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._held = 0
        self._pages: OrderedDict[tuple[object, ...], CachedPage] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[object, ...]) -> CachedPage | None:
        """Return what is kept under `key`, or None."""
        with self._lock:
            kept = self._pages.get(key)
            if kept is not None:
                self._pages.move_to_end(key)
            return kept

    def put(self, key: tuple[object, ...], page: CachedPage) -> None:
        """Keep `page`, dropping the pages used longest ago until all fit."""
        with self._lock:
            previous = self._pages.pop(key, None)
            if previous is not None:
                self._held -= previous.weight
            self._pages[key] = page
            self._held += page.weight
            while self._held > self._most and len(self._pages) > 1:
                _, dropped = self._pages.popitem(last=False)
                self._held -= dropped.weight

    def clear(self) -> None:
        """Forget every page."""
        with self._lock:
            self._pages.clear()
            self._held = 0


pages = PageCache()


class PublicPages:
    """Middleware: answers a marked view from the cache, and puts an entity tag on what it answers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._version = cast("Callable[[], object]", import_string(settings.ACCEDE_PAGE_VERSION))

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; the work is done once the view is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Answer a marked view from the cache, or make its page and keep it."""
        if not is_public_page(view) or request.method not in {"GET", "HEAD"}:
            return None
        with one_page():
            return self._answer(request, view, args, kwargs)

    def _answer(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase:
        key = page_key(request, version=self._version())
        kept = pages.get(key)
        if kept is None:
            response = view(request, *args, **kwargs)
            if response.status_code != 200 or response.streaming:
                return cast("HttpResponseBase", response)
            kept = keep(response, response.content)
            pages.put(key, kept)
        return _answer(request, kept)


def page_key(request: HttpRequest, *, version: object) -> tuple[object, ...]:
    """Return all that a page depends on which is the same for everybody."""
    return (
        # A feed gives whole addresses, which name the host that was asked.
        request.scheme,
        request.get_host(),
        request.path,
        request.META.get("QUERY_STRING", ""),
        get_language(),
        version,
        clock.today(),
    )


def keep(response: HttpResponse, body: bytes) -> CachedPage:
    """Return an answer as it is to be kept, with `body`."""
    headers = {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
    digest = hashlib.blake2b(body, digest_size=12).hexdigest()
    return CachedPage(body=body, headers=headers, etag=f'W/"{digest}"')


def _answer(request: HttpRequest, kept: CachedPage) -> HttpResponseBase:
    known = request.META.get("HTTP_IF_NONE_MATCH", "")
    response: HttpResponse
    if known and kept.etag in {tag.strip() for tag in known.split(",")}:
        response = HttpResponseNotModified()
    elif "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "") and len(kept.body) > 500:
        if kept.squeezed is None:
            kept.squeezed = gzip.compress(kept.body, compresslevel=6, mtime=0)
        response = HttpResponse(kept.squeezed, headers=kept.headers)
        response.headers["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse(kept.body, headers=kept.headers)
    response.headers["ETag"] = kept.etag
    response.headers["Cache-Control"] = "public, max-age=0, must-revalidate"
    response.headers["Vary"] = "Accept-Encoding"
    return response

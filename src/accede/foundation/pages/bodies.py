"""What is sent with a request has an end: a larger one is refused before any of it is read or written to the disk."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from accede.foundation.pages.errors import BadInput
from accede.foundation.sizes import MOST_BYTES

#: The largest file that any page takes, with the form around it.
MOST_SENT = MOST_BYTES + (1 << 20)


class BodyLimit:
    """Middleware, before the check of forms: refuses what says that it is larger than any form here."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; what is sent with it has not been looked at yet."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        """Refuse, before anybody asks what is in it."""
        del view, args, kwargs
        size = request.META.get("CONTENT_LENGTH") or "0"
        if size.isdigit() and int(size[:20]) > MOST_SENT:
            raise BadInput([_("What was sent is larger than %(most)s MB.") % {"most": MOST_SENT >> 20}])

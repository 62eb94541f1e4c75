"""Error pages: what happened, and what to do next; as a problem document for the API."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from accede.foundation.pages import BadInput, NotHere
from accede.foundation.rest import is_for_api, problems


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that asks for something that cannot be."""
    if isinstance(exception, BadInput):
        wrong = exception.problems
    elif isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        wrong = (_("More was sent than this page takes. Give a file instead of a long text, or send less at once."),)
    elif isinstance(exception, MultiPartParserError):
        wrong = (_("What was sent arrived damaged. Send it again."),)
    else:
        wrong = (_("This address cannot be read."),)
    if is_for_api(request):
        return problems.bad_input(request, wrong)
    return render(request, "400.html", {"problems": wrong}, status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what a library refuses without a page of its own."""
    del exception  # tells a programmer something, a reader nothing
    if is_for_api(request):
        return problems.not_here(request, _("There is nothing at this address."))
    return render(request, "403.html", status=403)


class Wordless:
    """Middleware, inside the door: an answer that only says that a method is not taken gets a page as well."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in words what would be answered by a number alone."""
        response = self.get_response(request)
        if not isinstance(response, HttpResponseNotAllowed):
            return response
        methods = response.headers["Allow"]
        if is_for_api(request):
            return problems.not_allowed(request, methods.split(", "))
        page = render(request, "405.html", {"opens": "GET" in methods}, status=405)
        page.headers["Allow"] = methods
        return page


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address at which this reader finds nothing."""
    here = exception if isinstance(exception, NotHere) else NotHere(_("There is no page at this address."))
    if is_for_api(request):
        return problems.not_here(request, here.message, here.nearest)
    return render(request, "404.html", {"message": here.message, "nearest": here.nearest}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer after a fault of ours; uses nothing that could have caused it."""
    if is_for_api(request):
        return problems.our_fault(request)
    frame = {
        "language": get_language() or settings.LANGUAGE_CODE,
        "direction": "rtl" if get_language_bidi() else "ltr",
    }
    return HttpResponse(get_template("500.html").render(frame), status=500)

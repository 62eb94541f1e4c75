"""Error pages: what happened, and what to do next; as a problem document for the API."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
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

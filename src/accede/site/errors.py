"""Error pages: what happened, and what to do next; as a problem document for the API."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from accede.foundation.pages import BadInput, NotHere


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that asks for something that cannot be."""
    problems = exception.problems if isinstance(exception, BadInput) else (_("This address cannot be read."),)
    return render(request, "400.html", {"problems": problems}, status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address at which this reader finds nothing."""
    here = exception if isinstance(exception, NotHere) else NotHere(_("There is no page at this address."))
    return render(request, "404.html", {"message": here.message, "nearest": here.nearest}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer after a fault of ours; uses nothing that could have caused it."""
    return render(request, "500.html", status=500)

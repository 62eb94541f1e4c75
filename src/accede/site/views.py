"""Pages of the frame: the way in, and the pages about the site itself."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language_from_request

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.pages import public_page, read_as_at
from accede.site import gallery


@opens_to(PUBLIC)
def choose_language(request: HttpRequest) -> HttpResponse:
    """Send a visitor of the bare address to home in the language that the browser prefers."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    response.headers["Vary"] = "Accept-Language"
    return response


@opens_to(PUBLIC)
@public_page
def about(request: HttpRequest) -> HttpResponse:
    """Say what this record is, where its facts come from, and what it does not know."""
    read_as_at(request.GET)
    return render(request, "about.html")


@opens_to(PUBLIC)
@public_page
def api(request: HttpRequest) -> HttpResponse:
    """Say how a program reads the record."""
    read_as_at(request.GET)
    return render(request, "api.html")


@opens_to(PUBLIC)
@public_page
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say what has been done so that everybody can use the site, and what has not been checked."""
    read_as_at(request.GET)
    return render(request, "accessibility.html")


@opens_to(PUBLIC)
@public_page
def design(request: HttpRequest) -> HttpResponse:
    """Show every component in every state, in both directions."""
    read_as_at(request.GET)
    return render(request, "design/gallery.html", {"parts": gallery.PARTS, **gallery.samples()})

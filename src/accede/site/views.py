"""Pages of the frame: the way in, home, search."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language_from_request

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.pages import public_page


@opens_to(PUBLIC)
def choose_language(request: HttpRequest) -> HttpResponse:
    """Send a visitor of the bare address to home in the language that the browser prefers."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    response.headers["Vary"] = "Accept-Language"
    return response


@opens_to(PUBLIC)
@public_page
def home(request: HttpRequest) -> HttpResponse:
    """Show the world on a day."""
    return render(request, "home.html")

"""What is answered to a form that has grown stale."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose mark against forgery is absent or too old; for CSRF_FAILURE_VIEW."""
    del reason  # tells a programmer something, a reader nothing
    return render(request, "identity/stale_form.html", {"reader": None}, status=HTTPStatus.FORBIDDEN)

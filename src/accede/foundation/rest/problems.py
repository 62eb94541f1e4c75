"""Errors as problem documents (RFC 9457), whatever raised them and wherever under the API's address."""

import json
from collections.abc import Iterable
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja.errors import HttpError, ValidationError

from accede.foundation.pages import BadInput, NotHere, Suggestion
from accede.foundation.problems import Overtaken, UnableTo

ROOT = "/api/"
MEDIA_TYPE = "application/problem+json"


def is_for_api(request: HttpRequest) -> bool:
    """Return whether an address belongs to the API, so that its errors are documents and not pages."""
    return request.path.startswith(ROOT)


def problem_response(
    request: HttpRequest,
    status: HTTPStatus,
    *,
    title: str,
    problems: Iterable[str] = (),
    nearest: Iterable[Suggestion] = (),
) -> HttpResponse:
    """Return a problem document: what happened, everything that is wrong, and what may have been meant."""
    sentences = list(problems)
    document = {
        "type": "about:blank",
        "title": title,
        "status": status.value,
        "detail": " ".join(sentences),
        "instance": request.path,
        "problems": sentences,
        "nearest": [{"label": near.label, "address": near.address} for near in nearest],
    }
    body = json.dumps(document, ensure_ascii=False).encode("utf-8", errors="replace")
    return HttpResponse(body, status=status.value, content_type=MEDIA_TYPE)


def problem_for(request: HttpRequest, error: Exception) -> HttpResponse | None:
    """Return the document for an error that a reader can do something about, None for a fault of ours."""
    if isinstance(error, BadInput):
        return bad_input(request, error.problems)
    if isinstance(error, NotHere):
        return not_here(request, error.message, error.nearest)
    if isinstance(error, Http404):
        return not_here(request, _("There is nothing at this address."))
    if isinstance(error, Overtaken):
        title, problems = _("Somebody else was quicker"), error.problems.values()
        return problem_response(request, HTTPStatus.CONFLICT, title=title, problems=problems)
    if isinstance(error, UnableTo):
        return bad_input(request, error.problems.values())
    if isinstance(error, ValidationError):
        return bad_input(request, [_("A part of this address cannot be read.")])
    if isinstance(error, HttpError):
        # Of django-ninja's own, raised before an operation is reached: a body that is no JSON.
        return bad_input(request, [_("What was sent cannot be read: it is not JSON.")])
    return None


def bad_input(request: HttpRequest, problems: Iterable[str]) -> HttpResponse:
    """Answer an address that asks for something that cannot be."""
    return problem_response(request, HTTPStatus.BAD_REQUEST, title=_("This cannot be answered"), problems=problems)


def not_here(request: HttpRequest, message: str, nearest: Iterable[Suggestion] = ()) -> HttpResponse:
    """Answer an address at which there is nothing for this reader."""
    return problem_response(request, HTTPStatus.NOT_FOUND, title=_("Not found"), problems=[message], nearest=nearest)


def not_allowed(request: HttpRequest, allowed: Iterable[str]) -> HttpResponse:
    """Answer a method that the address does not have."""
    methods = ", ".join(allowed)
    response = problem_response(
        request,
        HTTPStatus.METHOD_NOT_ALLOWED,
        title=_("This address does not take that method"),
        problems=[_("Methods of this address: %(methods)s.") % {"methods": methods}],
    )
    response.headers["Allow"] = methods
    return response


def our_fault(request: HttpRequest) -> HttpResponse:
    """Answer after a fault of ours."""
    return problem_response(
        request,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        title=_("Something is wrong on our side"),
        problems=[_("The fault has been written down. Please try again later.")],
    )

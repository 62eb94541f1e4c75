"""Before something that matters a person confirms who they are; somebody who has nothing to do it with is told so."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from allauth.account.adapter import get_adapter
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

View = Callable[..., HttpResponseBase]


def with_something_to_confirm_with(view: View) -> View:
    """Have one of the library's pages, which refuses without a word, tell a person without password or factor."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated or get_adapter(request).get_reauthentication_methods(request.user):
            return view(request, *args, **kwargs)
        return render(request, "account/nothing_to_confirm_with.html", status=HTTPStatus.FORBIDDEN)

    return answer

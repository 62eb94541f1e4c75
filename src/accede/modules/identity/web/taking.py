"""A page says which parameters its address takes, and refuses those that it does not know."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.http import HttpRequest

from accede.foundation.pages import BadInput
from accede.foundation.pages.asking import unknown_parameters

View = TypeVar("View", bound=Callable[..., Any])


def takes(*names: str) -> Callable[[View], View]:
    """Have a view refuse every parameter in its address but these."""

    def careful(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if problems := unknown_parameters(request.GET, set(names)):
                raise BadInput(problems)
            return view(request, *args, **kwargs)

        return cast("View", answer)

    return careful

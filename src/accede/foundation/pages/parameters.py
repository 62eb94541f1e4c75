"""Parameters of an address come in as text and are read here, so that all that is wrong is told at once."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypeVar, cast
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.pages.asat import AsAt, read_day
from accede.foundation.pages.errors import BadInput

_LONGEST_SHOWN = 40


class Parameters:
    """Reads the parameters of one address and keeps all that is wrong with them, to be told at once."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self._today = clock.today()

    def as_at(self, *, on: str, known: str) -> AsAt:
        """Return the day asked for; today where it cannot be read."""
        day, knowledge = self.day(on), self.day(known)
        return AsAt(on=day or self._today, today=self._today, known=knowledge)

    def day(self, text: str) -> date | None:
        """Return the day written, None for no text."""
        return read_day(text, today=self._today, problems=self.problems)

    def number(self, text: str, *, name: str, most: int, otherwise: int) -> int:
        """Return the whole number written, from 1 to `most`."""
        if not text:
            return otherwise
        if text.isascii() and text.isdigit() and len(text) <= 9 and 1 <= int(text) <= most:
            return int(text)
        self.problems.append(
            _("“%(name)s” is a whole number from 1 to %(most)s, not “%(text)s”.")
            % {"name": name, "most": most, "text": shortened(text)}
        )
        return otherwise

    def done(self) -> None:
        """Go on if everything could be read.

        Raises:
            BadInput: something could not.
        """
        if self.problems:
            raise BadInput(self.problems)


def unknown_parameters(query: QueryDict, known: set[str]) -> list[str]:
    """Return what is to be said of parameters that an address does not know."""
    return [
        _("This address knows no parameter “%(name)s”. It knows: %(known)s.")
        % {"name": shortened(name), "known": ", ".join(sorted(known)) or "–"}
        for name in query
        if name not in known
    ]


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


def key_written(text: str) -> UUID | None:
    """Return the key of a thing that stands in an address; None where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def shortened(text: str) -> str:
    """Return what a reader wrote, cut to what fits into a sentence."""
    shown = "".join(character if character.isprintable() else "�" for character in text)
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"

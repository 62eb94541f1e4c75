"""What addresses of the API may ask. Parameters come in as text, so that all that is wrong is told at once."""

from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field

from accede.foundation import clock
from accede.foundation.pages import AsAt, BadInput
from accede.foundation.pages.asat import read_day

PER_PAGE = 100
MOST_PER_PAGE = 500
_LONGEST_SHOWN = 40


def described(description: str, **schema: Any) -> Any:
    """Return a parameter that may be left out, with what the API's description says of it."""

    def replaced(generated: dict[str, Any]) -> None:
        generated.clear()
        generated.update(schema or {"type": "string"})

    return Field("", description=description, json_schema_extra=replaced)


class AsAtQuery(Schema):
    """The day of which the answer is to speak."""

    on: str = described("The day of which the answer speaks; today if left out.", type="string", format="date")
    known: str = described("As the record knew it on that day.", type="string", format="date")


class PagedQuery(Schema):
    """Which page of a list."""

    page: str = described("The page, from 1.", type="integer", minimum=1, default=1)
    per_page: str = described("Items on a page.", type="integer", minimum=1, maximum=MOST_PER_PAGE, default=PER_PAGE)


class Asking:
    """Reads the parameters of one address and keeps all that is wrong with them, to be told at once."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self._today = clock.today()

    def as_at(self, query: AsAtQuery) -> AsAt:
        """Return the day asked for; today where it cannot be read."""
        on, known = self.day(query.on), self.day(query.known)
        return AsAt(on=on or self._today, today=self._today, known=known)

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
    """Return what is to be said of parameters that an address does not know, or that stand twice without meaning."""
    return [
        _("This address knows no parameter “%(name)s”. It knows: %(known)s.")
        % {"name": shortened(name), "known": ", ".join(sorted(known)) or "–"}
        for name in query
        if name not in known
    ]


def shortened(text: str) -> str:
    """Return what a reader wrote, cut to what fits into a sentence."""
    shown = "".join(character if character.isprintable() else "�" for character in text)
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"

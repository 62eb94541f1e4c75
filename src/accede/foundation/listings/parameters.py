"""What an address asks of a page beside its subject: the file instead of the page, one of several words, the order."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from accede.foundation.exports import Format, wanted_format
from accede.foundation.pages import AsAt, BadInput
from accede.foundation.pages.addresses import address_of_page
from accede.foundation.pages.parameters import Parameters, shortened
from accede.foundation.texts import listed


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a form; choices of a named group stand together below its name."""

    value: str
    label: str
    group: str = ""


class PageParameters(Parameters):
    """Reads the parameters of an address of a page.

    Attributes:
        query: the parameters.
        day_asked: the day of the page.
        edition: of the record from which the page is made.
        language: of the reader.
        format: the file asked for instead of the page.
    """

    query: QueryDict
    day_asked: AsAt
    language: str
    format: Format | None

    @property
    def edition(self) -> int | None:
        """The edition of the record from which the page is made; None where it is not kept by editions."""
        return None

    def text(self, name: str) -> str:
        """Return what stands for a parameter, without space around it and NUL, which no table holds."""
        return self.query.get(name, "").replace("\x00", "").strip()

    def as_written(self, name: str) -> str:
        """Return what stands for a parameter as it is, for whoever tells what is wrong with it."""
        return self.query.get(name, "")

    def choice(self, name: str, choices: Iterable[str]) -> str:
        """Return the word chosen for a parameter, nothing for none."""
        text, known = self.text(name), tuple(choices)
        if text and text not in known:
            self.problems.append(
                _("“%(name)s” takes one of these: %(choices)s; not “%(text)s”.")
                % {"name": name, "choices": listed(known) or "–", "text": shortened(text)}
            )
            return ""
        return text

    def sort(self, columns: Iterable[str], *, name: str = "sort") -> str:
        """Return the column to sort by, a minus before it for the other way round; nothing for the usual order."""
        keys = tuple(columns)
        return self.choice(name, [*keys, *(f"-{key}" for key in keys)])

    def format_of(self, table: str = "") -> Format | None:
        """Return the file asked for, if it is one of this table; a page’s first table has no name."""
        return self.format if self.text("table") == table else None

    def here(self, name: str, *parts: str) -> str:
        """Return the address of a page with the day of this one."""
        return f"{address_of_page(name, *parts)}{self.day_asked.query}"

    def wanted_format(self) -> Format | None:
        """Return the file asked for; a word that is no format is a problem."""
        try:
            return wanted_format(self.query)
        except BadInput as wrong:
            self.problems += wrong.problems
            return None

"""What addresses of pages ask about, with the nearest where there is no such State or instrument."""

from collections.abc import Callable, Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.exports import Format, wanted_format
from accede.foundation.pages import BadInput, NotHere, Suggestion
from accede.foundation.pages.asking import shortened, unknown_parameters
from accede.modules.treaties.queries.asking import RegisterAsking

EVERYWHERE = frozenset({"on", "known", "format"})


class Question(RegisterAsking):
    """One question of a page: its parts are read, then all that is wrong is told at once by `done`.

    Attributes:
        format: the file asked for instead of the page.
    """

    def __init__(self, request: HttpRequest, *, knows: Iterable[str] = ()) -> None:
        self.query = request.GET
        super().__init__(on=self.text("on"), known=self.text("known"))
        self.problems += unknown_parameters(self.query, {*EVERYWHERE, *knows})
        self.format: Format | None = self._format()

    def text(self, name: str) -> str:
        """Return what stands for a parameter, without space around it."""
        return self.query.get(name, "").strip()

    def choice(self, name: str, choices: Iterable[str]) -> str:
        """Return the word chosen for a parameter, nothing for none."""
        text, known = self.text(name), tuple(choices)
        if text and text not in known:
            self.problems.append(
                _("“%(name)s” takes one of these: %(choices)s; not “%(text)s”.")
                % {"name": name, "choices": _(", ").join(known), "text": shortened(text)}
            )
            return ""
        return text

    def sort(self, columns: Iterable[str]) -> str:
        """Return the column to sort by, a minus before it for the other way round; nothing for the usual order."""
        keys = tuple(columns)
        return self.choice("sort", [*keys, *(f"-{key}" for key in keys)])

    def kind(self) -> str:
        """Return the kind of State asked for."""
        return self.choice("kind", dict.fromkeys(facts.kind for facts in self.register.states.values()))

    def state_name(self, code: str) -> str:
        """Return a State's name in the reader's language."""
        return self.register.states[code].name(self.language)

    def instrument_title(self, key: str) -> str:
        """Return an instrument's short title in the reader's language."""
        return self.register.instruments[key].title(self.language).short

    def state_at(self, text: str, address: Callable[[str], str]) -> str:
        """Return the State that is part of the address, by code in any case, by its two letters, or by name.

        Raises:
            NotHere: there is none; the nearest are offered by `address`.
        """
        finder = self.register.finder
        found = text.upper() if text.upper() in self.register.states else finder.state(text[:200])
        if found is None:
            raise NotHere(
                _("“%(text)s” is no State or area that the record knows.") % {"text": shortened(text)},
                [Suggestion(self.state_name(c), address(c)) for c in finder.near_states(text[:200])],
            )
        return found

    def instrument_at(self, text: str, address: Callable[[str], str]) -> str:
        """Return the instrument that is part of the address.

        Raises:
            NotHere: there is none; the nearest are offered by `address`.
        """
        finder = self.register.finder
        found = text.upper() if text.upper() in self.register.instruments else finder.instrument(text[:200])
        if found is None:
            raise NotHere(
                _("“%(text)s” is no instrument of the record.") % {"text": shortened(text)},
                [Suggestion(self.instrument_title(k), address(k)) for k in finder.near_instruments(text[:200])],
            )
        return found

    def here(self, name: str, *parts: str) -> str:
        """Return the address of a page with the day of this one."""
        return f"{reverse(name, args=parts)}{self.day_asked.query}"

    def _format(self) -> Format | None:
        try:
            return wanted_format(self.query)
        except BadInput as wrong:
            self.problems += wrong.problems
            return None

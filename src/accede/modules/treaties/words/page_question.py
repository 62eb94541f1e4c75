"""What addresses of pages ask about, with the nearest where there is no such State or instrument."""

from collections.abc import Callable, Iterable

from django.http import HttpRequest
from django.utils.translation import gettext as _

from accede.foundation.listings import PageParameters
from accede.foundation.pages import NotHere, Suggestion
from accede.foundation.pages.parameters import shortened, unknown_parameters
from accede.modules.treaties.words.question import RegisterQuestion

EVERYWHERE = frozenset({"on", "known", "format"})


class RegisterPageQuestion(RegisterQuestion, PageParameters):
    """One question of a page: its parts are read, then all that is wrong is told at once by `done`."""

    def __init__(self, request: HttpRequest, *, knows: Iterable[str] = ()) -> None:
        self.query = request.GET
        super().__init__(on=self.as_written("on"), known=self.as_written("known"))
        self.problems += unknown_parameters(self.query, {*EVERYWHERE, *knows})
        self.format = self.wanted_format()

    @property
    def edition(self) -> int:
        """The edition of the register."""
        return self.register.edition

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

"""What addresses of the API ask about, and the shapes in which it is answered."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.pages import NotHere, Suggestion
from accede.foundation.pages.parameters import shortened
from accede.foundation.rest import AsAtQuery
from accede.modules.treaties.rest.presenting import Presenter, presenter
from accede.modules.treaties.words.question import RegisterQuestion


class RegisterApiQuestion(RegisterQuestion):
    """One question to the register over the API."""

    def __init__(self, query: AsAtQuery) -> None:
        super().__init__(on=query.on, known=query.known)
        self.done()
        self.show: Presenter = presenter(self.register, self.day_asked)

    def state_at(self, code: str) -> str:
        """Return the State that is part of the address.

        Raises:
            NotHere: there is none.
        """
        if code.upper() in self.register.states:
            return code.upper()
        finder = self.register.finder
        exact = finder.state(code[:200])
        near = list(dict.fromkeys([*([exact] if exact else []), *finder.near_states(code[:200])]))
        raise NotHere(
            _("“%(text)s” is no State or area that the record knows.") % {"text": shortened(code)},
            [Suggestion(self.show.state(c).name, reverse("api:state_detail", args=[c])) for c in near],
        )

    def instrument_at(self, key: str) -> str:
        """Return the instrument that is part of the address.

        Raises:
            NotHere: there is none.
        """
        if key.upper() in self.register.instruments:
            return key.upper()
        near = self.register.finder.near_instruments(key[:200])
        raise NotHere(
            _("“%(text)s” is no instrument of the record.") % {"text": shortened(key)},
            [Suggestion(self.show.instrument(k).title, reverse("api:instrument_detail", args=[k])) for k in near],
        )

"""What addresses of the API ask about cooperation."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accede.core.cooperation.effects import Purpose
from accede.foundation.pages import NotHere, Suggestion
from accede.foundation.pages.parameters import shortened
from accede.foundation.rest import AsAtQuery, described
from accede.modules.cooperation.rest import schemas
from accede.modules.cooperation.words.question import LONGEST, CooperationQuestion


class PurposeQuery(AsAtQuery):
    """The day, and what is asked of the requested State."""

    purpose: str = described("What is asked of the requested State.", type="string", enum=[p.value for p in Purpose])


class CooperationApiQuestion(CooperationQuestion):
    """One question over the API."""

    def __init__(self, query: AsAtQuery, purpose: str = "") -> None:
        super().__init__(on=query.on, known=query.known)
        if purpose and purpose not in set(Purpose):
            self.problems.append(
                _("“%(name)s” takes one of these: %(choices)s; not “%(text)s”.")
                % {"name": "purpose", "choices": ", ".join(Purpose), "text": shortened(purpose)}
            )
        self.purpose = Purpose(purpose) if purpose in set(Purpose) else Purpose.EXTRADITION

    @property
    def document(self) -> dict[str, Any]:
        """What each answer says of itself."""
        return {
            "on": self.day_asked.on,
            "known": self.day_asked.known,
            "edition": self.register.edition,
            "language": self.language,
        }

    def state(self, code: str) -> schemas.StateBrief:
        """Return a State by code and name."""
        return schemas.StateBrief(code=code, name=self.speaker.state(code))

    def states_of(self, codes: tuple[str, ...]) -> list[schemas.StateBrief]:
        """Return States by code and name."""
        return [self.state(code) for code in codes]

    def one_state(self, text: str, operation: str) -> str:
        """Return the State of the network that is part of the address of an operation.

        Raises:
            NotHere: there is no such State; the nearest are offered.
            BadInput: something else cannot be read, or the State did not exist on the day.
        """
        if text.upper() not in self.register.states:
            finder = self.register.finder
            exact = finder.state(text[:LONGEST])
            nearest = dict.fromkeys([*([exact] if exact else []), *finder.near_states(text[:LONGEST])])
            raise NotHere(
                _("“%(text)s” is no State or area that the record knows.") % {"text": shortened(text)},
                [Suggestion(self.speaker.state(n), reverse(f"api:{operation}", args=[n])) for n in nearest],
            )
        code = self.network_state(text)
        self.done()
        return code or ""

"""What addresses ask about: a State, an instrument, a kind of act; with the nearest where there is none."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from accede.core.treaties.acts import ActKind
from accede.foundation.pages import NotHere, Suggestion
from accede.foundation.rest.asking import AsAtQuery, Asking, shortened
from accede.foundation.texts import nearest
from accede.modules.reference.queries import GROUPS
from accede.modules.treaties.queries.register import current_register
from accede.modules.treaties.rest.presenting import Presenter, presenter


class Question(Asking):
    """One question to the register: its parts are read, then all that is wrong is told at once."""

    def __init__(self, query: AsAtQuery) -> None:
        super().__init__()
        as_at = self.as_at(query)
        self.done()
        self.show: Presenter = presenter(current_register(as_at.known), as_at)
        self.register = self.show.register

    def states(self, texts: Iterable[str]) -> list[str]:
        """Return the codes of the States asked for by code or by name."""
        found: dict[str, None] = {}
        for text in filter(None, texts):
            code = self.register.finder.state(text)
            if code is None:
                near = ", ".join(self.show.state(c).name for c in self.register.finder.near_states(text)[:3])
                self._unknown(_("“%(text)s” is no State or area that the record knows."), text, near)
            else:
                found[code] = None
        return list(found)

    def instruments(self, texts: Iterable[str]) -> list[str]:
        """Return the keys of the instruments asked for by key or by title."""
        found: dict[str, None] = {}
        for text in filter(None, texts):
            key = self.register.finder.instrument(text)
            if key is None:
                near = ", ".join(self.register.finder.near_instruments(text)[:3])
                self._unknown(_("“%(text)s” is no instrument of the record."), text, near)
            else:
                found[key] = None
        return list(found)

    def kinds(self, texts: Iterable[str]) -> list[ActKind]:
        """Return the kinds of act asked for."""
        found: dict[ActKind, None] = {}
        for text in filter(None, texts):
            if text in set(ActKind):
                found[ActKind(text)] = None
            else:
                near = ", ".join(nearest(text[:100], [kind.value for kind in ActKind]) or list(ActKind))
                self._unknown(_("“%(text)s” is no kind of act."), text, near)
        return list(found)

    def groups(self, text: str) -> list[str]:
        """Return the regional group asked for by its key, as a list of one; an empty one where none is asked for."""
        if text and text not in GROUPS:
            self.problems.append(
                _("“%(text)s” is no regional group. The groups are: %(groups)s.")
                % {"text": shortened(text), "groups": ", ".join(GROUPS)}
            )
        return [text] if text in GROUPS else []

    def _unknown(self, sentence: str, text: str, near: str) -> None:
        said = sentence % {"text": shortened(text)}
        self.problems.append(f"{said} {_('Perhaps you mean: %(near)s.') % {'near': near}}" if near else said)

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

"""What addresses ask about: States, instruments, kinds of act, groups; with the nearest where there is none."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.core.treaties.acts import ActKind
from accede.foundation.pages.parameters import Parameters, shortened
from accede.foundation.texts import listed, nearest
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.treaties.queries.register import current_register


class RegisterQuestion(Parameters):
    """One question to the register: its parts are read, then all that is wrong is told at once (`done`)."""

    def __init__(self, *, on: str, known: str) -> None:
        super().__init__()
        self.day_asked = self.as_at(on=on, known=known)
        self.register = current_register(self.day_asked.known)
        self.language = get_language() or "en"

    def states(self, texts: Iterable[str]) -> list[str]:
        """Return the codes of the States asked for by code or by name."""
        found: dict[str, None] = {}
        for text in filter(None, texts):
            code = self.register.finder.state(text)
            if code is None:
                codes = self.register.finder.near_states(text)[:3]
                near = listed(self.register.states[near].name(self.language) for near in codes)
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
                near = listed(self.register.finder.near_instruments(text)[:3])
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
                near = listed(nearest(text[:100], [kind.value for kind in ActKind]) or list(ActKind))
                self._unknown(_("“%(text)s” is no kind of act."), text, near)
        return list(found)

    def groups(self, text: str) -> list[str]:
        """Return the regional group asked for by its key, as a list of one; an empty one where none is asked for."""
        if text and text not in GROUPS:
            self.problems.append(
                _("“%(text)s” is no regional group. The groups are: %(groups)s.")
                % {"text": shortened(text), "groups": listed(GROUPS)}
            )
        return [text] if text in GROUPS else []

    def _unknown(self, sentence: str, text: str, near: str) -> None:
        said = sentence % {"text": shortened(text)}
        self.problems.append(f"{said} {_('Perhaps you mean: %(near)s.') % {'near': near}}" if near else said)

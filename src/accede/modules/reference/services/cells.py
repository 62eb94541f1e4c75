"""Read the State that a cell of an incoming table names."""

from collections.abc import Mapping, Sequence

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accede.foundation.imports import CellRefused
from accede.modules.reference.queries import StateFacts, StateNames

STATE_WORDS: Mapping[str, str | Promise] = {
    "state.unknown": _("“%(text)s” is no State or area that the record knows."),
    "state.unknown_near": _("“%(text)s” is no State or area that the record knows. Perhaps %(nearest)s is meant."),
    "state.several": _("“%(text)s” can mean several States: %(nearest)s. Write the code of the one that is meant."),
    "state.territory": _(
        "“%(text)s” is a territory for whose international relations %(state)s is responsible, not a State of the "
        "record. Where the source reports an extension, name that State and give the territory as the subject."
    ),
}


def read_state(text: str, *, names: StateNames, states: Mapping[str, StateFacts], near: Sequence[str]) -> str:
    """Return the code of the State that `text` names; `near` are codes of States with a name like it.

    Raises:
        CellRefused: it names none, a territory, or may mean several.
    """
    meant = names.meant(text)
    if len(meant) == 1:
        return meant[0]
    language = translation.get_language() or "en"

    def named(code: str) -> str:
        return f"{states[code].name(language)} ({code})"

    shown = text[:60]
    if meant:
        raise CellRefused("state.several", text=shown, nearest=[named(code) for code in meant])
    if responsible := names.territory(text):
        raise CellRefused("state.territory", text=shown, state=named(responsible))
    if near:
        raise CellRefused("state.unknown_near", text=shown, nearest=[named(code) for code in near[:3]])
    raise CellRefused("state.unknown", text=shown)

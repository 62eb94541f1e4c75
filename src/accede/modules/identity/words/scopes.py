"""Everything over which a role can be given, in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from accede.foundation.access import Scope
from accede.modules.identity.fields.scopes import ORGANISATION, SCOPE_KINDS, STATE, THEME, THEMES
from accede.modules.identity.queries.scopes import organisation_names, state_names


@dataclass(frozen=True, slots=True)
class ScopeChoice:
    """One thing over which a role can be given: its scope, its name, and what kind of thing it is, in words."""

    scope: Scope
    words: str
    group: str


def scope_choices(*, on: date) -> list[ScopeChoice]:
    """Return everything over which a role can be given on a day, apart from “everything”: kind by kind, by name."""
    invented = _("invented, for trying the product out")
    named = {
        STATE: {code: f"{name or invented} ({code})" for code, name in state_names(on=on).items()},
        ORGANISATION: organisation_names(),
        THEME: {theme: str(words) for theme, words in THEMES.items()},
    }
    return [
        ScopeChoice(Scope(kind, key), words, str(SCOPE_KINDS[kind]))
        for kind, names in named.items()
        for key, words in names.items()
    ]

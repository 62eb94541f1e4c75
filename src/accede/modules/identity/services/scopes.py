"""What a role reaches must be there: a State of that day, a recorded organisation, a theme of the programme."""

from datetime import date

from django.utils.translation import gettext as _

from accede.foundation.access import Role
from accede.foundation.texts.nearest import nearest
from accede.modules.identity.models.grants import ScopeKind, Theme
from accede.modules.identity.queries.scopes import has_ended, scope_known_as, state_names


def scope_key_of(role: Role, *, kind: str, key: str, on: date) -> tuple[str, dict[str, str]]:
    """Return the key of a scope as it is kept, and what is wrong with it by field.

    A key is compared letter by letter whenever somebody asks for a thing, so it is kept in one way only.
    """
    if kind not in role.scope_kinds:
        return "", {"scope_kind": _("This role cannot be given over that. Choose what it is to reach.")}
    if kind == ScopeKind.ALL:
        return "", {"scope_key": _("Leave this empty for a role that reaches everything.")} if key.strip() else {}
    if not key.strip():
        return "", {"scope_key": _("Name the State, the organisation or the theme that the role reaches.")}
    found = scope_known_as(kind, key, on=on)
    return (found.value, {}) if found else ("", {"scope_key": _unknown(kind, key.strip()[:100], on=on)})


def problem_of_state(code: str, *, on: date) -> str:
    """Return what is wrong with a State's code, "" where nothing is."""
    return "" if scope_known_as(ScopeKind.STATE, code, on=on) else _unknown(ScopeKind.STATE, code.strip()[:100], on=on)


def _unknown(kind: str, text: str, *, on: date) -> str:
    if kind == ScopeKind.ORGANISATION and has_ended(text):
        return _("Choose an organisation that has not ended.")
    if kind == ScopeKind.ORGANISATION:
        return _("No organisation “%(key)s” is recorded. Give its key, as the address of its page shows it.") % {
            "key": text
        }
    if kind == ScopeKind.THEME:
        return _("There is no theme “%(key)s”. Themes: %(themes)s.") % {"key": text, "themes": ", ".join(Theme.values)}
    names = {code: name or code for code, name in state_names(on=on).items()}
    words = {"key": text, "states": _near(text, names)}
    if words["states"]:
        return _("There is no State “%(key)s” on that day. Near to it: %(states)s.") % words
    return _("There is no State “%(key)s” on that day. Give its code of three letters, such as FRA.") % words


def _near(text: str, names: dict[str, str]) -> str:
    codes = {name: code for code, name in names.items()}
    return ", ".join(f"{codes[name]} ({name})" for name in nearest(text, codes))

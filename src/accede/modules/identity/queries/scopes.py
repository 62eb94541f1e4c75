"""Over what a role can be given: States and organisations as they are recorded, themes as the mandate names them."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from accede.foundation.access import Scope
from accede.foundation.texts import readers_language
from accede.modules.identity.models import Organisation
from accede.modules.identity.models.grants import ScopeKind, Theme
from accede.modules.reference.queries.invented import invented_name
from accede.modules.reference.queries.states import short_names, states_existing_on

NO_SCOPE = ""


def names_of(scopes: Iterable[Scope]) -> dict[Scope, str]:
    """Return what those scopes reach by name, as far as it is there to be seen, by one question for each kind."""
    wanted = set(scopes)
    bodies = Organisation.objects.filter(id__in=[one.value for one in wanted if one.kind == ScopeKind.ORGANISATION])
    names = {Scope(ScopeKind.ORGANISATION, str(key)): name for key, name in bodies.values_list("id", "name")}
    names |= {Scope(ScopeKind.THEME, theme.value): str(theme.label) for theme in Theme}
    codes = {one.value for one in wanted if one.kind == ScopeKind.STATE}
    states = short_names(codes, language=readers_language()) if codes else {}
    names |= {Scope(ScopeKind.STATE, code): f"{name} ({code})" for code, name in states.items()}
    return {one: names[one] for one in wanted if one in names}


def state_names(*, on: date) -> dict[str, str]:
    """Return the States of a day by code, with their names, in the reader's order.

    Invented ones come last: those to which this installation has recorded that a sample belongs.
    """
    language = readers_language()
    found = states_existing_on(on, language=language)
    samples = Organisation.objects.filter(is_sample=True).exclude(state_code="")
    for code in samples.order_by("state_code").values_list("state_code", flat=True):
        found.setdefault(code, invented_name(code, language=language))
    return found


def scope_known_as(kind: str, text: str, *, on: date) -> Scope | None:
    """Return the scope that somebody wrote, as it is kept: a State's code in capitals, an organisation's whole key.

    None where there is no such State on that day, no such organisation that goes on, or no such theme.
    """
    written = text.strip()
    if kind == ScopeKind.STATE:
        found = written.upper() if written.upper() in state_names(on=on) else NO_SCOPE
    elif kind == ScopeKind.ORGANISATION:
        found = _organisation_known_as(written, Q(ended_on__isnull=True))
    elif kind == ScopeKind.THEME:
        found = written.lower() if written.lower() in Theme.values else NO_SCOPE
    else:
        found = NO_SCOPE
    return Scope(kind, found) if found else None


def organisation_names() -> dict[str, str]:
    """Return the organisations that have not ended by key, with their names."""
    rows = Organisation.objects.filter(ended_on__isnull=True).order_by("name", "id")
    return {str(key): name for key, name in rows.values_list("id", "name")}


def has_ended(organisation: str) -> bool:
    """Return whether there was an organisation of this key and it has ended."""
    return bool(_organisation_known_as(organisation, Q(ended_on__isnull=False)))


def _organisation_known_as(text: str, condition: Q) -> str:
    try:
        key = UUID(text)
    except ValueError:
        return NO_SCOPE
    return str(key) if Organisation.objects.filter(condition, id=key).exists() else NO_SCOPE

"""Why money may not pay for a purpose, in the reader's language."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.utils.translation import gettext as _

from accede.core.explain import Reason
from accede.foundation.fields import Words
from accede.foundation.texts import format_amount, format_day, isolated, listed
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.resources.fields.codes import ACTIVITIES, THEMES
from accede.modules.resources.queries.sums import dollars


def reason_in_words(reason: Reason, language: str, states: Mapping[str, str]) -> str:
    """Return the sentence of a reason of `core/finance`; `states`: their names by code."""
    facts = {name: _told(name, value, language, states) for name, value in reason.facts.items()}
    return _sentence(reason.code) % facts


def reasons_by_source(reasons: Iterable[Reason], language: str, states: Mapping[str, str]) -> dict[str, str]:
    """Return why each contribution pays nothing, by its key; what the rules say of no contribution is left out."""
    found: dict[str, list[str]] = {}
    for reason in reasons:
        if source := str(reason.facts.get("source", "")):
            found.setdefault(source, []).append(reason_in_words(reason, language, states))
    return {source: " ".join(sentences) for source, sentences in found.items()}


def _sentence(code: str) -> str:
    return {
        "earmark.not_begun": _("It may be spent from %(start)s."),
        "earmark.over": _("It was to be spent by %(end)s."),
        "earmark.not_for_state": _("It is not for: %(states)s."),
        "earmark.not_for_theme": _("It is not for the theme: %(theme)s."),
        "earmark.other_state": _("It is for %(wanted)s only, and this is for %(found)s too."),
        "earmark.no_state": _("It is for %(wanted)s only, and this names no State."),
        "earmark.other_region": _("It is for the region %(wanted)s only, and this is for %(found)s too."),
        "earmark.no_region": _("It is for the region %(wanted)s only, and this names no State."),
        "earmark.other_theme": _("It is for the theme %(wanted)s only, and this is for %(found)s."),
        "earmark.no_theme": _("It is for the theme %(wanted)s only, and this names no theme."),
        "earmark.other_kind": _("It is for this kind of activity only: %(wanted)s. This is: %(found)s."),
        "earmark.no_kind": _("It is for this kind of activity only: %(wanted)s. This names none."),
        "available.nothing_free": _("Nothing is free of it."),
        "available.gap": _("%(direct)s US$ are lacking, and %(support)s US$ of programme support cost upon them."),
    }[code]


def _told(name: str, value: object, language: str, states: Mapping[str, str]) -> str:
    if isinstance(value, date):
        # The period of an earmark ends before its last day has passed; a reader is told that day.
        return format_day(value - timedelta(days=1) if name == "end" else value, language)
    if isinstance(value, int):
        return isolated(format_amount(dollars(value)))
    codes = value if isinstance(value, tuple) else (str(value),)
    return listed(isolated(str(states.get(str(code)) or _WORDS.get(str(code), code))) for code in codes)


_WORDS: Mapping[str, Words] = {**GROUPS, **THEMES, **ACTIVITIES}

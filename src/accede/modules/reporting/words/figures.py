"""Figures in the reader's language: value, what it counts, what was asked, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accede.core.explain import Reason
from accede.core.indicators.definitions import KNOWN, Unit
from accede.core.indicators.disclosure import Disclosed, Told
from accede.foundation.fields import Words
from accede.foundation.texts import format_amount, format_day, isolated, readers_language
from accede.modules.assistance.fields.codes import KINDS
from accede.modules.identity.queries.people import names_of
from accede.modules.identity.queries.samples import holds_samples
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.reference.queries.states import short_names
from accede.modules.reporting.fields.codes import PARAMETERS
from accede.modules.reporting.fields.figures import FAULTS
from accede.modules.reporting.queries.definitions import Described
from accede.modules.resources.fields.codes import OBJECTS
from accede.modules.treaties.queries.register import current_register

_SPACE = "\u00a0"

TOLD: Mapping[Told, Words] = {
    Told.EXACT: gettext_lazy("Counted exactly, over records that you may see."),
    Told.ROUNDED: gettext_lazy(
        "Rounded: numbers to five, amounts to thousands; the records are confidential (rule of disclosure)."
    ),
    Told.FEW: gettext_lazy("Fewer than five a year are told without their number (rule of disclosure)."),
    Told.WITHHELD: gettext_lazy(
        "Everybody is told this of whole calendar years that are over and of the whole programme only, and money where "
        "no single donor could be reckoned from it (rule of disclosure)."
    ),
}
WHY: Mapping[str, Words] = {
    "claim": gettext_lazy(
        "It counts ratifications to which assistance contributed, by the reporter’s own judgement; ours counts all."
    ),
    "month": gettext_lazy("The source names the month only; ours is counted at its end."),
    "no_records": gettext_lazy("The records of those years are not here."),
    "stages": gettext_lazy("It puts drafts and enacted laws together; the records of those years are not here."),
    "persons": gettext_lazy("It may count a person twice; the records of those years are not here."),
}
"""Why a published figure and ours differ in kind, or why there is none of ours."""

PACKAGE_FAULTS: Mapping[str, Words] = {
    "package.changed": gettext_lazy("was changed"),
    "package.missing": gettext_lazy("is missing"),
    "package.added": gettext_lazy("was added"),
    "package.archive": gettext_lazy("the archive itself was changed"),
    "package.no_proof": gettext_lazy("its hash or its records do not make it"),
}


def title_of(described: Described) -> str:
    """Return the title of a definition."""
    return described.titles.get(readers_language(), described.titles["en"])


def rule_of(described: Described) -> str:
    """Return what a definition counts, in words."""
    return described.rules.get(readers_language(), described.rules["en"])


def number_words(unit: Unit, value: Decimal) -> str:
    """Return a number as tables of the United Nations write it; money with cents where there are any."""
    if unit is Unit.DOLLARS and value:
        return format_amount(value if value % 1 else value.quantize(Decimal(1)))
    return f"{int(value):,}".replace(",", _SPACE)


def value_words(unit: Unit, told: Disclosed) -> str:
    """Return a value as a reader is told it."""
    if told.how is Told.FEW:
        return _("fewer than five")
    if told.value is None:
        return _("not told to everybody")
    number = number_words(unit, told.value)
    return _("about %(number)s") % {"number": isolated(number)} if told.how is Told.ROUNDED else number


def asked_in_words(parameters: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return what was asked: label and words, days first."""
    return [(str(PARAMETERS[name]), _value(name, parameters[name])) for name in PARAMETERS if name in parameters]


def knowledge_words(parameters: Mapping[str, str]) -> str:
    """Say whether it is counted as the record knew then or as it knows now."""
    if KNOWN in parameters:
        day = format_day(date.fromisoformat(parameters[KNOWN]), readers_language())
        return _("As known then: what the record had learned by the end of %(day)s.") % {"day": day}
    return _("As known now: what the record has learned of those days up to today.")


def faults_in_words(faults: Sequence[Reason]) -> list[str]:
    """Return what is wrong with a figure, or in what it differs."""
    return [str(FAULTS[one.code]) % {name: isolated(value) for name, value in one.facts.items()} for one in faults]


def _value(name: str, value: str) -> str:
    if name in {"on", "from", "until", KNOWN}:
        return format_day(date.fromisoformat(value), readers_language())
    if name == "geography":
        group = GROUPS.get(value)
        return str(group) if group else short_names({value}, language=readers_language()).get(value, value)
    if name == "instrument":
        return current_register().instruments[value].title(readers_language()).short
    if name == "donor":
        return names_of({UUID(value)}).get(UUID(value), value)
    return str({**KINDS, **OBJECTS}.get(value, value))


def sample_words() -> str:
    """Say that records are invented where this installation has the sample programme; "" elsewhere."""
    if not holds_samples():
        return ""
    return _(
        "Sample: what this installation holds of requests, visits and money is invented. The treaty record is real."
    )

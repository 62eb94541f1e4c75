"""The records behind a figure: what each is called, and where it is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from accede.core.indicators.figures import Record
from accede.foundation.texts import readers_language
from accede.modules.treaties.queries.register import current_register


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """A record with its words and its address."""

    label: str
    address: str
    on: date | None
    amount: Decimal


def shown_records(records: Iterable[Record]) -> list[ShownRecord]:
    """Return records as a list shows them."""
    return [ShownRecord(*_place(one), one.on, one.amount) for one in records]


def _place(record: Record) -> tuple[str, str]:
    kind, _colon, key = record.key.partition(":")
    if kind == "act":
        return _pair(record.counts), reverse("treaties:act-detail", args=[key])
    if kind == "standing":
        state, _slash, instrument = key.partition("/")
        return _pair(f"{instrument}/{state}"), reverse("treaties:record-detail", args=[state, instrument])
    if kind == "request":
        return _("Request %(key)s") % {"key": key}, reverse("assistance:request", args=[key])
    if kind == "visit":
        return _("Visit %(key)s") % {"key": key}, reverse("assessments:assessment", args=[key])
    if kind == "need":
        return _("Need %(key)s") % {"key": key[:8]}, reverse("assessments:need", args=[key])
    if kind == "activity":
        return _("Activity %(key)s") % {"key": key}, reverse("assistance:activity", args=[key])
    if kind == "consultation":
        return _("Consultation %(key)s") % {"key": key}, reverse("coordination:consultation", args=[key])
    if kind == "rating":
        state, _slash, obligation = key.partition("/")
        return f"{state}: {obligation}", reverse("legislation:obligation", args=[state, obligation])
    contribution, _slash, entry = key.partition("/")
    label = _("Entry %(key)s") % {"key": entry[:8]} if entry else _("Contribution %(key)s") % {"key": key[:8]}
    return label, reverse("resources:contribution", args=[contribution])


def _pair(pair: str) -> str:
    """Return a State and an instrument in words."""
    instrument, _slash, state = pair.partition("/")
    register, language = current_register(), readers_language()
    facts, known = register.states.get(state), register.instruments.get(instrument)
    name = facts.name(language) if facts else state
    title = known.title(language).short if known else instrument
    return f"{name}: {title}"

"""Codes of figures and their words in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.indicators.definitions import Span, Unit
from accede.foundation.fields import Words

UNITS: Mapping[str, Words] = {
    Unit.ADHERENCES: _("Adherences: States times instruments"),
    Unit.STATES: _("States, each once"),
    Unit.REQUESTS: pgettext_lazy("unit", "Requests"),
    Unit.CONTRIBUTIONS: pgettext_lazy("unit", "Contributions"),
    Unit.DOLLARS: _("United States dollars"),
    Unit.VISITS: pgettext_lazy("unit", "Visits"),
    Unit.NEEDS: pgettext_lazy("unit", "Needs"),
    Unit.ACTIVITIES: pgettext_lazy("unit", "Activities"),
    Unit.CONSULTATIONS: pgettext_lazy("unit", "Consultations"),
    Unit.BODIES: _("Bodies, each once"),
    Unit.OBLIGATIONS: _("Obligations: States times obligations"),
}
SPANS: Mapping[str, Words] = {
    Span.AS_AT: _("As at a day; may rise and fall"),
    Span.CUMULATIVE: _("Cumulative up to a day; never falls"),
    Span.PERIOD: _("Within a period"),
}
PARAMETERS: Mapping[str, Words] = {
    "on": _("As at the end of"),
    "from": _("From"),
    "until": _("Until"),
    "known": _("As the record knew it on"),
    "geography": _("Regional group or State"),
    "instrument": _("Instrument"),
    "of": _("Of the first so many instruments"),
    "kind": _("Kind of assistance"),
    "donor": _("Donor"),
    "object": _("Object of expenditure"),
}
"""What a figure can be asked for."""

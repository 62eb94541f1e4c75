"""Codes of training and their words in the reader's language."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.training.events import EventState
from accede.core.training.nominations import Standing
from accede.foundation.fields import Words

FORMS: Mapping[str, Words] = {
    "national": pgettext_lazy("training event", "National"),
    "regional": pgettext_lazy("training event", "Regional"),
    "trainers": _("Training of trainers"),
    "study_visit": _("Study visit"),
    "online": _("Online series"),
}
EVENT_STATES: Mapping[str, Words] = {
    EventState.PLANNED.value: pgettext_lazy("training event", "Planned"),
    EventState.NOMINATING.value: _("Open for nominations"),
    EventState.SELECTING.value: _("Being selected"),
    EventState.CONFIRMED.value: pgettext_lazy("training event", "Confirmed"),
    EventState.HELD.value: pgettext_lazy("training event", "Held"),
    EventState.CANCELLED.value: pgettext_lazy("training event", "Cancelled"),
}
STANDINGS: Mapping[str, Words] = {
    Standing.NOMINATED.value: pgettext_lazy("nomination", "Nominated"),
    Standing.SELECTED.value: pgettext_lazy("nomination", "Selected"),
    Standing.RESERVE.value: pgettext_lazy("nomination", "Reserve"),
    Standing.NOT_SELECTED.value: pgettext_lazy("nomination", "Not selected"),
    Standing.CONFIRMED.value: pgettext_lazy("nomination", "Confirmed"),
    Standing.WITHDRAWN.value: pgettext_lazy("nomination", "Withdrawn"),
}
SEXES: Mapping[str, Words] = {
    "": pgettext_lazy("sex", "Not said"),
    "female": pgettext_lazy("sex", "Female"),
    "male": pgettext_lazy("sex", "Male"),
}
FUNCTIONS: Mapping[str, Words] = {
    "judge": pgettext_lazy("function", "Judge"),
    "prosecutor": pgettext_lazy("function", "Prosecutor"),
    "investigator": pgettext_lazy("function", "Investigator or police"),
    "central_authority": pgettext_lazy("function", "Official of a central authority"),
    "legal_drafter": pgettext_lazy("function", "Drafter of laws"),
    "financial_intelligence": pgettext_lazy("function", "Financial intelligence"),
    "diplomat": pgettext_lazy("function", "Diplomat"),
    "trainer": pgettext_lazy("function", "Trainer"),
    "other": pgettext_lazy("function", "Other"),
}
LANGUAGES: Mapping[str, Words] = dict(settings.LANGUAGES)
SHOWN_TO_ALL: Mapping[str, Words] = {
    "nothing": _("Only that it is valid, and since when"),
    "event": _("The event and its days too"),
    "name": _("The name, the event and its days"),
}

"""Codes of outcomes and their words in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.assistance.outcomes import OutcomeKind, OutcomeStatus
from accede.foundation.fields import Words

KINDS: Mapping[str, Words] = {
    OutcomeKind.ACT.value: _("The State joined an instrument"),
    OutcomeKind.LAW.value: _("A law entered into force"),
    OutcomeKind.AUTHORITY.value: _("An authority was designated"),
    OutcomeKind.TREATY.value: _("A bilateral treaty was signed"),
}
STATUSES: Mapping[str, Words] = {
    OutcomeStatus.NOT_YET.value: _("Not yet reported on this day"),
    OutcomeStatus.REPORTED.value: _("Reported, unverified: not counted"),
    OutcomeStatus.VERIFIED.value: _("Verified by the record"),
}
HELPS: Mapping[str, Words] = {
    "activity": pgettext_lazy("assistance", "Activity"),
    "request": pgettext_lazy("assistance", "Request"),
    "visit": pgettext_lazy("assistance", "Visit"),
}
"""The kinds of assistance that can have contributed."""
ANSWERS: Mapping[str, Words] = {
    "used": _("It stands, and is used"),
    "stands": _("It stands; no use is known yet"),
    "no_longer": _("It no longer stands"),
}
LESSON_KINDS: Mapping[str, Words] = {
    "evaluation": pgettext_lazy("outcome", "Finding of an evaluation"),
    "lesson": pgettext_lazy("outcome", "Lesson learned"),
}
RESPONSES: Mapping[str, Words] = {
    "accepted": pgettext_lazy("management response", "Accepted"),
    "in_part": pgettext_lazy("management response", "Accepted in part"),
    "not_accepted": pgettext_lazy("management response", "Not accepted"),
}

"""Codes of coordination and their words in the reader's language."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.assistance.gate_facts import Strength
from accede.core.coordination.bodies import Belonging
from accede.core.coordination.consultations import ConsultationState
from accede.foundation.fields import Words

KINDS: Mapping[str, Words] = {
    "committee": _("Committee of the Security Council"),
    "un_entity": _("Body of the United Nations system"),
    "group": _("Group of bodies"),
    "international": _("International body"),
    "regional": _("Regional organisation"),
}
BELONGINGS: Mapping[str, Words] = {
    Belonging.MEMBER.value: pgettext_lazy("group of bodies", "Member"),
    Belonging.ENDED.value: pgettext_lazy("group of bodies", "No longer a member"),
    Belonging.NOT_YET.value: pgettext_lazy("group of bodies", "Not yet a member"),
    Belonging.NOT_KNOWN.value: pgettext_lazy("group of bodies", "Not known on this day"),
}
STRENGTHS: Mapping[str, Words] = {
    Strength.COORDINATED.value: _("Coordinated (paragraph 6): told, and may object"),
    Strength.CONSULTED.value: _("Consulted (paragraph 1): asked, answers or lets the time pass"),
    Strength.CLOSELY_COORDINATED.value: _("Closely coordinated (paragraph 4): must answer"),
}
STATES: Mapping[str, Words] = {
    ConsultationState.DRAFT.value: pgettext_lazy("consultation", "Being written"),
    ConsultationState.SENT.value: pgettext_lazy("consultation", "Waits for the body"),
    ConsultationState.AGREED.value: pgettext_lazy("consultation", "The body agrees"),
    ConsultationState.NO_OBJECTION.value: pgettext_lazy("consultation", "The body has no objection"),
    ConsultationState.SILENT.value: pgettext_lazy("consultation", "No objection by the date"),
    ConsultationState.OBJECTED.value: pgettext_lazy("consultation", "The body objects"),
    ConsultationState.RESOLVED.value: pgettext_lazy("consultation", "The objection is resolved"),
    ConsultationState.CALLED_OFF.value: pgettext_lazy("consultation", "Called off"),
}
ANSWERS: Mapping[str, Words] = {
    "agree": _("We agree"),
    "clear": _("We have no objection"),
    "object": _("We object"),
}
"""What a body can answer, by the step that its answer takes."""
NOTED: Mapping[str, Words] = {
    "note-agreement": _("The body agrees"),
    "note-clearance": _("The body has no objection"),
    "note-objection": _("The body objects"),
}
NOTING = {"agree": "note-agreement", "clear": "note-clearance", "object": "note-objection"}
"""By what a body answers through a link, the step that the product takes for it."""
THROUGH: Mapping[str, Words] = {
    "portal": _("Signed in here"),
    "link": _("By the link that works once"),
    "paper": _("By a letter"),
}
WEEK_WORDS: Mapping[str, Words] = {
    "mon_fri": _("Monday to Friday"),
    "sun_thu": _("Sunday to Thursday"),
    "sun_fri": _("Sunday to Friday"),
    "mon_sat": _("Monday to Saturday"),
}
LANGUAGES: Mapping[str, Words] = dict(settings.LANGUAGES)

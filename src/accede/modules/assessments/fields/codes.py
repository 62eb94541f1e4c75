"""Codes of assessments and their words in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.assessments.consents import NotShared, Shareable
from accede.core.assessments.visits import DESK_REVIEW, VISIT, Stage
from accede.foundation.fields import Words

KINDS: Mapping[str, Words] = {VISIT: _("Visit"), DESK_REVIEW: _("Desk review")}
FORMS: Mapping[str, Words] = {
    "comprehensive": pgettext_lazy("assessment", "Comprehensive"),
    "focused": pgettext_lazy("assessment", "Focused or regional"),
    "follow_up": pgettext_lazy("assessment", "Follow-up"),
    "advocacy": pgettext_lazy("assessment", "Advocacy"),
}
"""The four kinds of report that follow a visit of the Counter-Terrorism Committee."""
LEADS: Mapping[str, Words] = {
    "committee": _("Counter-Terrorism Committee"),
    "directorate": _("Counter-Terrorism Committee Executive Directorate"),
    "programme": _("The programme"),
    "partner": _("A partner body"),
}
TOPICS: Mapping[str, Words] = {
    "joining": _("Joining the instruments"),
    "legislation": _("Legislation"),
    "cooperation": _("Extradition and mutual legal assistance"),
    "authorities": _("Central authorities"),
    "justice": _("Criminal justice and the rule of law"),
    "financing": _("Financing of terrorism and money-laundering"),
    "training": _("Training of officials"),
    "tools": _("Tools and publications"),
}
PRIORITIES: Mapping[str, Words] = {
    "high": pgettext_lazy("priority", "High"),
    "medium": pgettext_lazy("priority", "Medium"),
    "low": pgettext_lazy("priority", "Low"),
}
SHARED: Mapping[str, Words] = {
    Shareable.NEEDS.value: _("Needs of assistance"),
    Shareable.FINDINGS.value: _("The findings behind them"),
}
RECOMMENDED: Mapping[str, Words] = {
    "recommendation": _("Recommendation"),
    "action_point": _("Action point of the mission report"),
}
ADDRESSED: Mapping[str, Words] = {
    "state": _("The State"),
    "programme": _("The programme"),
    "partner": _("A partner body"),
}
STATUSES: Mapping[str, Words] = {
    "open": pgettext_lazy("recommendation", "Open"),
    "under_way": _("Under way"),
    "carried_out": _("Carried out"),
    "set_aside": _("Set aside"),
}
DONE = ("carried_out", "set_aside")
"""The statuses of what needs no more follow-up."""
STAGES: Mapping[str, Words] = {
    Stage.PLANNED.value: pgettext_lazy("assessment", "Planned"),
    Stage.AGREED.value: pgettext_lazy("assessment", "Agreed with the State"),
    Stage.MADE.value: pgettext_lazy("assessment", "Made"),
    Stage.COMMENTING.value: _("Draft with the State for comments"),
    Stage.REPORTED.value: pgettext_lazy("assessment", "Reported"),
    Stage.CLOSED.value: pgettext_lazy("assessment", "Closed"),
    Stage.DECLINED.value: _("Declined by the State"),
    Stage.CALLED_OFF.value: _("Called off"),
}
STANDINGS: Mapping[str, Words] = {
    "given": pgettext_lazy("consent", "Given"),
    "ended": pgettext_lazy("consent", "Ended"),
    "withdrawn": pgettext_lazy("consent", "Withdrawn"),
}
NOT_SHARED: Mapping[str, Words] = {
    NotShared.NO_CONSENT.value: _("No consent of the State is recorded."),
    NotShared.WITHDRAWN.value: _("The State has withdrawn this consent."),
    NotShared.OTHER_STATE.value: _("This consent is another State’s."),
    NotShared.NOT_VALID.value: _("The consent does not count today."),
    NotShared.WHAT.value: _("The consent does not let needs be shared."),
    NotShared.WHOM.value: _("The consent does not name this organisation."),
    NotShared.TOPIC.value: _("The consent does not cover the topic of this need."),
}
"""Why a need is not shared; each is a condition of the State's consent (ECOSOC resolution 2007/18, preamble)."""


def labels(words: Mapping[str, Words], codes: list[str]) -> dict[str, str]:
    """Return codes with what they are called in the reader's language."""
    return {code: str(words.get(code, code)) for code in codes}

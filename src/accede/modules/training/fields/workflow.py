"""The words of the way of a training event."""

from django.utils.translation import gettext_lazy as _

from accede.core.training.events import ACTIVITY_PASSED, HAS_SELECTED, HAS_SESSIONS, IN_TIME, IS_OVER, IS_TOLD
from accede.foundation.workflow.flow import FlowWords, GateWords, StepWords
from accede.modules.training.fields.codes import EVENT_STATES

_RULES = _("Rules of the record, “Training”")
EVENT_WORDS = FlowWords(
    title=_("Training event"),
    states=EVENT_STATES,
    steps={
        "call": StepWords(_("Call for nominations"), _("The States are asked to nominate.")),
        "close": StepWords(_("Close nominations"), _("Nominations are closed.")),
        "reopen": StepWords(_("Open nominations again"), _("The States can nominate again.")),
        "confirm": StepWords(_("Tell States the selection"), _("The States see who is selected, and confirm.")),
        "hold": StepWords(_("It was held"), _("The event was held.")),
        "cancel": StepWords(_("Cancel it"), _("The event is cancelled.")),
    },
    gates={
        HAS_SESSIONS.code: GateWords(
            _("It has a session, and a State that may nominate."),
            _RULES,
            _("Sessions: %(sessions)s; States: %(states)s."),
            _("Add its sessions. Its States are those of the activity."),
        ),
        IN_TIME.code: GateWords(
            _("There is time to nominate."),
            _RULES,
            _("The time to nominate ended on %(day)s."),
            _("Change the plan of the event."),
        ),
        ACTIVITY_PASSED.code: GateWords(
            _("Its activity has passed the gates of the mandate."),
            _RULES,
            _("The activity is not approved."),
            _("Open the gates that are shut on the page of the activity, and approve it."),
        ),
        HAS_SELECTED.code: GateWords(
            _("Somebody is selected."),
            _RULES,
            _("Nobody is selected yet."),
            _("Select participants on the page of the selection."),
        ),
        IS_OVER.code: GateWords(
            _("Its last day has come."),
            _RULES,
            _("Its last day, %(last)s, has not come yet."),
            _("Come back on that day, or correct the days."),
        ),
        IS_TOLD.code: GateWords(
            _("Of each session it is recorded whether it took place."),
            _RULES,
            _("Sessions of which nobody has said: %(count)s."),
            _("Record the attendance of each session, or that it did not take place."),
        ),
    },
)

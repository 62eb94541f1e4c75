"""The words of the workflow of requests, by the keys of its table."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.assistance.requests import HAS_CLAUSE, HAS_PAPER, IS_DELIVERED, IS_DELIVERING, IS_NAMED, IS_WHOLE
from accede.foundation.workflow.flow import FlowWords, GateWords, StepWords
from accede.modules.assistance.fields.codes import STATES

_UPON_REQUEST = _("ECOSOC resolution 2007/18, paragraph 1: “upon request”")

REQUEST_WORDS = FlowWords(
    title=_("Request for assistance"),
    states=STATES,
    steps={
        "submit": StepWords(_("Send the request"), _("The request is sent to the programme.")),
        "register": StepWords(_("Register the request"), _("The request is registered.")),
        "acknowledge": StepWords(_("Acknowledge"), _("The request is acknowledged; the letter is below.")),
        "screen": StepWords(_("Screening is done"), _("The request is screened.")),
        "accept": StepWords(pgettext_lazy("request", "Accept"), _("The request is accepted.")),
        "defer": StepWords(pgettext_lazy("request", "Defer"), _("The request is deferred.")),
        "decline": StepWords(pgettext_lazy("request", "Decline"), _("The request is declined.")),
        "resume": StepWords(_("Look at it again"), _("The request is open to be decided again.")),
        "deliver": StepWords(_("Delivery has begun"), _("The request is in delivery.")),
        "complete": StepWords(_("Delivery is complete"), _("The request is completed.")),
        "follow-up": StepWords(_("Record the follow-up"), _("The request is followed up.")),
        "close": StepWords(pgettext_lazy("request", "Close"), _("The request is closed.")),
        "withdraw": StepWords(_("Withdraw the request"), _("The request is withdrawn.")),
        "note-withdrawal": StepWords(_("Note that it was withdrawn"), _("The request is withdrawn.")),
        "join": StepWords(_("Join it to another request"), _("The request is joined to the other one.")),
        "separate": StepWords(_("Separate it again"), _("The request stands by itself again.")),
    },
    gates={
        IS_WHOLE.code: GateWords(
            asks=_("Everything is stated that a request must state."),
            clause=_UPON_REQUEST,
            missing=_("Not everything is stated that a request must state."),
            remedy=_("Whoever writes it completes the tasks that are open."),
        ),
        HAS_PAPER.code: GateWords(
            asks=_("The paper by which it was asked is kept with the request."),
            clause=_UPON_REQUEST,
            missing=_("The paper by which it was asked is not kept with the request."),
            remedy=_("An officer attaches the note, the letter, the e-mail or the report of the mission."),
        ),
        HAS_CLAUSE.code: GateWords(
            asks=_("The screening names a clause of the mandate under which the request falls."),
            clause=_UPON_REQUEST,
            missing=_("No clause of the mandate is named under which the request falls."),
            remedy=_("An officer records it on the page of the screening."),
        ),
        IS_NAMED.code: GateWords(
            asks=_("The other request is named."),
            clause=_("Rules of the programme, “Requests”"),
            missing=_("The request to which it is to be joined is not named."),
            remedy=_("An officer names it on the page “Join it to another request”."),
        ),
        IS_DELIVERING.code: GateWords(
            asks=_("An accepted activity for this request is in delivery."),
            clause=_UPON_REQUEST,
            missing=_("No accepted activity for this request is in delivery."),
            remedy=_("An officer plans an activity for it; delivery begins with that activity."),
        ),
        IS_DELIVERED.code: GateWords(
            asks=_("An activity for this request was delivered, and none is in delivery."),
            clause=_UPON_REQUEST,
            missing=_("No activity for this request was delivered to its end; in delivery: %(delivering)s."),
            remedy=_("An officer completes the activities first."),
        ),
    },
)

"""The words of the way of consultations, by the keys of its table."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.coordination.consultations import (
    BODY_EXISTS,
    HAS_FOCAL_POINT,
    HAS_PAPER,
    HAS_RESOLUTION,
    IN_TIME,
    IS_OVER,
    MAY_BE_SILENT,
)
from accede.foundation.workflow.flow import FlowWords, GateWords, StepWords
from accede.modules.coordination.fields.codes import STATES

_RULES = _("Rules of the programme, “Coordination”")

CONSULTATION_WORDS = FlowWords(
    title=_("Consultation with a body"),
    states=STATES,
    steps={
        "send": StepWords(_("Send it"), _("The consultation is sent.")),
        "agree": StepWords(_("We agree"), _("Your agreement is recorded.")),
        "clear": StepWords(_("We have no objection"), _("It is recorded that you have no objection.")),
        "object": StepWords(_("We object"), _("Your objection is recorded.")),
        "note-agreement": StepWords(_("The body agreed"), _("The agreement of the body is recorded.")),
        "note-clearance": StepWords(
            _("The body had no objection"), _("It is recorded that the body has no objection.")
        ),
        "note-objection": StepWords(_("The body objected"), _("The objection of the body is recorded.")),
        "lapse": StepWords(_("The time is over"), _("It is recorded that there was no objection by the date.")),
        "resolve": StepWords(_("The objection is resolved"), _("It is recorded how the objection was resolved.")),
        "call-off": StepWords(pgettext_lazy("consultation", "Call it off"), _("The consultation is called off.")),
    },
    gates={
        BODY_EXISTS.code: GateWords(
            asks=_("The body exists on the day."),
            clause=_("ECOSOC resolution 2007/18, paragraph 6"),
            missing=_("%(body)s has ended."),
            remedy=_("Consult the body that took over its work."),
        ),
        HAS_FOCAL_POINT.code: GateWords(
            asks=_("An office of the body is recorded that counts on the day."),
            clause=_RULES,
            missing=_("The office to which it would be sent no longer counts."),
            remedy=_("Record the focal point of the body, and open the consultation anew."),
        ),
        IN_TIME.code: GateWords(
            asks=_("The time to answer is not over."),
            clause=_RULES,
            missing=_("The time to answer ended on %(day)s."),
            remedy=_("Write to the programme: it can record a later answer with your letter."),
        ),
        HAS_PAPER.code: GateWords(
            asks=_("The answer of the body is kept with it."),
            clause=_("ECOSOC resolution 2007/18, paragraph 1"),
            missing=_("The letter by which the body answered is not kept with it."),
            remedy=_("Record it on the page “Record the answer of the body”."),
        ),
        HAS_RESOLUTION.code: GateWords(
            asks=_("A document shows that the body no longer objects."),
            clause=_("ECOSOC resolution 2007/18, paragraph 4"),
            missing=_("No document shows that the body no longer objects."),
            remedy=_("Record it on the page “Record how it was settled”."),
        ),
        IS_OVER.code: GateWords(
            asks=_("The time to answer is over."),
            clause=_RULES,
            missing=_("The body can answer until %(day)s."),
            remedy=_("Wait, or record the answer that came."),
        ),
        MAY_BE_SILENT.code: GateWords(
            asks=_("Silence is enough: close coordination needs an answer."),
            clause=_("ECOSOC resolution 2007/18, paragraph 4"),
            missing=_("Where it is closely coordinated, silence is no answer."),
            remedy=_("Ask the body for its answer and record it."),
        ),
    },
)

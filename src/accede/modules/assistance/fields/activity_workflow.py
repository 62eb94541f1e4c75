"""The words of the way of an activity: its steps, and what each gate asks, misses and offers as a remedy."""

from django.utils.translation import gettext_lazy as _

from accede.core.assistance.activities import HAS_OUTCOME, IS_OVER
from accede.foundation.workflow.flow import FlowWords, GateWords, StepWords
from accede.modules.assistance.fields.activities import ACTIVITY_STATES

ACTIVITY_WORDS = FlowWords(
    title=_("Activity of assistance"),
    states=ACTIVITY_STATES,
    steps={
        "approve": StepWords(_("Approve it"), _("The activity is approved.")),
        "deliver": StepWords(_("Begin the delivery"), _("The activity is in delivery.")),
        "finish": StepWords(_("It was delivered"), _("The activity is delivered.")),
        "replan": StepWords(_("Take it back to its plan"), _("The activity is a plan again.")),
        "cancel": StepWords(_("Cancel it"), _("The activity is cancelled.")),
    },
    gates={
        "assistance.request": GateWords(
            _("Everybody for whom it is has asked, and the programme has accepted the request."),
            _("ECOSOC resolution 2007/18, paragraph 1: upon request"),
            _("No accepted request with its document: %(beneficiaries)s."),
            _("The State files its request, or an officer registers its note; then an officer accepts it."),
        ),
        "assistance.consent": GateWords(
            _("Each State that is visited has consented."),
            _("ECOSOC resolution 2007/18, preamble: with the consent of the States concerned"),
            _("No consent that covers the days, topics and participants: %(states)s."),
            _("The State gives its consent by a note or letter, which its focal point or an officer records."),
        ),
        "assistance.resources": GateWords(
            _("The money is committed, and nothing is lacking."),
            _("ECOSOC resolution 2007/18, paragraph 1: subject to the availability of extrabudgetary resources"),
            _("The money is not committed, or is lacking: %(gap)s US$ are known to be lacking."),
            _("A finance officer commits the money. Until then the activity stays visible with its gap."),
        ),
        "assistance.coordination": GateWords(
            _("The bodies that the paragraphs name were heard."),
            _("ECOSOC resolution 2007/18, paragraphs 1, 4 and 6: consultation and coordination"),
            _("Not heard, as closely as the paragraph wants it: %(bodies)s."),
            _("Record the contact with the body, its answer or its time to object, and the document."),
        ),
        "assistance.mandate": GateWords(
            _("A paragraph is cited of a resolution whose adoption is recorded."),
            _("ECOSOC resolution 2007/18, paragraph 6: within its mandate"),
            _("No mandate whose adoption is recorded: %(cited)s."),
            _("An officer records the adoption of the resolution, with symbol, day and source."),
        ),
        "assistance.discretion": GateWords(
            _("It was decided whether work with other organisations is appropriate."),
            _("ECOSOC resolution 2007/18, paragraph 6: whenever appropriate"),
            _("Nobody has decided yet: paragraph %(paragraph)s."),
            _("An officer records the decision, yes or no, with its reason."),
        ),
        "assistance.law": GateWords(
            _("It was looked at under international law."),
            _("ECOSOC resolution 2007/18, paragraph 3: in accordance with international law"),
            _("Not looked at, or still open: %(questions)s."),
            _("An officer records the look at international law, with its document."),
        ),
        "assistance.languages": GateWords(
            _("It is given in the official languages in which it was asked for."),
            _("ECOSOC resolution 2007/18, preamble: in the official languages of the United Nations"),
            _("Not given in: %(languages)s."),
            _("Give it in these languages too, or record an exception, which a second person confirms."),
        ),
        "assistance.rule_of_law": GateWords(
            _("It was decided what of criminal justice and the rule of law is built in."),
            _("ECOSOC resolution 2007/18, paragraph 5: whenever appropriate"),
            _("No decision, or its component is tied to no budget line and no indicator."),
            _("An officer records the decision with its reason, the budget line and the indicator."),
        ),
        "assistance.softness": GateWords(
            _("A State is invited, never blamed."),
            _("ECOSOC resolution 2007/18, paragraph 2: urges to consider"),
            _("Title or objective blame a State: %(words)s."),
            _("Write that the State is invited to join."),
        ),
        IS_OVER.code: GateWords(
            _("Its last day has come."),
            _("Rules of the record, “Activities”"),
            _("Its last day, %(last)s, has not come yet."),
            _("Come back on that day, or correct the days."),
        ),
        HAS_OUTCOME.code: GateWords(
            _("A document shows what came of it."),
            _("Rules of the record, “Activities”"),
            _("No document shows what came of it."),
            _("Add the report of the activity as a file."),
        ),
    },
)

"""The words of the way of reports, by the keys of its table."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.reports.clearance import FROZEN, IS_OVER, NO_SUGGESTIONS, SECOND_PERSON, TRANSLATED
from accede.foundation.workflow.flow import FlowWords, GateWords, StepWords
from accede.modules.reporting.fields.reports import STATES

_RULES = _("Rules of the programme, “Reports”")

REPORT_WORDS = FlowWords(
    title=_("Report"),
    states=STATES,
    steps={
        "review": StepWords(pgettext_lazy("report", "Reviewed: it can be cleared"), _("The report is reviewed.")),
        "clear": StepWords(pgettext_lazy("report", "Clear it"), _("The report is cleared.")),
        "issue": StepWords(
            pgettext_lazy("report", "Issue it"), _("The report is issued. Nobody can change it any more.")
        ),
        "send-back": StepWords(
            pgettext_lazy("report", "Send it back to the drafters"), _("The report is a draft again.")
        ),
    },
    gates={
        SECOND_PERSON.code: GateWords(
            asks=_("Somebody looks at it who did not write in it."),
            clause=_RULES,
            missing=_("You wrote in this report."),
            remedy=_("Ask somebody who did not."),
        ),
        NO_SUGGESTIONS.code: GateWords(
            asks=_("Each suggested sentence was accepted or taken out."),
            clause=_RULES,
            missing=_("Suggested sentences that nobody has accepted: %(count)s."),
            remedy=_("Accept them or take them out, on the page of their section."),
        ),
        IS_OVER.code: GateWords(
            asks=_("The period is over."),
            clause=_RULES,
            missing=_("The period lasts until %(day)s."),
            remedy=_("Wait for its end."),
        ),
        FROZEN.code: GateWords(
            asks=_("Each figure in the text and the annexes is frozen."),
            clause=_RULES,
            missing=_("Figures that are not frozen: %(count)s."),
            remedy=_("Freeze the figures once the cut-off day has come."),
        ),
        TRANSLATED.code: GateWords(
            asks=_("Each paragraph is translated into each language in which the report is to be issued."),
            clause=_RULES,
            missing=_("Paragraphs are missing or out of date in: %(languages)s."),
            remedy=_("Bring the translations up to date, or leave a language out on the page of the masthead."),
        ),
    },
)

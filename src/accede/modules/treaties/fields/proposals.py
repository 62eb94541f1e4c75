"""The words of an import that two persons bring in, by the keys of its workflow."""

from django.utils.translation import gettext_lazy as _

from accede.core.treaties.proposing import HAS_FILE, Stage
from accede.foundation.fields import Named
from accede.foundation.workflow.flow import FlowWords, GateWords, StepWords

STAGE_WORDS = {
    Stage.PROPOSED.value: _("Waits for a second person"),
    Stage.CONFIRMED.value: _("Confirmed"),
    Stage.DECLINED.value: _("Declined"),
}
STAGE = Named("state", _("Where it is"), STAGE_WORDS)

PROPOSAL_WORDS = FlowWords(
    title=_("Import that two persons bring in"),
    states=STAGE_WORDS,
    steps={
        "confirm": StepWords(_("Confirm the import"), _("The import is confirmed; its rows are in the record.")),
        "decline": StepWords(_("Decline the import"), _("The import is declined; nothing of it is in the record.")),
    },
    gates={
        HAS_FILE.code: GateWords(
            asks=_("The file that was proposed can still be read."),
            clause=_("Rules of the record, “Two persons for what is second hand”"),
            missing=_("The file that was proposed is no longer here."),
            remedy=_("Decline this import, and have the file brought again."),
        )
    },
)

"""What is missing on the way to joining, in the reader's language, and where documents for it are prepared."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from accede.core.assistance.joining_way import StepStanding
from accede.foundation import clock
from accede.foundation.exports import Link
from accede.foundation.texts import readers_language
from accede.modules.cooperation.queries.snapshot import current_cooperation
from accede.modules.cooperation.words.model_instruments import open_plan
from accede.modules.outcomes.fields.joining import WayFacts
from accede.modules.treaties.queries.register import current_register
from accede.modules.treaties.words.reasons import speaker_of


def missing_of(found: WayFacts) -> Mapping[str, Sequence[str]]:
    """Return what is missing of each open step, by its key."""
    missing: dict[str, list[str]] = {}
    words = {"way.nobody": _("who takes it"), "way.no_day": _("the day for which it is planned")}
    for reason in found.finding.because:
        if reason.code in words:
            missing.setdefault(str(reason.facts["step"]), []).append(words[reason.code])
    for one in found.steps:
        if one.standing == StepStanding.OVERDUE:
            missing.setdefault(one.step, []).append(_("whether it was taken: the planned day has passed"))
    return missing


def why_in_force(found: WayFacts) -> list[str]:
    """Return why the instrument enters into force for the State on the computed day, with its article."""
    lines = speaker_of(current_register(), readers_language()).lines(found.takes_effect.because)
    return [line.in_full for line in lines]


def papers_for(found: WayFacts) -> list[Link]:
    """Return where documents are prepared: the model instrument in Word, while an act is open to the State."""
    register = current_register()
    if found.state not in register.states or found.finding.answer.is_closed:
        return []
    steps = Link(_("What joining takes"), reverse("cooperation:state-plan", args=[found.state]))
    if open_plan(current_cooperation(), found.state, found.instrument, clock.today()) is None:
        return [steps]
    model = reverse("cooperation:model-docx", args=[found.state, found.instrument])
    return [Link(_("Model instrument, as a Word document"), model), steps]

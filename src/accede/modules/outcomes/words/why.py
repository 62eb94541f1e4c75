"""Why an outcome counts or does not, in the reader's language, and what to do next."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.core.assistance.outcomes import OutcomeKind
from accede.foundation.exports import Link
from accede.foundation.texts import format_day
from accede.modules.outcomes.fields.outcomes import OutcomeFacts
from accede.modules.treaties.queries.register import current_register


def why(one: OutcomeFacts) -> list[str]:
    """Return the sentences of a finding, in order."""
    return [_sentence(reason.code, reason.facts) for reason in one.finding.because]


def ways_to_fact(one: OutcomeFacts) -> list[Link]:
    """Return where the record holds the fact, or would hold it."""
    if one.kind == OutcomeKind.ACT and one.state not in current_register().states:
        return []
    if one.kind == OutcomeKind.ACT:
        return [Link(_("The record of this pair"), reverse("treaties:record-detail", args=[one.state, one.reference]))]
    if one.kind == OutcomeKind.LAW:
        return [Link(_("The laws that are recorded"), reverse("legislation:laws"))]
    if one.kind == OutcomeKind.TREATY:
        return [Link(_("The bilateral treaties that are recorded"), reverse("cooperation:treaty-list"))]
    return [Link(_("The organisations that are recorded"), reverse("identity:organisations"))]


def _sentence(code: str, facts: Mapping[str, object]) -> str:
    days = {
        key: format_day(value, get_language() or "en") if isinstance(value, date) else value
        for key, value in facts.items()
    }
    return _SENTENCES[code]() % days


_SENTENCES = {
    "outcome.not_yet": lambda: _("It was reported on %(day)s."),
    "outcome.held": lambda: _("The record holds this fact, on %(day)s, the day that was reported."),
    "outcome.no_fact": lambda: _(
        "The record does not hold this fact yet. Once it is recorded there, the outcome counts by itself."
    ),
    "outcome.fact_without_day": lambda: _(
        "The record holds this fact, but no source gives its day. Bring in a source that does."
    ),
    "outcome.other_day": lambda: _(
        "The record holds this fact on %(recorded)s, and %(reported)s was reported. One of the two is to be corrected."
    ),
}

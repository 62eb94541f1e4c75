"""A State's acts as marks on a line of years."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from accede.core.treaties.acts import CONSENT_KINDS, ActKind
from accede.foundation.charts import Mark, Words, draw_time_line
from accede.modules.treaties.words.chronology import ActLine
from accede.modules.treaties.words.page_question import RegisterPageQuestion


def time_line(question: RegisterPageQuestion, state: str, acts: Sequence[ActLine], *, first: date) -> str:
    """Draw acts from `first`, or from the first act where that is earlier, to the day of the page; nothing for none."""
    marks = [Mark(act.on, _kind(act.kind)) for act in acts if act.on is not None]
    if not marks:
        return ""
    return draw_time_line(
        marks,
        Words(
            "acts",
            title=_("Acts of %(state)s") % {"state": question.state_name(state)},
            description=_("Each mark is an act, on its day. The same acts stand below as a table."),
        ),
        first=min(first, *(mark.on for mark in marks)),
        last=question.day_asked.on,
        mirrored=bool(get_language_info(question.language)["bidi"]),
    )


def _kind(kind: str) -> str:
    """Return the class of a mark: consent is filled, signature open, denunciation dark, all else plain."""
    if kind in {consent.value for consent in CONSENT_KINDS}:
        return "chart-joined"
    return {ActKind.SIGNATURE.value: "chart-signed", ActKind.DENUNCIATION.value: "chart-left"}.get(kind, "chart-other")

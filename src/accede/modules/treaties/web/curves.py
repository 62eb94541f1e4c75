"""The register's curves as figures: all on one scale, from the year of the first instrument to today."""

from collections.abc import Iterable
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from accede.foundation.charts import Frame, StepPoint, Words, draw_curve
from accede.modules.treaties.queries.curves import step_on
from accede.modules.treaties.words.page_question import RegisterPageQuestion

FIRST_DAY = date(1963, 1, 1)


def curve_figure(question: RegisterPageQuestion, key: str, *, large: bool = False) -> SafeString:
    """Return the curve of parties to an instrument, the page's day marked; small ones share scale and size."""
    register, on = question.register, question.day_asked.on
    facts, steps = register.instruments[key], register.curves[key]
    held = step_on(steps, on)
    frame = Frame(
        FIRST_DAY,
        question.day_asked.today,
        top=register.top_of_curves,
        width=720 if large else 160,
        height=240 if large else 74,
        axes=large,
        ends=not large,
        mirrored=bool(get_language_info(question.language)["bidi"]),
    )
    words = Words(
        identity=f"curve-{facts.core.number}",
        title=_("%(instrument)s: parties since 1963") % {"instrument": facts.title(question.language).short},
        description=_(
            "Parties on the day: %(bound)s. Not known: %(not_known)s, of these no party on an earlier day: %(then)s."
        )
        % {"bound": held.bound, "not_known": held.not_known, "then": held.not_party_then},
    )
    points = [StepPoint(step.on, step.bound, step.not_known, step.not_party_then) for step in steps]
    return draw_curve(points, frame, words, marks=_marks(facts.core.in_force_on if large else None), day=on)


def _marks(in_force_on: date | None) -> Iterable[date]:
    return () if in_force_on is None else (in_force_on,)

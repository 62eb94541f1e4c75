"""How a consultation begins that somebody opens because of an overlap: the office, and a letter to go on from."""

from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from accede.foundation.access import Actor
from accede.foundation.texts import format_day
from accede.modules.coordination.fields.consultations import ConsultationDetails
from accede.modules.coordination.fields.plans import SHARED, PlanFacts
from accede.modules.coordination.queries.focal_points import office_of

WORKING_DAYS = "10"
"""What stands in the form to begin with: two weeks of work."""


def consultation_begun(actor: Actor, plan: PlanFacts, *, on: date) -> ConsultationDetails:
    """Return what stands in the form, in the language of the office: of the plan what its body said itself.

    Of what the body alone knows nothing is said: whoever reads the letter in an office may be somebody else.
    """
    office = office_of(actor, plan.body, on=on)
    if office is None:
        return ConsultationDetails(None, "coordinated", WORKING_DAYS, "")
    with translation.override(office.language):
        words = ""
        if plan.level == SHARED and plan.first_day is not None:
            sentence = _(
                "You plan “%(title)s” from %(day)s on. What we plan is of the same theme, in the same place and at "
                "nearly the same time. Please tell us whether you see a conflict, and whether it can be done together."
            )
            words = sentence % {"title": plan.title, "day": format_day(plan.first_day, office.language)}
    return ConsultationDetails(office.id, "coordinated", WORKING_DAYS, words)

"""The API: the REST faces of all modules under one address and one description."""

from accede.foundation.calendar.rest import router as calendar
from accede.foundation.rest import Api
from accede.foundation.search.rest import router as search
from accede.modules.assessments.rest.assessments import router as assessments
from accede.modules.assistance.rest.activities import router as activities
from accede.modules.assistance.rest.requests import router as assistance
from accede.modules.cooperation.rest.router import router as cooperation
from accede.modules.coordination.rest.coordination import router as coordination
from accede.modules.coordination.rest.plans import router as plans
from accede.modules.identity.rest.organisations import router as organisations
from accede.modules.legislation.rest.laws import router as laws
from accede.modules.legislation.rest.reviews import router as law_reviews
from accede.modules.mandates.rest.router import router as mandates
from accede.modules.outcomes.rest.outcomes import router as outcomes
from accede.modules.reporting.rest.router import router as reporting
from accede.modules.resources.rest.router import router as resources
from accede.modules.training.rest.training import router as training
from accede.modules.treaties.rest.router import router as treaties

api = Api(
    title="Accede",
    version="1",
    description=(
        "The register of the universal instruments against terrorism: which State has joined which, with what effect, "
        "on any day, and why; on which legal bases States can cooperate, and what would help. Words are in the "
        "language that the header Accept-Language asks for (ar, en, es, fr, ru, zh-hans). Every answer has an entity "
        "tag; every error is a problem document (RFC 9457)."
    ),
)
api.add_router("search/", search)
api.add_router("", organisations)
api.add_router("mandates/", mandates)
api.add_router("calendar/", calendar)
api.add_router("", treaties)
api.add_router("cooperation/", cooperation)
api.add_router("coordination/", coordination)
api.add_router("coordination/", plans)
api.add_router("resources/", resources)
api.add_router("assistance/", assistance)
api.add_router("assessments/", assessments)
api.add_router("laws/", laws)
api.add_router("law-reviews/", law_reviews)
api.add_router("reporting/", reporting)
api.add_router("activities/", activities)
api.add_router("training/", training)
api.add_router("outcomes/", outcomes)

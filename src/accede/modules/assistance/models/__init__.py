"""Tables of requests."""

from accede.modules.assistance.models.activities import Activity, ActivityPaper, ActivityPartner
from accede.modules.assistance.models.letters import RequestLetter
from accede.modules.assistance.models.questions import RequestQuestion
from accede.modules.assistance.models.requests import AssistanceRequest

__all__ = ["Activity", "ActivityPaper", "ActivityPartner", "AssistanceRequest", "RequestLetter", "RequestQuestion"]

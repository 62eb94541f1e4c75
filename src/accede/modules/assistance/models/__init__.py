"""Tables of requests."""

from accede.modules.assistance.models.letters import RequestLetter
from accede.modules.assistance.models.questions import RequestQuestion
from accede.modules.assistance.models.requests import AssistanceRequest

__all__ = ["AssistanceRequest", "RequestLetter", "RequestQuestion"]

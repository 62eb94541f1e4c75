"""Tables of outcomes."""

from accede.modules.outcomes.models.joining import JoiningStep, JoiningWay
from accede.modules.outcomes.models.outcomes import Lesson, Outcome, OutcomeFollowUp

__all__ = ["JoiningStep", "JoiningWay", "Lesson", "Outcome", "OutcomeFollowUp"]

"""Tables of outcomes."""

from accede.modules.outcomes.models.outcomes import Lesson, Outcome, OutcomeFollowUp

__all__ = ["Lesson", "Outcome", "OutcomeFollowUp"]

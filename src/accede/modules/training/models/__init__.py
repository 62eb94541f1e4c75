"""Tables of training."""

from accede.modules.training.models.events import Call, Session, TrainingEvent
from accede.modules.training.models.people import Attendance, Official, Participant
from accede.modules.training.models.results import Assessment, Certificate, FollowUp, SamePerson

__all__ = [
    "Assessment",
    "Attendance",
    "Call",
    "Certificate",
    "FollowUp",
    "Official",
    "Participant",
    "SamePerson",
    "Session",
    "TrainingEvent",
]

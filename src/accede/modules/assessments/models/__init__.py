"""Tables of assessments. Who may read a row is said by its level; the State's consent decides on the level."""

from accede.modules.assessments.models.assessments import Assessment, Finding, FollowUp, Recommendation, TeamMember
from accede.modules.assessments.models.consents import Consent
from accede.modules.assessments.models.needs import Need, SharedNeed

__all__ = ["Assessment", "Consent", "Finding", "FollowUp", "Need", "Recommendation", "SharedNeed", "TeamMember"]

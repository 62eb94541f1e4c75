"""Tables of coordination."""

from accede.modules.coordination.models.consultations import Consultation
from accede.modules.coordination.models.focal_points import BodyFocalPoint
from accede.modules.coordination.models.plans import PlanEntry, PlanImport

__all__ = ["BodyFocalPoint", "Consultation", "PlanEntry", "PlanImport"]

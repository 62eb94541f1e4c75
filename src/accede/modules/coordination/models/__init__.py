"""Tables of coordination."""

from accede.modules.coordination.models.consultations import Consultation
from accede.modules.coordination.models.focal_points import BodyFocalPoint

__all__ = ["BodyFocalPoint", "Consultation"]

"""Tables of the treaty register."""

from accede.modules.treaties.models.editions import Edition, Part
from accede.modules.treaties.models.instruments import Coverage, Gap, Instrument
from accede.modules.treaties.models.knowledge import Known
from accede.modules.treaties.models.reports import Report

__all__ = ["Coverage", "Edition", "Gap", "Instrument", "Known", "Part", "Report"]

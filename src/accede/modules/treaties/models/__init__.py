"""Tables of the treaty register."""

from accede.modules.treaties.models.editions import Edition
from accede.modules.treaties.models.instruments import Absence, Coverage, Gap, Instrument
from accede.modules.treaties.models.proposals import Proposal
from accede.modules.treaties.models.reports import Report

__all__ = ["Absence", "Coverage", "Edition", "Gap", "Instrument", "Proposal", "Report"]

"""Tables of cooperation."""

from accede.modules.cooperation.models.rules import NationalRule
from accede.modules.cooperation.models.scenarios import SavedScenario
from accede.modules.cooperation.models.treaties import BilateralReport, RegionalReport, RegionalTreaty

__all__ = ["BilateralReport", "NationalRule", "RegionalReport", "RegionalTreaty", "SavedScenario"]

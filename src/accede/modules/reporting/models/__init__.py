"""Tables of reporting."""

from accede.modules.reporting.models.figures import FrozenFigure, IssuedFile
from accede.modules.reporting.models.reports import Report
from accede.modules.reporting.models.sections import Section, SectionVersion, Writing

__all__ = ["FrozenFigure", "IssuedFile", "Report", "Section", "SectionVersion", "Writing"]

"""The tables of the mandates: what came in and what was made of it; rows are added, never edited."""

from accede.modules.mandates.models.adoptions import Adoption, Review, Verdict
from accede.modules.mandates.models.corrections import Correction
from accede.modules.mandates.models.duties import Duty
from accede.modules.mandates.models.mandates import Mandate
from accede.modules.mandates.models.readings import Paragraph, Reading, ReadingKind

__all__ = ["Adoption", "Correction", "Duty", "Mandate", "Paragraph", "Reading", "ReadingKind", "Review", "Verdict"]

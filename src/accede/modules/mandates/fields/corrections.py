"""What officers correct of a reading, and what the record tells of an import and of a draft’s adoption."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.fields import Named
from accede.modules.mandates.fields.codes import EVIDENCE, FIELDS, GATES, SECTIONS, STRENGTHS

_CHOICES = {
    "conditions": GATES,
    "gates": GATES,
    "evidence": EVIDENCE,
    "section": SECTIONS,
    "strength": STRENGTHS,
}
_OF_AN_IMPORT = ("reading", "file")

CORRECTED = tuple(Named(key, label, _CHOICES.get(key)) for key, label in FIELDS.items() if key not in _OF_AN_IMPORT)
IMPORTED = tuple(Named(key, FIELDS[key]) for key in _OF_AN_IMPORT)
ADOPTED = (
    Named("adopted_as", _("Adopted as")),
    Named("adopted_on", _("Day of adoption")),
    Named("source", _("Source")),
    Named("is_verified", _("Checked against the adopted text")),
)

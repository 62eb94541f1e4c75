"""What an office has templates for, on one page; a module adds its own."""

from accede.foundation.documents.templates.kinds import TemplateKind
from accede.modules.cooperation.words.opinion_letter import OPINION_LETTER

TEMPLATE_KINDS: tuple[TemplateKind, ...] = (OPINION_LETTER,)

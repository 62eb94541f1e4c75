"""Effects in a word or two, for cells of a table; the whole sentence stands beside or behind each."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.cooperation.effects import Effect

SHORT = {
    Effect.NONE: _("No basis found"),
    Effect.NOT_KNOWN: _("Not known"),
    Effect.NO_DUTY: _("No duty"),
    Effect.TEXT_NOT_READ: _("Text not read"),
    Effect.OPTION: _("Option"),
    Effect.OPTION_OR_RECOGNITION: _("Option or recognition"),
    Effect.OWN_LAW: _("Own law"),
    Effect.RECOGNISED: _("Recognised"),
    Effect.TREATY_TERMS: _("Terms of a treaty"),
    Effect.INCLUSION_UNDERTAKEN: _("Inclusion undertaken"),
    Effect.INCLUDED: _("Included"),
    Effect.ASSISTANCE: _("Duty to assist"),
    Effect.ASSISTANCE_BY_TREATY: _("Duty, through a treaty"),
    Effect.SUBMISSION: _("Duty to submit"),
    Effect.SUPERSEDED: pgettext_lazy("legal basis", "Superseded"),
    Effect.IF_FACTS_ALLOW: _("By the facts"),
}


def short_words(effect: Effect | str) -> str:
    """Return an effect in a word or two."""
    return str(SHORT[Effect(effect)])

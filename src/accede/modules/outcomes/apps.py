"""The app of outcomes."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutcomesConfig(AppConfig):
    """Outcomes, their follow-up, what was learned; the file of a State."""

    name = "accede.modules.outcomes"
    label = "outcomes"
    verbose_name = _("Outcomes")

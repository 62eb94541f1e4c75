"""The app of legislation."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LegislationConfig(AppConfig):
    """Laws of States, what the instruments ask of them, and what answers."""

    name = "accede.modules.legislation"
    label = "legislation"
    verbose_name = _("Laws")

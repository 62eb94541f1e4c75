"""The app of assistance to States."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssistanceConfig(AppConfig):
    """Requests of States, the questions asked about them, and the letters written."""

    name = "accede.modules.assistance"
    label = "assistance"
    verbose_name = _("Assistance")

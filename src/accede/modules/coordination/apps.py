"""The app of coordination."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoordinationConfig(AppConfig):
    """Bodies, their focal points, consultations."""

    name = "accede.modules.coordination"
    label = "coordination"
    verbose_name = _("Coordination")

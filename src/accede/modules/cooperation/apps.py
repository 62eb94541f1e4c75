"""The app of cooperation between States."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CooperationConfig(AppConfig):
    """Legal bases and plans."""

    name = "accede.modules.cooperation"
    label = "cooperation"
    verbose_name = _("Cooperation")

"""The app of the treaty register."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TreatiesConfig(AppConfig):
    """The treaty register."""

    name = "accede.modules.treaties"
    label = "treaties"
    verbose_name = _("Treaty register")

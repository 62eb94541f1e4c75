"""The app of voluntary money."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    """Funds, rates, contributions, the ledger."""

    name = "accede.modules.resources"
    label = "resources"
    verbose_name = _("Resources")

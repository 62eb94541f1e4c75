"""The app of the mandates."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MandatesConfig(AppConfig):
    """The mandates."""

    name = "accede.modules.mandates"
    label = "mandates"
    verbose_name = _("Mandates")

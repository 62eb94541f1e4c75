"""The app of the reference tables."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReferenceConfig(AppConfig):
    """States, groups and sources."""

    name = "accede.modules.reference"
    label = "reference"
    verbose_name = _("Reference")

"""The app of figures and reports."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportingConfig(AppConfig):
    """Definitions, figures, reports."""

    name = "accede.modules.reporting"
    label = "reporting"
    verbose_name = _("Reporting")

"""The app of assessments."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentsConfig(AppConfig):
    """Consents, visits, findings, needs, recommendations."""

    name = "accede.modules.assessments"
    label = "assessments"
    verbose_name = _("Assessments")

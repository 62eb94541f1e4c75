"""The app of the record."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    """The record of who did what."""

    name = "accede.foundation.audit"
    label = "audit"
    verbose_name = _("Record of what was done")
    default_auto_field = "django.db.models.BigAutoField"

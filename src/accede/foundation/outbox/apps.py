"""The app of letters and notices."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutboxConfig(AppConfig):
    """Letters that wait or were sent, notices, and how each person wants to be told."""

    name = "accede.foundation.outbox"
    label = "outbox"
    verbose_name = _("Letters and notices")

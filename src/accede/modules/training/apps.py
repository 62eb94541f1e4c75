"""The app of training."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingConfig(AppConfig):
    """Events, sessions, nominations, attendance, certificates."""

    name = "accede.modules.training"
    label = "training"
    verbose_name = _("Training of officials")

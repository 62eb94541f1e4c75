"""The app of forms."""

from django.apps import AppConfig


class FormsConfig(AppConfig):
    """What was sent, and what is being written."""

    name = "accede.foundation.forms"
    label = "forms"

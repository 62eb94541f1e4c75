"""The app of comments."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    """Conversations about things."""

    name = "accede.foundation.comments"
    label = "comments"
    verbose_name = _("Conversations")

"""The app of stored files."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FilesConfig(AppConfig):
    """Files that people brought: whose, who may have them, where their bytes lie."""

    name = "accede.foundation.files"
    label = "files"
    verbose_name = _("Stored files")

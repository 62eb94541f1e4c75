"""The app of the search."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The index of everything that can be found."""

    name = "accede.foundation.search"
    label = "search"
    verbose_name = _("Search")

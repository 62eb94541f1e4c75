"""The app of the calendar."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CalendarConfig(AppConfig):
    """Private addresses of calendars; what stands in them the modules hold."""

    name = "accede.foundation.calendar"
    label = "calendar"
    verbose_name = _("Calendar")

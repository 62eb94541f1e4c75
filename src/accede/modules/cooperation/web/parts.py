"""The parts of this section, as tabs."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.access.tabs import Tab
from accede.modules.cooperation.web.question import CooperationPageQuestion


def section(current: str) -> dict[str, object]:
    """Return the parts as pages of kept things take them, which speak of today."""
    return {"tabs": _parts(current, ""), "tabs_label": _("Cooperation")}


def parts(question: CooperationPageQuestion, current: str) -> list[Tab]:
    """Return the parts on the day of the page, the current one marked."""
    return _parts(current, question.day_asked.query)


def _parts(current: str, query: str) -> list[Tab]:
    names = (
        ("finder", _("Legal bases")),
        ("state-list", _("States")),
        ("world", _("The world")),
        ("differences", _("Two days")),
        ("world-plan", _("What would help")),
        ("scenarios", _("Scenarios")),
        ("calendar", _("Calendar")),
        ("treaty-list", _("Treaties")),
        ("rule-list", _("National rules")),
    )
    return [Tab(label, f"{reverse(f'cooperation:{name}')}{query}", is_current=name == current) for name, label in names]

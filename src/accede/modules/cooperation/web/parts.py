"""The parts of this section, as tabs."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from accede.modules.cooperation.web.asking import Question


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its words, its address."""

    label: str
    address: str
    is_current: bool


def parts(question: Question, current: str) -> list[Part]:
    """Return the parts, the current one marked."""
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
    return [Part(label, question.here(f"cooperation:{name}"), is_current=name == current) for name, label in names]

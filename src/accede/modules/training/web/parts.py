"""The parts of the pages of training, as tabs; each reader is offered those that open to them."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.translation import gettext as _

from accede.foundation.access.tabs import tabs_for
from accede.foundation.fields import Words
from accede.modules.training.access import OFFICIALS_NOMINATE, TRAINING_COUNT, TRAINING_KEEP, TRAINING_READ


def section(request: HttpRequest, current: str) -> dict[str, object]:
    """Return what the pages of training have in common."""
    parts = (
        ("training:events", _("Training events"), (TRAINING_READ,)),
        ("training:calls", _("Calls for nominations"), (OFFICIALS_NOMINATE, TRAINING_READ)),
        ("training:figures", _("Persons and attendances"), (TRAINING_COUNT,)),
        ("training:persons", _("Is this one official?"), (TRAINING_KEEP,)),
        ("training:notice", _("What is kept on officials"), (OFFICIALS_NOMINATE, TRAINING_READ)),
    )
    return {"tabs": tabs_for(request, parts, f"training:{current}"), "tabs_label": _("Training of officials")}


def to_choose(choices: Mapping[str, Words]) -> dict[str, str]:
    """Return choices for a form in which none is chosen to begin with."""
    return {"": _("Choose"), **{key: str(words) for key, words in choices.items() if key}}

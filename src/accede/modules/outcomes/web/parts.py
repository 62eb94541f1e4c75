"""What the pages of outcomes have in common: what their forms offer, and where they lead."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Scope, can
from accede.foundation.access.acting import actor_of
from accede.foundation.fields import Words
from accede.modules.identity.queries.scopes import state_names
from accede.modules.outcomes.access import OUTCOMES_KEEP


def to_choose(words: Mapping[str, Words]) -> dict[str, str]:
    """Return choices with an empty one before them."""
    return {"": _("Choose"), **{code: str(one) for code, one in words.items()}}


def states_to_choose(request: HttpRequest) -> dict[str, str]:
    """Return the States for which the reader may record outcomes, by code and name."""
    actor = actor_of(request)
    return {
        code: f"{name} ({code})" if name else code
        for code, name in state_names(on=clock.today()).items()
        if can(actor, OUTCOMES_KEEP, on=Scope("state", code))
    }


def address_of(number: int) -> str:
    """Return the address of an outcome's page."""
    return reverse("outcomes:outcome", args=[number])

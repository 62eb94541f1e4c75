"""Requests and activities that wait for somebody, for the page of own work."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.core.assistance.activities import ActivityState
from accede.foundation import clock
from accede.foundation.access import Actor
from accede.foundation.access.errands import Item
from accede.foundation.texts import format_day, isolated
from accede.modules.assistance.fields.activities import ACTIVITY_STATES
from accede.modules.assistance.fields.codes import STATES
from accede.modules.assistance.fields.requests import RequestFacts
from accede.modules.assistance.queries.requests import first_waiting_for
from accede.modules.assistance.services.activity_flow import Waiting, activities_waiting_for

_MOST = 10


def requests_waiting(actor: Actor) -> Sequence[Item]:
    """Return the first requests that wait for the actor, each with whose it is, where it is and by when."""
    return [
        Item(f"{one.called} {one.subject}" if one.reference else one.called or one.requester, _address(one), _note(one))
        for one in first_waiting_for(actor, most=_MOST)
    ]


def activities_waiting(actor: Actor) -> Sequence[Item]:
    """Return the first activities that wait for the actor, each with where it is and which gates are shut."""
    found = activities_waiting_for(actor, most=_MOST, at=clock.now())
    return [Item(one.title, reverse("assistance:activity", args=[one.number]), _gates(one)) for one in found]


def _gates(one: Waiting) -> str:
    words = [str(ACTIVITY_STATES[one.state])]
    if one.state != ActivityState.IN_DELIVERY:
        shut = _("gates that are shut: %(gates)s") % {"gates": isolated(", ".join(one.shut))}
        words.append(shut if one.shut else _("every gate is open"))
    return " · ".join(words)


def _address(one: RequestFacts) -> str:
    return reverse("assistance:request", args=[one.id])


def _note(one: RequestFacts) -> str:
    words = [isolated(one.requester), str(STATES[one.state])]
    if one.due_on is not None:
        words.append(_("due on %(day)s") % {"day": format_day(one.due_on, get_language() or "en")})
    return " · ".join(words)

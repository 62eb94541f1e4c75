"""Days of outcomes, for the calendar and for the page of own work: when they are looked at again."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Actor, can
from accede.foundation.access.errands import Item
from accede.foundation.calendar.entries import Asked, Entry, Status
from accede.foundation.texts import format_day, isolated
from accede.modules.outcomes.access import OUTCOMES_READ
from accede.modules.outcomes.queries.outcomes import follow_ups_between, follow_ups_waiting

_MOST = 10


def follow_ups_in(asked: Asked) -> Iterator[Entry]:
    """Yield the days on which outcomes are looked at again, of those that the reader may see."""
    if not can(asked.reader, OUTCOMES_READ):
        return
    for one in follow_ups_between(asked.reader, asked.first, asked.last):
        yield Entry(
            key=str(one.id),
            first=one.due_on,
            last=one.due_on,
            title=_("Does it still stand? %(title)s") % {"title": isolated(one.title)},
            words=one.state_name,
            address=reverse("outcomes:outcome", args=[one.outcome]),
            about=str(one.outcome),
            status=Status.DONE if one.answer else Status.OPEN,
            changed_at=datetime.combine(one.answered_on or one.due_on, time(), UTC),
        )


def follow_ups_to_answer(actor: Actor) -> Sequence[Item]:
    """Return the first follow-ups that wait for the actor, each with its State and since when it is due."""
    language = get_language() or "en"
    return [
        Item(
            one.title,
            reverse("outcomes:outcome", args=[one.outcome]),
            f"{isolated(one.state_name)} · {_('due on %(day)s') % {'day': format_day(one.due_on, language)}}",
        )
        for one in follow_ups_waiting(actor, on=clock.today(), most=_MOST)
    ]

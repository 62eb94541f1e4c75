"""People who follow acts are told of what came into the record; the feed says the same to programs."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from accede.foundation.access import SYSTEM, Actor
from accede.foundation.access.acting import acting
from accede.foundation.outbox.following import follow, followed_by, note_told, to_be_told, unfollow
from accede.foundation.outbox.notices import notify
from accede.modules.treaties.events import ACTS_RECORDED, FOLLOWED_ACTS
from accede.modules.treaties.models import Report
from accede.modules.treaties.queries.editions import newest_edition

_APART = "|"


def mark_of(state: str, instrument: str) -> str:
    """Return the mark of acts of a State, under an instrument, of both; of all for neither."""
    return f"{state}{_APART}{instrument}"


def parts_of(mark: str) -> tuple[str, str]:
    """Return the State and the instrument of a mark, "" for any."""
    state, _apart, instrument = mark.partition(_APART)
    return state, instrument


def follow_acts(state: str, instrument: str, *, by: Actor, at: datetime) -> None:
    """Tell the actor from now on when reports on such acts come into the record."""
    follow(FOLLOWED_ACTS, mark_of(state, instrument), by=by, up_to=newest_edition(), at=at)


def unfollow_acts(state: str, instrument: str, *, by: Actor) -> None:
    """Tell the actor no more of such acts."""
    unfollow(FOLLOWED_ACTS, mark_of(state, instrument), by=by)


def followed_acts(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Return the States and instruments whose acts the actor follows."""
    return tuple(map(parts_of, followed_by(actor, FOLLOWED_ACTS)))


def marks_seen(_actor: Actor, marks: Collection[str]) -> frozenset[str]:
    """Return what may be told to an actor: acts are public."""
    return frozenset(marks)


@transaction.atomic
def tell_followers(*, at: datetime) -> int:
    """Tell whoever follows acts of the reports that came in since they were told; return how many notices that made."""
    newest, told = newest_edition(), 0
    with acting(SYSTEM):
        for one in to_be_told(FOLLOWED_ACTS, before=newest):
            state, instrument = parts_of(one.about)
            found = Report.objects.filter(edition__gt=one.told_up_to, retracted_on__isnull=True)
            found = found.filter(state=state) if state else found
            found = found.filter(instrument=instrument) if instrument else found
            if number := found.count():
                what = " ".join(part for part in (state, instrument) if part) or "*"
                notify(ACTS_RECORDED, [one.person], at=at, about=one.about, what=what, number=number)
                told += 1
        note_told(FOLLOWED_ACTS, up_to=newest)
    return told

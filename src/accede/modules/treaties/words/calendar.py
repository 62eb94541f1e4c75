"""Days of the register, for the calendar: imports that wait for a second person, lists that have become a year old."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.core.values import months_later
from accede.foundation.access import Permission
from accede.foundation.calendar.entries import Asked, Entry, Status
from accede.foundation.texts import isolated
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.queries.proposals import proposals_visible_to
from accede.modules.treaties.queries.register import current_register

_STATUS = {"proposed": Status.OPEN, "confirmed": Status.DONE, "declined": Status.CANCELLED}


def imports_waiting(asked: Asked, *, part: Part, permission: Permission, url_name: str) -> Iterator[Entry]:
    """Yield the proposed imports of a part on the day of their proposal, with what became of them."""
    for line in proposals_visible_to(asked.reader, part, permission):
        day = line.proposed_at.date()
        if day > asked.on:
            continue
        words = _("The import %(file)s waits for a second person")
        yield Entry(
            key=f"import-{line.number}",
            first=day,
            last=day,
            title=words % {"file": isolated(line.file)},
            words=isolated(line.who),
            address=reverse(url_name, args=[line.number]),
            status=_STATUS[line.stage],
            changed_at=line.decided_at or line.proposed_at,
        )


def lists_of_parties(asked: Asked) -> Iterator[Entry]:
    """Yield when the newest list of the parties to an instrument becomes a year old: time to look for a newer one."""
    register = current_register()
    language = get_language() or "en"
    lists = [one for one in register.coverage if one.complete_on <= asked.on]
    newest = {one.instrument: one for one in sorted(lists, key=lambda one: one.complete_on)}
    for key, one in newest.items():
        title = register.instruments[key].title(language).short
        words = _("The newest list of the parties to %(instrument)s is a year old")
        day = months_later(one.complete_on, 12)
        yield Entry(
            key=f"{key}-{one.complete_on}",
            first=day,
            last=day,
            title=words % {"instrument": isolated(title)},
            words=register.sources[one.source].title,
            address=reverse("treaties:source-detail", args=[one.source]),
            about=key,
            changed_at=datetime.combine(one.complete_on, time(), UTC),
        )

"""Which treaties, and which answers that rest on them, are other ones after a change of the record."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from accede.core.cooperation.agreements import Agreement
from accede.core.cooperation.effects import Purpose
from accede.foundation.texts import format_day, listed
from accede.modules.cooperation.fields.codes import SERVES, STATUSES
from accede.modules.cooperation.queries.snapshot import Cooperation

Cell = tuple[str, str]
"""A heading and the words under it."""


def changed_treaties(before: Cooperation, after: Cooperation, on: date, language: str) -> Iterator[tuple[Cell, ...]]:
    """Yield the treaties that differ, each with what it was and becomes, and how many answers change with it.

    An answer of the day `on` is that to one State asking the other, for one offence, for extradition or assistance.
    """
    headings = (_("States"), _("Serves"), _("Before"), _("After"), _("Answers that become others"))
    was, now = ({_same(one): one for one in s.facts.agreements.values()} for s in (before, after))
    for same in sorted({*was, *now}):
        old, new = was.get(same), now.get(same)
        if old == new:
            continue
        one = old or new
        assert one is not None  # noqa: S101  (it is in one of the two)
        names = listed([before.register.states[code].name(language) for code in one.states])
        serves = listed([str(SERVES[serves]) for serves in sorted(one.serves)])
        cells = (
            names,
            serves,
            _words(old, language),
            _words(new, language),
            str(_answers(before, after, one.states, on)),
        )
        yield tuple(zip(headings, cells, strict=True))


def _same(one: Agreement) -> tuple[object, ...]:
    return (*one.states, tuple(sorted(one.serves)), one.signed_on or date.min)


def _words(one: Agreement | None, language: str) -> str:
    if one is None:
        return _("Not in this record")
    days = " – ".join(format_day(day, language) for day in (one.since, one.until) if day)
    return f"{STATUSES[one.status]} · {days}" if days else str(STATUSES[one.status])


def _answers(before: Cooperation, after: Cooperation, states: tuple[str, str], on: date) -> int:
    count = 0
    for purpose in (Purpose.EXTRADITION, Purpose.MLA):
        was, now = (snapshot.network(on, purpose).cells for snapshot in (before, after))
        places = [before.facts.world.place.get(code) for code in states]
        if None in places:
            continue
        first, second = places
        count += int((was[:, first, second] != now[:, first, second]).sum())
        count += int((was[:, second, first] != now[:, second, first]).sum())
    return count

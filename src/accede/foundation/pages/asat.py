"""The day of which a page speaks: part of every address, an input everywhere."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.pages.errors import BadInput

FIRST_DAY = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class AsAt:
    """A day, and optionally the day whose knowledge is to be used.

    `known` None means: as known now. `today` is the reader's today, for telling whether `on` was chosen.
    """

    on: date
    today: date
    known: date | None = None

    @property
    def is_today(self) -> bool:
        """Whether the page speaks of today with today's knowledge."""
        return self.on == self.today and self.known is None

    def parameters(self) -> dict[str, str]:
        """Return what an address must carry to keep this day; nothing for today."""
        carried = {} if self.on == self.today else {"on": self.on.isoformat()}
        if self.known is not None:
            carried["known"] = self.known.isoformat()
        return carried

    @property
    def query(self) -> str:
        """The same as the end of an address: "?on=2007-07-26", or nothing."""
        carried = self.parameters()
        return f"?{urlencode(carried)}" if carried else ""


def read_as_at(query: QueryDict) -> AsAt:
    """Return the day an address asks for.

    Raises:
        BadInput: a day that is no day, lies in the future, or before 1900; both parameters are read first.
    """
    today = clock.today()
    problems: list[str] = []
    on = read_day(query.get("on", ""), today=today, problems=problems)
    known = read_day(query.get("known", ""), today=today, problems=problems)
    if problems:
        raise BadInput(problems)
    return AsAt(on=on or today, today=today, known=known)


def read_day(text: str, *, today: date, problems: list[str]) -> date | None:
    """Return the day written in `text`, None for no text; what is wrong is added to `problems`."""
    text = text.strip()
    if not text:
        return None
    try:
        day = date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        day = None
    if day is None:
        problems.append(
            _("“%(text)s” is not a day. Write it as year-month-day, for example 2007-07-26.") % {"text": text[:40]}
        )
    elif day > today:
        problems.append(
            _("%(day)s lies in the future. The record speaks of days up to today, %(today)s.")
            % {"day": day.isoformat(), "today": today.isoformat()}
        )
        return None
    elif day < FIRST_DAY:
        problems.append(
            _("%(day)s is too early. The record begins in 1963; choose a day after 1900.") % {"day": day.isoformat()}
        )
        return None
    return day

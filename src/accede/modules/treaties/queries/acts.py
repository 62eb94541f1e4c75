"""Acts by day, as they are asked for."""

from dataclasses import dataclass
from datetime import date

from accede.core.treaties.acts import ActKind, SettledAct
from accede.modules.treaties.queries.register import Register


@dataclass(frozen=True, slots=True)
class ActFilter:
    """Which acts are asked for; none named asks for all."""

    states: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    kinds: tuple[ActKind, ...] = ()
    since: date | None = None
    until: date | None = None

    def takes(self, act: SettledAct) -> bool:
        """Return whether an act is asked for; one without a day is where no day is asked for."""
        return (
            (not self.states or act.state in self.states)
            and (not self.instruments or act.instrument in self.instruments)
            and (not self.kinds or act.kind in self.kinds)
            and self._takes_day(act.on)
        )

    def _takes_day(self, day: date | None) -> bool:
        if day is None:
            return self.since is None and self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def acts_by_day(register: Register, wanted: ActFilter, *, on: date) -> tuple[SettledAct, ...]:
    """Return the acts asked for, done by `on`, the latest first; acts whose day no source gives come last."""
    return tuple(act for act in register.acts_latest_first if (act.on is None or act.on <= on) and wanted.takes(act))

"""What the commands of cooperation are asked about."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from accede.foundation.console import Reading, Refused
from accede.modules.cooperation.queries.snapshot import Cooperation, cooperation_about, current_cooperation
from accede.modules.cooperation.words.opinion_question import Wrong


def open_cooperation(reading: Reading, *, about: Iterable[str] = ()) -> Cooperation:
    """Return the snapshot as it is to be read; where a question is `about` some States, with what concerns them only.

    Raises:
        Refused: nothing has been loaded yet.
    """
    names = tuple(about)
    snapshot = cooperation_about(names, reading.known) if names else current_cooperation(reading.known)
    if not snapshot.register.instruments:
        raise Refused(_("The record is empty. Load the facts that ship with: accede load facts"))
    return snapshot


def refuse(wrong: Iterable[Wrong]) -> Refused:
    """Return everything that is wrong with what was asked as one refusal, a line each."""
    lines = []
    for fault in wrong:
        near = f" {_('Perhaps you mean:')} {', '.join(fault.near)}" if fault.near else ""
        lines.append(f"{fault.words}{near}")
    return Refused("\n".join(lines))


def asked_one_state(snapshot: Cooperation, text: str, reading: Reading) -> str:
    """Return the code of a State of the network that exists on the day.

    Raises:
        Refused: there is none; the nearest are named.
    """
    finder = snapshot.register.finder
    code = finder.state(text)
    states = snapshot.register.states
    if code is None:
        near = [f"{states[n].name(reading.language)} ({n})" for n in finder.near_states(text)[:3]]
        raise Refused(
            _("“%(text)s” is no State or area that the record knows.") % {"text": text}, near, _("Perhaps you mean:")
        )
    if code not in snapshot.facts.world.place or not any(reading.on in period for period in snapshot.lives[code]):
        name = states[code].name(reading.language)
        raise Refused(
            _("On %(day)s there is no such State in the network: %(name)s.")
            % {"day": reading.on.isoformat(), "name": name}
        )
    return code

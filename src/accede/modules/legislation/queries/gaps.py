"""What a review of a State's laws leaves open, obligation by obligation, on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accede.core.legislation.catalogue import Obligation
from accede.core.legislation.reviewing import (
    Answered,
    Judgement,
    Reading,
    ToDo,
    When,
    Wording,
    answered,
    reading_of,
    to_do,
    when,
)
from accede.foundation.access import Actor
from accede.modules.legislation.queries.catalogue import catalogue
from accede.modules.legislation.queries.reviews import Decided, Rated, decisions_of, ratings_of
from accede.modules.treaties.queries.register import current_register


@dataclass(frozen=True, slots=True)
class Gap:
    """An obligation with what answers it, who decided, and what is next."""

    obligation: Obligation
    found: Answered
    reading: Reading
    to_do: ToDo
    when: When
    cited: tuple[Decided, ...]
    rated: Rated | None


@dataclass(frozen=True, slots=True)
class GapPart:
    """The obligations of an instrument (of none: those asked once), whether it binds the State; None: not known."""

    instrument: str
    binds: bool | None
    gaps: tuple[Gap, ...]


def gaps_of(actor: Actor, state: str, *, on: date, instrument: str = "") -> list[GapPart]:
    """Return what of a State's review stands on a day, by instrument; with the general questions always first.

    Decisions are those that stand now; the day says which wordings are in force and which instruments bind.
    """
    decided, rated = decisions_of(actor, state), ratings_of(actor, state)
    binding = {key: _binds(key, state, on) for key in catalogue().instruments}
    wanted = [key for key in catalogue().instruments if instrument in ("", key)]
    parts = []
    for key in ("", *wanted):
        binds = any(binding.values()) if key == "" else binding[key]
        parts.append(
            GapPart(
                key,
                None if key == "" else binds,
                tuple(
                    gap_of(one, decided.get(one.key, []), rated.get(one.key), on=on, binds=bool(binds))
                    for one in catalogue().of_instrument(key)
                ),
            )
        )
    return parts


def gap_of(obligation: Obligation, decided: Sequence[Decided], rated: Rated | None, *, on: date, binds: bool) -> Gap:
    """Return what stands of one obligation."""
    accepted = tuple(one for one in decided if one.verdict == "accepted")
    # Of a law in several wordings, those of the day are shown; where none is of the day, all that were cited.
    cited = tuple(one for one in accepted if Wording(one.starts, one.ends).is_in_force(on)) or accepted
    wordings = [Wording(one.starts, one.ends, changed=one.look_again) for one in cited]
    reading = reading_of(judgement_of(decided, rated))
    found = answered(rated.rating if rated else "", wordings, on=on)
    return Gap(obligation, found, reading, to_do(found, reading, wordings), when(found, binds=binds), cited, rated)


def judgement_of(decided: Sequence[Decided], rated: Rated | None) -> Judgement | None:
    """Return what was judged of an obligation, and when its ground was last decided."""
    if rated is None:
        return None
    ground = max((one.decided_at for one in decided), default=None)
    return Judgement(rated.rating, rated.second_rating, rated.second_at, ground)


def _binds(instrument: str, state: str, on: date) -> bool:
    register = current_register()
    return state in register.states and bool(register.standing(instrument, state, on).answer.is_bound)

"""Where a State stands under an instrument on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.treaties.acts import ActKind


class Standing(StrEnum):
    """Standing of a State under an instrument (VCLT arts. 2(1)(f) and (g), 14-18, 24, 54)."""

    NONE = "none"
    SIGNED = "signed"
    CONTRACTING = "contracting"
    """Consent given, treaty not yet in force for the State (VCLT art. 2(1)(f))."""
    PARTY = "party"
    PARTY_BY_SUCCESSION = "party_by_succession"
    WITHDRAWN = "withdrawn"
    NOT_KNOWN = "not_known"
    """The record cannot say: the source that lists the parties ends earlier, or gives no day."""
    STATE_ABSENT = "state_absent"
    """The State did not exist on that day."""
    INSTRUMENT_ABSENT = "instrument_absent"
    """The instrument had not been adopted on that day."""


BOUND = frozenset({Standing.PARTY, Standing.PARTY_BY_SUCCESSION})


@dataclass(frozen=True, slots=True)
class Position:
    """The answer to "where does this State stand": what, since when, by which act.

    Attributes:
        since: first day of this standing; None when it is not known.
        act_on: the day of the act that gives it (deposit, signature, denunciation); None when not known.
        by: the kind of that act.
        signed_on: the day of signature, if any.
        known_until: the last day on which a source confirms it; later days rest on nothing being known to the contrary.
    """

    standing: Standing
    since: date | None = None
    act_on: date | None = None
    by: ActKind | None = None
    signed_on: date | None = None
    known_until: date | None = None

    @property
    def is_bound(self) -> bool:
        """Whether the State is a party on that day."""
        return self.standing in BOUND

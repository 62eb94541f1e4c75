"""The words in which the standing of a State under an instrument is answered, and the case it is answered from."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from accede.core.explain import Reason
from accede.core.treaties.acts import ActKind, SettledAct
from accede.core.treaties.episodes import Life
from accede.core.treaties.instruments import Instrument


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
        since: first day of this standing; None when it is not known, and where the standing is not known: the first day
            of ignorance is nothing that the State did.
        act_on: the day of the act that gives it (deposit, signature, denunciation); None when not known.
        by: the kind of that act.
        signed_on: the day of signature, if any.
        known_until: the last day on which a source confirms it; later days rest on nothing being known to the contrary.
        not_party_on: where the standing is not known, the last day on which it is known not to have been a party.
        not_known_from: where the standing is not known, the first day of which the record cannot say.
        suspended_until: for a party by succession before its notification, the day of that: until then the operation of
            the instrument between it and the other parties is suspended (VCSST art. 23(2)).
    """

    standing: Standing
    since: date | None = None
    act_on: date | None = None
    by: ActKind | None = None
    signed_on: date | None = None
    known_until: date | None = None
    not_party_on: date | None = None
    not_known_from: date | None = None
    suspended_until: date | None = None

    @property
    def is_bound(self) -> bool:
        """Whether the State is a party on that day."""
        return self.standing in BOUND

    @property
    def is_operating(self) -> bool:
        """Whether the instrument works between the State and the other parties on that day."""
        return self.is_bound and self.suspended_until is None


@dataclass(frozen=True, slots=True)
class Change:
    """From `starts_on` until the next change, the State stands at `position`; the first change starts at `date.min`."""

    starts_on: date
    position: Position
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Amendment:
    """A protocol or amendment that bears on its parent's standing, with the same State's timeline under it."""

    instrument: Instrument
    timeline: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """What bears on the standing of one State under one instrument.

    Attributes:
        acts: settled acts; those of other instruments and States are left aside.
        life: when the State existed and whose acts are its own.
        parent: the State's timeline under the instrument's parent, where it has one.
        amended_by: protocols by which the State may be bound to this instrument as amended.
        needed_by: protocols and amendments to which only parties to this instrument can be party.
    """

    instrument: Instrument
    state: str
    acts: tuple[SettledAct, ...] = ()
    life: Life = field(default_factory=Life)
    parent: tuple[Change, ...] = ()
    amended_by: tuple[Amendment, ...] = ()
    needed_by: tuple[Amendment, ...] = ()

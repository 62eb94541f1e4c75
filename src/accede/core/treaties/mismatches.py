"""Every objection that the record can raise against a new report, and the facts that each one carries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from accede.core.explain import Authority
from accede.core.explain.promising import hold, promises


class MismatchCode(StrEnum):
    """What is wrong, or odd, about a report."""

    UNKNOWN_INSTRUMENT = "unknown_instrument"
    UNKNOWN_STATE = "unknown_state"
    BEFORE_ADOPTION = "before_adoption"
    BEFORE_OPENING = "before_opening"
    IN_FUTURE = "in_future"
    SOURCE_IN_FUTURE = "source_in_future"
    AFTER_ITS_SOURCE = "after_its_source"
    STATE_NOT_YET = "state_not_yet"
    STATE_NO_MORE = "state_no_more"
    DUPLICATE = "duplicate"
    ALREADY_BOUND = "already_bound"
    OTHER_KIND = "other_kind"
    OTHER_DAY = "other_day"
    NOT_SIGNED = "not_signed"
    SIGNATURE_CLOSED = "signature_closed"
    ACCESSION_NOT_OPEN = "accession_not_open"
    KIND_NOT_PROVIDED = "kind_not_provided"
    PARENT_NOT_JOINED = "parent_not_joined"
    PARENT_NOT_KNOWN = "parent_not_known"
    NO_PREDECESSOR = "no_predecessor"
    PREDECESSOR_NOT_BOUND = "predecessor_not_bound"
    NOTHING_TO_WITHDRAW = "nothing_to_withdraw"
    WITHDRAWN_BEFORE_MADE = "withdrawn_before_made"
    NOT_A_PARTY = "not_a_party"
    IN_FORCE_BEFORE_ACT = "in_force_before_act"
    IN_FORCE_BEFORE_INSTRUMENT = "in_force_before_instrument"
    EFFECTIVE_AFTER_ACT = "effective_after_act"
    EFFECTIVE_BEFORE_STATE = "effective_before_state"


MISMATCH_FACTS: Mapping[MismatchCode, frozenset[str]] = promises(
    {
        MismatchCode.UNKNOWN_INSTRUMENT: "given",
        MismatchCode.UNKNOWN_STATE: "given",
        MismatchCode.BEFORE_ADOPTION: "on adopted_on",
        MismatchCode.BEFORE_OPENING: "on opened_on",
        MismatchCode.IN_FUTURE: "on today",
        MismatchCode.SOURCE_IN_FUTURE: "attested_on today",
        MismatchCode.AFTER_ITS_SOURCE: "on attested_on",
        MismatchCode.STATE_NOT_YET: "state on begins_on",
        MismatchCode.STATE_NO_MORE: "state on ended_on",
        MismatchCode.DUPLICATE: "source",
        MismatchCode.ALREADY_BOUND: "kind on earlier_kind earlier_on",
        MismatchCode.OTHER_KIND: "kind earlier_kind on",
        MismatchCode.OTHER_DAY: "kind on earlier_on",
        MismatchCode.NOT_SIGNED: "kind",
        MismatchCode.SIGNATURE_CLOSED: "on closed_on",
        MismatchCode.ACCESSION_NOT_OPEN: "on",
        MismatchCode.KIND_NOT_PROVIDED: "kind",
        MismatchCode.PARENT_NOT_JOINED: "parent",
        MismatchCode.PARENT_NOT_KNOWN: "parent",
        MismatchCode.NO_PREDECESSOR: "state",
        MismatchCode.PREDECESSOR_NOT_BOUND: "predecessors",
        MismatchCode.NOTHING_TO_WITHDRAW: "withdraws",
        MismatchCode.WITHDRAWN_BEFORE_MADE: "on made_on",
        MismatchCode.NOT_A_PARTY: "state on",
        MismatchCode.IN_FORCE_BEFORE_ACT: "on in_force_on",
        MismatchCode.IN_FORCE_BEFORE_INSTRUMENT: "in_force_on general_on",
        MismatchCode.EFFECTIVE_AFTER_ACT: "on effective_on",
        MismatchCode.EFFECTIVE_BEFORE_STATE: "effective_on begins_on",
    }
)
"""The names of the facts that every mismatch of a code carries."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What does not fit in a report. `blocks`: it contradicts the record or itself; else it is a remark to be read."""

    code: MismatchCode
    blocks: bool
    facts: Mapping[str, object] = field(default_factory=dict)
    authority: Authority | None = None
    acts: tuple[str, ...] = ()


def obstacle(
    code: MismatchCode, authority: Authority | None = None, acts: tuple[str, ...] = (), **facts: object
) -> Mismatch:
    """Return a mismatch that keeps a report out of the record.

    Raises:
        ValueError: a fact is missing or is not promised for the code.
    """
    return _mismatch(code, authority, acts, facts, blocks=True)


def remark(
    code: MismatchCode, authority: Authority | None = None, acts: tuple[str, ...] = (), **facts: object
) -> Mismatch:
    """Return a mismatch that the person who brings the report should look at.

    Raises:
        ValueError: a fact is missing or is not promised for the code.
    """
    return _mismatch(code, authority, acts, facts, blocks=False)


def _mismatch(
    code: MismatchCode,
    authority: Authority | None,
    acts: tuple[str, ...],
    facts: Mapping[str, object],
    *,
    blocks: bool,
) -> Mismatch:
    hold(MISMATCH_FACTS, code, facts)
    return Mismatch(code, blocks, facts, authority, acts)

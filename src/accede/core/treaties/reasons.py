"""Every reason that the treaty rules can give, and the facts that each one carries.

A face turns a code into a sentence in the reader's language; it may rely on the facts named here and on no other.
Days are `date`, States and instruments their codes, kinds of act `ActKind`, numbers `int`.
"""

from collections.abc import Mapping
from enum import StrEnum

from accede.core.explain import Authority, Reason
from accede.core.explain.promising import hold, promises


class ReasonCode(StrEnum):
    """Codes of reasons: `eif` entry into force, `standing` standing of a State, `declaration` declarations."""

    EIF_RULE = "eif.rule"
    EIF_REACHED = "eif.reached"
    EIF_NOT_REACHED = "eif.not_reached"
    EIF_PRODUCERS = "eif.producers"
    EIF_PRODUCERS_NOT_REACHED = "eif.producers_not_reached"
    EIF_NOT_BEFORE = "eif.not_before"
    EIF_WAITS_FOR_OTHER = "eif.waits_for_other"
    EIF_SHARE = "eif.share"
    EIF_FORMER_STATES = "eif.former_states"
    EIF_UNDATED = "eif.undated"
    EIF_NO_RULE = "eif.no_rule"
    EIF_WITH_THE_REST = "eif.with_the_rest"
    EIF_OWN_DEPOSIT = "eif.own_deposit"
    EIF_NOT_IN_FORCE = "eif.not_in_force"

    BEFORE_ADOPTION = "standing.before_adoption"
    STATE_ENDED = "standing.state_ended"
    STATE_NOT_YET = "standing.state_not_yet"
    NO_ACT = "standing.no_act"
    NOT_LISTED_ON = "standing.not_listed_on"
    LIST_ENDS = "standing.list_ends"
    SAID_NOT_PARTY = "standing.said_not_party"
    NO_LIST = "standing.no_list"
    SIGNED = "standing.signed"
    SIGNED_UNDATED = "standing.signed_undated"
    SIGNATURE_TAKEN_BACK = "standing.signature_taken_back"
    CONSENTED = "standing.consented"
    COUNTED_BACK = "standing.counted_back"
    NOT_YET_IN_FORCE = "standing.not_yet_in_force"
    INSTRUMENT_NOT_IN_FORCE = "standing.instrument_not_in_force"
    IN_FORCE_FOR_STATE = "standing.in_force_for_state"
    IN_FORCE_AS_PRINTED = "standing.in_force_as_printed"
    SUCCEEDED = "standing.succeeded"
    SUCCESSION_FROM_START = "standing.succession_from_start"
    SUCCESSION_DAY_NOT_KNOWN = "standing.succession_day_not_known"
    SUCCESSION_SUSPENDED = "standing.succession_suspended"
    CONTINUES = "standing.continues"
    BOUND_UNDATED = "standing.bound_undated"
    DAY_NOT_KNOWN = "standing.day_not_known"
    DENUNCIATION_RUNS = "standing.denunciation_runs"
    WITHDRAWN = "standing.withdrawn"
    WITHDRAWN_UNDATED = "standing.withdrawn_undated"
    WITHDRAWAL_DAY_NOT_KNOWN = "standing.withdrawal_day_not_known"
    FALLS_WITH_PARENT = "standing.falls_with_parent"
    PARENT_NOT_RECORDED = "standing.parent_not_recorded"
    BOUND_AS_AMENDED = "standing.bound_as_amended"
    BOUND_THROUGH = "standing.bound_through"
    PARENT_FIRST = "standing.parent_first"

    DECLARATION_MADE = "declaration.made"
    DECLARATION_WITH_DEPOSIT = "declaration.with_deposit"
    DECLARATION_WITHDRAWN = "declaration.withdrawn"
    DECLARATION_LAPSED = "declaration.lapsed"
    DECLARATION_REPLACED = "declaration.replaced"
    DECLARATION_UNDATED = "declaration.undated"
    DECLARATION_LAPSE_NOT_KNOWN = "declaration.lapse_not_known"
    DECLARATION_BEFORE_CONSENT = "declaration.before_consent"


REASON_FACTS: Mapping[ReasonCode, frozenset[str]] = promises(
    {
        ReasonCode.EIF_RULE: "instrument required",
        ReasonCode.EIF_REACHED: "instrument required state on in_force_on",
        ReasonCode.EIF_NOT_REACHED: "instrument required counted",
        ReasonCode.EIF_PRODUCERS: "required state on",
        ReasonCode.EIF_PRODUCERS_NOT_REACHED: "required counted",
        ReasonCode.EIF_NOT_BEFORE: "instrument in_force_on",
        ReasonCode.EIF_WAITS_FOR_OTHER: "instrument",
        ReasonCode.EIF_SHARE: "numerator denominator parties required on",
        ReasonCode.EIF_FORMER_STATES: "states",
        ReasonCode.EIF_UNDATED: "count",
        ReasonCode.EIF_NO_RULE: "instrument",
        ReasonCode.EIF_WITH_THE_REST: "instrument deposit_on in_force_on",
        ReasonCode.EIF_OWN_DEPOSIT: "instrument deposit_on in_force_on",
        ReasonCode.EIF_NOT_IN_FORCE: "instrument",
        ReasonCode.BEFORE_ADOPTION: "adopted_on",
        ReasonCode.STATE_ENDED: "state ended_on",
        ReasonCode.STATE_NOT_YET: "state begins_on",
        ReasonCode.NO_ACT: "state instrument",
        ReasonCode.NOT_LISTED_ON: "list_on",
        ReasonCode.LIST_ENDS: "list_on",
        ReasonCode.SAID_NOT_PARTY: "source list_on",
        ReasonCode.NO_LIST: "instrument",
        ReasonCode.SIGNED: "on",
        ReasonCode.SIGNED_UNDATED: "attested_on",
        ReasonCode.SIGNATURE_TAKEN_BACK: "on",
        ReasonCode.CONSENTED: "kind on",
        ReasonCode.COUNTED_BACK: "on in_force_on",
        ReasonCode.NOT_YET_IN_FORCE: "in_force_on",
        ReasonCode.INSTRUMENT_NOT_IN_FORCE: "instrument in_force_on",
        ReasonCode.IN_FORCE_FOR_STATE: "in_force_on",
        ReasonCode.IN_FORCE_AS_PRINTED: "in_force_on",
        ReasonCode.SUCCEEDED: "notified_on effective_on",
        ReasonCode.SUCCESSION_FROM_START: "begins_on",
        ReasonCode.SUCCESSION_DAY_NOT_KNOWN: "notified_on",
        ReasonCode.SUCCESSION_SUSPENDED: "notified_on",
        ReasonCode.CONTINUES: "state predecessor",
        ReasonCode.BOUND_UNDATED: "attested_on",
        ReasonCode.DAY_NOT_KNOWN: "after before",
        ReasonCode.DENUNCIATION_RUNS: "notified_on effective_on",
        ReasonCode.WITHDRAWN: "notified_on effective_on",
        ReasonCode.WITHDRAWN_UNDATED: "attested_on",
        ReasonCode.WITHDRAWAL_DAY_NOT_KNOWN: "after before",
        ReasonCode.FALLS_WITH_PARENT: "parent effective_on",
        ReasonCode.PARENT_NOT_RECORDED: "parent",
        ReasonCode.BOUND_AS_AMENDED: "protocol in_force_on",
        ReasonCode.BOUND_THROUGH: "protocol in_force_on",
        ReasonCode.PARENT_FIRST: "parent in_force_on",
        ReasonCode.DECLARATION_MADE: "kind on subject",
        ReasonCode.DECLARATION_WITH_DEPOSIT: "on",
        ReasonCode.DECLARATION_WITHDRAWN: "on",
        ReasonCode.DECLARATION_LAPSED: "instrument on",
        ReasonCode.DECLARATION_REPLACED: "on",
        ReasonCode.DECLARATION_UNDATED: "attested_on",
        ReasonCode.DECLARATION_LAPSE_NOT_KNOWN: "instruments",
        ReasonCode.DECLARATION_BEFORE_CONSENT: "on in_force_on",
    }
)
"""The names of the facts that every reason of a code carries."""


def reason(code: ReasonCode, authority: Authority | None = None, acts: tuple[str, ...] = (), **facts: object) -> Reason:
    """Return a reason after checking that it carries exactly the facts promised for its code.

    Raises:
        ValueError: a fact is missing or is not promised.
    """
    hold(REASON_FACTS, code, facts)
    return Reason(code=code, facts=facts, authority=authority, acts=acts)


def vclt(article: str) -> Authority:
    """Cite the Vienna Convention on the Law of Treaties of 1969."""
    return Authority("VCLT", article)


def vcsst(article: str) -> Authority:
    """Cite the Vienna Convention on Succession of States in respect of Treaties of 1978."""
    return Authority("VCSST", article)

"""Every reason that the rules of cooperation can give, and the facts that each one carries.

A face turns a code into a sentence in the reader's language; it may rely on the facts named here and on no other.
Days are `date`, States, offences, instruments and treaties their codes.
"""

from collections.abc import Mapping
from enum import StrEnum

from accede.core.explain import Authority, Reason
from accede.core.explain.promising import hold, promises


class Code(StrEnum):
    """Codes of reasons: `basis` why a basis gives what it gives, `condition` what must be so, `gap` what is lacking."""

    DEFINES = "basis.defines"
    BOTH_BOUND = "basis.both_bound"
    PERHAPS_BOUND = "basis.perhaps_bound"
    NOT_BOUND = "basis.not_bound"
    SUSPENDED = "basis.suspended"
    NOT_IN_FORCE = "basis.not_in_force"
    READ_AS_ONE = "basis.read_as_one"
    PREVAILS = "basis.prevails"
    APPLIES_AS_AMENDED = "basis.applies_as_amended"
    OLDER_TEXT_GOES_ON = "basis.older_text_goes_on"
    REPLACED = "basis.replaced"
    INCLUDED = "basis.included"
    INCLUSION_UNDERTAKEN = "basis.inclusion_undertaken"
    TREATY_DAY_NOT_KNOWN = "basis.treaty_day_not_known"
    OPTION = "basis.option"
    RECOGNISED = "basis.recognised"
    OWN_LAW = "basis.own_law"
    OPTION_OR_RECOGNITION = "basis.option_or_recognition"
    NO_EXTRADITION_TREATY = "basis.no_extradition_treaty"
    TREATY_IN_FORCE = "basis.treaty_in_force"
    TREATY_TERMS = "basis.treaty_terms"
    TEXT_NOT_READ = "basis.text_not_read"
    ASSISTANCE = "basis.assistance"
    ASSISTANCE_BY_TREATY = "basis.assistance_by_treaty"
    ASSISTANCE_BESIDE_TREATY = "basis.assistance_beside_treaty"
    ASSISTANCE_BY_LAW = "basis.assistance_by_law"
    SUBMISSION = "basis.submission"
    SUBMISSION_OF_NATIONALS = "basis.submission_of_nationals"
    NO_DUTY = "basis.no_duty"
    PLACE = "basis.place"
    PLACE_REQUESTING = "basis.place_requesting"
    MODIFIES = "basis.modifies"
    LISTED = "basis.listed"
    ANNEX_EXCLUDED = "basis.annex_excluded"
    DOES_NOT_SERVE = "basis.does_not_serve"
    NO_COOPERATION_RULE = "basis.no_cooperation_rule"

    ORGANIZED_GROUP = "condition.organized_group"
    POLITICAL_EXCLUDED = "condition.political_excluded"
    POLITICAL_NOT_ADDRESSED = "condition.political_not_addressed"
    POLITICAL_LAWS = "condition.political_laws"
    FISCAL_EXCLUDED = "condition.fiscal_excluded"
    BANK_SECRECY = "condition.bank_secrecy"
    INVESTIGATIONS = "condition.investigations"
    PROCEEDINGS_ONLY = "condition.proceedings_only"
    MUST_REFUSE_PERSECUTION = "condition.must_refuse_persecution"
    NO_DUTY_IF_PERSECUTION = "condition.no_duty_if_persecution"
    PERSECUTION_NOT_ADDRESSED = "condition.persecution_not_addressed"
    INTERNAL_CASE = "condition.internal_case"
    INTERNAL_ASSISTED = "condition.internal_assisted"
    ARMED_FORCES = "condition.armed_forces"
    ARMED_CONFLICT = "condition.armed_conflict"
    OTHER_LAW = "condition.other_law"
    ASYLUM = "condition.asylum"
    NOT_COVERED = "condition.not_covered"
    NATIONALS_RETURNED = "condition.nationals_returned"
    FAIR_TREATMENT = "condition.fair_treatment"
    JURISDICTION = "condition.jurisdiction"
    LAW_OF_REQUESTED = "condition.law_of_requested"
    NATIONALS_YES = "condition.nationals_yes"
    NATIONALS_NO = "condition.nationals_no"
    NATIONALS_PARTLY = "condition.nationals_partly"

    NEEDS_NOT_KNOWN = "gap.needs_not_known"
    NEEDS_PARTLY = "gap.needs_partly"
    NATIONALS_NOT_KNOWN = "gap.nationals_not_known"
    STATEMENT = "gap.statement"
    DISPUTES_ONLY = "gap.disputes_only"
    DEFINITION_NOT_READ = "gap.definition_not_read"
    TREATIES_INCOMPLETE = "gap.treaties_incomplete"
    OLDER_UNLESS = "gap.older_unless"
    OF_FORMER_STATE = "gap.of_former_state"
    NAMED_ONLY = "gap.named_only"
    TREATY_ENDED = "gap.treaty_ended"
    TERRITORIES = "gap.territories"
    SECONDARY_SOURCE = "gap.secondary_source"
    UNSOURCED_RULE = "gap.unsourced_rule"


REASON_FACTS: Mapping[Code, frozenset[str]] = promises(
    {
        Code.DEFINES: "offence instrument",
        Code.BOTH_BOUND: "instrument requesting requesting_since requested requested_since",
        Code.PERHAPS_BOUND: "instrument state",
        Code.NOT_BOUND: "instrument state standing",
        Code.SUSPENDED: "instrument state until",
        Code.NOT_IN_FORCE: "instrument in_force_on",
        Code.READ_AS_ONE: "instrument parent",
        Code.PREVAILS: "newer older",
        Code.APPLIES_AS_AMENDED: "newer older",
        Code.OLDER_TEXT_GOES_ON: "newer older state",
        Code.REPLACED: "newer older",
        Code.OLDER_UNLESS: "newer older state",
        Code.OF_FORMER_STATE: "treaty predecessor state",
        Code.INCLUDED: "instrument treaties",
        Code.INCLUSION_UNDERTAKEN: "instrument treaties",
        Code.TREATY_DAY_NOT_KNOWN: "treaties",
        Code.OPTION: "instrument requested",
        Code.RECOGNISED: "instrument requesting requested",
        Code.OWN_LAW: "instrument requesting requested",
        Code.OPTION_OR_RECOGNITION: "instrument requested",
        Code.NO_EXTRADITION_TREATY: "requesting requested",
        Code.TREATY_IN_FORCE: "treaty since since_is_known",
        Code.TREATY_TERMS: "treaty",
        Code.TEXT_NOT_READ: "treaty",
        Code.ASSISTANCE: "instrument",
        Code.ASSISTANCE_BY_TREATY: "treaties",
        Code.ASSISTANCE_BESIDE_TREATY: "instrument treaties",
        Code.ASSISTANCE_BY_LAW: "requested",
        Code.SUBMISSION: "instrument requested",
        Code.SUBMISSION_OF_NATIONALS: "treaty requested",
        Code.NO_DUTY: "instrument",
        Code.PLACE: "instrument",
        Code.PLACE_REQUESTING: "instrument requesting",
        Code.MODIFIES: "instrument",
        Code.LISTED: "offence treaty",
        Code.ANNEX_EXCLUDED: "annex state",
        Code.DOES_NOT_SERVE: "treaty",
        Code.NO_COOPERATION_RULE: "treaty",
        Code.ORGANIZED_GROUP: "treaty",
        Code.POLITICAL_EXCLUDED: "instrument",
        Code.POLITICAL_NOT_ADDRESSED: "instrument",
        Code.POLITICAL_LAWS: "instrument grounds",
        Code.FISCAL_EXCLUDED: "instrument",
        Code.BANK_SECRECY: "instrument",
        Code.INVESTIGATIONS: "instrument",
        Code.PROCEEDINGS_ONLY: "instrument",
        Code.MUST_REFUSE_PERSECUTION: "instrument grounds",
        Code.NO_DUTY_IF_PERSECUTION: "instrument grounds",
        Code.PERSECUTION_NOT_ADDRESSED: "instrument",
        Code.INTERNAL_CASE: "instrument",
        Code.INTERNAL_ASSISTED: "instrument",
        Code.ARMED_FORCES: "instrument",
        Code.ARMED_CONFLICT: "instrument",
        Code.OTHER_LAW: "instrument",
        Code.ASYLUM: "instrument",
        Code.NOT_COVERED: "instrument",
        Code.NATIONALS_RETURNED: "instrument",
        Code.FAIR_TREATMENT: "instrument",
        Code.JURISDICTION: "instrument",
        Code.LAW_OF_REQUESTED: "instrument requested",
        Code.NATIONALS_YES: "state source",
        Code.NATIONALS_NO: "state source",
        Code.NATIONALS_PARTLY: "state source",
        Code.NEEDS_NOT_KNOWN: "state",
        Code.NEEDS_PARTLY: "state source",
        Code.NATIONALS_NOT_KNOWN: "state",
        Code.STATEMENT: "state instrument subject effect",
        Code.DISPUTES_ONLY: "state instrument",
        Code.DEFINITION_NOT_READ: "instrument",
        Code.TREATIES_INCOMPLETE: "requesting requested",
        Code.NAMED_ONLY: "treaty status",
        Code.TREATY_ENDED: "treaty until",
        Code.TERRITORIES: "requesting requested",
        Code.SECONDARY_SOURCE: "state source",
        Code.UNSOURCED_RULE: "state",
    }
)
"""The names of the facts that every reason of a code carries."""


def reason(code: Code, authority: Authority | None = None, acts: tuple[str, ...] = (), **facts: object) -> Reason:
    """Return a reason after checking that it carries exactly the facts promised for its code.

    Raises:
        ValueError: a fact is missing or is not promised.
    """
    hold(REASON_FACTS, code, facts)
    return Reason(code=code, facts=facts, authority=authority, acts=acts)

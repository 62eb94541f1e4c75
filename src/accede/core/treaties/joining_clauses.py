"""How each of the nineteen instruments may be signed and joined, and what a State declares when it does.

Read in the final clauses of each text; the SUA Protocol of 2005, whose final clauses were not at hand, is marked
`is_read=False` and follows its sister, the Fixed Platforms Protocol of 2005, adopted by the same conference.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from accede.core.treaties.acts import ActKind


class AccessionFrom(StrEnum):
    """From when an instrument may be acceded to."""

    ANY_TIME = "any_time"
    ENTRY_INTO_FORCE = "entry_into_force"
    SIGNATURE_CLOSED = "signature_closed"
    NEVER = "never"
    """Parties to the parent ratify, accept or approve without signature (CPPNM art. 20(2))."""


class Paper(StrEnum):
    """What a State tells the depositary when it joins, or soon after."""

    PRODUCER = "producer"
    OPTIONAL_JURISDICTION = "optional_jurisdiction"
    CENTRAL_AUTHORITY = "central_authority"
    DISPUTES_OPT_OUT = "disputes_opt_out"
    ANNEX_EXCLUSION = "annex_exclusion"
    FAMILY_EXEMPTION = "family_exemption"
    BOARDING_CONSENT = "boarding_consent"


@dataclass(frozen=True, slots=True)
class PaperDue:
    """A declaration or notification with its article; those that are not required are at the State's choice."""

    paper: Paper
    article: str
    is_required: bool


RATIFY = (ActKind.RATIFICATION,)
RATIFY_ACCEPT_APPROVE = (ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL)


@dataclass(frozen=True, slots=True)
class JoiningClause:
    """Who may sign and join, when and how.

    Attributes:
        signature_until: the last day for signature; None with `signs_until_in_force`, or where there is none.
        signs_until_in_force: open for signature until the instrument enters into force.
        after_signature: the acts that follow a signature.
        article, accession_article: where this is written.
        signatory_may_accede: whether a State that signed may accede instead of ratifying.
        definitive_signature: whether a signature without reservation as to ratification binds.
    """

    article: str
    after_signature: tuple[ActKind, ...]
    accession_article: str
    accession_from: AccessionFrom
    signature_until: date | None = None
    signs_until_in_force: bool = False
    signatory_may_accede: bool = False
    definitive_signature: bool = False
    papers: tuple[PaperDue, ...] = ()
    is_read: bool = True


def _required(paper: Paper, article: str) -> PaperDue:
    return PaperDue(paper, article, is_required=True)


def _choice(paper: Paper, article: str) -> PaperDue:
    return PaperDue(paper, article, is_required=False)


_CLAUSES: dict[str, JoiningClause] = {
    "TOKYO-1963": JoiningClause(
        "19, 20",
        RATIFY,
        "22(1)",
        AccessionFrom.ENTRY_INTO_FORCE,
        signs_until_in_force=True,
        papers=(_choice(Paper.DISPUTES_OPT_OUT, "24(2)"),),
    ),
    "HAGUE-1970": JoiningClause(
        "13(1), 13(2)",
        RATIFY,
        "13(1)",
        AccessionFrom.ANY_TIME,
        signs_until_in_force=True,
        papers=(_choice(Paper.DISPUTES_OPT_OUT, "12(2)"),),
    ),
    "MONTREAL-1971": JoiningClause(
        "15(1), 15(2)",
        RATIFY,
        "15(1)",
        AccessionFrom.ANY_TIME,
        signs_until_in_force=True,
        papers=(_choice(Paper.DISPUTES_OPT_OUT, "14(2)"),),
    ),
    "IPP-1973": JoiningClause(
        "14, 15",
        RATIFY,
        "16",
        AccessionFrom.ANY_TIME,
        date(1974, 12, 31),
        papers=(_choice(Paper.DISPUTES_OPT_OUT, "13(2)"),),
    ),
    "HOSTAGES-1979": JoiningClause(
        "17(1), 17(2)",
        RATIFY,
        "17(3)",
        AccessionFrom.ANY_TIME,
        date(1980, 12, 31),
        papers=(_choice(Paper.DISPUTES_OPT_OUT, "16(2)"),),
    ),
    "CPPNM-1980": JoiningClause(
        "18(1), 18(2)",
        RATIFY_ACCEPT_APPROVE,
        "18(3)",
        AccessionFrom.ENTRY_INTO_FORCE,
        signs_until_in_force=True,
        papers=(_required(Paper.CENTRAL_AUTHORITY, "5(1)"), _choice(Paper.DISPUTES_OPT_OUT, "17(3)")),
    ),
    "AIRPORTS-1988": JoiningClause(
        "IV, V(1)", RATIFY, "VII(1)", AccessionFrom.ENTRY_INTO_FORCE, signs_until_in_force=True
    ),
    "SUA-1988": JoiningClause(
        "17(1), 17(2)",
        RATIFY_ACCEPT_APPROVE,
        "17(1)",
        AccessionFrom.SIGNATURE_CLOSED,
        date(1989, 3, 9),
        definitive_signature=True,
        papers=(_required(Paper.OPTIONAL_JURISDICTION, "6(3)"), _choice(Paper.DISPUTES_OPT_OUT, "16(2)")),
    ),
    "FIXEDPLATFORMS-1988": JoiningClause(
        "5(1), 5(2)",
        RATIFY_ACCEPT_APPROVE,
        "5(1)",
        AccessionFrom.SIGNATURE_CLOSED,
        date(1989, 3, 9),
        definitive_signature=True,
        papers=(_required(Paper.OPTIONAL_JURISDICTION, "3(3)"),),
    ),
    "PLASTIC-1991": JoiningClause(
        "XIII(1), XIII(2)",
        RATIFY_ACCEPT_APPROVE,
        "XIII(1)",
        AccessionFrom.ANY_TIME,
        signs_until_in_force=True,
        papers=(_required(Paper.PRODUCER, "XIII(2)"), _choice(Paper.DISPUTES_OPT_OUT, "XI(2)")),
    ),
    "BOMBINGS-1997": JoiningClause(
        "21(1), 21(2)",
        RATIFY_ACCEPT_APPROVE,
        "21(3)",
        AccessionFrom.ANY_TIME,
        date(1999, 12, 31),
        papers=(_required(Paper.OPTIONAL_JURISDICTION, "6(3)"), _choice(Paper.DISPUTES_OPT_OUT, "20(2)")),
    ),
    "FINANCING-1999": JoiningClause(
        "25(1), 25(2)",
        RATIFY_ACCEPT_APPROVE,
        "25(3)",
        AccessionFrom.ANY_TIME,
        date(2001, 12, 31),
        papers=(
            _required(Paper.OPTIONAL_JURISDICTION, "7(3)"),
            _choice(Paper.ANNEX_EXCLUSION, "2(2)(a)"),
            _choice(Paper.DISPUTES_OPT_OUT, "24(2)"),
        ),
    ),
    "NUCLEAR-2005": JoiningClause(
        "24(1), 24(2)",
        RATIFY_ACCEPT_APPROVE,
        "24(3)",
        AccessionFrom.ANY_TIME,
        date(2006, 12, 31),
        papers=(
            _required(Paper.OPTIONAL_JURISDICTION, "9(3)"),
            _required(Paper.CENTRAL_AUTHORITY, "7(4)"),
            _choice(Paper.DISPUTES_OPT_OUT, "23(2)"),
        ),
    ),
    "CPPNM-AMD-2005": JoiningClause("20(2)", RATIFY_ACCEPT_APPROVE, "", AccessionFrom.NEVER),
    "SUA-PROT-2005": JoiningClause(
        "17",
        RATIFY_ACCEPT_APPROVE,
        "17",
        AccessionFrom.SIGNATURE_CLOSED,
        date(2007, 2, 13),
        definitive_signature=True,
        papers=(
            _required(Paper.OPTIONAL_JURISDICTION, "6(3)"),
            _required(Paper.CENTRAL_AUTHORITY, "8bis(15)"),
            _choice(Paper.BOARDING_CONSENT, "8bis(5)(d), (e)"),
        ),
        is_read=False,
    ),
    "FIXEDPLATFORMS-PROT-2005": JoiningClause(
        "8(1), 8(2)",
        RATIFY_ACCEPT_APPROVE,
        "8(1)",
        AccessionFrom.SIGNATURE_CLOSED,
        date(2007, 2, 13),
        definitive_signature=True,
        papers=(_required(Paper.OPTIONAL_JURISDICTION, "3(3)"),),
    ),
    "BEIJING-CONV-2010": JoiningClause(
        "21(1), 21(2)",
        RATIFY_ACCEPT_APPROVE,
        "21(3)",
        AccessionFrom.ANY_TIME,
        signs_until_in_force=True,
        signatory_may_accede=True,
        papers=(
            _required(Paper.OPTIONAL_JURISDICTION, "21(4)(a)"),
            _choice(Paper.FAMILY_EXEMPTION, "21(4)(b)"),
            _choice(Paper.DISPUTES_OPT_OUT, "20(2)"),
        ),
    ),
    "BEIJING-PROT-2010": JoiningClause(
        "XX, XXI(1)",
        RATIFY_ACCEPT_APPROVE,
        "XXI(3)",
        AccessionFrom.ANY_TIME,
        signs_until_in_force=True,
        signatory_may_accede=True,
        papers=(_required(Paper.OPTIONAL_JURISDICTION, "XXII(a)"), _choice(Paper.FAMILY_EXEMPTION, "XXII(b)")),
    ),
    "MONTREAL-PROT-2014": JoiningClause(
        "XVI, XVII(1)",
        RATIFY_ACCEPT_APPROVE,
        "XVII(2)",
        AccessionFrom.ANY_TIME,
        signs_until_in_force=True,
        signatory_may_accede=True,
    ),
}
JOINING_CLAUSES: Mapping[str, JoiningClause] = MappingProxyType(_CLAUSES)

FINANCING_ANNEX: tuple[str, ...] = (
    "HAGUE-1970",
    "MONTREAL-1971",
    "IPP-1973",
    "HOSTAGES-1979",
    "CPPNM-1980",
    "AIRPORTS-1988",
    "SUA-1988",
    "FIXEDPLATFORMS-1988",
    "BOMBINGS-1997",
)
"""The nine treaties of the annex to the Financing Convention (art. 2(1)(a))."""


def signature_is_open(clause: JoiningClause, day: date, *, opened_on: date | None, in_force_on: date | None) -> bool:
    """Return whether the instrument may be signed on `day`."""
    if opened_on is None or day < opened_on:
        return False
    if clause.signs_until_in_force:
        return in_force_on is None or day < in_force_on
    return clause.signature_until is not None and day <= clause.signature_until


def accession_is_open(clause: JoiningClause, day: date, *, opened_on: date | None, in_force_on: date | None) -> bool:
    """Return whether the instrument may be acceded to on `day`."""
    match clause.accession_from:
        case AccessionFrom.ANY_TIME:
            return opened_on is None or day >= opened_on
        case AccessionFrom.ENTRY_INTO_FORCE:
            return in_force_on is not None and day >= in_force_on
        case AccessionFrom.SIGNATURE_CLOSED:
            return clause.signature_until is not None and day > clause.signature_until
        case AccessionFrom.NEVER:
            return False

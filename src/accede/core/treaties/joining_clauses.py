"""How an instrument may be signed and joined, and what a State declares when it does.

Each clause ships with its instrument (data/instruments.yaml, `joining`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

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
        is_read: whether the final clauses themselves were at hand.
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


def read_joining_clause(terms: Mapping[str, Any]) -> JoiningClause:
    """Return the clause that a block `joining` of data/instruments.yaml describes."""
    until = terms.get("signature_until")
    return JoiningClause(
        article=str(terms["article"]),
        after_signature=tuple(ActKind(kind) for kind in terms["after_signature"]),
        accession_article=str(terms.get("accession_article") or ""),
        accession_from=AccessionFrom(terms["accession_from"]),
        signature_until=date.fromisoformat(until) if until else None,
        signs_until_in_force=bool(terms.get("signs_until_in_force")),
        signatory_may_accede=bool(terms.get("signatory_may_accede")),
        definitive_signature=bool(terms.get("definitive_signature")),
        papers=tuple(
            PaperDue(Paper(row["paper"]), str(row["article"]), is_required=bool(row["required"]))
            for row in terms.get("papers") or ()
        ),
        is_read=bool(terms["verified"]),
    )


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

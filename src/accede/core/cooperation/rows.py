"""Rows of data/cooperation as the values of this topic; blanks are unknown."""

from collections.abc import Mapping
from datetime import date

from accede.core.cooperation.agreements import AgreementReport, Regional, RegionalAct, Serves, Status
from accede.core.cooperation.national_rules import NationalRule, Nationals, Needs
from accede.core.treaties.acts import ActKind

Row = Mapping[str, str]
SERVES_OF_KIND: Mapping[str, frozenset[Serves]] = {
    "extradition": frozenset({Serves.EXTRADITION}),
    "mla": frozenset({Serves.MLA}),
    "both": frozenset({Serves.EXTRADITION, Serves.MLA}),
}


def agreement_report(row: Row, *, key: str, attested_on: date | None) -> AgreementReport:
    """Return one report on a bilateral treaty.

    Raises:
        ValueError: a kind, status or day is none.
    """
    first, second = sorted((row["state_a"], row["state_b"]))
    if row["kind"] not in SERVES_OF_KIND:
        raise ValueError(f"{row['kind']} is no kind of treaty")
    return AgreementReport(
        key=key,
        states=(first, second),
        serves=SERVES_OF_KIND[row["kind"]],
        status=Status(row["status"]),
        source=row["source"],
        attested_on=attested_on,
        signed_on=as_day(row["signed_on"]),
        in_force_on=as_day(row["in_force_on"]),
        terminated_on=as_day(row["terminated_on"]),
        title=row["title"],
        note=row["note"],
    )


def regional(terms: Mapping[str, object]) -> Regional:
    """Return a regional treaty from data/cooperation/regional_instruments.yaml."""
    serves = terms.get("serves")
    days, months = terms.get("later_wait_days"), terms.get("later_wait_months")
    titles, one_side = terms.get("titles"), terms.get("one_side")
    named = titles if isinstance(titles, list) else []
    return Regional(
        key=str(terms["key"]),
        title=str(terms["title"]),
        serves=frozenset(Serves(str(s)) for s in serves) if isinstance(serves, list) else frozenset(),
        text_was_read=bool(terms.get("text_was_read")),
        title_is_verified=bool(terms.get("title_verified")),
        adopted_on=as_day(str(terms.get("adopted_on") or "")),
        in_force_on=as_day(str(terms.get("in_force_on") or "")),
        later_wait_days=days if isinstance(days, int) else None,
        later_wait_months=months if isinstance(months, int) else None,
        one_side=frozenset(str(state) for state in one_side) if isinstance(one_side, list) else frozenset(),
        titles={str(t["language"]): str(t["title"]) for t in named},
        translated=frozenset(str(t["language"]) for t in named if t.get("translated")),
    )


def regional_act(row: Row, *, attested_on: date | None) -> RegionalAct:
    """Return one report on an act under a regional treaty."""
    return RegionalAct(
        instrument=row["instrument"],
        state=row["state"],
        kind=ActKind(row["kind"]),
        source=row["source"],
        attested_on=attested_on,
        on=as_day(row["on"]),
        in_force_on=as_day(row["in_force_on"]),
    )


def national_rule(row: Row) -> NationalRule:
    """Return what a source says of a State's own law."""
    return NationalRule(
        state=row["state"],
        needs_treaty=Needs(row["needs_treaty"] or "not_known"),
        nationals=Nationals(row["extradites_nationals"] or "not_known"),
        words=row["words"],
        source=row["source"],
        is_secondary=row["is_secondary"] == "true",
    )


def as_day(text: str) -> date | None:
    """Return the day written; None for a blank."""
    return date.fromisoformat(text) if text else None

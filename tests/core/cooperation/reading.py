"""Reads the tables of cases in `cases/`: facts about two States in, an opinion out. The key for a day is `day`."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from accede import data
from accede.core.cooperation.agreements import AgreementReport, Regional, RegionalAct, Status
from accede.core.cooperation.effects import Purpose
from accede.core.cooperation.facts import Facts
from accede.core.cooperation.national_rules import NationalRule, Nationals, Needs
from accede.core.cooperation.offences import Catalogue, read_catalogue
from accede.core.cooperation.opinions import OpinionQuestion
from accede.core.cooperation.record import Record, assemble
from accede.core.cooperation.rows import SERVES_OF_KIND, regional
from accede.core.treaties.acts import ActKind, SettledAct
from accede.core.treaties.positions import Change, Position, Standing
from accede.core.values import Period
from tests.core.treaties.nineteen import NINETEEN

CASES = Path(__file__).parent / "cases"
SOURCE_DAY = date(2014, 7, 1)


@cache
def catalogue() -> Catalogue:
    """Return the shipped catalogue: the cases are about its offences."""
    return read_catalogue(
        data.document("cooperation/offences.yaml")["offences"], data.document("cooperation/clauses.yaml")["texts"]
    )


@cache
def cases(name: str) -> list[Any]:
    """Return the cases of a file as parameters named by their sentence."""
    rows = yaml.load((CASES / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return [pytest.param(row, id=row["case"]) for row in rows]


def facts(case: Mapping[str, Any]) -> Facts:
    """Return the facts that a case describes; what it does not say is not so, except laws, which are not known."""
    states = case["states"]
    return assemble(
        Record(
            catalogue=catalogue(),
            instruments=NINETEEN,
            states=tuple(states),
            timelines={(code, key): _timeline(entry or {}, key) for code, entry in states.items() for key in NINETEEN},
            acts={(code, "FINANCING-1999"): tuple(_declarations(code, entry or {})) for code, entry in states.items()},
            lives={
                code: (Period((entry or {}).get("exists_from"), (entry or {}).get("exists_until")),)
                for code, entry in states.items()
            },
            agreement_reports=tuple(_treaty(row, n) for n, row in enumerate(case.get("treaties", ()))),
            regionals={key: _regional(key) for key in case.get("regional", {})},
            regional_acts=tuple(
                _regional_act(key, code, day)
                for key, members in case.get("regional", {}).items()
                for code, day in members.items()
            ),
            rules={code: _rule(code, entry or {}) for code, entry in states.items()},
            predecessors={code: (entry or {}).get("came_from", ()) for code, entry in states.items()},
        )
    )


def question(case: Mapping[str, Any]) -> OpinionQuestion:
    """Return the question that a case asks."""
    ask = case["ask"]
    return OpinionQuestion(
        ask["requesting"], ask["requested"], ask["offence"], ask["day"], Purpose(ask.get("purpose", "extradition"))
    )


def lives(case: Mapping[str, Any]) -> dict[str, tuple[Period, ...]]:
    """Return when the States of a case existed."""
    return {
        code: (Period((entry or {}).get("exists_from"), (entry or {}).get("exists_until")),)
        for code, entry in case["states"].items()
    }


def _timeline(entry: Mapping[str, Any], key: str) -> tuple[Change, ...]:
    changes = [Change(date.min, Position(Standing.NONE), ())]
    since = entry.get("bound", {}).get(key)
    if since is not None:
        changes.append(Change(since, Position(Standing.PARTY, since=since), ()))
    until = entry.get("suspended", {}).get(key)
    if until is not None and since is not None:
        held = Position(Standing.PARTY_BY_SUCCESSION, since=since)
        changes[-1:] = [Change(since, replace(held, suspended_until=until), ()), Change(until, held, ())]
    left = entry.get("left", {}).get(key)
    if left is not None:
        changes.append(Change(left, Position(Standing.WITHDRAWN, since=left), ()))
    if key in entry.get("not_known", ()):
        changes = [Change(date.min, Position(Standing.NOT_KNOWN), ())]
    return tuple(changes)


def _declarations(code: str, entry: Mapping[str, Any]) -> list[SettledAct]:
    return [
        SettledAct(
            key=f"{code}-{number}",
            instrument="FINANCING-1999",
            state=code,
            kind=ActKind.DECLARATION,
            first_attested_on=SOURCE_DAY,
            last_attested_on=SOURCE_DAY,
            known_on=SOURCE_DAY,
            on=row["day"],
            subject=row["subject"],
            reports=(f"{code}-{number}",),
        )
        for number, row in enumerate(entry.get("declares", ()))
    ]


def _treaty(row: Mapping[str, Any], number: int) -> AgreementReport:
    first, second = sorted(row["between"])
    return AgreementReport(
        key=row.get("key", f"t{number}"),
        states=(first, second),
        serves=SERVES_OF_KIND[row["kind"]],
        status=Status(row.get("status", "in_force")),
        source="a-source",
        attested_on=row.get("attested_on", SOURCE_DAY),
        signed_on=row.get("signed_on"),
        in_force_on=row.get("in_force_on"),
        terminated_on=row.get("terminated_on"),
        title=row.get("title", ""),
        note=row.get("note", ""),
    )


def _regional(key: str) -> Regional:
    terms = next(t for t in _regional_terms() if t["key"] == key)
    return replace(regional(terms), later_wait_days=None, later_wait_months=None)


@cache
def _regional_terms() -> list[Any]:
    return list(data.document("cooperation/regional_instruments.yaml")["instruments"])


def _regional_act(key: str, code: str, day: date) -> RegionalAct:
    return RegionalAct(key, code, ActKind.RATIFICATION, "a-source", SOURCE_DAY, on=day, in_force_on=day)


def _rule(code: str, entry: Mapping[str, Any]) -> NationalRule:
    return NationalRule(
        code,
        Needs(entry.get("needs_treaty", "not_known")),
        Nationals(entry.get("nationals", "not_known")),
        source="a-source",
        is_secondary=entry.get("secondary", False),
        is_unsourced=entry.get("unsourced", False),
    )

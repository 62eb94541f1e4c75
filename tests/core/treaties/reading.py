"""Reads the tables of cases in `cases/`. The key for a day is `day`, because `on` is a word for "true" in YAML."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from accede.core.treaties.acts import ActKind, RecordedAct, SettledAct
from accede.core.treaties.episodes import Life
from accede.core.values import Period

CASES = Path(__file__).parent / "cases"
SOURCE_DAY = date(2014, 7, 1)
KNOWN_ON = date(2026, 11, 23)


@cache
def cases(name: str) -> list[Any]:
    """Return the cases of a file as parameters named by their sentence."""
    rows = yaml.load((CASES / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return [pytest.param(row, id=row["case"]) for row in rows]


def report(row: Mapping[str, Any], *, instrument: str, state: str, number: int = 0) -> RecordedAct:
    """Return the report that a row describes; the source's day is 1 July 2014 unless the row gives one."""
    return RecordedAct(
        key=row.get("key", f"r{number}"),
        instrument=row.get("instrument", instrument),
        state=row.get("state", state),
        kind=ActKind(row["kind"]),
        source=row.get("source", "list-2014"),
        attested_on=row.get("attested_on", SOURCE_DAY),
        known_on=row.get("known_on", KNOWN_ON),
        on=row.get("day"),
        in_force_on=row.get("in_force_on"),
        effective_on=row.get("effective_on"),
        withdraws=row.get("withdraws"),
        subject=row.get("subject", ""),
        depositary=row.get("depositary", ""),
    )


def settled(row: Mapping[str, Any], *, instrument: str, state: str, number: int = 0) -> SettledAct:
    """Return the act that a row describes, as if one source had reported it."""
    one = report(row, instrument=instrument, state=state, number=number)
    return SettledAct(
        key=one.key,
        instrument=one.instrument,
        state=one.state,
        kind=one.kind,
        first_attested_on=one.attested_on,
        last_attested_on=row.get("last_attested_on", one.attested_on),
        known_on=one.known_on,
        on=one.on,
        in_force_on=one.in_force_on,
        effective_on=one.effective_on,
        withdraws=one.withdraws,
        subject=one.subject,
        depositary=one.depositary,
        reports=(one.key,),
        sources=(one.source,),
    )


def life(row: Mapping[str, Any]) -> Life:
    """Return the life that a row describes by `begins_on`, `ended_on` and `continues`."""
    return Life(periods=(Period(row.get("begins_on"), row.get("ended_on")),), continues=tuple(row.get("continues", ())))

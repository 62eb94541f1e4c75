"""Load the shipped States, names, groups, successions and sources."""

import struct
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import TypeVar

from django.db import models, transaction
from pyuca import Collator

from accede import data
from accede.modules.reference.models import (
    Membership,
    OtherName,
    Source,
    State,
    StateName,
    Succession,
    Territory,
)

Row = TypeVar("Row", bound=models.Model)


@transaction.atomic
def load_shipped_reference() -> dict[str, int]:
    """Bring the reference tables to what data/ says and return how many rows each has.

    A source or State that data/ no longer names stays, since reports may rest on it.
    """
    return {
        "sources": load_sources(data.rows("sources.csv")),
        "states": _replace(State, [_state(row) for row in data.rows("states.csv")], by=["code"]),
        "names": _rewrite(StateName, _names(data.rows("state_names.csv"))),
        "other names": _rewrite(OtherName, [_other_name(row) for row in data.rows("state_names_other.csv")]),
        "territories": _rewrite(Territory, [_territory(row) for row in data.rows("territories.csv")]),
        "memberships": _rewrite(Membership, [_membership(row) for row in data.rows("memberships.csv")]),
        "successions": _rewrite(Succession, [_succession(row) for row in data.rows("successions.csv")]),
    }


def load_sources(rows: Iterable[dict[str, str]]) -> int:
    """Bring sources to what shipped rows say and return how many there are; also those of other modules' facts."""
    return _replace(Source, [_source(row) for row in rows], by=["key"])


def day(text: str) -> date | None:
    """Return the day in `text`; None where the fact is unknown (blank)."""
    return date.fromisoformat(text) if text else None


def sort_key(name: str) -> bytes:
    """Return bytes that order names as the Unicode Collation Algorithm does (DUCET, no tailoring)."""
    weights = _collator().sort_key(name)
    return struct.pack(f">{len(weights)}H", *weights)


@cache
def _collator() -> Collator:
    return Collator()


def _replace(model: type[Row], rows: list[Row], *, by: list[str]) -> int:
    fields = [field.name for field in model._meta.concrete_fields if field.name not in by and not field.auto_created]
    model._default_manager.bulk_create(rows, update_conflicts=True, unique_fields=by, update_fields=fields)
    return len(rows)


def _rewrite(model: type[Row], rows: list[Row]) -> int:
    # Nothing refers to these rows, so writing them anew is the simplest way to make them equal the file.
    model._default_manager.all().delete()
    model._default_manager.bulk_create(rows, batch_size=2000)
    return len(rows)


def _source(row: dict[str, str]) -> Source:
    return Source(
        key=row["key"],
        title=row["title"],
        locator=row["locator"],
        publisher=row["publisher"],
        authority=row["authority"],
        as_of_from=day(row["as_of_from"]),
        as_of_until=day(row["as_of_until"]),
        as_of_note=row["as_of_note"],
        checked_on=date.fromisoformat(row["checked_on"]),
        licence_note=row["licence_note"],
    )


def _state(row: dict[str, str]) -> State:
    return State(
        code=row["code"],
        iso2=row["iso2"],
        m49=row["m49"],
        kind=row["kind"],
        exists_from=day(row["exists_from"]),
        exists_until=day(row["exists_until"]),
        note=row["note"],
        source_id=row["source"],
        existence_source_id=row["existence_source"] or None,
    )


def _names(rows: Iterable[dict[str, str]]) -> list[StateName]:
    every = list(rows)
    english = {row["state"]: row["short"] for row in every if row["language"] == "en"}
    return [_name(row, english=english) for row in every]


def _name(row: dict[str, str], *, english: Mapping[str, str]) -> StateName:
    return StateName(
        state_id=row["state"],
        language=row["language"],
        short=row["short"],
        formal=row["formal"],
        sort_key=sort_key(in_documents(row["short"], row["language"], english=english.get(row["state"], ""))),
        source_id=row["source"],
    )


_ALEFS = str.maketrans("أإآ", "ااا")


def in_documents(name: str, language: str, *, english: str) -> str:
    """Return the words by which United Nations documents in `language` put a State in its place.

    Documents in Chinese keep the English order; those in Arabic leave the article and the hamza of an alef aside; the
    others go by the name as it stands (lists of States in documents of 2014 and 2015, `tests/modules/reference`).
    """
    if language == "zh-hans":
        return english or name
    if language == "ar":
        return " ".join(word.removeprefix("ال") for word in name.split()).translate(_ALEFS)
    return name


def _other_name(row: dict[str, str]) -> OtherName:
    return OtherName(
        state_id=row["state"],
        language=row["language"],
        name=row["name"],
        kind=row["kind"],
        until=row["until"],
        source_id=row["source"],
    )


def _territory(row: dict[str, str]) -> Territory:
    return Territory(
        code=row["code"],
        responsible_id=row["responsible"],
        language=row["language"],
        name=row["name"],
        source_id=row["source"],
        responsible_source_id=row["responsible_source"],
    )


def _membership(row: dict[str, str]) -> Membership:
    return Membership(
        state_id=row["state"],
        body=row["body"],
        valid_from=day(row["valid_from"]),
        valid_until=day(row["valid_until"]),
        source_id=row["source"],
        note=row["note"],
    )


def _succession(row: dict[str, str]) -> Succession:
    return Succession(
        predecessor_id=row["predecessor"],
        successor_id=row["successor"],
        on=day(row["on"]),
        kind=row["kind"],
        verified=row["verified"] == "true",
        source_id=row["source"],
        note=row["note"],
    )

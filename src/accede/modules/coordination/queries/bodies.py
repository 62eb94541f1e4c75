"""Bodies as they are on a day."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from accede import data
from accede.core.coordination.bodies import Belonging, Body, Membership, belonging_on, successor_of
from accede.core.coordination.reading_bodies import bodies_in
from accede.foundation.texts import readers_language
from accede.modules.coordination.fields.bodies import BodyFacts, MembershipFacts


@cache
def all_bodies() -> Mapping[str, Body]:
    """Return the bodies that ship, by key."""
    return bodies_in(_document())


def bodies_on(day: date) -> Sequence[BodyFacts]:
    """Return the bodies as they are on a day; those that have ended stay, and say so."""
    return [_fact(one, day) for one in all_bodies().values()]


def body_on(key: str, day: date) -> BodyFacts | None:
    """Return one body as it is on a day; None where there is none of that key."""
    found = all_bodies().get(key)
    return _fact(found, day) if found else None


def body_name(key: str, language: str = "") -> str:
    """Return what a body is called in a language, else in the reader's; its key where it is not known."""
    found = all_bodies().get(key)
    return (found.names.get(language or readers_language()) or found.names["en"]) if found else key


def bodies_to_choose(day: date) -> dict[str, str]:
    """Return the bodies that exist on a day, by key and name."""
    return {key: f"{body_name(key)} ({key})" for key, one in all_bodies().items() if one.exists_on(day)}


@cache
def _document() -> Any:
    return data.document("coordination/bodies.yaml")


def _fact(body: Body, day: date) -> BodyFacts:
    memberships = tuple(_membership(one, day) for one in body.memberships)
    since = body.since
    later = successor_of(body.key, all_bodies().values())
    source = _document()["sources"][body.source]
    return BodyFacts(
        key=body.key,
        name=body_name(body.key),
        kind=body.kind,
        since="" if since is None else str(since.year) if body.since_year_only else since.isoformat(),
        until=body.until,
        exists=body.exists_on(day),
        themes=body.themes,
        recommendations=body.recommendations,
        member_of=tuple(one.group for one in memberships if one.standing == Belonging.MEMBER),
        memberships=memberships,
        source=source["title"],
        locator=source["locator"],
        is_verified=body.is_verified,
        follows=body.follows,
        followed_by=later.key if later else "",
    )


def _membership(one: Membership, day: date) -> MembershipFacts:
    source = _document()["sources"][one.source]
    return MembershipFacts(
        group=one.of,
        group_name=body_name(one.of),
        standing=belonging_on(one, all_bodies()[one.of], day).value,
        since=one.since,
        by=one.by,
        until=one.until,
        source=source["title"],
        locator=source["locator"],
        is_verified=one.is_verified,
    )

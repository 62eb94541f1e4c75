"""The bodies, read from the facts that ship."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from accede.core.coordination.bodies import Body, Membership

_YEAR_ALONE = 4


def bodies_in(document: Mapping[str, Any]) -> dict[str, Body]:
    """Return the bodies of a document of `data/coordination`, by key, in its order.

    Raises:
        ValueError: a key stands twice, or a source or a group is named that there is not.
    """
    sources = document["sources"]
    found = {one["key"]: _body(one, sources) for one in document["bodies"]}
    if len(found) != len(document["bodies"]):
        raise ValueError("a body stands twice")
    groups = {each.of for one in found.values() for each in one.memberships} | {one.follows for one in found.values()}
    if unknown := groups - found.keys() - {""}:
        raise ValueError(f"no such body: {', '.join(sorted(unknown))}")
    return found


def _body(one: Mapping[str, Any], sources: Mapping[str, Any]) -> Body:
    since = one.get("since", "")
    return Body(
        key=one["key"],
        kind=one["kind"],
        names=dict(one["names"]),
        since=_day(since),
        until=_day(one.get("until", "")),
        follows=one.get("follows", ""),
        themes=tuple(one["themes"]),
        recommendations=tuple(one.get("recommendations", ())),
        memberships=tuple(_membership(each, sources) for each in one.get("members", ())),
        source=one["source"],
        is_verified=_is_read(one["source"], sources),
        since_year_only=len(since) == _YEAR_ALONE,
    )


def _membership(one: Mapping[str, Any], sources: Mapping[str, Any]) -> Membership:
    since, by, until = (_day(one.get(key, "")) for key in ("since", "by", "until"))
    return Membership(one["of"], since, by, until, one["source"], _is_read(one["source"], sources))


def _is_read(source: str, sources: Mapping[str, Any]) -> bool:
    if source not in sources:
        raise ValueError(f"no such source: {source}")
    return bool(sources[source]["is_read"])


def _day(text: str) -> date | None:
    """Return a day; of a year alone its first one."""
    if not text:
        return None
    return date(int(text), 1, 1) if len(text) == _YEAR_ALONE else date.fromisoformat(text)

"""Bodies in time: whether one exists on a day, and of which groups it is a member then.

A source often shows a member on a day and does not say since when: before the first day on which it is shown,
membership is not known, which is not the same as no member.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Belonging(StrEnum):
    """What the sources say of a membership on a day."""

    MEMBER = "member"
    ENDED = "ended"
    NOT_YET = "not_yet"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Membership:
    """A body's membership of a group.

    Attributes:
        of: the key of the group.
        since: its first day; None where no source says it.
        by: a day by which a source shows it, where its first day is not known.
        until: the first day on which it no longer is.
        source: key of the source; `is_verified` false where no document was read.
    """

    of: str
    since: date | None
    by: date | None
    until: date | None
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A body with which the programme works; `since` and `until` only where it came or ended in the programme's time.

    Attributes:
        follows: the key of the body whose work it took over.
        themes: topics of assistance with which it helps; `recommendations` of the Financial Action Task Force.
        is_verified: a document was read that names it.
    """

    key: str
    kind: str
    names: "dict[str, str]"
    since: date | None
    until: date | None
    follows: str
    themes: tuple[str, ...]
    recommendations: tuple[str, ...]
    memberships: tuple[Membership, ...]
    source: str
    is_verified: bool
    since_year_only: bool = field(default=False)

    def exists_on(self, day: date) -> bool:
        """Return whether it is there on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


def belonging_on(membership: Membership, group: Body, day: date) -> Belonging:
    """Return what is known of a membership on a day: it cannot outlast its group, nor begin before it."""
    if group.until is not None and day >= group.until:
        return Belonging.ENDED
    if membership.until is not None and day >= membership.until:
        return Belonging.ENDED
    if group.since is not None and day < group.since:
        return Belonging.NOT_YET
    if membership.since is not None:
        return Belonging.MEMBER if membership.since <= day else Belonging.NOT_YET
    if membership.by is not None:
        return Belonging.MEMBER if membership.by <= day else Belonging.NOT_KNOWN
    return Belonging.NOT_KNOWN


def successor_of(key: str, bodies: Iterable[Body]) -> Body | None:
    """Return the body that took over the work of one; None where there is none."""
    return next((one for one in bodies if one.follows == key), None)


def spoken_for(body: Body, bodies: Iterable[Body], day: date) -> tuple[str, ...]:
    """Return the keys for which a body answers on a day: its own, and that of an ended body whose work it took over.

    Paragraph 4 of ECOSOC resolution 2007/18 names the Task Force; since 2018 the Coordination Compact does its work.
    """
    ended = [one.key for one in bodies if one.key == body.follows and not one.exists_on(day)]
    return (body.key, *ended)

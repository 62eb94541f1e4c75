"""Treaties beside the nineteen: bilateral ones on extradition and assistance, regional ones, and who is bound when.

A treaty that a source only names is kept and shown, but never counted as in force. A treaty that a source of a certain
day calls in force, without saying since when, counts from that day.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from accede.core.cooperation.amending import completed_treaty
from accede.core.treaties.acts import CONSENT_KINDS, ActKind
from accede.core.values import after_months


class Serves(StrEnum):
    """What a treaty is for."""

    EXTRADITION = "extradition"
    MLA = "mla"
    TERRORISM = "terrorism"
    SURRENDER = "surrender"
    ORGANIZED_CRIME = "organized_crime"
    CORRUPTION = "corruption"


class Status(StrEnum):
    """What the sources say about a bilateral treaty, from the most to the least."""

    IN_FORCE = "in_force"
    TERMINATED = "terminated"
    IN_FORCE_UNDATED = "in_force_undated"
    """In force by a certain day; since when is not said."""
    NOT_IN_FORCE = "not_in_force"
    APPROVED = "approved"
    """Approved by a law or promulgated on one side; entry into force not said."""
    SIGNED = "signed"
    NAMED = "named"
    """Only named in a source."""


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """What one source says of one bilateral treaty; the two States in the order of their codes."""

    key: str
    states: tuple[str, str]
    serves: frozenset[Serves]
    status: Status
    source: str
    attested_on: date | None
    signed_on: date | None = None
    in_force_on: date | None = None
    terminated_on: date | None = None
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """A bilateral treaty as the record takes it, from all reports on it.

    Attributes:
        since: the first day on which it counts as in force; None while it does not count.
        since_is_known: false where that day is only the day of the source.
        until: the first day on which it is no longer in force.
        other_days: days of entry into force that other sources give.
        completes: the day of signature of the treaty that it amends, supplements or extends.
        part_of: the key of that treaty, or of what stands for it in the record: it is then no treaty of its own.
        parts: the keys of what amends, supplements or extends this one.
    """

    key: str
    states: tuple[str, str]
    serves: frozenset[Serves]
    status: Status
    signed_on: date | None
    since: date | None
    since_is_known: bool
    until: date | None
    title: str
    reports: tuple[str, ...]
    sources: tuple[str, ...]
    attested_on: date | None = None
    other_days: tuple[date, ...] = ()
    completes: date | None = None
    part_of: str = ""
    parts: tuple[str, ...] = ()

    def is_in_force_on(self, day: date) -> bool:
        """Whether it counts as in force on `day`."""
        return self.since is not None and self.since <= day and (self.until is None or day < self.until)


def settle_agreements(reports: Iterable[AgreementReport]) -> tuple[Agreement, ...]:
    """Bring together what several sources say of one treaty: same States, same subject, same day of signature.

    The first day of entry into force that a source prints is taken, the others are kept beside it. A day of
    termination from any source ends the treaty. Reports without a day of signature are joined by their entry into
    force.
    """
    groups: dict[tuple[object, ...], list[AgreementReport]] = defaultdict(list)
    for report in reports:
        groups[report.states, report.serves, report.signed_on or report.in_force_on].append(report)
    return _families([_settled(group) for group in groups.values()])


def _families(agreements: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """Put what amends, supplements or extends a treaty under it, so that it stands and ends with it.

    Where the treaty itself is not in the record, the first of these stands for it: the treaty was in force at the
    latest then, and ended when another of them did.
    """
    treaties = {(a.states, a.signed_on): a for a in agreements if a.completes is None and a.signed_on is not None}
    completed = {(a.states, a.signed_on): a.completes for a in agreements if a.completes is not None}
    families: dict[tuple[tuple[str, str], date], list[Agreement]] = defaultdict(list)
    for one in agreements:
        day = one.completes
        while day is not None and (earlier := completed.get((one.states, day))) is not None:
            day = earlier  # always an earlier day, so that this ends
        if day is not None:
            families[one.states, day].append(one)
    changed: dict[str, Agreement] = {}
    for family, parts in families.items():
        head = treaties.get(family) or min(parts, key=lambda a: (a.since or date.max, a.signed_on or date.max, a.key))
        members = [part for part in parts if part is not head]
        changed |= {one.key: one for one in _family(head, members, has_treaty=family in treaties)}
    return tuple(changed.get(one.key, one) for one in agreements)


def _family(head: Agreement, members: Sequence[Agreement], *, has_treaty: bool) -> list[Agreement]:
    since, is_known, until = head.since, head.since_is_known, head.until
    if not has_treaty:
        is_known = False
        until = max((one.until for one in (head, *members) if one.until is not None), default=None)
    elif since is None and head.status is not Status.TERMINATED:
        # In force at the latest when something that completes it was.
        since = min((one.since for one in members if one.since is not None), default=None)
    if since is not None and until is not None and until <= since:
        since = None
    status = Status.TERMINATED if until is not None else head.status
    whole = replace(
        head, since=since, since_is_known=is_known, until=until, status=status, parts=tuple(m.key for m in members)
    )
    return [whole, *(replace(one, part_of=head.key, until=one.until or until) for one in members)]


def _settled(reports: Sequence[AgreementReport]) -> Agreement:
    order = list(Status)
    lead = min(reports, key=lambda r: (order.index(r.status), r.in_force_on or date.max, r.key))
    days = sorted({r.in_force_on for r in reports if r.in_force_on is not None})
    ends = [r.terminated_on for r in reports if r.terminated_on is not None]
    attested = [r.attested_on for r in reports if r.attested_on is not None]
    since, is_known = (days[0], True) if days else (None, False)
    if since is None and lead.status is Status.IN_FORCE_UNDATED:
        since = min((r.attested_on for r in reports if r.status is lead.status and r.attested_on), default=None)
    if lead.status in {Status.NOT_IN_FORCE, Status.APPROVED, Status.SIGNED, Status.NAMED}:
        since = None
    if any(r.status is Status.TERMINATED for r in reports) and not ends:
        # Ended on a day that nobody gives: it counts as in force on no day, and is shown as terminated.
        since = None
    until = min(ends, default=None)
    if since is not None and until is not None and until <= since:
        since = None
    return Agreement(
        key=lead.key,
        states=lead.states,
        serves=lead.serves,
        status=Status.TERMINATED if ends else lead.status,
        signed_on=lead.signed_on,
        since=since,
        since_is_known=is_known,
        until=until,
        title=next((r.title for r in reports if r.title), ""),
        reports=tuple(r.key for r in sorted(reports, key=lambda r: r.key)),
        sources=tuple(dict.fromkeys(r.source for r in sorted(reports, key=lambda r: r.key))),
        attested_on=max(attested, default=None),
        other_days=tuple(days[1:]),
        completes=next((d for r in reports if (d := completed_treaty(r.title, r.note, r.signed_on)) is not None), None),
    )


@dataclass(frozen=True, slots=True)
class Regional:
    """A treaty between several States that is not one of the nineteen.

    Attributes:
        titles: in other languages, as a source prints them, or of this project where the language is in `translated`.
        one_side: the States of one side, where the treaty binds only between the two sides and not within either.
    """

    key: str
    title: str
    serves: frozenset[Serves]
    text_was_read: bool
    title_is_verified: bool = True
    adopted_on: date | None = None
    in_force_on: date | None = None
    later_wait_days: int | None = None
    later_wait_months: int | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    translated: frozenset[str] = frozenset()
    one_side: frozenset[str] = frozenset()

    def title_in(self, language: str) -> str:
        """Return the title in a language, or else the one under which sources name it."""
        return self.titles.get(language, self.title)


@dataclass(frozen=True, slots=True)
class RegionalAct:
    """What one source says of one State's act under a regional treaty."""

    instrument: str
    state: str
    kind: ActKind
    source: str
    attested_on: date | None
    on: date | None = None
    in_force_on: date | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """That a State is bound by a regional treaty, since and until when."""

    instrument: str
    state: str
    since: date
    since_is_known: bool
    until: date | None
    sources: tuple[str, ...]


def memberships(regional: Regional, acts: Iterable[RegionalAct]) -> tuple[Membership, ...]:
    """Return who is bound by a regional treaty.

    The printed day of entry into force is taken; else the deposit with the treaty's waiting time, not before the
    general entry into force; else the first day of a source that names the State as bound.
    """
    by_state: dict[str, list[RegionalAct]] = defaultdict(list)
    for act in acts:
        if act.instrument == regional.key:
            by_state[act.state].append(act)
    found = (_membership(regional, state, own) for state, own in sorted(by_state.items()))
    return tuple(m for m in found if m is not None)


def _membership(regional: Regional, state: str, acts: Sequence[RegionalAct]) -> Membership | None:
    consents = [a for a in acts if a.kind in CONSENT_KINDS]
    if not consents:
        return None
    printed = min((a.in_force_on for a in consents if a.in_force_on), default=None)
    computed = min((d for a in consents if (d := _takes_effect(regional, a)) is not None), default=None)
    attested = min((a.attested_on for a in consents if a.attested_on), default=None)
    since = printed or computed or attested
    if since is None:
        return None
    ends = [a for a in acts if a.kind is ActKind.DENUNCIATION]
    until = min((d for a in ends if (d := a.in_force_on or a.on or a.attested_on) is not None), default=None)
    sources = tuple(dict.fromkeys(a.source for a in acts))
    return Membership(
        regional.key, state, since, since_is_known=bool(printed or computed), until=until, sources=sources
    )


def _takes_effect(regional: Regional, act: RegionalAct) -> date | None:
    if act.on is None:
        return None
    if regional.later_wait_days is not None:
        own = act.on + timedelta(days=regional.later_wait_days)
    elif regional.later_wait_months is not None:
        # Months are whole ones: printed days are those after the last of them (European Convention on the
        # Suppression of Terrorism, ETS 90, art. 11(3)).
        own = after_months(act.on, regional.later_wait_months)
    else:
        return None
    return max(own, regional.in_force_on) if regional.in_force_on else own


@dataclass(frozen=True, slots=True)
class Link:
    """That a treaty on extradition or assistance is in force between two States, from a day and until another."""

    states: tuple[str, str]
    treaty: str
    serves: frozenset[Serves]
    since: date
    since_is_known: bool
    until: date | None
    text_was_read: bool = True

    def holds_on(self, day: date) -> bool:
        """Whether it holds on `day`."""
        return self.since <= day and (self.until is None or day < self.until)


_LINKING = frozenset({Serves.EXTRADITION, Serves.MLA, Serves.TERRORISM, Serves.SURRENDER})


def links_of(
    agreements: Iterable[Agreement], regionals: Mapping[str, Regional], members: Iterable[Membership]
) -> tuple[Link, ...]:
    """Return every link that bilateral and regional treaties make, in order of their days.

    ETS 90 makes none: its list of offences is worked into the offences themselves.
    """
    links = [
        Link(a.states, a.key, a.serves, a.since, a.since_is_known, a.until)
        for a in agreements
        if a.since is not None and not a.part_of
    ]
    by_treaty: dict[str, list[Membership]] = defaultdict(list)
    for member in members:
        by_treaty[member.instrument].append(member)
    for key, bound in by_treaty.items():
        regional = regionals[key]
        serves = regional.serves & _LINKING
        if not serves or (regional.text_was_read and serves == {Serves.TERRORISM}):
            continue
        for number, first in enumerate(bound):
            for second in bound[number + 1 :]:
                if regional.one_side and (first.state in regional.one_side) == (second.state in regional.one_side):
                    continue
                link = _between(first, second, regional, serves)
                if link is not None:
                    links.append(link)
    return tuple(sorted(links, key=lambda link: (link.since, link.states, link.treaty)))


def _between(first: Membership, second: Membership, regional: Regional, serves: frozenset[Serves]) -> Link | None:
    since = max(first.since, second.since)
    ends = [m.until for m in (first, second) if m.until is not None]
    until = min(ends, default=None)
    if until is not None and until <= since:
        return None
    later = max((first, second), key=lambda m: m.since)
    pair = (min(first.state, second.state), max(first.state, second.state))
    # A treaty whose title says what it is for binds by its own terms; of the others one must know the text.
    read = regional.text_was_read or not serves & {Serves.TERRORISM, Serves.SURRENDER}
    return Link(pair, regional.key, serves, since, later.since_is_known, until, text_was_read=read)

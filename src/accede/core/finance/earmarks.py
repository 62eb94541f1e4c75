"""Earmarks as data: what a donor gave money for, how tightly, and whether that covers a purpose."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from accede.core.explain import Authority, Finding, Reason
from accede.core.values import Period

GRAND_BARGAIN = Authority("Grand Bargain, annex of 23 May 2016")
_NONE: frozenset[str] = frozenset()


class Tightness(IntEnum):
    """How tightly money is earmarked; the numbers are the codes of the IATI list EarmarkingCategory."""

    FREE = 1
    SOFTLY = 2
    EARMARKED = 3
    TIGHTLY = 4


@dataclass(frozen=True, slots=True)
class Earmark:
    """What money is for; an empty set says nothing. `not_states` and `not_themes`: what it is not for.

    States, regions, themes and kinds of activity are codes. `period`: the days on which it may be spent.
    """

    states: frozenset[str] = _NONE
    regions: frozenset[str] = _NONE
    themes: frozenset[str] = _NONE
    kinds: frozenset[str] = _NONE
    not_states: frozenset[str] = _NONE
    not_themes: frozenset[str] = _NONE
    period: Period = field(default_factory=Period)


@dataclass(frozen=True, slots=True)
class Purpose:
    """What is to be paid for. `states`: each State with its region; none for what serves all of them."""

    states: tuple[tuple[str, str], ...] = ()
    theme: str = ""
    kind: str = ""


def tightness_of(earmark: Earmark) -> Finding[Tightness]:
    """Return how tightly money is earmarked, by the four categories of the Grand Bargain and of IATI.

    A State with a theme or a kind of activity: tightly (4, modalities I and J). A State alone, a kind of activity
    alone, or a theme within a region: earmarked (3, G and H; the last is a rule of ours, since the text names it in no
    category). A region or a theme alone, or only what it is not for: softly (2, E and D). Nothing of these: free (1).
    A period limits the time and not the purpose, so it does not earmark.
    """
    aim = earmark.themes or earmark.kinds
    if earmark.states and aim:
        return _tightness(Tightness.TIGHTLY, "state_and_aim")
    if earmark.states:
        return _tightness(Tightness.EARMARKED, "state")
    if earmark.kinds or (earmark.themes and earmark.regions):
        return _tightness(Tightness.EARMARKED, "aim")
    if earmark.themes or earmark.regions:
        return _tightness(Tightness.SOFTLY, "region_or_theme")
    if earmark.not_states or earmark.not_themes:
        return _tightness(Tightness.SOFTLY, "exclusion")
    return _tightness(Tightness.FREE, "nothing")


def covers(earmark: Earmark, purpose: Purpose, on: date) -> Finding[bool]:
    """Return whether money with an earmark may pay for a purpose on a day; if not, every reason why not.

    Each State of the purpose must be covered: money for one State pays for no activity that serves two. What serves no
    State by name is covered by no earmark of States or regions.
    """
    against = tuple(_against(earmark, purpose, on))
    return Finding(not against, against)


def _tightness(answer: Tightness, why: str) -> Finding[Tightness]:
    return Finding(answer, (Reason(f"earmark.by_{why}", {}, GRAND_BARGAIN),))


def _against(earmark: Earmark, purpose: Purpose, on: date) -> Iterator[Reason]:
    states = [state for state, _region in purpose.states]
    if earmark.period.start is not None and on < earmark.period.start:
        yield Reason("earmark.not_begun", {"start": earmark.period.start})
    if earmark.period.end is not None and on >= earmark.period.end:
        yield Reason("earmark.over", {"end": earmark.period.end})
    if named := sorted(earmark.not_states.intersection(states)):
        yield Reason("earmark.not_for_state", {"states": tuple(named)})
    if purpose.theme in earmark.not_themes:
        yield Reason("earmark.not_for_theme", {"theme": purpose.theme})
    yield from _outside("state", earmark.states, states)
    yield from _outside("region", earmark.regions, (region for _state, region in purpose.states))
    yield from _outside("theme", earmark.themes, [purpose.theme] if purpose.theme else [])
    yield from _outside("kind", earmark.kinds, [purpose.kind] if purpose.kind else [])


def _outside(what: str, wanted: frozenset[str], found: Iterable[str]) -> Iterator[Reason]:
    if not wanted:
        return
    codes = set(found)
    if outside := sorted(codes - wanted):
        yield Reason(f"earmark.other_{what}", {"found": tuple(outside), "wanted": tuple(sorted(wanted))})
    elif not codes:
        yield Reason(f"earmark.no_{what}", {"wanted": tuple(sorted(wanted))})

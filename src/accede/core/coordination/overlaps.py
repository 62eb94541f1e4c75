"""Overlaps: two bodies plan the like, in the same place, at nearly the same time.

Paragraphs 4 and 6 of ECOSOC resolution 2007/18 ask that what is done be coordinated, so that help is not given twice.
The rule, in `docs/domain/rules.md` under “Coordination”: the same State, or a region that holds it; days that fall
together or lie no more than `NEAR_DAYS` apart; the same theme, or themes of which one is seldom worked on without the
other. Every answer says which of these held, and by what.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from accede.core.coordination.themes import ThemeWords, near_themes, subjects
from accede.core.explain import Authority, Finding, Reason
from accede.core.explain.promising import hold, promises

NEAR_DAYS = 30
"""How far apart days may lie at most, and still be near: those who come are hosted by the same offices."""
LONGEST_DAYS = 366
"""How many days a plan may take; what takes longer is entered by its parts."""
_RULES = Authority("docs/domain/rules.md", "Coordination")


class Why(StrEnum):
    """What joins two plans, or keeps them apart."""

    SAME_STATE = "overlap.same_state"
    SAME_REGION = "overlap.same_region"
    REGION_HOLDS = "overlap.region_holds"
    SAME_DAYS = "overlap.same_days"
    NEAR_DAYS = "overlap.near_days"
    SAME_THEME = "overlap.same_theme"
    NEAR_THEME = "overlap.near_theme"
    READ_FROM_TITLE = "overlap.read_from_title"
    SAME_BODY = "overlap.same_body"
    OTHER_PLACE = "overlap.other_place"
    DAYS_APART = "overlap.days_apart"
    OTHER_THEME = "overlap.other_theme"


FACTS = promises(
    {
        Why.SAME_STATE: "states",
        Why.SAME_REGION: "regions",
        Why.REGION_HOLDS: "regions states",
        Why.SAME_DAYS: "first last",
        Why.NEAR_DAYS: "days",
        Why.SAME_THEME: "themes",
        Why.NEAR_THEME: "mine theirs",
        Why.READ_FROM_TITLE: "title",
        Why.SAME_BODY: "body",
        Why.OTHER_PLACE: "",
        Why.DAYS_APART: "days",
        Why.OTHER_THEME: "",
    }
)
"""Which facts each reason carries."""


@dataclass(frozen=True, slots=True)
class Planned:
    """Something that a body plans.

    Attributes:
        key: what it is, told from everything else that is compared.
        body: whose plan it is; what one body plans is never said to overlap with what it plans itself.
        regions: regions for which it is as a whole; `within`: the regions in which its States lie.
        topics: the themes that the body states; where it states none, they are read from the title.
    """

    key: str
    body: str
    first: date
    last: date
    states: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    title: str = ""


def overlap(mine: Planned, theirs: Planned, words: ThemeWords) -> Finding[bool]:
    """Return whether two plans overlap, with what joins them, or what keeps them apart."""
    if mine.body == theirs.body:
        return Finding(answer=False, because=(_reason(Why.SAME_BODY, body=mine.body),))
    place, days = _place(mine, theirs), _days(mine, theirs)
    if place is None:
        return Finding(answer=False, because=(_reason(Why.OTHER_PLACE),))
    if days.code == Why.DAYS_APART:
        return Finding(answer=False, because=(days,))
    theme = _theme(mine, theirs, words)
    if not theme:
        return Finding(answer=False, because=(_reason(Why.OTHER_THEME),))
    return Finding(answer=True, because=(place, days, *theme))


class OverlapIndex:
    """Plans by place and day, so that one is held against those few that can overlap with it."""

    def __init__(self, plans: Iterable[Planned], words: ThemeWords) -> None:
        """Take the plans, in any order."""
        self._words = words
        found: defaultdict[str, list[Planned]] = defaultdict(list)
        for plan in plans:
            for place in _places_of(plan):
                found[place].append(plan)
        self._plans = {place: sorted(there, key=lambda one: one.first) for place, there in found.items()}
        self._days = {place: [one.first.toordinal() for one in there] for place, there in self._plans.items()}
        self._longest = {
            place: max((one.last - one.first).days for one in there) for place, there in self._plans.items()
        }

    def overlaps_of(self, mine: Planned) -> Sequence[tuple[Planned, Finding[bool]]]:
        """Return the plans with which one overlaps, by day, each with its reasons."""
        seen = {mine.key}
        found = []
        for theirs in self._near(mine):
            if theirs.key not in seen:
                seen.add(theirs.key)
                finding = overlap(mine, theirs, self._words)
                if finding.answer:
                    found.append((theirs, finding))
        return sorted(found, key=lambda one: (one[0].first, one[0].key))

    def _near(self, mine: Planned) -> Iterator[Planned]:
        """Yield the plans that share a place with one and may lie near it in time; some of them more than once."""
        last = mine.last.toordinal() + NEAR_DAYS
        for place in _places_asked(mine):
            if place in self._plans:
                days = self._days[place]
                begin = bisect_left(days, mine.first.toordinal() - NEAR_DAYS - self._longest[place])
                yield from self._plans[place][begin : bisect_left(days, last + 1)]


def _places_of(plan: Planned) -> Iterator[str]:
    yield from plan.states
    yield from (f"whole {region}" for region in plan.regions)
    yield from (f"within {region}" for region in plan.within)


def _places_asked(plan: Planned) -> Iterator[str]:
    yield from sorted(plan.states)
    yield from (f"whole {region}" for region in sorted(plan.within | plan.regions))
    yield from (f"within {region}" for region in sorted(plan.regions))


def _place(mine: Planned, theirs: Planned) -> Reason | None:
    if states := mine.states & theirs.states:
        return _reason(Why.SAME_STATE, states=tuple(sorted(states)))
    if regions := mine.regions & theirs.regions:
        return _reason(Why.SAME_REGION, regions=tuple(sorted(regions)))
    for whole, part in ((mine, theirs), (theirs, mine)):
        if held := whole.regions & part.within:
            return _reason(Why.REGION_HOLDS, regions=tuple(sorted(held)), states=tuple(sorted(part.states)))
    return None


def _days(mine: Planned, theirs: Planned) -> Reason:
    first, last = max(mine.first, theirs.first), min(mine.last, theirs.last)
    if first <= last:
        return _reason(Why.SAME_DAYS, first=first, last=last)
    apart = (first - last).days
    return _reason(Why.NEAR_DAYS if apart <= NEAR_DAYS else Why.DAYS_APART, days=apart)


def _theme(mine: Planned, theirs: Planned, words: ThemeWords) -> tuple[Reason, ...]:
    """Return what joins two plans by theme, and whose theme was read from its title; nothing where nothing joins."""
    read = tuple(_reason(Why.READ_FROM_TITLE, title=one.title) for one in (mine, theirs) if not one.topics)
    one, other = (subjects(plan.topics or words.of(plan.title)) for plan in (mine, theirs))
    if shared := one & other:
        return (_reason(Why.SAME_THEME, themes=tuple(sorted(shared))), *read)
    if near := near_themes(one, other):
        return (_reason(Why.NEAR_THEME, mine=near[0], theirs=near[1]), *read)
    return ()


def _reason(code: Why, **facts: object) -> Reason:
    hold(FACTS, code, facts)
    return Reason(code, facts, _RULES)

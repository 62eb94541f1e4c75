"""Overlaps in words: each reason is a sentence, and each side leads to its page."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from accede.core.coordination.overlaps import Why
from accede.core.explain import Reason
from accede.foundation.access import Actor, can
from accede.foundation.exports import Link
from accede.foundation.texts import format_day, isolated, listed, readers_language
from accede.modules.assessments.fields.codes import TOPICS
from accede.modules.coordination.access import COORDINATION_KEEP
from accede.modules.coordination.fields.overlaps import OverlapLine
from accede.modules.coordination.fields.plans import PlanFacts
from accede.modules.coordination.queries.overlaps import Overlapping
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.reference.queries.states import short_names

Facts = Mapping[str, object]
Names = Mapping[str, str]


def overlap_lines(found: Iterable[Overlapping], reader: Actor) -> list[OverlapLine]:
    """Return overlaps as lists show them, by the day on which the first side begins."""
    known = list(found)
    names = short_names({code for one in known for code in _states(one)}, language=readers_language()) if known else {}
    may_consult = can(reader, COORDINATION_KEEP)
    lines = [_line(one, names, may_consult=may_consult) for one in known]
    return sorted(lines, key=lambda line: (line.first_day, line.key))


def why_words(reason: Reason, names: Names) -> str:
    """Return a reason as a sentence."""
    return _SENTENCES[Why(reason.code)](reason.facts, names)


def _line(one: Overlapping, names: Names, *, may_consult: bool) -> OverlapLine:
    mine, theirs = one.mine, one.theirs
    if isinstance(mine, PlanFacts):
        key, where, by, consult = f"plan-{mine.number}", _address(mine), mine.body_name, ""
    else:
        key, where, by = f"{mine.kind}-{mine.key}", mine.address, _("The programme")
        to_consult = reverse("coordination:consult", args=[mine.kind, mine.key])
        consult = f"{to_consult}?plan={theirs.number}" if may_consult else ""
    return OverlapLine(
        key=f"{key}-{theirs.number}",
        mine=Link(mine.title, where),
        mine_body=by,
        first_day=mine.first_day or date.min,
        last_day=mine.last_day or date.min,
        theirs=Link(theirs.title, _address(theirs)),
        their_body=theirs.body_name,
        their_body_code=theirs.body,
        their_first_day=theirs.first_day or date.min,
        their_last_day=theirs.last_day or date.min,
        states=tuple(names.get(code, code) for code in sorted(_states(one))),
        why=tuple(why_words(reason, names) for reason in one.finding.because),
        consult=consult,
    )


def _address(plan: PlanFacts) -> str:
    return reverse("coordination:plan", args=[plan.number])


def _states(one: Overlapping) -> set[str]:
    found: set[str] = set()
    for reason in one.finding.because:
        found.update(map(str, _several(reason.facts, "states")))
    return found


def _several(facts: Facts, name: str) -> tuple[object, ...]:
    value = facts.get(name, ())
    return value if isinstance(value, tuple) else (value,)


def _named(facts: Facts, names: Names) -> str:
    return listed(names.get(str(code), str(code)) for code in _several(facts, "states"))


def _groups(facts: Facts) -> str:
    return listed(str(GROUPS[str(key)]) for key in _several(facts, "regions"))


def _themes(facts: Facts, name: str) -> str:
    return listed(str(TOPICS[str(code)]) for code in _several(facts, name))


def _same_days(facts: Facts, _names: Names) -> str:
    first, last, language = facts["first"], facts["last"], readers_language()
    assert isinstance(first, date)  # noqa: S101  (promised)
    assert isinstance(last, date)  # noqa: S101  (promised)
    if first == last:
        return _("On the same day: %(day)s.") % {"day": isolated(format_day(first, language))}
    days = {name: isolated(format_day(day, language)) for name, day in (("first", first), ("last", last))}
    return _("On the same days: %(first)s to %(last)s.") % days


def _near_days(facts: Facts, _names: Names) -> str:
    days = int(str(facts["days"]))
    return ngettext("%(count)s day apart.", "%(count)s days apart.", days) % {"count": days}


_SENTENCES: Mapping[Why, Callable[[Facts, Names], str]] = {
    Why.SAME_STATE: lambda facts, names: _("The same State: %(states)s.") % {"states": _named(facts, names)},
    Why.SAME_REGION: lambda facts, _names: _("The same region: %(regions)s.") % {"regions": _groups(facts)},
    Why.REGION_HOLDS: lambda facts, names: (
        _("%(regions)s, among them: %(states)s.") % {"regions": _groups(facts), "states": _named(facts, names)}
    ),
    Why.SAME_DAYS: _same_days,
    Why.NEAR_DAYS: _near_days,
    Why.SAME_THEME: lambda facts, _names: _("The same theme: %(themes)s.") % {"themes": _themes(facts, "themes")},
    Why.NEAR_THEME: lambda facts, _names: (
        _("Near themes: %(mine)s; %(theirs)s.") % {"mine": _themes(facts, "mine"), "theirs": _themes(facts, "theirs")}
    ),
    Why.READ_FROM_TITLE: lambda facts, _names: (
        _("The theme was read from the title %(title)s.") % {"title": isolated(f"“{facts['title']}”")}
    ),
    Why.SAME_BODY: lambda _facts, _names: _("It is the same body’s own plan."),
    Why.OTHER_PLACE: lambda _facts, _names: pgettext("overlap", "Neither State nor region is the same."),
    Why.DAYS_APART: _near_days,
    Why.OTHER_THEME: lambda _facts, _names: pgettext("overlap", "The themes are others."),
}

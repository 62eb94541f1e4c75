"""When a clause is due: the words that say so, and the days that they mean by the calendar of sessions.

Only words that set a time for what is asked count; a session or year at which something *was* adopted is history.
What cannot be resolved keeps its words and says why.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from accede.core.mandates.bodies import body_before, body_named, resolve_short
from accede.core.mandates.deadline_words import (
    ACTING,
    DATE,
    EVERY,
    FIRM,
    FUTURE,
    MONTHS,
    PAST,
    PERIOD,
    PERIODIC,
    PERIODIC_NEEDLES,
    RANGE,
    SESSION,
    SOON,
    SOON_NEEDLES,
    TO_COME,
    WITHIN,
)
from accede.core.mandates.ordinals import ORDINAL, cardinal_value, ordinal_value
from accede.core.mandates.sessions import Calendar, Certainty, SessionDates, SessionKey
from accede.core.values import months_later


@dataclass(frozen=True, slots=True)
class Setting:
    """What a deadline is resolved against: who speaks, when, in which session, and which bodies the text names."""

    calendar: Calendar
    organ: str = "GA"
    adopted_on: date | None = None
    session: int | None = None
    mentioned: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as written and the days it means, both included.

    Attributes:
        kind: session, period, date, within, periodic or soon.
        due_from, due_until: the days; None when unknown, with `reason`.
        source, certainty: where the days are known from.
        session: the session meant, as ("CCPCJ", 18, "reconvened").
    """

    text: str
    kind: str
    start: int
    end: int
    due_from: date | None = None
    due_until: date | None = None
    is_exact: bool = True
    source: str = ""
    certainty: Certainty | None = None
    reason: str = ""
    session: SessionKey | None = None
    every_months: int | None = None


_DECISIVE = ("session", "date", "within", "period", "periodic", "soon")


def decisive_kind(kind: str) -> int:
    """Return how near the front a kind of deadline stands when it is asked when a duty is due."""
    return _DECISIVE.index(kind)


def decisive(due: tuple[Deadline, ...]) -> Deadline | None:
    """Return the deadline that says when a duty is due: a session before a day, a day before a period."""
    return min(due, key=lambda one: decisive_kind(one.kind), default=None)


def deadlines_in(text: str, setting: Setting) -> tuple[Deadline, ...]:
    """Return the deadlines in the text of an operative clause, resolved against the calendar where it reaches."""
    taken: list[Deadline] = []
    for found in _candidates(text, setting):
        if any(found.start < other.end and other.start < found.end for other in taken):
            continue
        taken.append(found)
    return tuple(sorted(taken, key=lambda one: one.start))


_YEAR = re.compile(r"(?:19|20)\d\d")


def _candidates(text: str, setting: Setting) -> Iterator[Deadline]:
    lowered = text.lower()
    if "session" in lowered:
        yield from _sessions(text, setting)
    has_year = _YEAR.search(text) is not None
    if has_year:
        yield from _periods(text)
    if "within" in lowered or "later than" in lowered:
        yield from (_within(match, setting) for match in WITHIN.finditer(text))
    if any(needle in lowered for needle in PERIODIC_NEEDLES):
        yield from (_periodic(match) for match in PERIODIC.finditer(text))
    if has_year:
        yield from _days(text, setting)
    for match in SOON.finditer(text) if any(needle in lowered for needle in SOON_NEEDLES) else ():
        yield Deadline(match[0], "soon", match.start(), match.end(), reason="no_date_given")


def _sessions(text: str, setting: Setting) -> Iterator[Deadline]:
    for match in SESSION.finditer(text):
        if _is_ahead(text, match.start(), is_firm=_is_firm(match)) and _names_a_session(match):
            found = _session(match, text, setting)
            if not _is_over(found, setting) or _is_asked_for(text, match.start()):
                yield found


def _periods(text: str) -> Iterator[Deadline]:
    for match in PERIOD.finditer(text):
        if match["word"] or match[0].lower().startswith(("for", "during", "from")):
            yield _period(match)


def _days(text: str, setting: Setting) -> Iterator[Deadline]:
    for match in DATE.finditer(text):
        if _is_ahead(text, match.start(), is_firm=_is_firm(match)) and _may_be_due(match, setting):
            found = _day(match)
            if not _is_over(found, setting) or _is_firm(match):
                yield found
    for match in RANGE.finditer(text):
        found = _day_range(match)
        if _is_ahead(text, match.start()) and setting.year is not None and not _is_over(found, setting):
            yield found


def _is_ahead(text: str, at: int, *, is_firm: bool = False) -> bool:
    """Say whether what stands at a place is asked for, rather than told of the past: the nearest verb decides."""
    if re.match(r"[^;:]{0,160}?,? (?:which was |that was )?held\b", text[at:].split(" and ", maxsplit=1)[0]):
        return False
    before = text[max(0, at - 140) : at]
    clause = re.split(r";|\.\s|\bin which\b|\bwhich\b", before)[-1]
    past = [match.end() for match in PAST.finditer(clause)]
    future = [match.end() for match in FUTURE.finditer(clause)]
    if past:
        return bool(future) and future[-1] >= past[-1]
    return is_firm or not _is_told(text, at)


def _is_told(text: str, at: int) -> bool:
    """Say whether the act in which a place stands only takes note of something that nothing says is still to come."""
    acts = list(ACTING.finditer(text, 0, at))
    return bool(acts) and acts[-1]["tells"] is not None and TO_COME.search(text, acts[-1].end(), at) is None


def _is_asked_for(text: str, at: int) -> bool:
    """Say whether the clause before a place asks for something in so many words."""
    clause = re.split(r";|\.\s", text[max(0, at - 140) : at])[-1]
    return any(not match[0].startswith(("may", "must")) for match in FUTURE.finditer(clause))


def _is_over(found: Deadline, setting: Setting) -> bool:
    """Say whether the days meant were past at the adoption: then, mostly, the words tell of the past."""
    if found.due_until is None:
        return False
    if setting.adopted_on is not None:
        return found.due_until < setting.adopted_on
    return setting.year is not None and found.due_until.year < setting.year


def _names_a_session(match: re.Match[str]) -> bool:
    named = match["ordinals"] or match["kinds"] or match["kinds1"] or match["year_before"] or match["year"]
    return bool(named) or match["owner"] in ("each", "every", "all")


def _trimmed(match: re.Match[str]) -> tuple[str, int]:
    written = match[0].rstrip(" ,;")
    written = re.sub(r"\s+(?:of|on|for|and|the|to|in|against)$", "", written)
    return written, match.start() + len(written)


def _session(match: re.Match[str], text: str, setting: Setting) -> Deadline:
    written, end = _trimmed(match)
    found = Deadline(written, "session", match.start(), end)
    body = _likely(_body_of(match, text, setting), match, setting)
    kinds = f"{match['kinds1'] or ''} {match['kinds'] or ''}".lower()
    year = next(
        (int(y) for y in re.findall(r"(?:19|20)\d\d", f"{match['year_before'] or ''} {match['year'] or ''}")), None
    )
    if match["owner"] in ("each", "every", "all"):
        return replace(found, kind="periodic", reason="every_session")
    ordinals = re.findall(ORDINAL, match["ordinals"] or "")
    values = [value for value in map(ordinal_value, ordinals) if value is not None]
    if not values and (year is None):
        return _relative(found, kinds, body, setting)
    kind = next(
        (k for k in ("emergency special", "special", "reconvened", "resumed", "organizational") if k in kinds),
        "regular",
    )
    if body == "GA" and kind in ("resumed", "reconvened"):
        kind = "regular"
    keys = [SessionKey(body, value, None, kind) for value in values] or [SessionKey(body, None, year, "year")]
    return _resolved(found, keys, setting)


def _likely(body: str, match: re.Match[str], setting: Setting) -> str:
    """A session whose number is not below that of the Assembly's own session can only be one of the Assembly."""
    value = ordinal_value((re.findall(ORDINAL, match["ordinals"] or "") or [""])[0])
    if setting.organ == "GA" and setting.session and value and setting.session <= value < setting.session + 12:
        return "GA"
    return body


def _body_of(match: re.Match[str], text: str, setting: Setting) -> str:
    named = re.sub(r"^ of (?:the )?", "", match["of"] or "").strip()
    if named:
        body = body_named(named)
        if body is not None:
            return body.code
        short = named.split()[-1]
        if len(named.split()) == 1 and short in (
            "Assembly",
            "Council",
            "Commission",
            "Committee",
            "Conference",
            "Board",
        ):
            return resolve_short(short, text[: match.start()], mentioned=setting.mentioned, own=setting.organ)
        first = next(
            (
                body_named(" ".join(named.split()[:n]))
                for n in range(len(named.split()), 1, -1)
                if body_named(" ".join(named.split()[:n]))
            ),
            None,
        )
        return first.code if first is not None else named
    return body_before(text, match.start(), own=setting.organ, mentioned=setting.mentioned)


def _relative(found: Deadline, kinds: str, body: str, setting: Setting) -> Deadline:
    """Resolve "at its next session" for the Assembly, whose sessions follow each other by rule."""
    steps = {
        "next": 1,
        "forthcoming": 1,
        "following": 1,
        "subsequent": 1,
        "current": 0,
        "present": 0,
        "upcoming": 1,
        "coming": 1,
    }
    step = next((value for word, value in steps.items() if word in kinds), None)
    if step is None or body != "GA" or setting.session is None or setting.organ != "GA":
        return replace(found, reason="session_not_numbered")
    return _resolved(found, [SessionKey("GA", setting.session + step)], setting)


def _resolved(found: Deadline, keys: list[SessionKey], setting: Setting) -> Deadline:
    dates = [setting.calendar.find(key) for key in keys]
    known = [one for one in dates if one is not None]
    if not known or len(known) < len(keys):
        return replace(found, reason="session_not_in_calendar", session=keys[0])
    first, last = known[0], known[-1]
    return replace(
        found,
        due_from=first.opens_on,
        due_until=last.closes_on,
        is_exact=all(one.is_exact for one in known),
        source=first.source,
        certainty=_weakest(known),
        session=keys[0],
    )


def _weakest(known: list[SessionDates]) -> Certainty:
    order = (Certainty.UNVERIFIED, Certainty.BY_RULE, Certainty.RECORDED)
    return min((one.certainty for one in known), key=order.index)


def _period(match: re.Match[str]) -> Deadline:
    first = int(match["first"])
    last_text = match["last"]
    last = int(last_text) if len(last_text) == 4 else first - first % 100 + int(last_text)
    found = Deadline(match[0], "period", match.start(), match.end())
    if last < first:
        return replace(found, reason="period_runs_backwards")
    return replace(found, due_from=date(first, 1, 1), due_until=date(last, 12, 31))


def _within(match: re.Match[str], setting: Setting) -> Deadline:
    count = cardinal_value(match["count"])
    found = Deadline(match[0].rstrip(), "within", match.start(), match.start() + len(match[0].rstrip()))
    after = match["after"].lower()
    from_adoption = not after or re.search(r"adoption of the present|(?:the|this|the present) resolution", after)
    if count is None or setting.adopted_on is None or not from_adoption:
        return replace(
            found, reason="starts_at_unknown_event" if after and not from_adoption else "adoption_date_unknown"
        )
    unit = match["unit"].lower().rstrip("s")
    until = _later(setting.adopted_on, count, unit)
    return replace(found, due_from=setting.adopted_on, due_until=until)


def _later(day: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    return months_later(day, count * (12 if unit == "year" else 1))


def _periodic(match: re.Match[str]) -> Deadline:
    word = (match["word"] or match["basis"] or match["report"] or "").lower()
    months = cardinal_value(match["number"]) if match["number"] else None
    months = months * 12 if months else EVERY.get(word)
    if match["count"]:
        count, unit = cardinal_value(match["count"]), match["unit"].lower().rstrip("s")
        months = count * 12 if count and unit == "year" else count if unit == "month" else None
    reason = "" if months else "interval_not_given"
    return Deadline(match[0], "periodic", match.start(), match.end(), reason=reason, every_months=months)


def _may_be_due(match: re.Match[str], setting: Setting) -> bool:
    """A year before the adoption is history; "in 2015" without "by" is a time for something only when it lies ahead."""
    year = int(match["year"])
    if setting.year is not None and year < setting.year:
        return False
    if match["article"] and not (match["edge"] or match["word"] or match["month"]):
        return False
    return _is_firm(match) or setting.year is not None


def _is_firm(match: re.Match[str]) -> bool:
    return match["preposition"].lower() in FIRM


def _day_range(match: re.Match[str]) -> Deadline:
    found = Deadline(match[0], "date", match.start(), match.end())
    last_month = MONTHS.index(match["last_month"]) + 1
    first_month = MONTHS.index(match["first_month"]) + 1 if match["first_month"] else last_month
    try:
        first = date(int(match["year"]), first_month, int(match["first"]))
        last = date(int(match["year"]), last_month, int(match["last"]))
    except ValueError:
        return replace(found, reason="no_such_day")
    return replace(found, due_from=first, due_until=last)


def _day(match: re.Match[str]) -> Deadline:
    year, month = int(match["year"]), MONTHS.index(match["month"]) + 1 if match["month"] else None
    found = Deadline(match[0], "date", match.start(), match.end())
    day = int(match["day"]) if match["day"] and month else None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return replace(found, reason="no_such_day")
    last = first if day else months_later(date(year, month or 12, 1), 1) - timedelta(days=1)
    preposition = match["preposition"].lower()
    if preposition in ("before", "prior to") and not match["edge"]:
        return replace(found, due_until=first - timedelta(days=1))
    if preposition in ("by", "until", "till", "no later than", "not later than", "before", "prior to"):
        by_beginning = match["edge"] and "begin" in match["edge"]
        return replace(found, due_until=first if by_beginning else last)
    if preposition in ("as from", "as of", "with effect from", "effective", "from", "after") or preposition.split()[
        0
    ] in ("starting", "beginning", "commencing"):
        return replace(found, due_from=first)
    return replace(found, due_from=first, due_until=last)

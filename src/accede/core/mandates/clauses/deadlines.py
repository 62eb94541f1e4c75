"""When a clause is due: the words that say so, and the days that they mean by the calendar of sessions.

Only words that set a time for what is asked count; a session or year at which something *was* adopted is history.
What cannot be resolved keeps its words and says why.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from accede.core.mandates.clauses.deadline import Deadline, Setting
from accede.core.mandates.clauses.deadline_words import (
    ACTING,
    ADOPTION_NEEDLES,
    AFTER_ADOPTION,
    ATTRIBUTE,
    DATE,
    DAYS,
    END_OF_YEAR,
    EVERY,
    FIRM,
    FUTURE,
    INTERVAL_NEEDLES,
    INTERVALS,
    MONTHS,
    OF_OTHERS,
    ONE_OF_DAYS,
    PAST,
    PERIOD,
    PERIODIC,
    PERIODIC_NEEDLES,
    RANGE,
    SESSION,
    SOON,
    SOON_NEEDLES,
    THEREAFTER,
    TO_COME,
    WITHIN,
    WITHIN_NEEDLES,
)
from accede.core.mandates.clauses.session_deadlines import names_a_session, session_deadlines
from accede.core.mandates.words.dates import day_of, later
from accede.core.mandates.words.ordinals import cardinal_value


def deadlines_in(text: str, setting: Setting) -> tuple[Deadline, ...]:
    """Return the deadlines in the text of an operative clause, resolved against the calendar where it reaches."""
    taken: list[Deadline] = []
    for found in _candidates(text, setting):
        if any(found.start < other.end and other.start < found.end for other in taken):
            continue
        taken.append(found)
    return _with_recurrence(sorted(taken, key=lambda one: one.start), text)


def _with_recurrence(found: list[Deadline], text: str) -> tuple[Deadline, ...]:
    """Join "by the end of 2025" with "and annually thereafter": one deadline whose day is the first of many."""
    joined: list[Deadline] = []
    for one in found:
        first = joined[-1] if joined else None
        between = text[first.end : one.start] if first is not None else ""
        after = text[one.end : one.end + 12]
        if first is not None and one.kind == "periodic" and first.kind in _DATED and _goes_on(between, after):
            end = one.end + (len(" thereafter") if after.startswith(" thereafter") else 0)
            joined[-1] = replace(first, text=text[first.start : end], end=end, every_months=one.every_months)
        elif first is not None and first.every_months and one.text.startswith("until ") and not between.strip(" ,"):
            # The day says how long it returns, not when it is due for the first time.
            joined[-1] = replace(first, text=text[first.start : one.end], end=one.end)
        elif first is not None and first.kind == "periodic" and one.kind in _DATED and _STARTING.search(between):
            joined[-1] = replace(
                one, text=text[first.start : one.end], start=first.start, every_months=first.every_months
            )
        else:
            joined.append(one)
    return tuple(joined)


_DATED = frozenset({"session", "date", "within"})
_STARTING = re.compile(r"^(?:, [^,;:]{3,60},)?,?\s*(?:starting|beginning|commencing|with effect)?\s*$")


def _goes_on(between: str, after: str) -> bool:
    return after.startswith(" thereafter") or (THEREAFTER.match(between) is not None and "and" in between)


_GIVES = re.compile(
    r"\b(?:report|submit|present|provide|prepare|produce|issue|publish|make|deliver|give|transmit|circulate|convene|hold|conduct|"
    r"undertake|carry out|update|through|submission of|with)\b[^,;.]{0,60}$"
)
_GOES_ON = re.compile(
    r"\s*(?:$|[,;:.)]|(?:to|on|in|by|and|or|as|at|with|through|from|until|for|the|its|their|a|an|thereafter|about|via|during|under|so|if)\b)"
)


def _is_asked_again(text: str, match: re.Match[str]) -> bool:
    """Say whether an interval tells when something is asked for, rather than how things are."""
    at = match.start()
    if match["report"]:
        has_article = match[0][0].islower() and match[0].split()[0] != match["report"]
        follows = text[match.end() : match.end() + 6]
        if not (has_article and re.match(r" (?:on|to|in|ab|re)", follows)) and not _GIVES.search(text, 0, at):
            return False
    elif match["word"] and (ATTRIBUTE.search(text, 0, at) or not _GOES_ON.match(text, match.end())):
        # "the quarterly bulletin" and "lives lost each year" tell of a thing, not of a time.
        return False
    clause = re.split(r";|\.\s", text[max(0, at - 140) : at])[-1]
    asked = [match.end() for match in FUTURE.finditer(clause)]
    told = [match.end() for match in OF_OTHERS.finditer(clause)]
    if told and (not asked or asked[-1] < told[-1]):
        return False
    return bool(asked) or not _is_told(text, at)


_YEAR = re.compile(r"(?:19|20)\d\d")


def _candidates(text: str, setting: Setting) -> Iterator[Deadline]:
    lowered = text.lower()
    if "session" in lowered:
        yield from _sessions(text, setting)
    has_year = _YEAR.search(text) is not None
    if has_year:
        yield from _periods(text)
    if any(map(lowered.__contains__, WITHIN_NEEDLES)):
        yield from (_within(match, setting) for match in WITHIN.finditer(text))
    if any(map(lowered.__contains__, ADOPTION_NEEDLES)):
        yield from (_within(match, setting) for match in AFTER_ADOPTION.finditer(text))
    if any(map(lowered.__contains__, INTERVAL_NEEDLES)):
        yield from map(_interval, INTERVALS.finditer(text))
    if any(map(lowered.__contains__, PERIODIC_NEEDLES)):
        yield from (_periodic(match) for match in PERIODIC.finditer(text) if _is_asked_again(text, match))
    if has_year:
        yield from _several_days(text, setting)
        yield from _days(text, setting)
    if " year" in lowered:
        yield from (_end_of_year(match, setting) for match in END_OF_YEAR.finditer(text))
    for match in SOON.finditer(text) if any(map(lowered.__contains__, SOON_NEEDLES)) else ():
        yield Deadline(match[0], "soon", match.start(), match.end(), reason="no_date_given")


def _sessions(text: str, setting: Setting) -> Iterator[Deadline]:
    for match in SESSION.finditer(text):
        if _is_ahead(text, match.start(), is_firm=_is_firm(match)) and names_a_session(match):
            for found in session_deadlines(match, text, setting):
                is_told = _TELLS_OF.search(text, 0, match.start()) is not None
                if not _is_over(found, setting) or (_is_asked_for(text, match.start()) and not is_told):
                    yield found


_TELLS_OF = re.compile(
    r"\b(?:discussions?|deliberations?|debates?|considerations?|outcomes?|recommendations?|conclusions?|decisions?|views|"
    r"statements?|comments|progress|work|resolutions?|report)\s+$"
)
"""What was said or done at a session that is past: "the discussions at its seventy-eighth session"."""


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
    written = match[0].rstrip(" .")
    found = Deadline(written, "within", match.start(), match.start() + len(written))
    after = match["after"].lower()
    from_adoption = not after or re.search(r"adoption of the present|(?:the|this|the present) resolution", after)
    if count is None or setting.adopted_on is None or not from_adoption:
        return replace(
            found, reason="starts_at_unknown_event" if after and not from_adoption else "adoption_date_unknown"
        )
    unit = match["unit"].lower().split()[-1].rstrip("s")
    until = later(setting.adopted_on, count, unit)
    return replace(found, due_from=setting.adopted_on, due_until=until)


def _periodic(match: re.Match[str]) -> Deadline:
    word = (match["word"] or match["basis"] or match["report"] or "").lower()
    months = cardinal_value(match["number"]) if match["number"] else None
    months = months * 12 if months else EVERY.get(word)
    if match["count"]:
        months = _in_months(match["count"], match["unit"])
    in_days = (bool(match["count"]) or word == "fortnightly") and not months
    reason = "" if months else "interval_in_days" if in_days else "interval_not_given"
    return Deadline(match[0], "periodic", match.start(), match.end(), reason=reason, every_months=months)


def _interval(match: re.Match[str]) -> Deadline:
    months = _in_months(match["between"] or match["apart"], match["between_unit"] or match["apart_unit"])
    reason = "" if months else "interval_in_days"
    return Deadline(match[0], "periodic", match.start(), match.end(), reason=reason, every_months=months)


def _in_months(written: str, unit: str) -> int | None:
    count, unit = cardinal_value(written), unit.lower()
    return count * 12 if count and unit.startswith("year") else count if unit.startswith("month") else None


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
    year, named = int(match["year"]), match["month"] or match["month_first"]
    month = MONTHS.index(named) + 1 if named else None
    found = Deadline(match[0], "date", match.start(), match.end())
    day = int(match["day"] or match["day_after"]) if named and (match["day"] or match["day_after"]) else None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return replace(found, reason="no_such_day")
    edge = (match["edge"] or "").lower()
    last = first if day else later(date(year, month or 12, 1), 1, "month") - timedelta(days=1)
    is_exact = not edge.startswith(_ABOUT)
    if not day:
        first, last = _part_of(edge, first, last, whole_year=month is None)
    preposition = match["preposition"].lower()
    if preposition in ("before", "prior to") and not edge:
        return replace(found, due_until=first - timedelta(days=1))
    if preposition in FIRM:
        return replace(
            found, due_until=first if "begin" in edge or edge.startswith("start") else last, is_exact=is_exact
        )
    if preposition in _FROM or preposition.split()[0] in ("starting", "beginning", "commencing"):
        return replace(found, due_from=first)
    return replace(found, due_from=first, due_until=last, is_exact=is_exact)


_FROM = ("as from", "as of", "with effect from", "effective", "from", "after")
_ABOUT = ("mid", "early", "late", "course", "spring", "summer", "autumn", "fall")
_MONTHS_OF = {
    "first half": (1, 6), "second half": (7, 12), "first semester": (1, 6), "second semester": (7, 12),
    "first quarter": (1, 3), "second quarter": (4, 6), "third quarter": (7, 9), "fourth quarter": (10, 12),
    "last quarter": (10, 12), "mid": (6, 6),
}  # fmt: skip
"""The parts of a year, each with its first and last month; the middle is told by the end of June."""


def _part_of(edge: str, first: date, last: date, *, whole_year: bool) -> tuple[date, date]:
    """Return the days of the part of a year or month that is named: its middle, a half, a quarter."""
    months = next((months for part, months in _MONTHS_OF.items() if edge.startswith(part)), None)
    if not whole_year:
        return (first, date(first.year, first.month, 15)) if edge.startswith("mid") else (first, last)
    if months is None:
        return first, last
    return date(first.year, months[0], 1), later(date(first.year, months[1], 1), 1, "month") - timedelta(days=1)


def _several_days(text: str, setting: Setting) -> Iterator[Deadline]:
    """Return the days that one word sets: "by 1 May, 1 August and 1 November 2025" sets three."""
    for match in DAYS.finditer(text):
        if not _is_ahead(text, match.start(), is_firm=True):
            continue
        month, year = "", ""
        found: list[Deadline] = []
        for one in reversed(list(ONE_OF_DAYS.finditer(text, match.start("days"), match.end("days")))):
            month, year = one["month"] or month, one["year"] or year
            day = day_of(one["day"], month, year) if month and year else None
            if day is None:
                found = []
                break
            is_before = match["preposition"].lower() == "before"
            until = day - timedelta(days=1) if is_before else day
            start = match.start() if one.start() == match.start("days") else one.start()
            found.append(Deadline(text[start : one.end()], "date", start, one.end(), due_until=until))
        yield from (one for one in reversed(found) if not _is_over(one, setting))


def _end_of_year(match: re.Match[str], setting: Setting) -> Deadline:
    """Return the day of "by the end of the year": of that of the adoption, or of the one after."""
    found = Deadline(match[0], "date", match.start(), match.end())
    if setting.adopted_on is None:
        return replace(found, reason="adoption_date_unknown")
    year = setting.adopted_on.year + (1 if match["which"].endswith(("next", "following")) else 0)
    month, day = (6, 30) if match["edge"] == "middle" else (12, 31)
    return replace(found, due_until=date(year, month, day))

"""When a clause is due: the words that say so, and the days that they mean by the calendar of sessions.

Only words that set a time for what is asked count; a session or year at which something *was* adopted or held is history.
What cannot be resolved keeps its words and says why.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from accede.core.mandates.bodies import body_before, body_named, resolve_short
from accede.core.mandates.ordinals import CARDINAL, ORDINAL, cardinal_value, ordinal_value
from accede.core.mandates.sessions import Calendar, Certainty, SessionDates, SessionKey


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


_KINDS = (
    r"(?:resumed|reconvened|special|emergency special|regular|substantive|organizational|annual|ordinary|extraordinary|main|plenary|"
    r"first resumed|second resumed|ministerial|intersessional|humanitarian|joint|high-level|next|following|forthcoming|upcoming|"
    r"current|present|subsequent|final|coming|third|first|second)"
)
_ORDINALS = rf"{ORDINAL}(?:(?:\s*,\s*|\s+and\s+|\s+to\s+|,? and (?:at )?(?:its |the )?)(?:{ORDINAL}))*"
_BODY_NAME = r"(?: of (?:the )?[A-Z][\w’-]*(?: (?:[A-Z][\w’-]*|of|on|for|and|the|to|in|against))*)?"
_PART = r"(?:(?:the )?(?:end|beginning|opening|start|close|main part|first part|second part|resumed part|first resumed part|second resumed part|resumption|\w+(?:-\w+)? (?:segment|part|meetings?|debate)) of )?"
_SESSION = re.compile(
    rf"\b(?P<preposition>(?:(?:no|not) later than )?(?:at|during|before|by|until|prior to|in advance of|starting (?:at|with|from)|"
    rf"beginning (?:at|with))|(?:no|not) later than|agenda of)\s+{_PART}(?P<owner>its|the|their|his|each|every|all|a)\s+(?:(?P<year_before>(?:19|20)\d\d)\s+)?(?:(?P<kinds1>{_KINDS})(?:,? and\s+|\s+))?"
    rf"(?:(?P<ordinals>{_ORDINALS})\s+)?(?:(?P<kinds>(?:{_KINDS}\s+){{0,3}}))(?P<word>sessions?)\b(?P<of>{_BODY_NAME})"
    rf"(?P<year>(?:,? (?:of|for|in|to be held in) (?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:19|20)\d\d)?)",
)
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(_MONTHS)
_YEARS = r"(?P<first>(?:19|20)\d\d)\s*(?:[-–—/]|to|and|through)\s*(?P<last>(?:19|20)?\d\d)\b"
_PERIOD = re.compile(
    rf"\b(?:[Ff]or|[Dd]uring|[Ii]n|of|over|covering|throughout|within|from)\s+(?:the )?(?:(?:(?:programme|proposed|budgets?|medium-term|plan|financial|next|current|following|forthcoming|first|second|new|two|three|four|five|"
    rf"ten|entire|whole|\w+-year) ){{0,4}}(?P<word>biennium|bienniums|bienni(?:a|al period)|period|triennium|"
    rf"quadrennium|years|cycle|decade)\s+)?(?:from )?{_YEARS}",
)
_DATE = re.compile(
    rf"\b(?P<preposition>(?:no|not) later than|by|before|until|till|prior to|as (?:from|of)|with effect from|effective|from|starting (?:in|from|on)|beginning (?:in|on|from)|"
    rf"commencing (?:in|on)|on|in|during|for|after|at the latest by|through)\s+(?P<article>the )?(?P<edge>(?:end|beginning|middle|start|close|course|first half|second half|first quarter|last quarter|"
    rf"second quarter|third quarter|fourth quarter|spring|summer|autumn|fall|early|late|week|month) (?:of )?(?:the )?|mid-)?(?P<word>year )?(?:(?P<day>\d{{1,2}}) )?(?:(?P<month>{_MONTH}) )?(?P<year>(?:19|20)\d\d)\b(?!\s*\))(?![/–-]\d)",
)
_RANGE = re.compile(
    rf"\b(?:from|on) (?P<first>\d{{1,2}})(?: (?P<first_month>{_MONTH}))? (?:to|and) (?P<last>\d{{1,2}}) (?P<last_month>{_MONTH}) (?P<year>(?:19|20)\d\d)\b"
)
_WITHIN = re.compile(
    rf"\bwithin (?:a (?:maximum )?(?:period|time frame) of |the next |the following |a further |the first )?(?P<count>{CARDINAL})(?:\s?\(\d+\))? (?P<unit>days?|weeks?|months?|years?)\b"
    r"(?P<after>(?: (?:of|from|after|following) (?:(?!,|;|:).){3,80})?)",
    re.IGNORECASE,
)
_PERIODIC = re.compile(
    rf"\b(?:(?P<word>annually|biennially|biannually|semi-annually|quarterly|monthly|triennially|quadrennially|yearly|periodically|weekly|every (?:second |other )?(?:year|month|quarter)|"
    rf"each year|once a year|twice a year|twice yearly|at regular intervals)|every (?P<count>{CARDINAL})(?:\s?\(\d+\))? (?P<unit>days?|weeks?|months?|years?)|"
    rf"on an? (?P<basis>annual|yearly|biennial|regular|periodic|quarterly|monthly|triennial|quadrennial|semi-annual|biannual|(?P<number>two|three|four|five|six|ten)-year)(?: and \w+)? basis|"
    rf"(?:an?|its|his|their) (?P<report>annual|biennial|quarterly|periodic|triennial|quadrennial|monthly|biannual) (?:(?!for|of|the)\w+ )?(?:reports?|reporting|review|briefings?|updates?)(?= (?:on|to|in|about|regarding)))\b",
    re.IGNORECASE,
)
_SOON = re.compile(
    r"\b(?:as soon as (?:possible|practicable|feasible|practical)|at (?:the|its|their) earliest(?: possible)?(?: convenience| opportunity| date| time)?|as early as possible|as a matter of "
    r"(?:urgency|priority|high priority|great urgency)|without (?:further |undue |any )?delay|in a timely (?:manner|fashion)|forthwith|by the earliest possible date|at an early date|"
    r"in due course|as a matter of urgency)\b",
    re.IGNORECASE,
)
_EVERY = {
    "annually": 12, "annual": 12, "yearly": 12, "each year": 12, "every year": 12, "once a year": 12, "biennially": 24,
    "biennial": 24, "every second year": 24, "every other year": 24, "biannually": 6, "semi-annually": 6,
    "semi-annual": 6, "biannual": 6, "twice a year": 6, "twice yearly": 6, "quarterly": 3, "every quarter": 3,
    "monthly": 1, "every month": 1, "triennially": 36, "triennial": 36, "quadrennially": 48, "quadrennial": 48,
}  # fmt: skip
_PAST = re.compile(
    r"\b(?:adopted|held|convened|concluded|took place|taken|approved|endorsed|considered|issued|submitted|established|agreed|launched|made|"
    r"recognized|decided|contained|reached|presented|proclaimed|reported|requested|elected|occurred|signed|opened|undertaken|created|"
    r"rendered|hosted|inaugurated|founded|extended|reviewed|identified|outlined|set out|envisaged|negotiated|signed|celebrated|organized|begun|delivered|came|entered|discussed|heard|expressed|initiated|since|noted|accepted|announced|commenced|"
    r"published|achieved|experienced|committed|declared|prepared|stated|welcomed|had|was|were|has|have|been)\b",
)
_FUTURE = re.compile(
    r"\b(?:to (?!be\b)[a-z]+|to be [a-z]+|shall|should|will|must|may|Decides|decides|Requests|requests|Invites|invites|Urges|urges|Calls upon|"
    r"Encourages|Recommends|Resolves|Looks forward|looks forward)\b",
)


def deadlines_in(text: str, setting: Setting) -> tuple[Deadline, ...]:
    """Return the deadlines in the text of an operative clause, resolved against the calendar where it reaches."""
    taken: list[Deadline] = []
    for found in _candidates(text, setting):
        if any(found.start < other.end and other.start < found.end for other in taken):
            continue
        taken.append(found)
    return tuple(sorted(taken, key=lambda one: one.start))


def _candidates(text: str, setting: Setting) -> Iterator[Deadline]:
    lowered = text.lower()
    has_year = re.search(r"(?:19|20)\d\d", text) is not None
    for match in _SESSION.finditer(text) if "session" in lowered else ():
        if _is_ahead(text, match.start()) and _names_a_session(match):
            found = _session(match, text, setting)
            if not _is_over(found, setting) or _is_asked_for(text, match.start()):
                yield found
    for match in _PERIOD.finditer(text) if has_year else ():
        if match["word"] or match[0].lower().startswith(("for", "during", "from")):
            yield _period(match)
    for match in _WITHIN.finditer(text) if "within" in lowered else ():
        yield _within(match, setting)
    for match in _PERIODIC.finditer(text):
        yield _periodic(match)
    for match in _DATE.finditer(text) if has_year else ():
        if _is_ahead(text, match.start()) and _may_be_due(match, setting):
            found = _day(match)
            if not _is_over(found, setting) or _is_firm(match):
                yield found
    for match in _RANGE.finditer(text) if has_year else ():
        found = _day_range(match)
        if _is_ahead(text, match.start()) and setting.year is not None and not _is_over(found, setting):
            yield found
    for match in _SOON.finditer(text):
        yield Deadline(match[0], "soon", match.start(), match.end(), reason="no_date_given")


def _is_ahead(text: str, at: int) -> bool:
    """Say whether what stands at a place is asked for, rather than told of the past: the nearest verb decides."""
    if re.match(r"[^;:]{0,160}?,? (?:which was |that was )?held\b", text[at:].split(" and ")[0]):
        return False
    before = text[max(0, at - 140) : at]
    clause = re.split(r";|\.\s|\bin which\b|\bwhich\b", before)[-1]
    past = [match.end() for match in _PAST.finditer(clause)]
    future = [match.end() for match in _FUTURE.finditer(clause)]
    if not past:
        return True
    return bool(future) and future[-1] >= past[-1]


def _is_asked_for(text: str, at: int) -> bool:
    """Say whether the clause before a place asks for something in so many words."""
    clause = re.split(r";|\.\s", text[max(0, at - 140) : at])[-1]
    return any(not match[0].startswith(("may", "must")) for match in _FUTURE.finditer(clause))


def _is_over(found: Deadline, setting: Setting) -> bool:
    """Say whether the days meant were past when the resolution was adopted: then, mostly, the words tell of the past."""
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
    months = day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, _days_in(year, month)))


def _days_in(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def _periodic(match: re.Match[str]) -> Deadline:
    word = (match["word"] or match["basis"] or match["report"] or "").lower()
    months = cardinal_value(match["number"]) if match["number"] else None
    months = months * 12 if months else _EVERY.get(word)
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
    return match["preposition"].lower() in (
        "by",
        "before",
        "until",
        "till",
        "no later than",
        "not later than",
        "prior to",
    )


def _day_range(match: re.Match[str]) -> Deadline:
    found = Deadline(match[0], "date", match.start(), match.end())
    last_month = _MONTHS.index(match["last_month"]) + 1
    first_month = _MONTHS.index(match["first_month"]) + 1 if match["first_month"] else last_month
    try:
        first = date(int(match["year"]), first_month, int(match["first"]))
        last = date(int(match["year"]), last_month, int(match["last"]))
    except ValueError:
        return replace(found, reason="no_such_day")
    return replace(found, due_from=first, due_until=last)


def _day(match: re.Match[str]) -> Deadline:
    year, month = int(match["year"]), _MONTHS.index(match["month"]) + 1 if match["month"] else None
    found = Deadline(match[0], "date", match.start(), match.end())
    day = int(match["day"]) if match["day"] and month else None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return replace(found, reason="no_such_day")
    last = first if day else date(year, month or 12, _days_in(year, month or 12))
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

"""Deadlines told by a session: "at its eightieth session", "in advance of the next session of the Assembly"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from accede.core.mandates.clauses.deadline import Deadline, Setting
from accede.core.mandates.sessions import Certainty, SessionDates, SessionKey
from accede.core.mandates.words.bodies import (
    body_before,
    body_named,
    is_asked_or_told,
    other_body_before,
    resolve_short,
)
from accede.core.mandates.words.dates import later
from accede.core.mandates.words.ordinals import ORDINAL, cardinal_value, ordinal_value


def names_a_session(match: re.Match[str]) -> bool:
    """Say whether the words tell which session is meant."""
    named = match["ordinals"] or match["kinds"] or match["kinds1"] or match["year_before"] or match["year"]
    return bool(named) or match["owner"] in ("each", "every", "all")


def _trimmed(match: re.Match[str]) -> tuple[str, int]:
    written = match[0].rstrip(" ,;")
    written = re.sub(r"\s+(?:of|on|for|and|the|to|in|against)$", "", written)
    return written, match.start() + len(written)


def session_deadlines(match: re.Match[str], text: str, setting: Setting) -> Iterator[Deadline]:
    """Return the deadlines that words of sessions set: one for each of "its eightieth and eighty-second sessions"."""
    found = list(re.finditer(ORDINAL, match["ordinals"] or ""))
    if len(found) < 2 or " to " in match["ordinals"] or match["preposition"].lower().startswith(("from", "between")):
        yield _deadline(match, text, setting, [one[0] for one in found])
        return
    starts = [match.start("ordinals") + one.start() for one in found]
    for at, one in enumerate(found):
        whole = _deadline(match, text, setting, [one[0]])
        start = whole.start if at == 0 else starts[at]
        is_last = at + 1 == len(found)
        end = whole.end if is_last else starts[at + 1]
        words = whole.text if at == 0 else text[start : whole.end if is_last else start + len(one[0])]
        yield replace(whole, text=words, start=start, end=end)


def _deadline(match: re.Match[str], text: str, setting: Setting, ordinals: list[str]) -> Deadline:
    written, end = _trimmed(match)
    found = Deadline(written, "session", match.start(), end)
    body = _body_of(match, text, setting)
    is_told = is_asked_or_told(text, match.start(), body) or other_body_before(text, match.start()) == body
    if not match["of"] and not is_told:
        body = _likely(body, match, setting)
    kinds = f"{match['kinds1'] or ''} {match['kinds'] or ''}".lower()
    year = next(
        (int(y) for y in re.findall(r"(?:19|20)\d\d", f"{match['year_before'] or ''} {match['year'] or ''}")), None
    )
    if match["owner"] in ("each", "every", "all"):
        return replace(found, kind="periodic", reason="every_session")
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
    return _at_its_edge(_resolved(found, keys, setting), match, text)


_EARLIER = re.compile(r"\b(?P<count>\w+(?:-\w+)?)(?:\s?\(\d+\))? (?P<unit>days?|weeks?|months?)\s+$")
_AHEAD = ("before", "prior to", "in advance of", "ahead of")
_OPENS, _CLOSES = ("beginning", "opening", "start", "commencement"), ("end", "close", "closing", "conclusion")


def _at_its_edge(found: Deadline, match: re.Match[str], text: str) -> Deadline:
    """Turn the days of a session into the day that is meant: before it opens, at its beginning, by its end."""
    opens, closes = found.due_from, found.due_until
    preposition, part = match["preposition"].lower(), match["part"] or ""
    if opens is None or closes is None:
        return found
    edge = closes if part in _CLOSES else opens
    if preposition in _AHEAD:
        earlier = _EARLIER.search(text, 0, match.start())
        count = cardinal_value(earlier["count"]) if earlier is not None else None
        if earlier is not None and count is not None:
            until = _earlier(edge, count, earlier["unit"].rstrip("s"))
            return replace(
                found, text=text[earlier.start() : found.end], start=earlier.start(), due_from=None, due_until=until
            )
        return replace(found, due_from=None, due_until=edge - timedelta(days=1))
    if preposition.endswith(("by", "later than", "until")) and part in (*_OPENS, *_CLOSES):
        return replace(found, due_from=None, due_until=edge)
    if preposition.endswith("time for"):
        return replace(found, due_from=None, due_until=edge)
    if preposition.endswith("from") or preposition == "as of":
        return replace(found, due_from=edge, due_until=None)
    if part in _OPENS:
        return replace(found, due_until=opens)
    return replace(found, due_from=closes) if part in _CLOSES else found


def _earlier(day: date, count: int, unit: str) -> date:
    if unit == "month":
        return later(day, -count, unit)
    return day - timedelta(days=count * (7 if unit == "week" else 1))


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
    other = other_body_before(text, match.start())
    return other or body_before(text, match.start(), own=setting.organ, mentioned=setting.mentioned)


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

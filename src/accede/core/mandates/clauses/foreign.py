"""What a paragraph in another language than English says: acts, addressees, conditions and deadlines.

French and Spanish are read for all of them; of Russian, Arabic and Chinese the days that set a limit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from accede.core.mandates.clauses.acts import ASKING, Act
from accede.core.mandates.clauses.conditions import CATEGORIES, Condition
from accede.core.mandates.clauses.deadline import Deadline, Setting
from accede.core.mandates.clauses.foreign_grammar import GRAMMARS, Grammar
from accede.core.mandates.sessions import SessionKey
from accede.core.mandates.tongues.numbers import cardinal_in, ordinal_in
from accede.core.mandates.tongues.tongue import Tongue
from accede.core.mandates.words.dates import later
from accede.core.mandates.words.verbs import Lead

_LIMITS = {
    "ru": re.compile(r"(?:до|не позднее|к)\s*$"),
    "ar": re.compile(r"(?:قبل|بحلول|في موعد أقصاه|في موعد لا يتجاوز|حتى)\s*$"),
}
_CHINESE_LIMIT = re.compile(r"^\s?(?:之前|以前|前)")


def foreign_acts(text: str, lead: Lead | None, tongue: Tongue) -> tuple[Act, ...]:
    """Return the acts of an operative paragraph: its leading verb, and verbs that ask for something after it."""
    grammar = GRAMMARS.get(tongue.code)
    if lead is None or grammar is None:
        return ()
    starts = [_start(text, 0, 0, lead, grammar), *_further(text, lead, tongue, grammar)]
    ends = [one.joined_at for one in starts[1:]] + [len(text)]
    acts: list[Act] = []
    for one, end in zip(starts, ends, strict=True):
        addressees, about = _asked(text[one.after : end], one.base, grammar)
        if one.is_pronoun:
            addressees = _meant(text[: one.at], acts, grammar)
        acts.append(Act(one.verb, one.base, one.phrase, addressees, about.strip(" ,;.:"), one.at, end))
    return tuple(acts)


@dataclass(frozen=True, slots=True)
class _Start:
    """Where an act begins; `is_pronoun`: it asks somebody named before, "et lui demande"."""

    joined_at: int
    at: int
    verb: str
    base: str
    phrase: str
    after: int
    is_pronoun: bool = False


def _start(text: str, joined_at: int, at: int, lead: Lead, grammar: Grammar, *, is_pronoun: bool = False) -> _Start:
    after = at + lead.end
    if lead.base in ("reiterate", "renew", "reaffirm") and (match := _ASKED_AGAIN.match(text[after:])) is not None:
        after += match.end()
        return _Start(joined_at, at, lead.verb, _NOUNS[match["noun"]], text[at:after], after, is_pronoun)
    if lead.base == "decide" and (match := grammar.by_deciding.match(text[after:])) is not None:
        after += match.end()
        return _Start(joined_at, at, lead.verb, _INFINITIVES[match["verb"]], text[at:after], after, is_pronoun)
    return _Start(joined_at, at, lead.verb, lead.base, lead.phrase, after, is_pronoun)


_INFINITIVES = {
    "prier": "request", "inviter": "invite", "demander": "request", "engager": "encourage", "encourager": "encourage",
    "charger": "direct", "exhorter": "urge", "recommander": "recommend", "pedir": "request", "invitar": "invite",
    "solicitar": "request", "exhortar": "call", "alentar": "encourage", "instar": "urge", "encargar": "direct",
    "recomendar": "recommend",
}  # fmt: skip


_NOUNS = {
    "solicitud": "request", "petición": "request", "demande": "request", "requête": "request", "invitación": "invite",
    "invitation": "invite", "llamamiento": "call", "appel": "call", "exigencia": "demand", "exigence": "demand",
}  # fmt: skip
_ASKED_AGAIN = re.compile(rf"^\s*(?:su|sa|son|la|l[’'])\s?(?P<noun>{'|'.join(_NOUNS)})\b(?:\s+(?:de|d[’'])(?=\s?qu))?")


def _further(text: str, lead: Lead, tongue: Tongue, grammar: Grammar) -> Iterator[_Start]:
    """Find the verbs after the first that ask for something, behind words of transition and pronouns."""
    seen: set[int] = set()
    for match in _JOINED.finditer(text, lead.end):
        at = _end_of(grammar.run_up, text, match.end())
        verb_at = _end_of(grammar.pronoun, text, at)
        inner = tongue.lead(text[verb_at:], finite_only=True)
        if inner is None and verb_at > at:
            verb_at, inner = at, tongue.lead(text[at:], finite_only=True)
        asks = inner is not None and (inner.base in ASKING or inner.base in ("reiterate", "renew"))
        if inner is not None and asks and verb_at not in seen:
            seen.add(verb_at)
            yield _start(text, match.start(), verb_at, inner, grammar, is_pronoun=verb_at > at)


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match is not None else at


_JOINED = re.compile(r"[,;]?\s+(?:et|ainsi que|mais|y|e|así como|pero),?\s+(?=[^\W\d_])|[,;]\s+(?=[^\W\d_])")


def _meant(before: str, acts: list[Act], grammar: Grammar) -> tuple[str, ...]:
    """Return whom a pronoun means: those asked by the act before, else the last one named."""
    if acts and acts[-1].addressees:
        return acts[-1].addressees
    named = list(grammar.named.finditer(before))
    return (named[-1]["name"],) if named else ()


def _asked(body: str, base: str, grammar: Grammar) -> tuple[tuple[str, ...], str]:
    if base in ("decide", "resolve", "recommend"):
        decided = grammar.decided.match(body) or (grammar.subjunctive.match(body) if base == "recommend" else None)
        return (_parties(decided["who"], grammar), body) if decided is not None else ((), body)
    that = grammar.subjunctive.match(body) if base in ("demand", "request", "require", "urge", "order") else None
    if that is not None and (found := _parties(that["who"], grammar)):
        return found, body
    asked = grammar.asked.search(body) if base in ASKING else None
    if asked is not None:
        return _parties(body[: asked.start()], grammar), body[asked.start() :]
    if base in ASKING and body.rstrip().endswith(":"):
        return _parties(_HANGING.sub("", body.rstrip(" :")), grammar), ""
    return (), body


_HANGING = re.compile(r"\s(?:a|à|de|d[’']|a que|que)$")


def _parties(phrase: str, grammar: Grammar) -> tuple[str, ...]:
    found: list[str] = []
    for piece in grammar.between.split(phrase):
        bare = piece.strip(" ,;:")
        if grammar.helping.match(bare):
            break
        for pattern, article in grammar.articles:
            if pattern.match(bare):
                bare = pattern.sub(article, bare, count=1)
                break
        if len(bare) > 2:
            found.append(bare)
    return tuple(dict.fromkeys(found))


def foreign_conditions(text: str, tongue: Tongue) -> tuple[Condition, ...]:
    """Return the conditions written in a text, in order."""
    grammar = GRAMMARS.get(tongue.code)
    taken: list[Condition] = []
    for code, pattern in grammar.conditions if grammar is not None else ():
        for match in pattern.finditer(text):
            if not any(match.start() < other.end and other.start < match.end() for other in taken):
                taken.append(Condition(code, CATEGORIES[code], match[0].strip(), match.start(), match.end()))
    return tuple(sorted(taken, key=lambda one: one.start))


def foreign_deadlines(text: str, tongue: Tongue, setting: Setting) -> tuple[Deadline, ...]:
    """Return the deadlines written in the text of an operative clause."""
    found = list(_days(text, tongue))
    grammar = GRAMMARS.get(tongue.code)
    if grammar is not None:
        found += [
            *_sessions(text, tongue, grammar, setting),
            *_years(text, grammar),
            *_within(text, tongue, grammar, setting),
        ]
        found += list(_periodic(text, tongue, grammar))
        found += list(_months(text, tongue, grammar))
    ahead = sorted((one for one in found if _is_ahead(one, setting)), key=lambda one: one.start)
    return _with_recurrence(text, ahead, grammar) if grammar is not None else tuple(ahead)


def _with_recurrence(text: str, found: list[Deadline], grammar: Grammar) -> tuple[Deadline, ...]:
    """Join a day and "tous les deux ans par la suite": one deadline, whose day is the first of many."""
    joined: list[Deadline] = []
    for one in found:
        first = joined[-1] if joined else None
        is_same = first is not None and one.kind == "periodic" and first.due_until is not None
        if first is not None and is_same and grammar.again.match(text[first.end : one.start]):
            joined[-1] = replace(first, text=text[first.start : one.end], end=one.end, every_months=one.every_months)
        elif first is None or one.start >= first.end:
            joined.append(one)
    return tuple(joined)


def _months(text: str, tongue: Tongue, grammar: Grammar) -> Iterator[Deadline]:
    """Return the last days of months that set a limit: "d’ici à mars 2026", "a más tardar en marzo de 2026"."""
    for match in grammar.month.finditer(text):
        first = date(int(match["y"]), tongue.months[match["m"].lower()], 1)
        is_before = match[0].lower().startswith(("avant ", "antes de ")) and not match["end"]
        last = first - timedelta(days=1) if is_before else later(first, 1, "month") - timedelta(days=1)
        yield Deadline(match[0], "date", match.start(), match.end(), None, last)


def _is_ahead(one: Deadline, setting: Setting) -> bool:
    return one.due_until is None or setting.adopted_on is None or one.due_until >= setting.adopted_on


def _days(text: str, tongue: Tongue) -> Iterator[Deadline]:
    grammar, limit = GRAMMARS.get(tongue.code), _LIMITS.get(tongue.code)
    for day, start, end in tongue.days_in(text):
        before = text[max(0, start - 40) : start]
        if tongue.code == "zh":
            if _CHINESE_LIMIT.match(text[end:]):
                yield Deadline(text[start : end + 2], "date", start, end, None, day)
            continue
        match = (grammar.limit if grammar is not None else limit or _CHINESE_LIMIT).search(before)
        after = _AT_THE_LATEST.match(text, end)
        if match is not None and (after is not None or match[0].strip().lower() not in ("le", "el")):
            at = start - len(match[0])
            stop = after.end() if after is not None else end
            until = day - timedelta(days=1) if match[0].lower().startswith(_BEFORE) else day
            yield Deadline(text[at:stop], "date", at, stop, None, until)


_AT_THE_LATEST = re.compile(r",?\s+(?:au plus tard|a más tardar|como máximo|como fecha límite)\b")
_BEFORE = ("avant le", "antes del")


def _sessions(text: str, tongue: Tongue, grammar: Grammar, setting: Setting) -> Iterator[Deadline]:
    for match in grammar.session.finditer(text):
        number = ordinal_in(match["ord"], tongue.code)
        if number is None:
            continue
        body = tongue.organ_in(match["of"]) if match["of"] else setting.organ
        found = Deadline(match[0].strip(), "session", match.start(), match.end())
        key = SessionKey(body, number)
        dates = setting.calendar.find(key)
        if dates is None:
            yield replace(found, reason="session_not_in_calendar", session=key)
            continue
        before = (match["before"] or "").strip()
        is_ahead = before in ("avant", "antes de")
        opens = dates.opens_on - timedelta(days=1) if is_ahead else dates.opens_on
        days = (None, opens) if before and before != "a más tardar en" else (dates.opens_on, dates.closes_on)
        yield replace(
            found, due_from=days[0], due_until=days[1], source=dates.source, certainty=dates.certainty, session=key
        )


def _years(text: str, grammar: Grammar) -> Iterator[Deadline]:
    for match in grammar.year.finditer(text):
        yield Deadline(match[0], "date", match.start(), match.end(), None, date(int(match["y"]), 12, 31))


_FROM = re.compile(r"\b(?:apr[èe]s|à compter|suivant|después|a partir|desde|contad)", re.IGNORECASE)
_ADOPTION = re.compile(r"adoption|aprobaci[óo]n|présente résolution|presente resolución", re.IGNORECASE)


def _within(text: str, tongue: Tongue, grammar: Grammar, setting: Setting) -> Iterator[Deadline]:
    for match in grammar.within.finditer(text):
        count, unit = cardinal_in(match["n"], tongue.code), grammar.units.get(match["u"].lower().rstrip("s"))
        if count is None or unit is None:
            continue
        found = Deadline(text[match.start() : match.end("u")], "within", match.start(), match.end("u"))
        if _FROM.search(match["after"]) and not _ADOPTION.search(match["after"]):
            yield replace(found, reason="starts_at_unknown_event")
        elif setting.adopted_on is None:
            yield replace(found, reason="adoption_date_unknown")
        else:
            yield replace(found, due_from=setting.adopted_on, due_until=later(setting.adopted_on, count, unit))


def _periodic(text: str, tongue: Tongue, grammar: Grammar) -> Iterator[Deadline]:
    for pattern, months in grammar.periodic:
        for match in pattern.finditer(text):
            count = cardinal_in(match["n"], tongue.code) if "n" in pattern.groupindex else 1
            if count is not None:
                yield Deadline(match[0], "periodic", match.start(), match.end(), every_months=months * count)

"""What a paragraph does: its acts, who performs each, whom it addresses and what it is about.

An operative paragraph may hold several acts: "Commends the Office for …, and requests the Office … to continue". Each
has its own verb, addressees and object; the actor is the organ that adopts the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from accede.core.mandates.clauses.asking import ACTS, asked_that, called_for, given_work, meant_by
from accede.core.mandates.clauses.conditions import Category, Condition
from accede.core.mandates.clauses.parties import agents_in, parties_in
from accede.core.mandates.words.verbs import Lead, base_of_finite, base_of_participle, base_of_past, read_lead
from accede.core.mandates.words.wordlists import word_set


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a paragraph: what is done, to whom, about what; `start` and `end` tell where it stands.

    `shared` is where its object stands when it is said once for several acts: "requests the Office, and invites States,
    to report". `promised_by` names those who commit themselves in a declaration; "" where an organ asks.
    """

    verb: str
    base: str
    phrase: str
    addressees: tuple[str, ...]
    object: str
    start: int
    end: int
    shared: tuple[int, int] | None = None
    promised_by: str = ""

    def holds(self, place: int) -> bool:
        """Say whether a place of the text belongs to this act."""
        return self.start <= place < self.end or (self.shared is not None and self.shared[0] <= place < self.shared[1])


ASKING = word_set(
    "request urge invite encourage call appeal ask instruct direct recommend authorize exhort implore press entrust "
    "mandate require demand remind advise charge task solicit designate empower enjoin order insist"
)
"""Verbs by which an organ asks somebody for something; they make duties."""

GREETING = word_set("commend thank congratulate welcome express pay applaud salute praise extend convey acknowledge")
_PROMISING = word_set("commit undertake pledge resolve agree endeavour decide promise dedicate rededicate")
_REASON = (
    r"(?:in (?:this|that) (?:regard|respect|context|connection|connexion|spirit)|"
    r"to (?:this|that) (?:end|effect)|for (?:this|that) (?:purpose|reason)|"
    r"with (?:this|that) (?:aim|end|in view|in mind)|in (?:so )?doing(?: so)?|in addition|at the same time)"
)
_VERB_IN_TEXT = (
    rf"(?:(?:,|;)?\s+(?:and|as well as|while|but)|[,;]),?\s+"
    rf"(?:(?:also|further|{_REASON}|strongly|urgently|therefore|"
    r"consequently|furthermore|accordingly|once again|again|in particular|thereby|"
    r"\w+ly),?\s+){0,3}(?P<verb>%s)(?=[\s,])"
)
_FINITE_IN_TEXT = re.compile(_VERB_IN_TEXT % "[a-z-]{3,}s")
_ANY_VERB_IN_TEXT = re.compile(_VERB_IN_TEXT % "[a-z-]{4,}")
"""Verbs in the third person, as organs act; in declarations and decisions verbs have other endings."""

_NOUN_AFTER = re.compile(r"\s+(?:for|of|from|by|made|received|that (?:have|has|were|was|are|is))\b")
_TAKES_NOUN_LOOK = word_set(
    "requests reports notes records views values names places offers shares supports calls appeals"
)
_INFINITIVE = re.compile(
    r"(?:,\s*)?\bto\s+(?:(?:also|further|fully|continue|urgently|promptly|\w+ly|actively|jointly)\s+)?(?!the\b|"
    r"this\b|that\b|these\b|those\b|its\b|their\b|his\b|all\b|any\b|"
    r"a\b|an\b|which\b|date\b|such\b|other\b|and\b|it\b|them\b|be found\b|international\b|terrorism\b|"
    r"development\b|\d)[a-z][a-z-]+\b"
)
_NOT_INFINITIVE = re.compile(
    r"\b(?:parties|party|annexed?|contributions?|respect|regard|access|addition|accordance|relation|relating|related|"
    r"subject|pursuant|due|according|"
    r"contributed|contribute|committed|adhered|acceded|opposed|attached|conducive|response|threats?|up|prior|"
    r"similar|equal|attention|support|assistance|"
    r"approach|solution|applicable|owing|contrary|as)\s*$"
)
_NP_END = re.compile(
    r"(?:;|:|\.\s|$| for (?:its|their|his|the|having|providing|convening|organizing|hosting)\b| in (?:order|this|"
    r"that|its|their|the|accordance|line|particular)\b| on (?:the|its|their|a)\b| with (?:a view|the aim)\b| by\b|"
    r" at (?:its|the)\b| when\b| as (?:well as to|a)\b)"
)
_TO_WHOM = re.compile(
    r"^(?:[\w’' -]{0,60}?\b(?:appreciation|gratitude|thanks|tribute|congratulations|attention|condolences|"
    r"sympathy)\b)\s+(?:to|of)\s+"
)
_THANKED_FOR = re.compile(r"\sfor\s(?=[a-z])")
_THAT = re.compile(r"^(?:[\s\x00]*,[^,;:]{2,80},)?[\s\x00,]*that\b")


def acts_in(text: str, lead: Lead | None, conditions: tuple[Condition, ...]) -> tuple[Act, ...]:
    """Return the acts of an operative paragraph in order; a paragraph without lead verb has none."""
    if lead is None:
        return ()
    further = sorted(_further(text, lead), key=lambda one: one.joined_at)
    starts = [_Start(0, 0, lead.verb, lead.base, lead.phrase, lead.end), *further]
    ends = [one.joined_at for one in starts[1:]] + [len(text)]
    acts = [_act(text, one, end, conditions) for one, end in zip(starts, ends, strict=True)]
    if lead.speaker:
        acts = [replace(one, promised_by=lead.speaker) if one.base in _PROMISING else one for one in acts]
    return tuple(_with_shared_objects(acts))


@dataclass(frozen=True, slots=True)
class _Start:
    """Where an act begins: the words that join it to the one before, its verb, and where its addressees follow."""

    joined_at: int
    at: int
    verb: str
    base: str
    phrase: str
    after: int


def _further(text: str, lead: Lead) -> Iterator[_Start]:
    """Find the verbs after the first, in the person and time of the first."""
    pattern = _FINITE_IN_TEXT if lead.verb.endswith("s") else _ANY_VERB_IN_TEXT
    for match in pattern.finditer(text, lead.end):
        verb, start = match["verb"], match.start("verb")
        base = _base_beside(verb, lead)
        if base is None or not (base in ASKING or base in _SECOND_VERBS or (lead.speaker and base in _PROMISING)):
            continue
        is_plain = verb not in ("calls", "appeals") and (verb in _TAKES_NOUN_LOOK or verb == base)
        if is_plain and _NOUN_AFTER.match(text, match.end()):
            continue
        if verb.endswith("s"):
            inner = read_lead(text[start:], finite_only=True)
            if inner is not None:
                yield _Start(match.start(), start, verb, base, inner.phrase, start + inner.end)
        else:
            preposition = _PREPOSITION_AFTER.match(text, match.end("verb"))
            end = preposition.end() if preposition is not None else match.end("verb")
            yield _Start(match.start(), start, verb, base, text[start:end], end)

    yield from _asking_meanwhile(text, lead)


_MEANWHILE = re.compile(
    r"[,;]\s+(?:and\s+|while\s+|thereby\s+)?(?:(?:also|further|therefore|strongly|urgently|again|in this "
    r"regard|to this end),?\s+)*"
    r"(?P<verb>requesting|inviting|urging|encouraging|calling (?:up)?on|asking|instructing|directing|"
    r"authorizing|tasking)"
    r"(?=\s(?:all|the|its|Member|States|relevant|other|those|[A-Z]))(?=[^;:.]{3,200}?\s(?:to|with)\s)"
)
_TEXT_OF_OTHERS = re.compile(
    r"\b(?:resolutions?|decisions?|declarations?|statements?|letters?|outcome|communiqué|agreement)\b"
)


def _asking_meanwhile(text: str, lead: Lead) -> Iterator[_Start]:
    """Find who is asked by the way: "Decides to extend the mandate, requesting the Office to report"."""
    for match in _MEANWHILE.finditer(text, lead.end) if lead.base not in ("recall", "note", "reaffirm") else ():
        if _TEXT_OF_OTHERS.search(text, lead.end, match.start()) is None:
            word = match["verb"].split()[0]
            phrase = text[match.start("verb") : match.end()]
            yield _Start(match.start(), match.start("verb"), word, base_of_participle(word), phrase, match.end())


def acts_of_item(text: str, conditions: tuple[Condition, ...]) -> tuple[Act, ...]:
    """Return the act of an item that goes on with "Decides:", as "To request the Office to report"."""
    match = _TO_ASK.match(text)
    if match is None:
        return ()
    start = _Start(0, match.start("verb"), match["verb"], match["verb"], match[0].strip(), match.end())
    return (_act(text, start, len(text), conditions),)


_TO_ASK = re.compile(
    r"(?:[Tt]o|[Tt]hat it)\s+(?:(?:also|further|again|therefore)\s+)*(?P<verb>request|invite|urge|encourage|"
    r"ask|instruct|direct|"
    r"authorize|entrust|task|recommend(?=\s+(?:that|to)\b)|call(?=\s+(?:up)?on\b)|appeal(?=\s+to\b))(?:\s+upon|\s+on|\s+to)?(?=\s)"
)


def _base_beside(verb: str, lead: Lead) -> str | None:
    if lead.speaker:
        return verb if verb in ASKING or verb in _SECOND_VERBS or verb in _PROMISING else None
    if lead.verb.endswith(("ed", "ok")) and verb.endswith(("ed", "ok")):
        return base_of_past(verb)
    return base_of_finite(verb)


_PREPOSITION_AFTER = re.compile(r"\s+(?:upon|on|to|for)\b(?=\s(?!act\b))")
_SECOND_VERBS = word_set(
    "decide express note welcome reaffirm recognize stress emphasize commend recall take endorse approve reiterate "
    "support look condemn underline acknowledge affirm thank adopt resolve underscore regret deplore"
)


def _with_shared_objects(acts: list[Act]) -> list[Act]:
    """Give an act that asks somebody for nothing the object of the next one: "requests A, and invites B, to report"."""
    for at in range(len(acts) - 2, -1, -1):
        act, following = acts[at], acts[at + 1]
        if act.base in ASKING and following.base in ASKING and following.addressees and _asks_nothing(act):
            place = following.shared or (following.start, following.end)
            acts[at] = replace(act, object=following.object, shared=place)
    return acts


def _asks_nothing(act: Act) -> bool:
    return not act.object.startswith(("that ", "to ")) and bool(act.addressees)


def _act(text: str, start: _Start, end: int, conditions: tuple[Condition, ...]) -> Act:
    base, after = meant_by(text, start.base, start.after)
    phrase = start.phrase if after == start.after else text[start.at : after].strip()
    body = text[after:end]
    blanked = _without_conditions(body, after, conditions)
    addressees, object_at = _addressees(base, phrase, blanked, is_followed=end < len(text))
    about = body[object_at:].strip(" ,;.:")
    if about.endswith(("”", '"')) and "“" not in about:
        about = about[:-1].rstrip(" ,;.:")
    if about.endswith("and"):
        about = re.sub(r",?\s+and$", "", about)
    return Act(start.verb, base, phrase, addressees, about, start.at, end)


_OF_HELPERS = frozenset({Category.CONSULTATION, Category.COORDINATION})
_MORE_HELPERS = re.compile(
    r"(?:,\s+(?:and |as well as )?(?=(?:the|other|all|relevant|regional|international|United|Member|States|"
    r"[A-Z]{2,})\b)[^,;:]{2,120}?)+(?=,\s+to\s)"
)
"""Those named after the first with whom something is done: they help, and owe nothing."""


def _without_conditions(body: str, offset: int, conditions: tuple[Condition, ...]) -> str:
    """Return a body with its conditions blanked, so that an addressee's name ends where it does."""
    letters = list(body)
    for condition in conditions:
        last = min(len(body), condition.end - offset)
        if condition.category in _OF_HELPERS and last > 0 and (others := _MORE_HELPERS.match(body, last)) is not None:
            last = others.end()
        for place in range(max(0, condition.start - offset), last):
            letters[place] = "\x00"
    return "".join(letters)


def _addressees(base: str, phrase: str, blanked: str, *, is_followed: bool) -> tuple[tuple[str, ...], int]:
    if base in ASKING:
        if _THAT.match(blanked):
            return asked_that(base, blanked), 0
        if (given := given_work(base, blanked)) is not None:
            return given
        at = _first_infinitive(blanked)
        if base == "call" and phrase.lower().endswith("for"):
            found = called_for(blanked, at) if at is not None else ()
            return (found, at) if found and at is not None else ((), 0)
        if at is None:
            if is_followed and (alone := _asked_alone(blanked)):
                return alone, 0
            return _asked_without_infinitive(base, phrase, blanked), 0
        return parties_in(blanked[:at]) or agents_in(blanked[:at]), at
    if base in GREETING:
        return _greeted(base, blanked)
    if base in ("decide", "recommend", "resolve"):
        return asked_that(base, blanked), 0
    return (), 0


_ALONE = re.compile(
    r"^\s(?:the|all|those|its|Member|States|relevant|other|[A-Z]{2,})\b(?:(?! of the (?:role|efforts)\b)[^;:.]){0,160}$"
)


def _asked_alone(blanked: str) -> tuple[str, ...]:
    """Return who is asked where the act names them and stops: "requests the funds and programmes, and invites …"."""
    return parties_in(blanked) if _ALONE.match(blanked) else ()


def _asked_without_infinitive(base: str, phrase: str, blanked: str) -> tuple[str, ...]:
    """Return who is asked where what is asked stands in the list that follows, or is left open."""
    has_list = blanked.rstrip().endswith(":")
    if not (has_list or phrase.lower().endswith("upon") or base in ("invite", "urge")):
        return ()
    end = _NP_END.search(blanked)
    return parties_in(re.sub(r",?\s+to\s*$", "", blanked[: end.start() if end is not None else len(blanked)]))


def _greeted(base: str, blanked: str) -> tuple[tuple[str, ...], int]:
    text = blanked.lstrip()
    to_whom = _TO_WHOM.match(text)
    if base in ("express", "pay", "extend", "convey"):
        if to_whom is None:
            return (), 0
        text = text[to_whom.end() :]
    elif base in ("welcome", "acknowledge", "applaud", "salute", "praise"):
        return (), 0
    end = _THANKED_FOR.search(text) or _NP_END.search(text)
    return parties_in(text[: end.start()] if end is not None else text), 0


def _first_infinitive(blanked: str) -> int | None:
    for match in _INFINITIVE.finditer(blanked):
        before = blanked[: match.start()].rstrip("\x00 ")
        is_verb = before.endswith(("arties", "arty")) and ACTS.match(blanked, match.start() + match[0].index("to") + 2)
        if before and (is_verb or not _NOT_INFINITIVE.search(before)):
            return match.start()
    return None

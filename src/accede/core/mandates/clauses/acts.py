"""What a paragraph does: its acts, who performs each, whom it addresses and what it is about.

An operative paragraph may hold several acts: "Commends the Office for …, and requests the Office … to continue". Each
has its own verb, addressees and object; the actor is the organ that adopts the text.
"""

import re
from dataclasses import dataclass

from accede.core.mandates.clauses.conditions import Condition
from accede.core.mandates.words.verbs import Lead, base_of_finite, read_lead
from accede.core.mandates.words.wordlists import word_list, word_set


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a paragraph: what the organ does, to whom, about what; `start` and `end` tell where it stands."""

    verb: str
    base: str
    phrase: str
    addressees: tuple[str, ...]
    object: str
    start: int
    end: int


ASKING = word_set(
    "request urge invite encourage call appeal ask instruct direct recommend authorize exhort implore press entrust "
    "mandate require demand remind advise charge task solicit designate empower enjoin order insist"
)
"""Verbs by which an organ asks somebody for something; they make duties."""

GREETING = word_set("commend thank congratulate welcome express pay applaud salute praise extend convey acknowledge")
_FINITE_IN_TEXT = re.compile(
    r"(?:(?:,|;)?\s+(?:and|as well as|while|but)|,)\s+(?:(?:also|further|in this (?:regard|context|connection)|"
    r"to that end|strongly|urgently|therefore|"
    r"consequently|furthermore|accordingly|once again|again|in particular|thereby|"
    r"\w+ly),?\s+){0,3}(?P<verb>[a-z-]{4,})(?=[\s,])"
)
_NOUN_AFTER = re.compile(r"\s+(?:for|of|from|by|made|received|that (?:have|has|were|was|are|is))\b")
_TAKES_NOUN_LOOK = word_set(
    "requests reports notes records views values names places offers shares supports calls appeals"
)
_INFINITIVE = re.compile(
    r"(?:,\s*)?\bto\s+(?:(?:also|further|fully|continue|urgently|promptly|\w+ly|actively|jointly)\s+)?(?!the\b|"
    r"this\b|that\b|these\b|those\b|its\b|their\b|his\b|all\b|any\b|"
    r"a\b|an\b|which\b|date\b|such\b|other\b|and\b|it\b|them\b|be found\b|international\b|terrorism\b|\d)[a-z][a-z-]+\b"
)
_NOT_INFINITIVE = re.compile(
    r"(?:parties|party|annexed?|contributions?|respect|regard|access|addition|accordance|relation|relating|related|"
    r"subject|pursuant|due|according|"
    r"contributed|contribute|committed|adhered|acceded|opposed|attached|conducive|response|threats?|up|prior|"
    r"similar|equal|attention|support|assistance|"
    r"approach|solution|applicable|owing|contrary|as)\s*$"
)
_HEAD_START = re.compile(
    r"^(?:the|all|both|each|every|relevant|other|those|its|such|any|donor|donors|international|regional|national|"
    r"non-governmental|civil|Member|States?|"
    r"Governments?|Parties|parties|countries|developed|developing|United|specialized|intergovernmental|interested|"
    r"concerned|private|multilateral|bilateral|"
    r"organizations?|entities|academia|humanitarian|participating|administering|neighbouring|transit|[A-Z])"
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
_THAT = re.compile(r"^(?:,?\s*(?:inter alia|in this regard|in particular|therefore|accordingly)?,?\s*)?that\b")


def acts_in(text: str, lead: Lead | None, conditions: tuple[Condition, ...]) -> tuple[Act, ...]:
    """Return the acts of an operative paragraph in order; a paragraph without lead verb has none."""
    if lead is None:
        return ()
    starts = [(0, lead.verb, lead.base, lead.phrase, lead.end)]
    for match in _FINITE_IN_TEXT.finditer(text, lead.end):
        verb = match["verb"]
        base = base_of_finite(verb)
        if base is None or (
            verb in _TAKES_NOUN_LOOK and _NOUN_AFTER.match(text, match.end()) and verb not in ("calls", "appeals")
        ):
            continue
        if base not in ASKING and base not in _SECOND_VERBS:
            continue
        inner = read_lead(text[match.start("verb") :], finite_only=True)
        if inner is not None:
            start = match.start("verb")
            starts.append((start, verb, base, inner.phrase, start + inner.end))
    ends = [start for start, *_ in starts[1:]] + [len(text)]
    return tuple(_act(text, one, end, conditions) for one, end in zip(starts, ends, strict=True))


_SECOND_VERBS = word_set(
    "decide express note welcome reaffirm recognize stress emphasize commend recall take endorse approve reiterate "
    "support look condemn underline acknowledge affirm thank adopt resolve underscore regret deplore"
)


def _act(text: str, start: tuple[int, str, str, str, int], end: int, conditions: tuple[Condition, ...]) -> Act:
    at, verb, base, phrase, after = start
    body = text[after:end]
    blanked = _without_conditions(body, after, conditions)
    addressees, object_at = _addressees(base, phrase, blanked)
    about = body[object_at:].strip(" ,;.:")
    if about.endswith("and"):
        about = re.sub(r",?\s+and$", "", about)
    return Act(verb, base, phrase, addressees, about, at, end)


def _without_conditions(body: str, offset: int, conditions: tuple[Condition, ...]) -> str:
    """Return a body with its conditions blanked, so that an addressee's name ends where it does."""
    letters = list(body)
    for condition in conditions:
        for place in range(max(0, condition.start - offset), min(len(body), condition.end - offset)):
            letters[place] = "\x00"
    return "".join(letters)


def _addressees(base: str, phrase: str, blanked: str) -> tuple[tuple[str, ...], int]:
    if base in ASKING:
        if _THAT.match(blanked.lstrip(" \x00,")):
            return _of_that_clause(base, blanked), 0
        at = _first_infinitive(blanked)
        if at is None:
            if base == "call" and phrase.lower().endswith("for"):
                return (), 0
            return _asked_without_infinitive(base, phrase, blanked), 0
        return _split(blanked[:at]), at
    if base in GREETING:
        return _greeted(base, blanked)
    if base in ("decide", "recommend", "resolve"):
        return _of_that_clause(base, blanked), 0
    return (), 0


def _asked_without_infinitive(base: str, phrase: str, blanked: str) -> tuple[str, ...]:
    """Return who is asked where what is asked stands in the list that follows, or is left open."""
    has_list = blanked.rstrip().endswith(":")
    if not (has_list or phrase.lower().endswith("upon") or base in ("invite", "urge")):
        return ()
    end = _NP_END.search(blanked)
    return _split(re.sub(r",?\s+to\s*$", "", blanked[: end.start() if end is not None else len(blanked)]))


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
    return _split(text[: end.start()] if end is not None else text), 0


def _of_that_clause(base: str, blanked: str) -> tuple[str, ...]:
    """Return who shall or should do what a that-clause asks: "Recommends that Member States consider"."""
    match = re.match(
        r"[\s\x00,]*that\s+(?P<who>.{3,160}?)\s+(?:shall|should|must|be|consider|continue|take|ensure|provide|"
        r"submit|make|give|adopt|establish|hold|convene|report|include|intensify|review|undertake|formulate|"
        r"develop|cease|comply|refrain|participate|cooperate)\b",
        blanked,
    )
    if match is None and base == "recommend":
        match = re.match(r"[\s\x00,]*that\s+(?P<who>[^,;:\x00]{3,120}?)(?:,|\x00|$)", blanked)
    if match is None or (base in ("decide", "resolve") and " shall" not in match[0]):
        return ()
    return _split(match["who"])


def _first_infinitive(blanked: str) -> int | None:
    for match in _INFINITIVE.finditer(blanked):
        before = blanked[: match.start()].rstrip("\x00 ")
        if before and not _NOT_INFINITIVE.search(before):
            return match.start()
    return None


_ACTOR_HEAD = re.compile(
    r"\b(?:States?|Governments?|Secretar(?:y|ies)-General|[Oo]rgani[sz]ations?|[Aa]genc(?:y|ies)|[Ee]ntit(?:y|ies)|"
    r"Office|[Pp]rogrammes?|[Cc]ommittees?|"
    r"[Cc]ommissions?|[Cc]ouncils?|Assembly|[Bb]oards?|[Bb]anks?|[Ff]unds?|[Ii]nstitutions?|[Cc]ommunity|[Ss]ystem|"
    r"[Bb]od(?:y|ies)|[Cc]onferences?|"
    r"[Ss]ecretariats?|[Dd]irectors?|[Rr]apporteurs?|[Pp]residents?|[Cc]hair(?:man|s|persons?)?|[Pp]art(?:y|ies)|"
    r"[Cc]ountr(?:y|ies)|[Pp]artners|"
    r"[Ss]takeholders|[Ss]ociety|[Ss]ector|[Dd]onors?|[Mm]embers?|Union|[Cc]entres?|[Ii]nstitutes?|Unit|[Gg]roups?|"
    r"Force|Commissioner|[Rr]epresentatives?|"
    r"Envoy|Power|Powers|[Oo]rgans?|academia|media|[Aa]uthorit(?:y|ies)|Branch|Directorate|Department|Coordinator|"
    r"[Mm]echanisms?|[Ff]orums?|Division|"
    r"[Pp]arliaments?|[Ll]eaders?|[Ee]xperts?|[Nn]etworks?|[Hh]olders?|[Cc]reditors?|[Ee]mployers|[Mm]issions?|"
    r"[Tt]eams?|[Cc]oordinators?|Administrator|"
    r"[Bb]usiness(?:es)?|industry|[Cc]orporations?|them|him|her|it|all|Israel|Portugal|[Oo]thers|[Nn]ations|"
    r"[Pp]eoples?|[Ii]ndividuals|universities|"
    r"[Cc]onventions?|Counsel|Controller|Ombudsman|Tribunals?|Court|Inspectors?|Bureau|Registrar|Registry|[Pp]arts|"
    r"[Ff]acilit(?:y|ies)|Association|Alliance)\b"
)
_MEMBERS = re.compile(
    r",?\s+(?:including|in particular|especially|notably|inter alia|such as|particularly|"
    r"among others)\b(?:(?!,? (?:and|as well as) (?:invites|requests)).)*$|"
    r"\s*\([^)]*\)"
)
_NOT_A_PARTY = tuple(
    f"{word} "
    for word in word_list(
        "in as with through within upon by at on under while when where if taking bearing subject pursuant for to "
        "without "
        "after during acting recalling drawing building consistent based from using having inter"
    )
)


_OF = re.compile(r"\s(?:of|that|which|who|in|for|on|with|concerned|to|from|at)\s")
_PROPER = re.compile(r"(?:the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+)*$")
_BLANKED = re.compile(r"\x00+")
_PREPOSITION = re.compile(r"^[\s,\x00]*(?:upon|on|to|for)\s+")
_AND_FIRST = re.compile(r"^(?:and|or)\s+")
_BETWEEN = re.compile(
    r",\s*(?:and\s+|as well as\s+)?|\s+as well as\s+|\s+and\s+(?=the |all |other |Member |relevant |"
    r"international |regional |those |civil |non-|its |private |interested |States)"
)


def _is_party(piece: str) -> bool:
    """Say whether a noun phrase names somebody who can be asked: its head, before any "of" or "that", is an actor."""
    head = _OF.split(piece, maxsplit=1)[0]
    return _ACTOR_HEAD.search(head) is not None or _PROPER.match(head) is not None


def _split(phrase: str) -> tuple[str, ...]:
    """Return the parties that a noun phrase joins; members named after "including" belong to the whole named before."""
    phrase = _BLANKED.sub("\x00", phrase)
    phrase = _PREPOSITION.sub("", phrase)
    pieces: list[str] = []
    for part in phrase.split("\x00"):
        for piece in _BETWEEN.split(_MEMBERS.sub("", part)):
            bare = _AND_FIRST.sub("", piece.strip(" ,.;:"))
            if len(bare) < 2 or bare in ("and", "or") or bare.lower().startswith(_NOT_A_PARTY):
                continue
            if pieces and not (_HEAD_START.match(bare) and _is_party(bare)):
                pieces[-1] = f"{pieces[-1]} and {bare}" if " and " in phrase else f"{pieces[-1]}, {bare}"
            else:
                pieces.append(bare)
    return tuple(dict.fromkeys(piece for piece in pieces if _is_party(piece)))

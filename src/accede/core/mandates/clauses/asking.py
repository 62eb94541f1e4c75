"""Who is asked in other words than a plain "Requests": a request renewed, a decision to ask, a "that" clause.

"Reiterates its request to" asks once more; "Decides to request" asks by deciding; "Tasks the Office with" gives work;
"Requests that a report be prepared by the Office" asks the Office.
"""

import re

from accede.core.mandates.clauses.parties import agents_in, parties_in
from accede.core.mandates.words.wordlists import word_set

_AGAIN = word_set("reiterate renew repeat reaffirm restate reissue recall maintain confirm")
_ASKED_AGAIN = re.compile(
    r"\s*,?\s*(?:its|the|their|our|his|that)\s+(?:(?:earlier|previous|standing|urgent|strong|repeated|pressing|solemn)\s+)*"
    r"(?P<noun>requests?|calls?|invitations?|appeals?|demands?|recommendations?|encouragement|instructions?|decisions?)"
    r"(?:\s+and\s+(?:request|call|invitation|appeal|encouragement)s?)?"
    r"(?P<preposition>(?:,[^,;:]{2,80},)?\s+(?:upon|on|to|for)\b|(?=(?:,[^,;:]{2,80},)?\s+that\b))"
)
_BASE_OF = {
    "request": "request", "call": "call", "invitation": "invite", "appeal": "appeal", "demand": "demand",
    "recommendation": "recommend", "encouragement": "encourage", "instruction": "instruct", "decision": "decide",
}  # fmt: skip
_RECALLS_ONLY = word_set("recall maintain confirm")
_BY_DECIDING = re.compile(
    r"\s*,?\s*(?:(?:also|further|therefore|in this regard|in this context|accordingly),?\s+)*to\s+"
    r"(?:(?:also|further|again|once again|strongly)\s+)*"
    r"(?P<verb>request|invite|urge|encourage|ask|instruct|direct|authorize(?=\s+(?:the|all|its|Member|States)\b)|entrust|mandate|call(?=\s+(?:up)?on\b)|"
    r"appeal(?=\s+to\b)|recommend(?=\s+(?:that|to)\b))(?:\s+upon|\s+on|\s+to)?\b"
)
_DECIDING = word_set("decide agree resolve")


def meant_by(text: str, base: str, after: int) -> tuple[str, int]:
    """Return the verb by which an act really asks, and where its addressees follow.

    A request that is renewed and a decision to request are requests; every other verb stays what it is.
    """
    if base in _AGAIN:
        match = _ASKED_AGAIN.match(text, after)
        if match is not None and (base not in _RECALLS_ONLY or match["noun"].startswith(("request", "call", "invit"))):
            meant = _BASE_OF[match["noun"].rstrip("s")]
            # "Reaffirms the decision to …" tells of it; only what is decided "that" somebody shall do is a duty.
            if meant != "decide" or not match["preposition"]:
                return meant, match.end()
    elif base in _DECIDING and (match := _BY_DECIDING.match(text, after)) is not None:
        return match["verb"], match.end()
    return base, after


_WITH = re.compile(r",?\s+with\s+(?=(?:[a-z]+ly\s+)?[a-z]+ing\b|the\s|a\s|an\s)")
_GIVING_WORK = word_set("task charge entrust")


def given_work(base: str, blanked: str) -> tuple[tuple[str, ...], int] | None:
    """Return who is given work and where it is told: "Tasks the Committee with reporting"; None for other verbs."""
    match = _WITH.search(blanked) if base in _GIVING_WORK else None
    return (parties_in(blanked[: match.start()]), match.start()) if match is not None else None


_FOR_WHOM = re.compile(
    r"\s*(?:(?:all|the|other|relevant|its|both|those|international|regional|national|developed|developing|donor|"
    r"interested|States|Member|Governments?|parties|donors?|creditors?|debtors?|organizations|countries|[A-Z][\w-]+)\b)"
    r"(?!.*\b(?:efforts?|action|actions|support|assistance|cooperation|implementation|commitment|adherence|by|"
    r"of the)\b)"
)


def called_for(blanked: str, at: int) -> tuple[str, ...]:
    """Return who is called for to act: "calls for creditors and debtors to work", but not "calls for efforts to"."""
    phrase = blanked[:at]
    return (parties_in(phrase) or agents_in(phrase)) if _FOR_WHOM.match(phrase) else ()


_DONE_BY = re.compile(
    r"[\s\x00,]*that\s+[^;:]{3,160}?\b(?:(?:shall|should|must|will|may)\s+(?:also\s+)?)?be\s+(?:\w+ly\s+)?"
    r"(?!followed|guided|affected|caused|accompanied|facilitated)[a-z]+(?:ed|en|wn|de|ne|ld|nt|pt|id)\b[^,;:.]{0,80}?\sby\s+"
    r"(?P<who>(?:the|all|its|each|every|both|Member|States|[A-Z])[^;:.]{1,120}?)"
    r"(?=\s+(?:by|at|in|before|for|to|on|within|and (?:be|that|to)|no later|not later|during|with|from|under|"
    r"as)\b|[,;:.\x00]|$)"
)
_VERBS = (
    r"abide|accept|accord|act|address|adhere|adopt|advise|agree|allow|apply|appoint|apprehend|assess|assist|assume|"
    r"avoid|be|bear|begin|brief|bring|carry|cease|circulate|collect|comply|complete|conduct|consider|consult|continue|"
    r"contribute|convene|cooperate|coordinate|create|deliver|demonstrate|define|deny|deploy|designate|desist|develop|disarm|disband|"
    r"disclose|dismantle|distribute|draw|elaborate|eliminate|enact|encourage|end|engage|enhance|ensure|enter|establish|"
    r"evaluate|examine|exercise|expand|expedite|explore|extend|extradite|facilitate|finalize|focus|forward|freeze|"
    r"formulate|fulfil|give|grant|guarantee|halt|have|help|hold|honour|identify|implement|improve|include|increase|inform|"
    r"integrate|intensify|intervene|invest|invite|issue|join|keep|launch|lay|lift|maintain|make|meet|mobilize|monitor|negotiate|notify|observe|open|"
    r"participate|pay|permit|place|postpone|prepare|present|prevent|proceed|prohibit|promote|prosecute|protect|provide|"
    r"publish|pursue|put|reach|reaffirm|receive|recognize|reduce|refrain|register|release|remain|remove|render|renounce|report|"
    r"request|require|respect|respond|restore|resume|return|review|revise|secure|seek|send|serve|set|share|spare|start|"
    r"stop|strengthen|submit|support|surrender|suspend|take|terminate|transfer|translate|transmit|treat|undertake|"
    r"update|urge|use|withdraw|work"
)
_THAT = re.compile(r"(?:\s*,[^,;:]{2,80},)?[\s\x00,]*that\b(?:\s*,[^,;:]{2,80},|\s*\x00+,?)?\s*")
_SHALL = re.compile(
    r",?\s+(?:shall|must|should|is to (?!be\b)|"
    r"will(?! (?:be|have|consist|take|enter|expire|include|remain|last|comprise)\b))\b"
)
_SHOULD = re.compile(
    rf",?\s+(?:(?:shall|should|must|will|is to|are to|ought to)\b|(?:(?:\w+ly|also|further|in turn|"
    rf"now)\s+)?(?:{_VERBS})\b)"
)
_EACH_TIME = re.compile(r"^(?:each|every) (?:year|session|month|two years),?\s+")
_LONGEST_SUBJECT = 200
ACTS = re.compile(rf"\s(?:(?:\w+ly|also|further)\s+)*(?:{_VERBS})\b")
"""A verb right after "to": "parties to implement" asks the parties, "parties to conflicts" only names them."""


def asked_that(base: str, blanked: str) -> tuple[str, ...]:
    """Return who shall or should do what a that-clause asks: "Recommends that Member States consider"."""
    start = _THAT.match(blanked)
    if start is None:
        return ()
    is_decided = base in ("decide", "resolve", "agree", "determine")
    agent = _DONE_BY.match(blanked)
    if agent is not None and (found := parties_in(agent["who"])):
        return found
    subject_at = start.end()
    for verb in (_SHALL if is_decided else _SHOULD).finditer(blanked, subject_at, subject_at + _LONGEST_SUBJECT):
        before = _EACH_TIME.sub("", blanked[subject_at : verb.start()])
        if re.search(r"[;:]|\bthat\b|\bwhich\b", before):
            break
        found = parties_in(before) or agents_in(before)
        if found and before.lstrip(" ,\x00").startswith(found[0]):
            return found
    if base == "recommend":
        match = re.match(r"[\s\x00,]*that\s+(?P<who>[^,;:\x00]{3,120}?)(?:,|\x00|$)", blanked)
        return parties_in(match["who"]) if match is not None else ()
    return ()

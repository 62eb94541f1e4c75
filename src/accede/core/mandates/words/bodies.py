"""Names of bodies that hold sessions and adopt texts, with the codes the calendar uses."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Body:
    """A body: its code and its full name in English."""

    code: str
    name: str


ORGANS = (
    ("GA", "General Assembly"),
    ("SC", "Security Council"),
    ("ECOSOC", "Economic and Social Council"),
    ("HRC", "Human Rights Council"),
    ("TC", "Trusteeship Council"),
)
"""Principal organs, and the council of human rights: those that adopt resolutions; code and name."""

BODIES = (
    Body("GA", "General Assembly"),
    Body("SC", "Security Council"),
    Body("ECOSOC", "Economic and Social Council"),
    Body("HRC", "Human Rights Council"),
    Body("TC", "Trusteeship Council"),
    Body("CCPCJ", "Commission on Crime Prevention and Criminal Justice"),
    Body("CND", "Commission on Narcotic Drugs"),
    Body("CHR", "Commission on Human Rights"),
    Body("CSW", "Commission on the Status of Women"),
    Body("CSD", "Commission on Sustainable Development"),
    Body("CSOCD", "Commission for Social Development"),
    Body("CPD", "Commission on Population and Development"),
    Body("STATCOM", "Statistical Commission"),
    Body("CSTD", "Commission on Science and Technology for Development"),
    Body("ILC", "International Law Commission"),
    Body("UNCITRAL", "United Nations Commission on International Trade Law"),
    Body("CPC", "Committee for Programme and Coordination"),
    Body("CPCC", "Committee on Crime Prevention and Control"),
    Body("COPUOS", "Committee on the Peaceful Uses of Outer Space"),
    Body("COC", "Committee on Contributions"),
    Body("COP", "Conference of the Parties"),
    Body("CSP", "Conference of the States Parties"),
    Body("CD", "Conference on Disarmament"),
    Body("UNCTAD", "United Nations Conference on Trade and Development"),
    Body("TDB", "Trade and Development Board"),
    Body("IDB", "Industrial Development Board"),
    Body("UNEA", "United Nations Environment Assembly"),
    Body("GC", "Governing Council"),
    Body("EB", "Executive Board"),
    Body("HLPF", "high-level political forum on sustainable development"),
    Body("PFII", "Permanent Forum on Indigenous Issues"),
    Body("SPC", "Special Committee"),
    Body("WG", "Working Group"),
)
_BY_NAME = {body.name.lower().replace("coordination", "co-ordination"): body for body in BODIES} | {
    body.name.lower(): body for body in BODIES
}
_NAMES = "|".join(sorted((re.escape(name).replace(r"\-", "-?") for name in _BY_NAME), key=len, reverse=True))
_FULL_NAME = re.compile(rf"\b(?:{_NAMES})\b", re.IGNORECASE)
MENTION = re.compile(
    rf"\b(?:(?P<name>{_NAMES})|(?P<short>the (?:Assembly|Council|Commission|Committee|Conference|Board))|"
    rf"(?P<it>\b(?:to it|by it|it|"
    rf"the Secretary-General)\b))",
    re.IGNORECASE,
)

MENTION_OF_SELF = re.compile(r"\b(?:to|by) it\b")


def body_named(name: str) -> Body | None:
    """Return the body of this full name."""
    bare = re.sub(r"\s+", " ", name).strip().lower().removeprefix("the ")
    return _BY_NAME.get(bare)


def body_in(text: str) -> Body | None:
    """Return the first body whose full name a text holds."""
    match = _FULL_NAME.search(text)
    return body_named(match[0]) if match else None


def body_before(text: str, at: int, *, own: str, mentioned: str = "") -> str:
    """Return the code of the body to which "its" at a place refers: the last one named before it.

    A short name ("the Commission") means the one named in full before it in the text or, failing that, in `mentioned`;
    "it" means the organ that speaks.
    """
    last = ""
    for match in MENTION.finditer(text, 0, at):
        if match["name"]:
            body = body_named(match["name"])
            last = body.code if body else last
        elif match["short"]:
            word = match["short"].split()[-1]
            found = _resolve_short(word, text[: match.start()], mentioned, own)
            # A body that nothing names in full holds sessions of its own all the same.
            last = found or (word if _BOUND.search(text, 0, match.start()) is not None else last)
        elif match["it"].lower() in ("to it", "by it"):
            last = own
    return last or own


_BOUND = re.compile(
    r"\b(?:to|by|before|invites|requests|urges|encourages|calls (?:up)?on|authorizes|asks|directs|instructs|"
    r"(?:decides|recommends|requests) that)(?:,[^,;:]{2,60},)?\s+(?:the )?$",
    re.IGNORECASE,
)
"""Words after which a body is the one that is asked or told something: "its session" is that body's own."""

_OTHER = re.compile(
    r"\b(?:the )(?P<name>(?:[A-Z][\w’-]+ )+(?:Assembly|Council|Commission|Committee|Conference|Board|Congress|Forum)\b"
    r"(?: (?:of|on|for) (?:the )?[A-Z][\w’-]+(?: (?:and |of |the |on )*[A-Z][\w’-]+)*)?)"
)


def is_asked_or_told(text: str, at: int, code: str) -> bool:
    """Say whether the body last named before a place is the one that is asked, or that is told something."""
    named = [match for match in MENTION.finditer(text, 0, at) if match["name"] or match["short"]]
    if not named or MENTION_OF_SELF.search(text, named[-1].end(), at) is not None:
        return False
    body = body_named(named[-1]["name"] or "")
    is_this = body.code == code if body is not None else named[-1]["short"] is not None
    return is_this and _BOUND.search(text, 0, named[-1].start()) is not None


def other_body_before(text: str, at: int) -> str:
    """Return the name of a body of which we know no code, where it is the one last asked or told; "" for none."""
    found = [one for one in _OTHER.finditer(text, 0, at) if _BOUND.search(text, 0, one.start()) is not None]
    if not found or body_in(found[-1]["name"]) is not None:
        return ""
    later = (match for match in MENTION.finditer(text, found[-1].end(), at) if match["it"] is None)
    is_last = next(later, None) is None and MENTION_OF_SELF.search(text, found[-1].end(), at) is None
    return found[-1]["name"] if is_last else ""


def _resolve_short(word: str, before: str, mentioned: str, own: str) -> str:
    for source in (before, mentioned):
        found = [body_named(match[0]) for match in _FULL_NAME.finditer(source)]
        codes = [body.code for body in found if body is not None and word.lower() in body.name.lower().split()]
        if codes:
            return codes[-1]
    standard = {"assembly": "GA", "council": own if own in ("SC", "ECOSOC", "HRC") else "ECOSOC"}
    return standard.get(word.lower(), "")


def resolve_short(word: str, before: str, *, mentioned: str, own: str) -> str:
    """Return the code of the body that a short name means at a place of the text; "" when the text does not tell."""
    return _resolve_short(word, before, mentioned, own)


def bodies_in(text: str) -> str:
    """Return the full names of bodies that a text holds, joined in order: enough to resolve short names against."""
    lowered = text.lower()
    found: list[tuple[int, int]] = []
    for name in _BY_NAME:
        at = lowered.find(name)
        while at >= 0:
            end = at + len(name)
            if not (_is_letter(lowered, at - 1) or _is_letter(lowered, end)):
                found.append((at, -end))
            at = lowered.find(name, end)
    names: dict[str, None] = {}
    reached = 0
    # Of names that begin at one place the longest is meant; none begins inside another.
    for start, negative in sorted(found):
        if start >= reached:
            reached = -negative
            names[text[start:reached]] = None
    return "; ".join(names)


def _is_letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")

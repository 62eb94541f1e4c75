"""The conditions under which a clause asks for something: the catalogue, and where each stands in a text.

A condition binds the one who is asked: help is given *upon request*, with *consent*, as far as *resources* and
*mandate* reach, after *consultation*. Each entry has a code by which duties and gates refer to it, and a category.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby


class Category(StrEnum):
    """What a condition is about."""

    REQUEST = "request"
    CONSENT = "consent"
    RESOURCES = "resources"
    CONSULTATION = "consultation"
    COORDINATION = "coordination"
    MANDATE = "mandate"
    DISCRETION = "discretion"
    LAW = "law"
    PROVISO = "proviso"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition as written, its code and category, and its place in the paragraph's text."""

    code: str
    category: Category
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Entry:
    code: str
    category: Category
    pattern: re.Pattern[str]
    needles: tuple[str, ...]
    """One of these stands in every text that the pattern matches: looked for first, since most texts hold none."""

    starts: tuple[str, ...]
    """The first words of all that the pattern matches."""


_KIND_OF_BODY = (
    r"(?:international|regional|sub-?regional|interregional|national|local|bilateral|multilateral|global|governmental|"
    r"intergovernmental|non-governmental|public|private|academic|religious|humanitarian|financial)"
)
# A comma ends the party, unless it stands between words of one row: "international, regional and subregional bodies".
_PARTY = (
    rf"(?:{_KIND_OF_BODY},\s+(?=(?:and\s+|or\s+)?{_KIND_OF_BODY}\b)|"
    r"(?!,|;|:|\.\s| to [a-z]+ | in order | and (?:requests|invites|urges|encourages)\b).){3,160}"
)
_NEAR = r"(?:(?!,|;|:|\.\s).){0,90}?"
_COOPERATION = r"(?:co-?operation|collaboration|partnership|conjunction|concert|liaison|association)"
_COORDINATION = r"co-?ordination"
_DEGREE = r"(?:close|closest|full|active|continued|effective|appropriate|due|direct|regular|prior|further|mutual)"
_ANY_OF = rf"(?:{_COOPERATION}|{_COORDINATION}|consultations?|dialogue)"
_WITH = (
    rf"(?:\s+and\s+(?:{_DEGREE}\s+)?{_ANY_OF})*,?\s+(?:inter alia,?\s+)?(?:as appropriate,?\s+)?(?:with|between|"
    rf"among)\s+{_PARTY}"
)
_OWNER = r"(?:its|their|his|her|the|his or her|our|such)"
_SCOPE = (
    r"(?:mandates?|(?:areas?|fields?|spheres?) of (?:competence|responsibility|activity|expertise)|competences?|"
    r"authority|terms of "
    r"reference|functions|capacit(?:y|ies)|means|capabilities|responsibilities|purview)"
)
_QUALITY = r"(?:respective|existing|current|own|assigned|constitutional|specific|given|established|various|particular)"
_LAW = (
    r"(?:(?:international|national|domestic|humanitarian|human rights|refugee|municipal|internal|treaty|applicable|"
    r"constitutional) "
    r"(?:(?:and|or) (?:\w+ ){1,3})?(?:laws?|legislation|obligations|legal frameworks?|legal systems?|regulations|"
    r"norms|standards|"
    r"procedures|priorities|circumstances|policies|commitments|instruments|rules)|Charter\b|rules of procedure|"
    r"(?:its|their) "
    r"(?:\w+ ){0,3}(?:laws?|legislation|obligations|rules|constitutions?|legal systems?|priorities|policies|"
    r"procedures)|"
    r"law\b|established (?:procedures?|practices?)|(?:the )?(?:relevant |applicable )?(?:rules|regulations|procedures))"
)


def _entry(code: str, category: Category, *patterns: str) -> _Entry:
    return _Entry(
        code,
        category,
        re.compile("|".join(rf"(?:\b{one})" for one in patterns), re.IGNORECASE),
        _NEEDLES[code],
        tuple(_STARTS[code].split()),
    )


_NEEDLES = {
    "upon_request": ("request",),
    "consent": ("consent", "agreement", "approval", "concurrence", "acquiescence"),
    "extrabudgetary_resources": ("availab", "extra", "resources", "funds"),
    "existing_resources": ("resources", "budget", "cost", "appropriation", "funds", "means"),
    "voluntary": ("voluntary",),
    "consultation": ("consult",),
    "coordination": ("ordination",),
    "cooperation": ("operation", "collaboration", "partnership", "conjunction", "concert", "liaison", "association"),
    "within_mandate": (
        "mandate", "competence", "responsibilit", "authority", "terms of", "function", "capa", "means", "purview",
        "activity", "expertise",
    ),
    "as_appropriate": ("appropriate", "relevant", "suitable", "warranted", "desirable", "advisable", "pertinent"),
    "as_applicable": ("applicable",),
    "as_necessary": ("necessary", "needed", "required", "called for"),
    "as_possible": ("possible", "feasible", "practica", "permit"),
    "in_accordance_with_law": (
        "accordance", "conform", "complian", "line", "keeping", "harmon", "consistent", "pursuant", "subject",
        "framework",
        "limits", "due re", "permitted",
    ),
    "where_they_exist": ("exist",),
    "subject_to": ("subject to",),
    "without_prejudice": ("prejud",),
    "provided_that": ("provided", "condition", "understanding", "unless", "extent", "long as"),
}  # fmt: skip


_STARTS = {
    "upon_request": "upon on at when whenever if where as in",
    "consent": "with without subject upon",
    "extrabudgetary_resources": "subject depending contingent within as based to if where when through from",
    "existing_resources": "from within out with without at in",
    "voluntary": "on through by from financed funded",
    "consultation": "in after through following",
    "coordination": "in through",
    "cooperation": "in through",
    "within_mandate": "where consistent within under in pursuant subject taking on",
    "as_appropriate": "as where when if whenever wherever insofar inasmuch",
    "as_applicable": "as where when if whenever wherever",
    "as_necessary": "as where when if whenever wherever",
    "as_possible": "where when if whenever wherever as so in to insofar",
    "in_accordance_with_law": "fully strictly in consistent consistently pursuant subject within with as",
    "where_they_exist": "where",
    "subject_to": "subject",
    "without_prejudice": "without",
    "provided_that": "provided on unless to as so",
}


def _one_of(words: Iterable[str]) -> str:
    """Return a pattern of words, those with one first letter together: so it looks at each letter of a text once."""
    by_letter = groupby(sorted(set(words)), key=lambda word: word[0])
    return "|".join(f"{letter}(?:{'|'.join(word[1:] for word in group)})" for letter, group in by_letter)


_STARTING = re.compile(rf"\b(?:{_one_of(word for words in _STARTS.values() for word in words.split())})\b")


CATALOGUE: tuple[_Entry, ...] = (
    _entry(
        "upon_request",
        Category.REQUEST,
        rf"(?:up)?on (?:the |their |its |specific |formal |express |written |"
        rf"a )*requests?\b(?! for the\b)(?: (?:of|by|from) {_PARTY})?",
        rf"at (?:the|their|its|his) (?:\w+ )?requests?\b(?: of {_PARTY})?",
        r"(?:when(?:ever)?|if|where|as) (?:so )?requested\b(?: by (?:(?!,|;|:| to ).){3,60})?",
        r"in response to (?:their |the )?requests?\b(?: (?:of|by|from) (?:(?!,|;|:| to ).){3,60})?",
    ),
    _entry(
        "consent",
        Category.CONSENT,
        rf"(?:with|without|subject to|upon) (?:the )?(?:prior |full |express |explicit |free |informed |"
        rf"mutual )*(?:and informed )?"
        rf"(?:consent|agreement|approval|concurrence|acquiescence)(?: (?:of|by|from|between) {_PARTY})?",
    ),
    _entry(
        "extrabudgetary_resources",
        Category.RESOURCES,
        r"(?:subject to|depending on|contingent (?:up)?on|within|as permitted by|"
        r"based on) (?:the )?availability of (?:(?!,|;|:| to [a-z]).){3,80}",
        r"(?:subject to|depending on|within the limits? of|to the extent of|"
        r"as permitted by) (?:the )?available (?:\w+ ){0,3}(?:resources|funds|funding)",
        r"(?:as|if|where|when|to the extent (?:that )?)\s?(?:available )?(?:resources|funds) (?:permit|allow|"
        r"are available)",
        r"through (?:the use of )?extra-?budgetary (?:resources|funds|contributions)",
        r"from extra-?budgetary (?:resources|funds|contributions)",
    ),
    _entry(
        "existing_resources",
        Category.RESOURCES,
        r"(?:from )?within (?:the |its |their )?(?:limits? of )?(?:overall )?(?:existing|available|approved|"
        r"current) (?:\w+ ){0,3}?(?:resources|budgets?|appropriations?|means|funds)",
        r"(?:from|out of|with) (?:the )?(?:existing|available) (?:\w+ ){0,2}?resources",
        r"(?:without|at no) (?:any )?additional (?:financial )?costs?(?: (?:to|for) (?:(?!,|;|:).){3,60})?",
        r"in a cost-neutral manner",
        r"within the (?:overall )?(?:level of )?(?:regular |programme )budget\b",
    ),
    _entry(
        "voluntary",
        Category.RESOURCES,
        r"on a (?:purely |strictly )?voluntary basis",
        r"(?:through|by means of|from|financed by|funded (?:by|through|from)) voluntary (?:contributions|funds|"
        r"funding|resources)",
    ),
    _entry(
        "consultation",
        Category.CONSULTATION,
        rf"(?:in|after|through|following) (?:{_DEGREE} )*consultations?{_WITH}",
        r"after (?:having )?consult(?:ed|ing)(?: with)? (?:(?!,|;|:| to [a-z]).){3,120}",
    ),
    _entry("coordination", Category.COORDINATION, rf"(?:in|through) (?:{_DEGREE} )*{_COORDINATION}{_WITH}"),
    _entry("cooperation", Category.COORDINATION, rf"(?:in|through) (?:{_DEGREE} )*{_COOPERATION}{_WITH}"),
    _entry(
        "within_mandate",
        Category.MANDATE,
        rf"(?:where consistent with|consistent with|within|under|in accordance with|in conformity with|"
        rf"in line with|pursuant to|in keeping with|"
        rf"subject to|taking into account|on the basis of) (?:the (?:framework|context|scope|limits|"
        rf"bounds) of )?{_OWNER} (?:{_QUALITY} (?:and )?)*{_SCOPE}\b",
        rf"within (?:existing|current|respective|their) {_SCOPE}\b",
    ),
    _entry(
        "as_appropriate",
        Category.DISCRETION,
        r"(?:as|where|when|if|whenever|wherever|insofar as|inasmuch as)(?: and (?:when|where|as))?(?: (?:it is|"
        r"they are|deemed|considered|found to be|may be))? (?:appropriate|relevant|suitable|warranted|desirable|"
        r"advisable|pertinent)\b",
    ),
    _entry(
        "as_applicable",
        Category.DISCRETION,
        r"(?:as|where|when|if|whenever|wherever) applicable\b",
    ),
    _entry(
        "as_necessary",
        Category.DISCRETION,
        r"(?:as|where|when|if|whenever|wherever)(?: and (?:when|where|as))?(?: (?:it is|they are|deemed|considered|"
        r"may be))? (?:necessary|needed|required|called for)\b(?! (?:in|by|under|to)\b)",
    ),
    _entry(
        "as_possible",
        Category.DISCRETION,
        r"(?:where|when|if|whenever|wherever)(?:ver)? (?:possible|feasible|practicable|practical|"
        r"circumstances permit)\b",
        r"(?:as|so|in ?so) far as (?:is )?(?:possible|practicable|feasible)",
        r"to the (?:(?:fullest|maximum|greatest|largest|widest|full|utmost) )?extent (?:possible|feasible|"
        r"practicable|permitted)\b",
        r"insofar as (?:possible|practicable)",
    ),
    _entry(
        "in_accordance_with_law",
        Category.LAW,
        rf"(?:(?:fully |strictly )?(?:in (?:full |strict |due )?(?:accordance|conformity|compliance|line|keeping|"
        rf"harmony)|consistent|consistently) with|pursuant to|"
        rf"subject to|within the (?:framework|limits) of|with due (?:regard|respect) (?:to|for)|as permitted by|"
        rf"in a manner consistent with)"
        rf" (?:(?:the|their|its|all|any|relevant|applicable|existing|respective|other|States’|obligations under|"
        rf"the provisions of|"
        rf"the principles of|the purposes and principles of|obligations|principles|purposes) )*{_LAW}"
        rf"(?: of the United Nations)?",
    ),
    _entry("where_they_exist", Category.PROVISO, r"where (?:they|it|such \w+) (?:do(?:es)? not (?:yet )?)?exists?\b"),
    _entry(
        "subject_to",
        Category.PROVISO,
        rf"subject to {_PARTY}",
    ),
    _entry(
        "without_prejudice",
        Category.PROVISO,
        rf"without prejudice to {_PARTY}",
        rf"without (?:prejudging|prejudgment) {_NEAR}",
    ),
    _entry(
        "provided_that",
        Category.PROVISO,
        r"(?:provided(?:, however,)? that|on (?:the )?condition that|on the understanding that|unless|"
        r"to the extent that|as long as|so long as) (?:(?!,|;|:).){5,140}",
    ),
)  # fmt: skip


CATEGORIES = {entry.code: entry.category for entry in CATALOGUE}
CONDITION_CODES = frozenset(CATEGORIES)
_ALL_NEEDLES = frozenset(needle for entry in CATALOGUE for needle in entry.needles)


def conditions_in(text: str) -> tuple[Condition, ...]:
    """Return the conditions written in a text, in order; where two entries meet, the earlier in the catalogue holds."""
    lowered = text.lower()
    present = {needle for needle in _ALL_NEEDLES if needle in lowered}
    if not present:
        return ()
    places: dict[str, list[int]] = {}
    for word in _STARTING.finditer(lowered):
        places.setdefault(word[0], []).append(word.start())
    taken: list[Condition] = []
    for entry in CATALOGUE:
        if present.isdisjoint(entry.needles):
            continue
        for match in _matches(entry, text, places):
            written = match[0].strip()
            end = match.start() + len(written)
            if any(match.start() < other.end and other.start < end for other in taken):
                continue
            taken.append(Condition(entry.code, entry.category, written, match.start(), end))
    return tuple(sorted(taken, key=lambda condition: condition.start))


def _matches(entry: _Entry, text: str, places: Mapping[str, Sequence[int]]) -> Iterator[re.Match[str]]:
    """Look for an entry where one of its first words stands: trying every letter takes five times as long."""
    reached = 0
    for start in sorted(place for word in entry.starts for place in places.get(word, ())):
        match = entry.pattern.match(text, start) if start >= reached else None
        if match is not None:
            reached = match.end()
            yield match

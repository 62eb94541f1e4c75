"""From clauses to duties: who owes what to whom, behind which gates, due when, and what counts as evidence.

An organ asks by certain verbs (`ASKING`) or decides that somebody shall act; every such act makes a duty or, under a
colon, one of each item of its list. Verbs differ in strength — "urges … to consider" binds nobody — and it is kept.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from accede.core.mandates.clauses.acts import ASKING, Act, acts_of_item
from accede.core.mandates.clauses.conditions import Condition
from accede.core.mandates.clauses.deadline import Deadline
from accede.core.mandates.clauses.paragraphs import Paragraph
from accede.core.mandates.clauses.parties import who_shall
from accede.core.mandates.cutting.structure import Kind, Part
from accede.core.mandates.reading import Reading
from accede.core.mandates.words.bodies import ORGANS


class Strength(StrEnum):
    """How firmly something is asked."""

    DECIDED = "decided"
    REQUESTED = "requested"
    URGED = "urged"
    INVITED = "invited"
    COMMITTED = "committed"
    """Those who adopt a declaration commit themselves."""
    RECALLED = "recalled"
    """The preamble recalls it: nobody is asked, but who acts is held to it. In coded readings only."""


class Section(StrEnum):
    """The part of a report on implementation to which a duty belongs."""

    RATIFICATION = "ratification"
    LEGISLATION = "legislation"
    COOPERATION = "cooperation"
    ASSISTANCE = "assistance"
    TRAINING = "training"
    RULE_OF_LAW = "rule_of_law"
    COORDINATION = "coordination"
    RESOURCES = "resources"
    REPORTING = "reporting"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Duty:
    """Something owed under a resolution.

    Attributes:
        key: the paragraph and, where it holds several duties, a letter: "2b".
        owed_by, owed_to: parties as named; what: the object in the words of the text, or in ours in a coded reading.
        gates: codes of the conditions that must be met first.
        evidence: codes of the kinds of record that show it done.
        due: deadlines; empty means that the duty continues.
        place: of the paragraph or item that asks it, in the reading.
    """

    key: str
    paragraph: str
    verb: str
    strength: Strength
    owed_by: tuple[str, ...]
    owed_to: str
    what: str
    gates: tuple[str, ...]
    evidence: tuple[str, ...]
    section: Section
    due: tuple[Deadline, ...]
    line: int
    place: int

    @property
    def is_continuing(self) -> bool:
        """Whether no day, session or period limits the duty."""
        return not any(one.kind in ("session", "date", "within", "period") for one in self.due)


_STRENGTH = {
    "decide": Strength.DECIDED, "demand": Strength.DECIDED, "require": Strength.DECIDED, "resolve": Strength.DECIDED,
    "request": Strength.REQUESTED, "instruct": Strength.REQUESTED, "direct": Strength.REQUESTED,
    "ask": Strength.REQUESTED, "authorize": Strength.REQUESTED, "mandate": Strength.REQUESTED,
    "urge": Strength.URGED, "call": Strength.URGED, "appeal": Strength.URGED, "exhort": Strength.URGED,
    "recommend": Strength.URGED, "press": Strength.URGED, "implore": Strength.URGED, "insist": Strength.URGED,
}  # fmt: skip
_REPORT = re.compile(
    r"\b(?:report|submit|present|provide (?:a|an) (?:written |oral )?(?:report|update)|keep .{0,40}informed|brief)\b",
    re.IGNORECASE,
)
_OWED_TO = re.compile(
    r"\b(?:to|with) (?P<who>it\b|the Human Rights Council|(?:the )?(?:General Assembly|Economic and Social "
    r"Council|Security Council|"
    r"Secretary-General|Conference of the (?:States )?Parties|"
    r"(?:Commission|Committee|Board)(?: (?:on|for|of)(?: the)? [A-Z]\w+(?:(?:,? and| of| for| on| the)* "
    r"[A-Z]\w+)*)?|Council|Assembly|"
    r"Member States|States|(?:all |requesting |developing )?(?:Member )?(?:States|countries)))",
)
_EVIDENCE: tuple[tuple[str, Section, re.Pattern[str]], ...] = tuple(
    (code, section, re.compile(pattern, re.IGNORECASE))
    for code, section, pattern in (
        ("expenditure_reports", Section.REPORTING, r"\breport on (?:\w+ ){0,2}expenditure|expenditure for"),
        ("reports", Section.REPORTING, (
            r"\b(?:to (?:continue to )?report\b|submit .{0,80}report|a (?:\w+ )?report on|written report|"
            r"information on (?:the )?implementation|keep .{0,40}informed|agenda|\brapports?\b|\binformes?\b)"
        )),
        ("treaty_acts", Section.RATIFICATION, (
            r"\bbecom\w+ part(?:y|ies)|\bratif\w+|\baccession|\bacced|\bjoin(?:ing)? the|"
            r"\bparties (?:without delay )?to the (?:existing )?(?:international|universal)|"
            r"\badhérer|\bdevenir parties?|\badherirse"
        )),
        ("legislation", Section.LEGISLATION, (
            r"\blegislat\w+|\bdomestic law|\bnational laws?\b|\bcriminaliz\w+|"
            r"\blégislati\w+|\blegislaci[óo]n"
        )),
        ("training", Section.TRAINING, (
            r"\btrain\w*|\bworkshops?|\bseminars?|\bcapacity of .{0,40}officials|"
            r"\b[Ff]ormer (?:des|les)\b|\b(?:la|une) formation|\bcapacitaci[óo]n|\bcapaciten?\b"
        )),
        ("tools", Section.TRAINING, (
            r"\btools?\b|\bpublication|\bguides?\b|\bmanual|\bmodel law|\bgood practice|\bguideline|"
            r"\bmanuel|\bgu[íi]as?\b"
        )),
        ("cooperation_treaties", Section.COOPERATION, (
            r"\bbilateral treaties|\bextradition|\bmutual legal assistance|\binternational cooperation|"
            r"\blegal cooperation"
        )),
        ("rule_of_law", Section.RULE_OF_LAW, (
            r"\brule of law|\bhumane|\bcriminal justice system|\bhuman rights|\bprison"
        )),
        ("consultations", Section.COORDINATION, (
            r"\bcoordinat\w+|\bconsult\w+|\bwork with (?:international|regional|other)|\bpartnership|"
            r"\bcooperate with\b|\bcooperation with\b|\bclosely with\b"
        )),
        ("contributions", Section.RESOURCES, (
            r"\b(?:voluntary|financial) (?:financial )?contributions?|\bin[- ]kind|\bdonors?\b|\bfunding\b|"
            r"\btrust fund|\bcontribuer|\bcontribucion|\bcontribuyan"
        )),
        ("budget", Section.RESOURCES, r"\b(?:sufficient|adequate|necessary|appropriate) (?:\w+ )?resources|\bbudget\b"),
        ("language_versions", Section.ASSISTANCE, (
            r"\bofficial languages|\btranslat\w+|\blangues officielles|\bidiomas oficiales"
        )),
        ("activities", Section.ASSISTANCE, (
            r"\bassist(?:ance|ing)?\b|\bsupport\b|\bcapacity[- ]building|\bprogrammes?\b|\bimplementation of|"
            r"\bactivit\w+|\befforts\b|\baid(?:e|er)\b|\bprêter|\bfournir|\bprest(?:ar|en?)\b|\bayud(?:a|ar|en?)\b|\basistencia"
        )),
    )
)  # fmt: skip
CODED_GATES = {
    "consultation_committee": "consultations",
    "coordination_task_force": "consultations",
    "coordination_committee": "consultations",
    "official_languages": "language_versions",
    "rule_of_law_determination": "rule_of_law",
}
"""Conditions that coded readings know more closely than rules read them: with which bodies, and how closely."""

GATE_EVIDENCE = {
    **CODED_GATES,
    "upon_request": "requests",
    "consent": "consents",
    "extrabudgetary_resources": "funds_available",
    "existing_resources": "funds_available",
    "voluntary": "contributions",
    "consultation": "consultations",
    "coordination": "consultations",
    "cooperation": "consultations",
    "within_mandate": "mandate_citations",
    "as_appropriate": "reasoned_decisions",
    "as_applicable": "reasoned_decisions",
    "as_necessary": "reasoned_decisions",
    "as_possible": "reasoned_decisions",
    "in_accordance_with_law": "legal_bases",
}
"""For each condition, the kind of record that shows it met; those missing here cannot be shown by records."""

EVIDENCE_KINDS = tuple(dict.fromkeys([*(code for code, _, _ in _EVIDENCE), *GATE_EVIDENCE.values()]))
"""Kinds of record that can show a duty done or a condition of it met, as codes; modules say how each is counted."""

_DECIDES_THAT = re.compile(r"\bthat\b.{0,200}?\bshall\b", re.DOTALL)


def duties_of(reading: Reading) -> tuple[Duty, ...]:
    """Return the duties of a resolution's own operative paragraphs, in order; annexes are not read as duties."""
    found: list[Duty] = []
    operative = [p for p in reading.paragraphs if p.block.kind is Kind.OPERATIVE and p.block.part is Part.RESOLUTION]
    for at, paragraph in enumerate(operative):
        if (paragraph.block.level or 1) > 1 or paragraph.block.is_quoted:
            continue
        items = _items(operative, at)
        drafts = list(_of_paragraph(paragraph, items))
        # A paragraph without number is told by its place; a number that was used twice must not make one key of two.
        name = paragraph.path or f"p{paragraph.place}"
        found += [
            replace(draft, key=name if len(drafts) == 1 else f"{name}{_letter(number)}")
            for number, draft in enumerate(drafts)
        ]
    return _with_own_keys(found)


def _with_own_keys(duties: list[Duty]) -> tuple[Duty, ...]:
    seen: Counter[str] = Counter()
    own = []
    for duty in duties:
        seen[duty.key] += 1
        own.append(duty if seen[duty.key] == 1 else replace(duty, key=f"{duty.key}-{seen[duty.key]}"))
    return tuple(own)


def _items(operative: list[Paragraph], at: int) -> list[Paragraph]:
    items = []
    for paragraph in islice(operative, at + 1, None):
        if (paragraph.block.level or 1) <= 1:
            break
        if paragraph.block.level == 2:
            items.append(paragraph)
    return items


def _letter(number: int) -> str:
    return chr(97 + number) if number < 26 else f"-{number + 1}"


def _of_paragraph(paragraph: Paragraph, items: list[Paragraph]) -> Iterator[Duty]:
    has_list = bool(items) and paragraph.block.text.rstrip().endswith((":", "—"))
    if has_list and not paragraph.acts:
        yield from _asked_by_items(paragraph, items)
    for act in paragraph.acts:
        if has_list and act is paragraph.acts[-1] and act.base in _DECIDING and not act.addressees:
            yield from _decided(paragraph, act, items)
            continue
        if not makes_duty(act):
            if has_list and act is paragraph.acts[-1]:
                yield from _asked_by_items(paragraph, items)
            continue
        conditions = [one for one in paragraph.conditions if act.holds(one.start)]
        due = tuple(one for one in paragraph.deadlines if act.holds(one.start))
        if has_list and act is paragraph.acts[-1]:
            for item in items:
                yield _duty(
                    item, act, item.block.text, [*conditions, *item.conditions], (*due, *item.deadlines), paragraph
                )
            continue
        yield _duty(paragraph, act, act.object, conditions, due, paragraph)


_DECIDING = frozenset({"decide", "resolve", "determine", "agree", "direct"})


def _decided(paragraph: Paragraph, act: Act, items: list[Paragraph]) -> Iterator[Duty]:
    """Return a duty for each item under "Decides that:" whose subject is somebody who shall act."""
    for item in items:
        asked = acts_of_item(item.block.text, item.conditions)
        owed_by = () if asked else who_shall(item.block.text)
        if asked:
            yield from (_duty(item, one, one.object, [*item.conditions], item.deadlines, paragraph) for one in asked)
        elif owed_by:
            conditions = [*paragraph.conditions, *item.conditions]
            mine = replace(act, addressees=owed_by)
            yield _duty(item, mine, item.block.text, conditions, (*paragraph.deadlines, *item.deadlines), paragraph)


def _asked_by_items(paragraph: Paragraph, items: list[Paragraph]) -> Iterator[Duty]:
    """Return the duties of items that ask by verbs of their own: "Welcomes the plan and: (a) Requests …"."""
    for item in items:
        for act in item.acts:
            if item.lead is not None and item.lead.verb.endswith(("s", "ed", "ok")) and makes_duty(act):
                conditions = [one for one in item.conditions if act.holds(one.start)]
                due = tuple(one for one in item.deadlines if act.holds(one.start))
                yield _duty(item, act, act.object, conditions, due, paragraph)


def makes_duty(act: Act) -> bool:
    """Say whether an act asks somebody for something, or those who declare it commit themselves."""
    if act.promised_by:
        return True
    if act.base in ("decide", "resolve"):
        return bool(act.addressees) or _DECIDES_THAT.search(act.object) is not None
    if not act.addressees and act.base in ("encourage", "recommend", "call", "appeal", "invite"):
        # "Encourages the activities of …", "Calls for …": approval or a wish, addressed to nobody.
        return act.base == "recommend" and act.object.startswith("that ")
    return act.base in ASKING and (bool(act.addressees) or not act.phrase.lower().endswith("for"))


def _duty(
    place: Paragraph, act: Act, what: str, conditions: list[Condition], due: tuple[Deadline, ...], paragraph: Paragraph
) -> Duty:
    evidence, section = evidence_for(what)
    owed_to = _OWED_TO.search(what)
    return Duty(
        key="",
        paragraph=place.path,
        verb=act.verb,
        strength=Strength.COMMITTED if act.promised_by else _STRENGTH.get(act.base, Strength.INVITED),
        owed_by=act.addressees or ((act.promised_by,) if act.promised_by else _inherited(place, paragraph)),
        owed_to=_organ_named(owed_to["who"], paragraph.actor) if owed_to is not None else "",
        what=what,
        gates=tuple(dict.fromkeys(one.code for one in conditions)),
        evidence=evidence,
        section=section,
        due=due,
        line=place.block.first_line,
        place=place.place,
    )


def _inherited(place: Paragraph, paragraph: Paragraph) -> tuple[str, ...]:
    return place.addressees if place is not paragraph else ()


def _organ_named(who: str, actor: str) -> str:
    """Return to whom something is owed; "it" is the organ that asks, by its name."""
    return f"the {dict(ORGANS)[actor]}" if who == "it" and actor in dict(ORGANS) else who


def evidence_for(what: str) -> tuple[tuple[str, ...], Section]:
    """Return the kinds of record that would show something done, the most telling first, and its part of the report."""
    hits = [(code, section) for code, section, pattern in _EVIDENCE if pattern.search(what)]
    codes = tuple(code for code, _ in hits)
    if codes and codes[0] in ("reports", "expenditure_reports"):
        codes = codes[:1]
    return codes, hits[0][1] if hits else Section.OTHER

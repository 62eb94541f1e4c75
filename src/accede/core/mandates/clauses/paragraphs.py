"""What each paragraph says: its verb, acts, addressees, conditions, deadlines and citations, under its path."""

from collections import Counter
from dataclasses import dataclass, replace

from accede.core.mandates.clauses.acts import Act, acts_in
from accede.core.mandates.clauses.citations import Citation, citations_in
from accede.core.mandates.clauses.conditions import Condition, conditions_in
from accede.core.mandates.clauses.deadline import Deadline, Setting
from accede.core.mandates.clauses.deadlines import deadlines_in
from accede.core.mandates.clauses.foreign import foreign_acts, foreign_conditions, foreign_deadlines
from accede.core.mandates.cutting.structure import Block, Kind, Part
from accede.core.mandates.words.verbs import Lead, is_recorded, read_lead, read_past, tells_by_items


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as read."""

    place: int
    block: Block
    path: str
    lead: Lead | None
    actor: str
    acts: tuple[Act, ...]
    addressees: tuple[str, ...]
    object: str
    conditions: tuple[Condition, ...]
    deadlines: tuple[Deadline, ...]
    citations: tuple[Citation, ...]


def read_paragraphs(blocks: tuple[Block, ...], setting: Setting) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text as read; an item without addressees of its own has those of its paragraph."""
    paragraphs: list[Paragraph] = []
    path: dict[int, str] = {}
    parents: dict[int, Paragraph] = {}
    preambular: Counter[str] = Counter()
    for place, block in enumerate(blocks):
        if block.level is None:
            preambular[block.division] += 1
            label = f"PP{preambular[block.division]}"
            path = {1: label}
        else:
            path = {level: label for level, label in path.items() if level < block.level}
            path[block.level] = block.number or ("·" if block.level > 1 else "")
            label = "".join(path[level] for level in sorted(path))
        if block.division and block.part is Part.RESOLUTION:
            label = f"{block.division}.{label}" if label else block.division
        parent = parents.get((block.level or 1) - 1)
        paragraph = _paragraph(place, block, label, parent, setting)
        parents[block.level or 1] = paragraph
        paragraphs.append(paragraph)
    return _with_speaker(paragraphs)


def _with_speaker(paragraphs: list[Paragraph]) -> tuple[Paragraph, ...]:
    """Name those who commit themselves as a declaration does at its beginning: "We, the States Members …"."""
    speakers = (one.lead.speaker for one in paragraphs if one.lead is not None)
    speaker = next((one for one in speakers if one not in ("", "We")), "")
    if not speaker:
        return tuple(paragraphs)
    return tuple(
        replace(one, acts=tuple(replace(act, promised_by=speaker) if act.promised_by else act for act in one.acts))
        for one in paragraphs
    )


def _lead(text: str, parent: Paragraph | None) -> Lead | None:
    lead = read_lead(text)
    if lead is None and parent is not None and tells_by_items(parent.block.text):
        return read_past(text)
    return lead


def _paragraph(place: int, block: Block, label: str, parent: Paragraph | None, setting: Setting) -> Paragraph:
    text, tongue = block.text, setting.tongue
    is_operative = block.kind is Kind.OPERATIVE
    if tongue is not None:
        lead = None if block.is_quoted else tongue.lead(text)
        conditions = foreign_conditions(text, tongue)
        acts = foreign_acts(text, lead, tongue) if is_operative else ()
        deadlines = foreign_deadlines(text, tongue, setting) if is_operative else ()
    else:
        lead = None if block.is_quoted else _lead(text, parent)
        conditions = conditions_in(text)
        acts = acts_in(text, lead, conditions) if is_operative else ()
        deadlines = deadlines_in(text, setting) if is_operative else ()
        if lead is not None and deadlines and is_recorded(text):
            # The day of the meeting at which something was decided is no time for it.
            deadlines = tuple(one for one in deadlines if one.start >= lead.end)
    addressees = tuple(dict.fromkeys(name for act in acts for name in act.addressees))
    if not addressees and is_operative and parent is not None and (block.level or 1) > 1:
        addressees = parent.addressees
    return Paragraph(
        place=place,
        block=block,
        path=label,
        lead=lead,
        actor=setting.organ if lead is not None or is_operative else "",
        acts=acts,
        addressees=addressees,
        object=acts[0].object if acts else text[lead.end :].strip(" ,;.:") if lead is not None else text,
        conditions=conditions,
        deadlines=deadlines,
        citations=citations_in(text, own=setting.organ),
    )

"""Mandates as values of the API's answers."""

from collections.abc import Mapping

from accede.core.mandates.comparing import Comparison
from accede.core.mandates.cutting.structure import Apart, Remark
from accede.core.mandates.lint import Fault
from accede.modules.mandates.fields.codes import (
    ADOPTIONS,
    EVIDENCE,
    FAULTS,
    GATES,
    STANDINGS,
    VERDICTS,
    WHYS,
    in_words,
    remark_in_words,
)
from accede.modules.mandates.queries.adoptions import NOT_RECORDED
from accede.modules.mandates.queries.duties import DutyLine
from accede.modules.mandates.queries.evidence import Found
from accede.modules.mandates.queries.mandates import MandateLine, ParagraphLine


def mandate_item(line: MandateLine) -> dict[str, object]:
    """Return a mandate as it stands in lists."""
    return {
        "symbol": line.symbol,
        "reference": line.reference,
        "title": line.title,
        "organ": line.organ,
        "adopting_organ": line.adopting_organ,
        "adopted_on": line.adopted_on,
        "session": line.session,
        "standing": line.standing,
        "standing_words": in_words(STANDINGS, line.standing),
        "series": line.series,
        "genre": line.genre,
        "has_text": line.imported_id is not None,
    }


def adoption_item(line: MandateLine) -> dict[str, object] | None:
    """Return what became of a draft; None for a text that is none."""
    if not line.is_draft:
        return None
    known = line.adoption
    code = known.code if known is not None else NOT_RECORDED
    return {
        "code": code,
        "words": in_words(ADOPTIONS, code),
        "symbol": known.symbol if known is not None else "",
        "adopted_on": known.adopted_on if known is not None else None,
        "source": known.source if known is not None else "",
    }


def review_item(line: MandateLine) -> dict[str, object] | None:
    """Return the newest review of a mandate; None for none."""
    found = line.review
    if found is None:
        return None
    words = in_words(VERDICTS, found.verdict)
    return {"verdict": found.verdict, "words": words, "why": found.why, "reviewed_on": found.reviewed_at.date()}


def duty_item(line: DutyLine) -> dict[str, object]:
    """Return a duty."""
    return {
        "symbol": line.symbol,
        "key": line.key,
        "paragraph": line.paragraph,
        "strength": line.strength,
        "owed_by": list(line.owed_by),
        "owed_to": line.owed_to,
        "what": line.what,
        "gates": [{"code": code, "words": in_words(GATES, code)} for code in line.gates],
        "evidence": [{"code": code, "words": in_words(EVIDENCE, code)} for code in line.evidence],
        "section": line.section,
        "due_words": line.due_words,
        "due_from": line.due_from,
        "due_until": line.due_until,
        "due_source": line.due_source,
        "due_certainty": line.due_certainty,
        "due_reason": line.due_reason,
        "every_months": line.every_months,
    }


def evidence_item(found: Found) -> dict[str, object]:
    """Return evidence of one kind."""
    shown = found.evidence
    return {
        "code": found.code,
        "words": found.words,
        "is_recorded": shown is not None,
        "count": shown.count if shown is not None else None,
        "newest_on": shown.newest_on if shown is not None else None,
    }


def paragraph_item(line: ParagraphLine) -> dict[str, object]:
    """Return a paragraph as read."""
    return {
        "path": line.path,
        "kind": line.kind,
        "part": line.part,
        "division": line.division,
        "number": line.number,
        "level": line.level,
        "text": line.text,
        "lead_phrase": line.phrase,
        "lead_verb_base": line.base,
        "addressees": _list(line.data, "addressees"),
        "conditions": _list(line.data, "conditions"),
        "deadlines": [
            {**one, "due_from": one["from"], "due_until": one["until"]}
            for one in _list(line.data, "deadlines")
            if isinstance(one, dict)
        ],
        "citations": _list(line.data, "citations"),
    }


def _list(data: Mapping[str, object], name: str) -> list[object]:
    value = data.get(name)
    return value if isinstance(value, list) else []


def comparison_detail(found: Comparison, earlier: str, later: str) -> dict[str, object]:
    """Return two resolutions compared."""
    return {
        "earlier": earlier,
        "later": later,
        "clauses": [
            {
                "fate": pair.fate,
                "earlier": pair.earlier.path if pair.earlier else None,
                "later": pair.later.path if pair.later else None,
                "division": pair.division,
                "nearness": round(pair.nearness, 3),
                "gates_gained": list(pair.gates_gained),
                "gates_lost": list(pair.gates_lost),
            }
            for pair in found.pairs
        ],
        "gates": [
            {"code": code, "words": in_words(GATES, code), "earlier": before, "later": after}
            for code, (before, after) in found.gates.items()
        ],
        "sections_gained": list(found.sections_gained),
        "sections_lost": list(found.sections_lost),
    }


def remark_item(remark: Remark) -> dict[str, object]:
    """Return a remark of the reader."""
    return {"code": remark.code, "words": remark_in_words(remark), "line": remark.line}


def unread_item(one: Apart) -> dict[str, object]:
    """Return a line that belongs to no paragraph."""
    return {"line": one.line, "text": one.text, "why": one.why, "words": in_words(WHYS, one.why)}


def fault_item(fault: Fault) -> dict[str, object]:
    """Return a fault."""
    words = str(FAULTS[fault.code]) % dict(fault.facts)
    return {"code": fault.code, "words": words, "paragraph": fault.paragraph, "line": fault.line}

"""A reading as plain values, for JSON: the same shape on the command line, in REST and in exports."""

from collections.abc import Mapping

from accede.core.mandates.clauses.paragraphs import Paragraph
from accede.core.mandates.identity import Framing
from accede.core.mandates.reading import Reading
from accede.core.mandates.sessions import SessionKey
from accede.core.mandates.words.verbs import Lead

Value = object


def reading_data(reading: Reading) -> dict[str, Value]:
    """Return a reading as values that JSON can hold."""
    return {
        "symbol": reading.symbol,
        "language": reading.language,
        "organ": reading.organ,
        "session": reading.session,
        "date": reading.adopted_on,
        "title": reading.title,
        "standing": reading.standing,
        "genre": reading.genre,
        "sponsors": list(reading.sponsors),
        "adopting_organ": reading.adopting_organ,
        "framing": _framing(reading.framing),
        "opening": reading.opening,
        "closing": list(reading.closing),
        "divisions": [
            {
                "division": one.mark,
                "title": one.title,
                "before": one.before,
                "line": one.line,
                "closing": list(one.closing),
            }
            for one in reading.divisions
        ],
        "paragraphs": [paragraph_data(paragraph) for paragraph in reading.paragraphs],
        "headings": [
            {"text": one.text, "level": one.level, "before": one.before, "line": one.line, "part": one.part}
            for one in reading.headings
        ],
        "footnotes": [{"mark": one.mark, "text": one.text, "line": one.line} for one in reading.footnotes],
        **unread_data(reading),
        "other_resolutions": list(reading.other_resolutions),
    }


def unread_data(reading: Reading) -> dict[str, Value]:
    """Return what was not read, line by line with the reason, and what a reader should look at."""
    return {
        "not_read": [{"line": one.line, "text": one.text, "why": one.why} for one in reading.apart],
        "remarks": [{"code": one.code, "line": one.line, **dict(one.facts)} for one in reading.remarks],
    }


def _framing(framing: Framing | None) -> dict[str, Value] | None:
    if framing is None:
        return None
    return {
        "recommended_by": framing.recommended_by,
        "recommended_to": framing.recommended_to,
        "through": framing.through,
        "text": framing.text,
        "line": framing.line,
        **_lead(framing.lead),
    }


def _lead(lead: Lead | None) -> Mapping[str, Value]:
    if lead is None:
        return {"lead_verb": None, "lead_verb_base": None, "lead_phrase": None, "adverbs": [], "verb_form": None}
    return {
        "lead_verb": lead.verb,
        "lead_verb_base": lead.base,
        "lead_phrase": lead.phrase,
        "adverbs": list(lead.adverbs),
        "verb_form": lead.form,
    }


def paragraph_data(paragraph: Paragraph) -> dict[str, Value]:
    """Return a paragraph as values that JSON can hold."""
    block = paragraph.block
    return {
        "kind": block.kind,
        "part": block.part,
        "division": block.division,
        "number": block.number,
        "prefix": block.prefix,
        "level": block.level,
        "path": paragraph.path,
        "text": block.text,
        "is_quoted": block.is_quoted,
        "lines": [block.first_line, block.last_line],
        **_lead(paragraph.lead),
        "actor": paragraph.actor,
        "addressees": list(paragraph.addressees),
        "object": paragraph.object,
        "acts": [
            {"verb": act.verb, "base": act.base, "addressees": list(act.addressees), "object": act.object}
            for act in paragraph.acts
        ],
        "conditions": [{"text": one.text, "code": one.code, "category": one.category} for one in paragraph.conditions],
        "deadlines": [
            {
                "text": one.text,
                "kind": one.kind,
                "from": one.due_from,
                "until": one.due_until,
                "is_exact": one.is_exact,
                "every_months": one.every_months,
                "reason": one.reason or None,
                "session": _session(one.session),
                "source": one.source or None,
                "certainty": one.certainty,
            }
            for one in paragraph.deadlines
        ],
        "citations": [
            {"text": one.text, "kind": one.kind, "symbol": one.symbol, "organ": one.organ, "date": one.dated}
            for one in paragraph.citations
        ],
    }


def _session(key: SessionKey | None) -> dict[str, Value] | None:
    if key is None:
        return None
    return {"body": key.body, "number": key.number, "year": key.year, "kind": key.kind}

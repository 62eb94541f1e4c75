"""What a reader should look at once a text was read: what was not found, and what could not be made sense of."""

from accede.core.mandates.clauses.paragraphs import Paragraph
from accede.core.mandates.cutting.structure import Kind, Part, Remark, Structure
from accede.core.mandates.identity import Genre, Identity, Standing
from accede.core.mandates.tongues.known import READ_WHOLE
from accede.core.mandates.tongues.tongue import Tongue
from accede.core.mandates.words.verbs import tells_by_items


def remarks_on(
    structure: Structure, identity: Identity, paragraphs: tuple[Paragraph, ...], tongue: Tongue | None = None
) -> tuple[Remark, ...]:
    """Return the remarks on a reading: those of its parts first, then those of its paragraphs."""
    # Decisions and statements are told; no organ opens them on a line of its own.
    cut = (one for one in structure.remarks if one.code != "no_opening" or identity.genre is Genre.RESOLUTION)
    of_text = (*cut, *_of_text(structure, identity, paragraphs))
    if tongue is not None and tongue.code not in READ_WHOLE:
        return (*of_text, Remark("language_in_part", 1))
    return (*of_text, *_of_paragraphs(paragraphs))


def _of_text(structure: Structure, identity: Identity, paragraphs: tuple[Paragraph, ...]) -> list[Remark]:
    found: list[Remark] = []
    leads = any(paragraph.lead is not None for paragraph in paragraphs)
    if not leads or not any(paragraph.block.kind is Kind.OPERATIVE for paragraph in paragraphs):
        found.append(Remark("no_resolution", 1))
    if not identity.organ and not (identity.standing is Standing.RECOMMENDED and identity.adopting_organ):
        found.append(Remark("organ_unknown", structure.opening_line or 1))
    if identity.adopted_on is None and identity.standing is Standing.ADOPTED:
        found.append(Remark("adoption_date_unknown", 1))
    if not identity.symbol:
        found.append(Remark("number_unknown", 1))
    elif identity.said and identity.said != identity.symbol:
        found.append(Remark("symbol_differs", 1, (("found", identity.said),)))
    if structure.other_resolutions:
        found.append(Remark("several_resolutions", 1, (("others", ", ".join(structure.other_resolutions)),)))
    return found


def _of_paragraphs(paragraphs: tuple[Paragraph, ...]) -> list[Remark]:
    found: list[Remark] = []
    for paragraph in paragraphs:
        block = paragraph.block
        top = block.part is Part.RESOLUTION and block.level in (None, 1) and not block.is_quoted
        if top and paragraph.lead is None and block.text and not tells_by_items(block.text):
            found.append(Remark("no_lead_verb", block.first_line, (("paragraph", paragraph.path),)))
        found += [
            Remark("deadline_unresolved", block.first_line, (("words", one.text), ("reason", one.reason)))
            for one in paragraph.deadlines
            if one.reason in ("period_runs_backwards", "no_such_day")
        ]
    return found

"""Suggest sentences for a section: what the record holds of the kinds that its clauses ask for, never more."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accede.core.indicators.inserting import completed
from accede.core.reports.clearance import ReportState
from accede.core.reports.paragraphs import Paragraph
from accede.foundation.access import Actor, or_refuse
from accede.foundation.audit import Face
from accede.modules.mandates.queries.duties import duties_under
from accede.modules.mandates.queries.mandates import mandate_at
from accede.modules.reporting.models import Report, Section, SectionVersion
from accede.modules.reporting.queries.counting import SOURCES
from accede.modules.reporting.queries.definitions import definitions
from accede.modules.reporting.queries.drafts import paragraphs_of
from accede.modules.reporting.queries.reports import FIGURES_FOR
from accede.modules.reporting.services.drafting import held_report, new_key
from accede.modules.reporting.services.editing import Deed, add_version


@transaction.atomic
def suggest_sentences(number: int, place: int, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Add a sentence for each figure that counts what the section's clauses ask for and its text does not call yet.

    Each is marked as suggested until somebody accepts it. Returns how many there were.

    Raises:
        Refused: there is no such section for the actor, or they may not draft.
        Overtaken: the report is no longer a draft.
    """
    row = held_report(number, by, states=(ReportState.DRAFT,))
    section: Section = or_refuse(Section.objects.visible_to(by).filter(report=row, place=place).first())
    rows = SectionVersion.objects.visible_to(by).filter(section=section, language=row.language).order_by("-number")
    newest = rows.first()
    text = paragraphs_of(newest.paragraphs) if newest else ()
    called = " ".join(one.text for one in text)
    known = {code: one.definition for code, one in definitions().items()}
    with translation.override(row.language):
        suggested = [
            Paragraph(new_key(), completed(_sentence(code, row.language), known), is_suggested=True)
            for code in _figures_for(row, section)
            if f"figure: {code} " not in called
        ]
    if suggested:
        add_version(row, section, row.language, (*text, *suggested), Deed("suggestion", by, at, face))
    return len(suggested)


def _figures_for(row: Report, section: Section) -> Iterator[str]:
    """Yield the figures over the kinds of record that the clauses of a section ask for, each once."""
    line = mandate_at(row.mandate)
    duties = duties_under(line) if line else []
    kinds = dict.fromkeys(kind for one in duties if one.key in section.clauses for kind in one.evidence)
    # What nobody outside is told would stand in print without its number.
    found = (code for kind in kinds for code in FIGURES_FOR.get(kind, ()) if SOURCES[code].is_told)
    yield from dict.fromkeys(found)


def _sentence(code: str, language: str) -> str:
    described = definitions()[code]
    title = described.titles.get(language, described.titles["en"])
    return _("%(what)s: %(figure)s.") % {"what": title, "figure": f"{{figure: {code}}}"}

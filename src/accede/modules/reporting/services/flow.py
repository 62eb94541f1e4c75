"""The way of reports as it is run: what the gates ask, and what issuing does."""

import hashlib
import io
from collections.abc import Callable, Mapping
from datetime import datetime

from django.utils import translation

from accede.core.reports.clearance import CLEARANCE, Drafted
from accede.foundation.access import SYSTEM, Actor, Level
from accede.foundation.access.acting import acting
from accede.foundation.files.checking import Kind, Looked
from accede.foundation.files.storing import Belonging, store
from accede.foundation.texts import listed
from accede.foundation.workflow.flow import Flow, Move
from accede.modules.reporting import events
from accede.modules.reporting.access import REPORTS_CLEAR, REPORTS_DRAFT
from accede.modules.reporting.fields.reports import LANGUAGES
from accede.modules.reporting.fields.workflow import REPORT_WORDS
from accede.modules.reporting.models import IssuedFile, Report, SectionVersion, Writing
from accede.modules.reporting.queries.drafted import not_frozen
from accede.modules.reporting.queries.drafts import Draft, draft_of, facts_of, report_rows

Printer = Callable[[Draft, str, datetime], Mapping[str, bytes]]
"""Makes the files of a report in a language as it is issued at a moment, by their endings."""
_printers: list[Printer] = []


def install_printer(printer: Printer) -> None:
    """Say how reports are written as files: documents are made of words, which stand above services."""
    _printers[:] = [printer]


def thing_issued(number: int) -> str:
    """Return how stored files call the report as which they were issued."""
    return f"issued-report:{number}"


def facts_for_gates(row: Report, by: Actor, at: datetime) -> Drafted:
    """Return what the gates ask."""
    draft = draft_of(facts_of(row))
    written = SectionVersion.objects.filter(report=row, language=row.language, written_by=by.person)
    return Drafted(
        has_written=written.exists(),
        suggestions=draft.suggestions,
        not_frozen=len(not_frozen(draft)),
        untranslated=listed(str(LANGUAGES[one]) for one in draft.languages_behind()),
        last_day=row.last_day,
        today=at.date(),
    )


def _issue(row: Report, move: Move) -> Mapping[str, object]:
    """Write the report in each of its languages, keep the files for everybody, and let go what nobody saved."""
    dated = row.dated or move.at.date()
    draft = draft_of(facts_of(row))
    for language in row.languages:
        with translation.override(language):
            files = _printers[0](draft, language, move.at)
        for ending, content in files.items():
            digest = hashlib.sha256(content).hexdigest()
            kept = store(
                io.BytesIO(content),
                Looked(Kind(ending), len(content), digest),
                name=f"report-{row.pk}-{language}.{ending}",
                belonging=Belonging(Level.PUBLIC, row.belongs_to, about=thing_issued(row.pk)),
                by=move.by,
                at=move.at,
            )
            IssuedFile(report=row, language=language, format=ending, file=kept.id, sha256=digest).save(
                force_insert=True
            )
    with acting(SYSTEM):
        Writing.objects.filter(section__report=row).delete()
    return {"level": Level.PUBLIC.value, "dated": dated}


REPORTS: Flow[Report] = Flow(
    table=CLEARANCE,
    words=REPORT_WORDS,
    permissions=(REPORTS_DRAFT, REPORTS_CLEAR),
    events=events.STEPS,
    rows=report_rows,
    facts=facts_for_gates,
    subject=lambda row: events.report_subject(row.pk, row.belongs_to),
    told=lambda row: {"title": row.title},
    effects={"issue": _issue},
)

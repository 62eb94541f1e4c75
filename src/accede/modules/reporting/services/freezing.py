"""Freeze the figures of a report: from then on its text says what the record knew at that moment."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.indicators.figures import plain
from accede.core.reports.clearance import ReportState
from accede.foundation.access import SYSTEM, Actor
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.foundation.texts import format_day, isolated, listed, readers_language
from accede.modules.reporting import events
from accede.modules.reporting.fields.figures import FAULTS
from accede.modules.reporting.models import FrozenFigure
from accede.modules.reporting.queries.drafted import template_of_draft, told_to_everybody
from accede.modules.reporting.queries.drafts import draft_of, facts_of
from accede.modules.reporting.queries.figures import Answer
from accede.modules.reporting.queries.reports import report_for
from accede.modules.reporting.services.drafting import held_report


@transaction.atomic
def freeze_figures(number: int, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Freeze all figures of a report's text and annexes as the record knows them now; return how many.

    Figures that were frozen before stay as they were in their own freeze; the new one counts.

    Raises:
        Refused: there is no such report for the actor, or they may not draft.
        UnableTo: the cut-off day lies ahead, or a figure fails its checks: all of them are said.
        Overtaken: the report is no longer a draft.
    """
    row = held_report(number, by, states=(ReportState.DRAFT,))
    if at.date() < row.cut_off:
        words = _("The figures can be frozen from the cut-off day on: %(day)s.")
        raise UnableTo({EVERYWHERE: words % {"day": format_day(row.cut_off, readers_language())}})
    report = facts_of(row)
    with acting(SYSTEM):
        made = report_for(SYSTEM, template_of_draft(draft_of(report)), row.first_day, row.last_day, today=at.date())
    answers = {key: answer for key, answer in made.answers.items() if answer is not None}
    if faulty := [one for one in answers.values() if one.faults]:
        raise UnableTo({EVERYWHERE: " ".join(_faults(one) for one in faulty)})
    row.freeze += 1
    row.frozen_at, row.frozen_by = at, by.person
    row.save(update_fields=["freeze", "frozen_at", "frozen_by"])
    FrozenFigure.objects.bulk_create(
        _frozen(row.pk, row.freeze, place, key, answer, at.date())
        for place, (key, answer) in enumerate(answers.items())
    )
    about = events.report_subject(row.pk, row.belongs_to)
    record(events.FROZEN, about=about, by=by, at=at, face=face, title=row.title, count=len(answers))
    return len(answers)


def _frozen(report: int, freeze: int, place: int, key: str, answer: Answer, today: date) -> FrozenFigure:
    figure = answer.figure
    assert figure is not None  # noqa: S101  (asked for by the product itself)
    told = told_to_everybody(figure, today=today)
    return FrozenFigure(
        report_id=report,
        freeze=freeze,
        place=place,
        asked=key,
        code=figure.definition.code,
        parameters=dict(figure.parameters),
        told=told.how.value,
        value=plain(told.value) if told.value is not None else None,
        proof=figure.as_values(),
        digest=figure.digest,
    )


def _faults(answer: Answer) -> str:
    """Say why a figure cannot be frozen."""
    code = answer.described.definition.code
    words = (
        str(FAULTS[one.code]) % {name: isolated(value) for name, value in one.facts.items()} for one in answer.faults
    )
    return _("The figure %(code)s fails its checks: %(faults)s") % {"code": isolated(code), "faults": listed(words)}

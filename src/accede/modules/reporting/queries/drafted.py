"""A drafted report made: its text with its figures, frozen or as they are now, and which would be other ones now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from accede.core.explain import Reason
from accede.core.indicators.disclosure import Disclosed, Told, disclosed, exact
from accede.core.indicators.figures import Figure, differences
from accede.core.reports.paragraphs import Paragraph, Standing, by_key, standing_of
from accede.foundation.access import ANONYMOUS, SYSTEM
from accede.foundation.access.acting import acting
from accede.modules.mandates.queries.duties import duties_under
from accede.modules.mandates.queries.mandates import mandate_at
from accede.modules.reporting.fields.reports import LANGUAGES, ReportFacts
from accede.modules.reporting.models import FrozenFigure
from accede.modules.reporting.queries.counting import SOURCES
from accede.modules.reporting.queries.definitions import definitions
from accede.modules.reporting.queries.drafts import Draft, SectionFacts
from accede.modules.reporting.queries.figures import Answer, counted_again
from accede.modules.reporting.queries.reports import Report, asked_in, report_for
from accede.modules.reporting.queries.templates import Section, Template, Texts, template_of

Mark = Callable[[str, Paragraph, Standing], str]
"""How a paragraph is written that is suggested, or whose translation is missing or out of date."""


@dataclass(frozen=True, slots=True)
class Differing:
    """A frozen figure that would be another one now: as it was told, as it would be told, and in what it differs.

    `reasons` stand where everybody may see the records; of others the told values are all that is said.
    """

    before: Answer
    now: Disclosed
    reasons: tuple[Reason, ...]


def unmarked(_language: str, paragraph: Paragraph, _standing: Standing) -> str:
    """Return a paragraph as it is printed."""
    return paragraph.text


def template_of_draft(draft: Draft, mark: Mark = unmarked) -> Template:
    """Return the template with the draft's own text in the place of its standing text."""
    kept = template_of(draft.report_template)
    first, *others = (Section(one.heading, one.clauses, tuple(_texts(draft, one, mark))) for one in draft.sections)
    return Template(kept.key, kept.mandate, kept.title, first.paragraphs, tuple(others), kept.annexes)


def made_report(draft: Draft, *, today: date, mark: Mark = unmarked) -> Report:
    """Return the report with the figures that everybody is told: the frozen ones, and of others those of now."""
    template, report = template_of_draft(draft, mark), draft.report
    if not report.freeze:
        return report_for(ANONYMOUS, template, report.first_day, report.last_day, today=today)
    line = mandate_at(template.mandate)
    if line is None:
        raise LookupError(template.mandate)
    answers: dict[str, Answer | None] = dict(frozen_answers(report))
    fresh = {key for key, _call in asked_in(template, days_of(report))} - answers.keys()
    if fresh:
        live = report_for(ANONYMOUS, template, report.first_day, report.last_day, today=today)
        answers |= {key: answer for key, answer in live.answers.items() if key in fresh}
    duties = {one.key: one for one in duties_under(line)}
    return Report(template=template, mandate=line, days=days_of(report), duties=duties, answers=answers)


def not_frozen(draft: Draft) -> list[str]:
    """Return the figures in text and annexes that the last freeze does not hold, by what they are asked with."""
    asked = {key for key, _call in asked_in(template_of_draft(draft), days_of(draft.report))}
    with acting(SYSTEM):
        rows = FrozenFigure.objects.filter(report=draft.report.number, freeze=draft.report.freeze)
        return sorted(asked - set(rows.values_list("asked", flat=True)))


@acting(SYSTEM)
def frozen_answers(report: ReportFacts) -> Mapping[str, Answer]:
    """Return the figures of the last freeze as everybody is told them, with the records that everybody may see."""
    rows = FrozenFigure.objects.filter(report=report.number, freeze=report.freeze).order_by("place")
    return {row.asked: _answer(row) for row in rows}


@acting(SYSTEM)
def proofs_of(report: ReportFacts) -> list[Figure]:
    """Return the figures of the last freeze with all their records; for whoever may see all of them."""
    rows = FrozenFigure.objects.filter(report=report.number, freeze=report.freeze).order_by("place")
    return [Figure.read(row.proof) for row in rows]


@acting(SYSTEM)
def would_differ_now(report: ReportFacts, *, today: date) -> list[Differing]:
    """Return the frozen figures that everybody would be told otherwise if they were counted today."""
    found = []
    for row in FrozenFigure.objects.filter(report=report.number, freeze=report.freeze).order_by("place"):
        then = Figure.read(row.proof)
        again = counted_again(then, SYSTEM)
        if again is None or again.digest == then.digest:
            continue
        before, source = _answer(row), SOURCES[row.code]
        now = told_to_everybody(again, today=today)
        reasons = differences(then, again) if source.needs is None else ()
        if reasons or now != before.told:
            found.append(Differing(before, now, reasons))
    return found


def told_to_everybody(figure: Figure, *, today: date) -> Disclosed:
    """Return a figure as everybody is told it (docs/domain/rules.md, “Figures for everybody”)."""
    source = SOURCES[figure.definition.code]
    if source.needs is None:
        return exact(figure)
    return disclosed(figure, today=today) if source.is_told else Disclosed(Told.WITHHELD)


def days_of(report: ReportFacts) -> dict[str, str]:
    """Return the days of a report by the names that texts give them."""
    before = report.first_day - timedelta(days=1)
    return {"from": report.first_day.isoformat(), "until": report.last_day.isoformat(), "before": before.isoformat()}


def _answer(row: FrozenFigure) -> Answer:
    value = Decimal(row.value).normalize() if row.value is not None else None
    whole = SOURCES[row.code].needs is None
    return Answer(
        described=definitions()[row.code],
        parameters=row.parameters,
        told=Disclosed(Told(row.told), value),
        figure=Figure.read(row.proof) if whole else None,
    )


def _texts(draft: Draft, section: SectionFacts, mark: Mark) -> "list[Texts]":
    """Return the paragraphs of a section by language; what is not translated stands in the original language."""
    original = draft.report.language
    found: list[Texts] = []
    for one in section.text_in(original):
        texts = {original: mark(original, one, Standing.CURRENT)}
        for language in LANGUAGES:
            if language == original:
                continue
            translated = by_key(section.text_in(language))
            standing = standing_of(one, translated)
            if standing is Standing.MISSING:
                texts[language] = mark(language, one, standing)
            else:
                texts[language] = mark(language, translated[one.key], standing)
        found.append(texts)
    return found

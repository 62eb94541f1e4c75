"""Begin a report from a template, and state its masthead."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.reports.clearance import CLEARANCE, ReportState
from accede.core.reports.paragraphs import Paragraph, text_hash
from accede.foundation.access import ALL, Actor, Level, or_refuse, require
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.documents.tree import cleaned
from accede.foundation.fields import problems_of, values_of
from accede.foundation.problems import EVERYWHERE, Overtaken, UnableTo
from accede.modules.reporting import events
from accede.modules.reporting.access import REPORTS_DRAFT
from accede.modules.reporting.fields.reports import (
    HEAD,
    LANGUAGES,
    MOST_WORDS,
    STATED,
    WORD_LIMIT,
    HeadDetails,
    ReportDetails,
)
from accede.modules.reporting.models import Report, Section, SectionVersion
from accede.modules.reporting.queries.drafts import facts_of, report_rows
from accede.modules.reporting.queries.templates import Template, Texts, shipped_values, template_of

_KEY = 12
_DEEPEST = 8
_NUMBER = re.compile(r"[0-9]{1,6}")


@transaction.atomic
def begin_report(
    new: ReportDetails, *, by: Actor, at: datetime, face: Face = Face.WEB, values: object | None = None
) -> int:
    """Begin a report from a template that ships, or from the plain `values` of another; return its number.

    Raises:
        Refused: the actor may not draft reports.
        UnableTo: it is not stated whole, or its days do not follow each other.
        UnsoundTemplate: the values make no template.
    """
    require(by, REPORTS_DRAFT, on=ALL)
    problems = problems_of(STATED, new)
    values = shipped_values(new.template) if values is None else values
    if values is None and "template" not in problems:
        problems["template"] = _("There is no template “%(key)s”.") % {"key": new.template[:40]}
    problems |= {key: words for key, words in _wrong_days(new) if key not in problems}
    if problems or new.first_day is None or new.last_day is None or new.cut_off is None:
        raise UnableTo(problems)
    template, values = template_of(values), _plain(values)
    row = Report(
        level=Level.PROGRAMME.value,
        owner=str(ALL),
        template=values,
        mandate=template.mandate,
        title=template.title.get(new.language, template.title["en"]),
        first_day=new.first_day,
        last_day=new.last_day,
        cut_off=new.cut_off,
        language=new.language,
        languages=[*LANGUAGES],
        distribution="general",
        word_limit=WORD_LIMIT,
        state=CLEARANCE.start.value,
        drafted_at=at,
        drafted_by=by.person,
    )
    row.save(force_insert=True)
    _keep_sections(row, template, by=by, at=at)
    about = events.report_subject(row.pk, row.belongs_to)
    record(events.BEGUN, about=about, by=by, at=at, face=face, after=values_of(STATED, new), title=row.title)
    return row.pk


@transaction.atomic
def change_head(number: int, wanted: HeadDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """State the masthead of a report, its languages, and how many words it may have.

    Raises:
        Refused: there is no such report for the actor, or they may not draft.
        UnableTo: it is not stated whole.
        Overtaken: it is cleared or issued.
    """
    row = held_report(number, by, states=(ReportState.DRAFT, ReportState.REVIEWED))
    problems = problems_of(HEAD, wanted)
    limit = int(wanted.word_limit) if _NUMBER.fullmatch(wanted.word_limit) else 0
    if not 1 <= limit <= MOST_WORDS:
        problems.setdefault("word_limit", _("Write a number from 1 to %(most)s.") % {"most": MOST_WORDS})
    if wanted.languages and row.language not in wanted.languages:
        problems.setdefault("languages", _("The original language is among them."))
    if problems:
        raise UnableTo(problems)
    before = facts_of(row).head
    row.symbol, row.distribution, row.body = wanted.symbol, wanted.distribution, wanted.body
    row.session, row.agenda_item, row.dated = wanted.session, wanted.agenda_item, wanted.dated
    row.languages, row.word_limit = [one for one in LANGUAGES if one in wanted.languages], limit
    row.save()
    record(
        events.HEAD_CHANGED,
        about=events.report_subject(row.pk, row.belongs_to),
        by=by,
        at=at,
        face=face,
        before=values_of(HEAD, before),
        after=values_of(HEAD, facts_of(row).head),
        title=row.title,
    )


def held_report(number: int, by: Actor, *, states: tuple[ReportState, ...]) -> Report:
    """Return a report that the actor may draft, locked until the transaction ends.

    Raises:
        Refused: there is none for the actor.
        Overtaken: it is in another state than one of these.
    """
    row: Report = or_refuse(report_rows(by).select_for_update(of=("self",)).filter(pk=number).first())
    require(by, REPORTS_DRAFT, on=row)
    if row.state not in states:
        words = _("This can no longer be changed: it is reviewed, cleared or issued. It can be sent back first.")
        raise Overtaken({EVERYWHERE: words})
    return row


def new_key() -> str:
    """Return a key for a paragraph."""
    return uuid4().hex[:_KEY]


def _wrong_days(new: ReportDetails) -> Iterator[tuple[str, str]]:
    if new.first_day and new.last_day and new.first_day > new.last_day:
        yield "last_day", _("The last day lies before the first one.")
    if new.last_day and new.cut_off and new.cut_off <= new.last_day:
        yield "cut_off", _("The cut-off day comes after the last day of the period.")


def _keep_sections(row: Report, template: Template, *, by: Actor, at: datetime) -> None:
    introduction = dict.fromkeys(template.title, "")
    parts: list[tuple[Texts, tuple[str, ...], tuple[Texts, ...]]] = [(introduction, (), template.introduction)]
    parts += [(one.heading, one.clauses, one.paragraphs) for one in template.sections]
    versions = []
    for place, (heading, clauses, paragraphs) in enumerate(parts):
        section = Section(report=row, place=place, heading=dict(heading), clauses=[*clauses])
        section.save(force_insert=True)
        for language, texts in _by_language(paragraphs, row.language).items():
            versions.append(
                SectionVersion(
                    report=row,
                    section=section,
                    language=language,
                    number=1,
                    paragraphs=[one.as_values() for one in texts],
                    origin="template",
                    written_at=at,
                    written_by=by.person,
                )
            )
    SectionVersion.objects.bulk_create(versions)


def _by_language(paragraphs: tuple[Texts, ...], original: str) -> Mapping[str, list[Paragraph]]:
    """Return the standing text by language; the original has all of it, the others what was written in them."""
    found: dict[str, list[Paragraph]] = {language: [] for language in LANGUAGES}
    for texts in paragraphs:
        key = new_key()
        first = _tidied(texts.get(original, texts["en"]))
        for language in LANGUAGES:
            if language == original:
                found[language].append(Paragraph(key, first))
            elif language in texts:
                found[language].append(Paragraph(key, _tidied(texts[language]), of=text_hash(first)))
    return found


def _plain(values: object, depth: int = 0) -> object:
    """Return plain values as a row can keep them."""
    if isinstance(values, dict) and depth < _DEEPEST:
        return {str(key): _plain(value, depth + 1) for key, value in values.items()}
    if isinstance(values, list) and depth < _DEEPEST:
        return [_plain(value, depth + 1) for value in values]
    return cleaned(str(values)) if values is not None else None


def _tidied(text: str) -> str:
    return " ".join(text.split())

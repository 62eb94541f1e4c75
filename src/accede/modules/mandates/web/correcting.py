"""Correct what was misread: the text on one side, what was read of it as a form on the other."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.audit.timeline import Wish, timeline
from accede.foundation.pages import NotHere
from accede.modules.mandates.access import MANDATES_CORRECT
from accede.modules.mandates.queries.mandates import DutyLine, MandateLine, ParagraphLine, duties_under, paragraphs_of
from accede.modules.mandates.queries.words import EVIDENCE, GATES, SECTIONS, STRENGTHS, Words
from accede.modules.mandates.services.correcting import Correcting, UnableToCorrect, correct_duty, correct_paragraph
from accede.modules.mandates.web.asking import Option, Question, trail

_LIST, _ONE, _ANY, _DAY, _TEXT = "list", "one", "any", "day", "text"


@dataclass(frozen=True, slots=True)
class Field:
    """A value that can be corrected, as a form shows it: `kind` is text, day, list, one or any of `options`."""

    name: str
    label: str
    kind: str
    value: object
    options: tuple[Option, ...] = ()


@opens_to(MANDATES_CORRECT)
def correction_list(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the paragraphs and duties of a mandate, each with the page that corrects it, and what was corrected."""
    question = Question(request)
    line = question.mandate(reference)
    question.done()
    context = {
        "title": _("Correct the reading of %(symbol)s") % {"symbol": line.symbol},
        "line": line,
        "trail": trail(question, line),
        "paragraphs": paragraphs_of(line.imported_id) if line.imported_id else [],
        "duties": duties_under(line),
        "history": timeline(actor_of(request), Wish(about_kind="mandate", about_key=line.reference)),
    }
    return render(request, "mandates/correction_list.html", context)


@opens_to(MANDATES_CORRECT)
def paragraph_correct(request: HttpRequest, reference: str, place: int) -> HttpResponse:
    """Correct what was read of one paragraph."""
    question = Question(request)
    line = question.mandate(reference)
    question.done()
    rows = paragraphs_of(line.imported_id) if line.imported_id else []
    row = next((one for one in rows if one.place == place), None)
    if row is None:
        raise NotHere(_("This reading has no paragraph at place %(place)s.") % {"place": place}, [])
    fields = _paragraph_fields(row)
    problems: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            correcting = Correcting(_changed(request, fields), request.POST.get("why", ""))
            correct_paragraph(line.imported_id or 0, place, correcting, by=actor_of(request), at=clock.now())
        except UnableToCorrect as refusal:
            problems = refusal.reasons
        else:
            return HttpResponseRedirect(question.here("mandates:correction-list", line.reference))
    return _page(question, line, name=row.path or row.number, text=row.text, fields=fields, problems=problems)


@opens_to(MANDATES_CORRECT)
def duty_correct(request: HttpRequest, reference: str, duty: str) -> HttpResponse:
    """Correct what was read of one duty."""
    question = Question(request)
    line = question.mandate(reference)
    question.done()
    row = next((one for one in duties_under(line) if one.key == duty), None)
    if row is None:
        raise NotHere(_("This reading has no duty “%(key)s”.") % {"key": duty[:40]}, [])
    rows = paragraphs_of(line.imported_id) if line.imported_id else []
    text = next((one.text for one in rows if one.part == "resolution" and one.path == row.paragraph), row.what)
    fields = _duty_fields(row)
    problems: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            correcting = Correcting(_changed(request, fields), request.POST.get("why", ""))
            reading = line.coded_id or line.imported_id or 0
            correct_duty(reading, row.key, correcting, by=actor_of(request), at=clock.now())
        except UnableToCorrect as refusal:
            problems = refusal.reasons
        else:
            return HttpResponseRedirect(question.here("mandates:correction-list", line.reference))
    return _page(question, line, name=row.key, text=text, fields=fields, problems=problems)


def _page(
    question: Question, line: MandateLine, *, name: str, text: str, fields: list[Field], problems: tuple[str, ...]
) -> HttpResponse:
    context = {
        "title": _("Correct %(place)s of %(symbol)s") % {"place": name, "symbol": line.symbol},
        "trail": trail(question, line),
        "text": text,
        "fields": fields,
        "problems": problems,
        "why": question.request.POST.get("why", ""),
        "back": question.here("mandates:correction-list", line.reference),
    }
    return render(question.request, "mandates/correct.html", context, status=400 if problems else 200)


def _paragraph_fields(row: ParagraphLine) -> list[Field]:
    kinds = (Option("preambular", _("Preambular")), Option("operative", _("Operative")))
    addressees = row.data.get("addressees")
    return [
        Field("kind", _("Kind"), _ONE, row.kind, kinds),
        Field("number", _("Number"), _TEXT, row.number),
        Field("level", _("Level"), _ONE, str(row.level or ""), tuple(Option(str(n), str(n)) for n in range(1, 10))),
        Field("phrase", _("Lead verb, as it stands"), _TEXT, row.phrase),
        Field("base", _("Lead verb, base form"), _TEXT, row.base),
        Field("addressees", _("Addressees, one a line"), _LIST, addressees if isinstance(addressees, list) else []),
    ]


def _duty_fields(row: DutyLine) -> list[Field]:
    return [
        Field("owed_by", _("Owed by, one a line"), _LIST, list(row.owed_by)),
        Field("owed_to", _("Owed to"), _TEXT, row.owed_to),
        Field("what", _("What is owed"), _TEXT, row.what),
        Field("strength", _("How firmly"), _ONE, row.strength, _options(STRENGTHS)),
        Field("gates", _("Conditions"), _ANY, list(row.gates), _options(GATES)),
        Field("evidence", _("Evidence"), _ANY, list(row.evidence), _options(EVIDENCE)),
        Field("section", _("Part of the report"), _ONE, row.section, _options(SECTIONS)),
        Field("due_words", _("When, in the text"), _TEXT, row.due_words),
        Field("due_from", _("Due from"), _DAY, row.due_from.isoformat() if row.due_from else ""),
        Field("due_until", _("Due until"), _DAY, row.due_until.isoformat() if row.due_until else ""),
    ]


def _options(words: Words) -> tuple[Option, ...]:
    return tuple(Option(code, str(text)) for code, text in words.items())


def _changed(request: HttpRequest, fields: list[Field]) -> Mapping[str, object]:
    """Return the values of a form that differ from those shown; a field that did not come keeps its value."""
    given: dict[str, object] = {}
    for one in fields:
        text = request.POST.get(one.name, "").replace("\x00", "").strip()
        value: object = text
        if one.kind == _LIST:
            value = [line.strip() for line in text.splitlines() if line.strip()]
        elif one.kind == _ANY:
            value = request.POST.getlist(one.name)
        if one.kind == _ANY and isinstance(value, list) and isinstance(one.value, list):
            is_same = set(value) == set(one.value)
        else:
            is_same = value == one.value
        if is_same or (one.kind != _ANY and one.name not in request.POST):
            continue
        given[one.name] = _typed(one, value)
    return given


def _typed(field: Field, value: object) -> object:
    if field.name == "level":
        return int(value) if isinstance(value, str) and value.isdecimal() else None
    return value or None if field.kind == _DAY else value

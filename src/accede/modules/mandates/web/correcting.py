"""Correct what was misread: the text on one side, what was read of it as a form on the other."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from accede.core.mandates.cutting.structure import Kind, Part
from accede.foundation import clock
from accede.foundation.access import ALL, Refused, can, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.audit.timeline import Wish, timeline
from accede.foundation.comments.page import Shown, conversations
from accede.foundation.exports import Link
from accede.foundation.files.storing import files_about
from accede.foundation.listings import Option
from accede.foundation.pages import NotHere
from accede.foundation.texts import listed
from accede.modules.mandates.access import MANDATES_CORRECT, MANDATES_IMPORT
from accede.modules.mandates.fields.codes import EVIDENCE, FIELDS, GATES, SECTIONS, STRENGTHS, Words, in_words
from accede.modules.mandates.queries.corrections import codes_of, strings
from accede.modules.mandates.queries.duties import DutyLine, duties_under
from accede.modules.mandates.queries.mandates import MandateLine, ParagraphLine, mandate_lines, paragraphs_of
from accede.modules.mandates.services.conversations import READINGS
from accede.modules.mandates.services.correcting import Correcting, UnableToCorrect, correct_duty, correct_paragraph
from accede.modules.mandates.services.importing import file_of_reading
from accede.modules.mandates.web.question import MandatePageQuestion, trail

_WIDTH = 32
_LIST, _ONE, _ANY, _DAY, _TEXT = "list", "one", "any", "day", "text"


@dataclass(frozen=True, slots=True)
class Field:
    """A value that can be corrected, as a form shows it: `kind` is text, day, list, one or any of `options`.

    `origin` says which correction applies: that of this value, that of the paragraph; "" for what was read.
    """

    name: str
    label: str
    kind: str
    value: object
    options: tuple[Option, ...] = ()
    origin: str | Promise = ""

    @property
    def rows(self) -> int:
        """How many lines of a form the words of this value take."""
        return 1 + len(str(self.value)) // _WIDTH


CORRECTED_HERE = _lazy("Corrected here: this applies.")
FROM_PARAGRAPH = _lazy("From the correction of the paragraph. A correction here wins over it.")


@dataclass(frozen=True, slots=True)
class Rule:
    """What becomes of the duties of a paragraph: those that follow it, and those that keep corrections of their own."""

    is_coded: bool
    keys: tuple[str, ...]
    own: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The page that corrects a paragraph or a duty: its text on one side, its values as a form on the other."""

    name: str
    text: str
    fields: list[Field]
    problems: tuple[str, ...]
    rule: Rule | None = None
    language: str = "en"


@opens_to(MANDATES_CORRECT)
def correction_choice(request: HttpRequest) -> HttpResponse:
    """Choose the mandate whose reading is to be corrected."""
    question = MandatePageQuestion(request)
    question.done()
    context = {
        "title": _("Correct what was misread in a resolution"),
        "trail": [Link(_("Mandates"), question.here("mandates:mandate-list")), Link(_("Corrections"), "")],
        "mandates": [(one, question.here("mandates:correction-list", one.reference)) for one in mandate_lines()],
        "may_import": can(actor_of(request), MANDATES_IMPORT),
    }
    return render(request, "mandates/correction_choice.html", context)


@opens_to(MANDATES_CORRECT)
def correction_list(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the paragraphs and duties of a mandate, each with the page that corrects it, and what was corrected."""
    question = MandatePageQuestion(request)
    line = question.mandate(reference)
    question.done()
    # Whoever corrects within one theme takes no part: conversations are about the whole of a resolution.
    shown: Shown | None = None
    if can(actor_of(request), MANDATES_CORRECT, on=ALL):
        found = conversations(request, READINGS, line.reference)
        if isinstance(found, HttpResponseRedirect):
            return found
        shown = found
    elif request.method == "POST":
        raise Refused
    about = file_of_reading(line.imported_id) if line.imported_id else ""
    context = {
        "original": files_about(actor_of(request), [about]).get(about),
        "conversations": shown,
        "summary": shown.summary if shown else (),
        "title": _("Correct the reading of %(symbol)s") % {"symbol": line.symbol},
        "line": line,
        "trail": trail(question, line),
        "paragraphs": paragraphs_of(line.imported_id) if line.imported_id else [],
        "duties": duties_under(line),
        "history": [
            (one, [(in_words(FIELDS, change.field), change) for change in one.changes])
            for one in timeline(actor_of(request), Wish(about_kind="mandate", about_key=line.reference))
        ],
    }
    status = shown.status if shown else HTTPStatus.OK
    return render(request, "mandates/correction_list.html", context, status=status)


@opens_to(MANDATES_CORRECT)
def paragraph_correct(request: HttpRequest, reference: str, place: int) -> HttpResponse:
    """Correct what was read of one paragraph; the duties read from it follow, unless they were corrected themselves."""
    question = MandatePageQuestion(request)
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
    page = Page(row.path or row.number, row.text, fields, problems, rule=_rule_of(line, row, question))
    return _shown(question, line, page)


def _rule_of(line: MandateLine, row: ParagraphLine, question: MandatePageQuestion) -> Rule | None:
    """Return what becomes of the duties of a paragraph that is corrected."""
    if row.kind != Kind.OPERATIVE or row.part != Part.RESOLUTION:
        return None
    duties = [one for one in duties_under(line) if one.asked_at == row.place] if line.coded_id is None else []
    own = [
        (one.key, listed((in_words(FIELDS, correction.field) for correction in one.corrected), question.language))
        for one in duties
        if one.corrected
    ]
    return Rule(is_coded=line.coded_id is not None, keys=tuple(one.key for one in duties), own=tuple(own))


@opens_to(MANDATES_CORRECT)
def duty_correct(request: HttpRequest, reference: str, duty: str) -> HttpResponse:
    """Correct what was read of one duty; its own correction wins over its paragraph's."""
    question = MandatePageQuestion(request)
    line = question.mandate(reference)
    question.done()
    row = next((one for one in duties_under(line) if one.key == duty), None)
    if row is None:
        raise NotHere(_("This reading has no duty “%(key)s”.") % {"key": duty[:40]}, [])
    rows = paragraphs_of(line.imported_id) if line.imported_id else []
    paragraph = next((one for one in rows if one.place == row.asked_at), None) or next(
        (one for one in rows if one.part == Part.RESOLUTION and one.path == row.paragraph), None
    )
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
    page = Page(
        row.key,
        paragraph.text if paragraph is not None else row.what,
        fields,
        problems,
        language="en" if paragraph is not None else row.language,
    )
    return _shown(question, line, page)


def _shown(question: MandatePageQuestion, line: MandateLine, page: Page) -> HttpResponse:
    context = {
        "title": _("Correct %(place)s of %(symbol)s") % {"place": page.name, "symbol": line.symbol},
        "trail": trail(question, line),
        "page": page,
        "fields": page.fields,
        "problems": page.problems,
        "why": question.request.POST.get("why", ""),
        "back": question.here("mandates:correction-list", line.reference),
    }
    return render(question.request, "mandates/correct.html", context, status=400 if page.problems else 200)


def _paragraph_fields(row: ParagraphLine) -> list[Field]:
    kinds = (Option("preambular", _("Preambular")), Option("operative", _("Operative")))
    origins = {one.field: CORRECTED_HERE for one in row.corrected}
    fields = [
        Field("kind", _("Kind"), _ONE, row.kind, kinds),
        Field("number", _("Number"), _TEXT, row.number),
        Field("level", _("Level"), _ONE, str(row.level or ""), tuple(Option(str(n), str(n)) for n in range(1, 10))),
        Field("phrase", _("Lead verb, as it stands"), _TEXT, row.phrase),
        Field("base", _("Lead verb, base form"), _TEXT, row.base),
    ]
    if row.kind == Kind.OPERATIVE:
        fields += [
            Field("addressees", _("Addressees, one a line"), _LIST, list(strings(row.data.get("addressees")))),
            Field("conditions", _("Conditions"), _ANY, list(codes_of(row.data)), _options(GATES)),
            Field("due_words", _("When, in the text"), _TEXT, row.when.words),
            Field("due_from", _("Due from"), _DAY, row.when.due_from or ""),
            Field("due_until", _("Due until"), _DAY, row.when.due_until or ""),
        ]
    return [replace(one, origin=origins.get(one.name, "")) for one in fields]


def _duty_fields(row: DutyLine) -> list[Field]:
    origins = dict.fromkeys(row.followed_fields, FROM_PARAGRAPH) | {one.field: CORRECTED_HERE for one in row.corrected}
    fields = [
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
    return [replace(one, origin=origins.get(one.name, "")) for one in fields]


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

"""Consultations: what waits, the list, one of them with its letter, opening, answering, settling."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Actor, Refused, can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.documents.html import html_of
from accede.foundation.documents.writing import DocumentFormat, file_response
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.files.form import DocumentForm
from accede.foundation.files.storing import file_for
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.listings import Leads, ListPage, RowsOfTable
from accede.foundation.pages.parameters import takes
from accede.foundation.texts import listed
from accede.foundation.workflow.page import StepPage
from accede.modules.coordination.access import CONSULTATIONS_ANSWER, COORDINATION_KEEP, COORDINATION_READ
from accede.modules.coordination.fields.codes import ANSWERS, NOTED, STRENGTHS
from accede.modules.coordination.fields.consultations import (
    ANSWER,
    ANSWERED,
    FOCAL_POINT,
    HOW,
    NOTED_ANSWER,
    NOTED_STATED,
    ON_ITS_PAGE,
    SETTLED,
    SHOWN,
    STATED,
    STRENGTH,
    ConsultationFacts,
    Settled,
    answer_of,
    consultation_of,
)
from accede.modules.coordination.queries.consultations import (
    consultation_visible_to,
    consultations_about,
    consultations_open,
    consultations_visible_to,
    leaders_of,
    letter_kept,
)
from accede.modules.coordination.queries.focal_points import focal_points_to_choose
from accede.modules.coordination.queries.plans import plan_visible_to
from accede.modules.coordination.queries.subjects import is_number, subject_for, subject_kinds
from accede.modules.coordination.services.consultations import (
    answer_consultation,
    note_answer,
    open_consultation,
    settle_objection,
    told_of,
)
from accede.modules.coordination.services.flow import CONSULTATIONS
from accede.modules.coordination.web.parts import section, to_choose
from accede.modules.coordination.words.beginning import consultation_begun
from accede.modules.coordination.words.letter_tree import letter_tree


@opens_to(COORDINATION_READ, CONSULTATIONS_ANSWER)
def desk(request: HttpRequest) -> HttpResponseBase:
    """List what waits, for whom, and until when: the programme sees all of it, a body what it is asked."""
    return _list(request, "desk", _("What waits"), consultations_open)


@opens_to(COORDINATION_READ, CONSULTATIONS_ANSWER)
def consultations(request: HttpRequest) -> HttpResponseBase:
    """List the consultations that the reader may see."""
    return _list(request, "consultations", _("Consultations"), consultations_visible_to)


@opens_to(COORDINATION_READ, CONSULTATIONS_ANSWER)
@takes()
def consultation(request: HttpRequest, consultation: int) -> HttpResponse:
    """Show one consultation; take a step with it."""
    return PAGE.answer(request, consultation)


@opens_to(COORDINATION_READ, CONSULTATIONS_ANSWER)
@takes("format")
def letter(request: HttpRequest, consultation: int) -> HttpResponse:
    """Show the letter of a consultation as it was sent, or send it as a file."""
    found = or_refuse(letter_kept(actor_of(request), consultation))
    tree = letter_tree(found)
    chosen = request.GET.get("format", "")
    if chosen in set(DocumentFormat):
        return file_response(tree, DocumentFormat(chosen), name=f"consultation-{consultation}")
    if chosen:
        raise Refused
    context = {
        **section(request, ""),
        "title": tree.title,
        "document": html_of(tree),
        "files": [Link(one.name, f"{request.path}?format={one.value}") for one in DocumentFormat],
        "back": Link(_("The consultation"), address_of(consultation)),
    }
    return render(request, "records/letter.html", context)


@opens_to(COORDINATION_KEEP)
@takes("plan")
def consultation_new(request: HttpRequest, kind: str, subject: str) -> HttpResponse:
    """Open a consultation about a thing; about a plan that overlaps with it, it is written to begin with."""
    actor = actor_of(request)
    found = or_refuse(subject_for(actor, kind, subject))
    number = request.GET.get("plan", "")
    plan = or_refuse(plan_visible_to(actor, int(number) if is_number(number) else 0)) if number else None
    choices = {
        FOCAL_POINT.key: to_choose(focal_points_to_choose(actor, on=clock.today())),
        STRENGTH.key: to_choose(STRENGTHS),
    }
    begun = consultation_begun(actor, plan, on=clock.today()) if plan else None
    form = FieldsForm(STATED, request, thing=begun, choices=choices)

    def act() -> str:
        return address_of(open_consultation(kind, subject, consultation_of(form.given), by=actor, at=clock.now()))

    told = told_of(found)
    context = {
        **section(request, ""),
        "title": _("Consult a body"),
        "lede": found.title,
        "overlaps_with": Link(plan.title, reverse("coordination:plan", args=[plan.number])) if plan else None,
        "found": found,
        "left_out": [] if "title" in told else [_("its title"), _("its State")],
        "kind": subject_kinds()[kind].label,
        "already": [(one, address_of(one.number)) for one in consultations_about(actor, kind, subject)],
        "button": _("Open the consultation"),
        "back": Link(_("Leave it as it is"), found.address),
    }
    done = _("The consultation is opened. Look at it, then send it.")
    return answer_form(request, form, act, context, template="coordination/consult.html", done=done)


@opens_to(CONSULTATIONS_ANSWER)
@takes()
def consultation_answer(request: HttpRequest, consultation: int) -> HttpResponse:
    """Answer a consultation in the name of a body."""
    actor = actor_of(request)
    found = or_refuse(consultation_visible_to(actor, consultation))
    require(actor, CONSULTATIONS_ANSWER, on=found.owner)
    form = FieldsForm(ANSWERED, request, choices={ANSWER.key: to_choose(ANSWERS)})

    def act() -> str:
        answer_consultation(consultation, answer_of(form.given), by=actor, at=clock.now())
        return address_of(consultation)

    context = {
        **section(request, ""),
        "title": _("Answer the consultation"),
        "lede": found.called,
        "button": _("Answer"),
        "back": Link(_("Leave it as it is"), address_of(consultation)),
    }
    return answer_form(request, form, act, context, done=_("Your answer is recorded."))


@opens_to(COORDINATION_KEEP)
@takes()
def consultation_note(request: HttpRequest, consultation: int) -> HttpResponse:
    """Record the answer of a body that came by letter."""
    actor, found = _kept(request, consultation)
    choices = {NOTED_ANSWER.key: to_choose(NOTED)}
    form = DocumentForm(NOTED_STATED, request, label=_("The letter of the body"), choices=choices)

    def act() -> str:
        note_answer(consultation, answer_of(form.given), form.document, by=actor, at=clock.now())
        return address_of(consultation)

    title = _("Record the answer of the body")
    context = {**_about(request, found), "title": title, "button": _("Record")}
    return answer_form(request, form, act, context, done=_("The answer of the body is recorded."))


@opens_to(COORDINATION_KEEP)
@takes()
def consultation_settle(request: HttpRequest, consultation: int) -> HttpResponse:
    """Record how an objection was settled."""
    actor, found = _kept(request, consultation)
    form = DocumentForm(SETTLED, request, label=_("The document that shows that the body no longer objects"))

    def act() -> str:
        settled = Settled(form.given.text(HOW))
        settle_objection(consultation, settled, form.document, by=actor, at=clock.now())
        return address_of(consultation)

    title = _("Record how it was settled")
    context = {**_about(request, found), "title": title, "lede": found.objection, "button": _("Record")}
    return answer_form(request, form, act, context, done=_("It is recorded how the objection was resolved."))


def address_of(number: int) -> str:
    """Return the address of a consultation's page."""
    return reverse("coordination:consultation", args=[number])


def _kept(request: HttpRequest, number: int) -> tuple[Actor, ConsultationFacts]:
    actor = actor_of(request)
    found = or_refuse(consultation_visible_to(actor, number))
    require(actor, COORDINATION_KEEP, on=found.owner)
    return actor, found


def _about(request: HttpRequest, found: ConsultationFacts) -> dict[str, object]:
    back = Link(_("Leave it as it is"), address_of(found.number))
    return {**section(request, ""), "lede": found.called, "back": back}


def _list(
    request: HttpRequest, name: str, title: str, rows: Callable[[Actor], RowsOfTable[ConsultationFacts]]
) -> HttpResponseBase:
    actor = actor_of(request)
    may_keep = can(actor, COORDINATION_KEEP)
    page = ListPage[ConsultationFacts](
        name=name,
        title=title,
        empty=_("What bodies are asked appears here. A consultation is opened from the page of what it is about.")
        if may_keep
        else _("What the programme asks your body appears here."),
        context={
            **section(request, name),
            "ways": [Link(str(one.all_of_them), str(one.listed_at)) for one in subject_kinds().values()]
            if may_keep
            else [],
        },
        leads=Leads(lambda one: address_of(one.number)),
    )
    return page.answer(request, SHOWN, rows(actor))


def _context(request: HttpRequest, number: int) -> dict[str, object]:
    actor = actor_of(request)
    found = or_refuse(consultation_visible_to(actor, number))
    about = subject_for(actor, found.subject_kind, found.subject_key)
    return {
        **section(request, ""),
        "title": found.called,
        "found": found,
        "rows": [row for row in shown_fields(ON_ITS_PAGE, found, actor) if row.words or row.day],
        "ways": list(_ways(found, actor)),
        "about": Link(about.title, about.address) if about and can(actor, COORDINATION_READ) else None,
        "leaders": listed(leaders_of(actor, found.subject_kind, found.subject_key)),
        "papers": [
            Link(words, reverse("files:file", args=[key]))
            for words, key in ((_("The letter of the body"), found.paper), (_("What settled it"), found.resolution))
            if key and file_for(actor, key) is not None
        ],
    }


def _ways(found: ConsultationFacts, actor: Actor) -> list[Link]:
    def way(words: str, name: str) -> Link:
        return Link(words, reverse(f"coordination:{name}", args=[found.number]))

    ways = [way(_("The letter as it was sent"), "letter")] if found.sent_on else []
    if found.stage == "sent" and can(actor, CONSULTATIONS_ANSWER, on=found.owner):
        ways.append(way(_("Answer the consultation"), "answer"))
    if can(actor, COORDINATION_KEEP, on=found.owner):
        if found.stage in {"sent", "silent"}:
            ways.append(way(_("Record the answer of the body"), "note"))
        if found.stage == "objected":
            ways.append(way(_("Record how it was settled"), "settle"))
    return ways


PAGE = StepPage(CONSULTATIONS, "coordination/consultation.html", _context)

urlpatterns = [
    path("", desk, name="desk"),
    path("consultations/", consultations, name="consultations"),
    path("consultations/about/<slug:kind>/<slug:subject>/", consultation_new, name="consult"),
    path("consultations/<int:consultation>/", consultation, name="consultation"),
    path("consultations/<int:consultation>/letter/", letter, name="letter"),
    path("consultations/<int:consultation>/answer/", consultation_answer, name="answer"),
    path("consultations/<int:consultation>/note/", consultation_note, name="note"),
    path("consultations/<int:consultation>/settle/", consultation_settle, name="settle"),
]

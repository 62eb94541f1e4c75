"""Drafts of articles: writing one after a provision, showing it in its law, as a file."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.core.legislation.drafting import number_after
from accede.foundation import clock
from accede.foundation.access import Scope, can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.documents.writing import DocumentFormat, file_response
from accede.foundation.exports import Link
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.pages import BadInput
from accede.foundation.pages.parameters import shortened, takes
from accede.foundation.texts import readers_language
from accede.modules.legislation.access import LAWS_KEEP, LAWS_READ
from accede.modules.legislation.fields.drafts import STATED, DraftDetails, draft_of
from accede.modules.legislation.queries.catalogue import catalogue, model_provision
from accede.modules.legislation.queries.drafts import draft_visible_to, numbers_drafted
from accede.modules.legislation.queries.laws import law_visible_to, provision_visible_to, provisions_of
from accede.modules.legislation.services.drafting import keep_draft
from accede.modules.legislation.web.parts import obligation_says, section
from accede.modules.legislation.words.drafts import draft_document, instruction_of, sources_of

_FORMATS = ("docx", "pdf")


@opens_to(LAWS_KEEP)
@takes()
def draft_new(request: HttpRequest, obligation: str, provision: UUID) -> HttpResponse:
    """Draft an article that would answer an obligation, after a provision."""
    actor = actor_of(request)
    found = or_refuse(provision_visible_to(actor, provision))
    law = or_refuse(law_visible_to(actor, found.law))
    require(actor, LAWS_KEEP, on=Scope("state", law.state))
    if obligation not in catalogue().obligations:
        raise Http404
    taken = {one.number for one in provisions_of(actor, found.law)} | numbers_drafted(actor, provision)
    asked = catalogue().obligations[obligation]
    heading, text = model_provision(obligation, law.language) or (asked.says(law.language), "")
    thing = DraftDetails(number_after(found.number, law.language, taken), heading, text)
    form = FieldsForm(STATED, request, thing=thing)

    def act() -> str:
        made = keep_draft(obligation, provision, draft_of(form.given), by=actor, at=clock.now())
        return reverse("legislation:draft", args=[made])

    context = {
        **section(request, "reviews"),
        "title": _("Draft an article"),
        "lede": f"{obligation_says(obligation)} — {law.title}, {found.number}",
        "button": _("Keep the draft"),
        "back": Link(_("Leave it as it is"), reverse("legislation:obligation", args=[law.state, obligation])),
    }
    return answer_form(request, form, act, context, done=_("The draft is kept."))


@opens_to(LAWS_KEEP)
@takes()
def draft_change(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Change a draft."""
    actor = actor_of(request)
    found = or_refuse(draft_visible_to(actor, draft))
    require(actor, LAWS_KEEP, on=Scope("state", found.state))
    form = FieldsForm(STATED, request, thing=DraftDetails(found.number, found.heading, found.text))
    back = reverse("legislation:draft", args=[draft])

    def act() -> str:
        keep_draft(found.obligation, found.after, draft_of(form.given), by=actor, at=clock.now(), draft=draft)
        return back

    context = {
        **section(request, "reviews"),
        "title": _("Change the draft"),
        "lede": f"{obligation_says(found.obligation)} — {found.law_title}, {found.after_number}",
        "button": _("Keep the draft"),
        "back": Link(_("Leave it as it is"), back),
    }
    return answer_form(request, form, act, context, done=_("The draft is kept."))


@opens_to(LAWS_READ)
@takes("format")
def draft(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Show a draft: the instruction, the article, and the law as it would read."""
    actor, chosen = actor_of(request), request.GET.get("format", "")
    if chosen not in {"", *_FORMATS}:
        words = _("There is no format “%(name)s”. Tables can be had as %(formats)s.")
        raise BadInput([words % {"name": shortened(chosen), "formats": ", ".join(_FORMATS)}])
    found = or_refuse(draft_visible_to(actor, draft))
    document = draft_document(found, readers_language())
    if chosen:
        return file_response(document, DocumentFormat(chosen), name=f"draft-{found.state}-{found.number}")
    context = {
        **section(request, "reviews"),
        "title": document.title,
        "lede": obligation_says(found.obligation),
        "draft": found,
        "instruction": instruction_of(found),
        "source": sources_of(found),
        "ways": [
            Link(_("The obligation"), reverse("legislation:obligation", args=[found.state, found.obligation])),
            *(
                [Link(_("Change it"), reverse("legislation:draft-change", args=[found.id]))]
                if can(actor, LAWS_KEEP, on=Scope("state", found.state))
                else []
            ),
            *(Link(one.upper(), f"{request.path}?format={one}") for one in _FORMATS),
        ],
    }
    return render(request, "legislation/draft.html", context)


urlpatterns = [
    path("drafts/new/<str:obligation>/<uuid:provision>/", draft_new, name="draft-new"),
    path("drafts/<uuid:draft>/change/", draft_change, name="draft-change"),
    path("drafts/<uuid:draft>/", draft, name="draft"),
]

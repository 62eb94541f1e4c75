"""The library of laws: the list, one law with its provisions, bringing one in, confirming what was read."""

from collections.abc import Iterator
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Actor, Scope, can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.files.storing import file_for
from accede.foundation.forms.base import Form, answer_form, sent
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages.parameters import takes
from accede.modules.legislation.access import LAWS_KEEP, LAWS_READ
from accede.modules.legislation.fields.codes import DOUBTS, PLACES
from accede.modules.legislation.fields.laws import SHOWN, LawFacts, law_of
from accede.modules.legislation.queries.laws import (
    ProvisionFacts,
    doubts_of,
    law_visible_to,
    laws_visible_to,
    provision_visible_to,
    provisions_of,
)
from accede.modules.legislation.queries.versions import wordings_of
from accede.modules.legislation.services.importing import bring_law_in, confirm_law, discard_law
from accede.modules.legislation.services.problems import NOTES
from accede.modules.legislation.web.parts import LawForm, section
from accede.modules.legislation.words.akoma_ntoso import MEDIA_TYPE, exported

_MOST_SHOWN = 200
_LONGEST_SEARCH = 100


@opens_to(LAWS_READ)
def laws(request: HttpRequest) -> HttpResponseBase:
    """List the laws that the reader may see."""
    actor = actor_of(request)
    ways = [Link(_("Bring a law in"), reverse("legislation:law-new"))]
    page = ListPage[LawFacts](
        name="laws",
        title=_("Laws"),
        empty=_("The laws of States appear here, each with the file from which it was read."),
        context={
            **section(request, "laws"),
            "ways": ways if can(actor, LAWS_KEEP) else [],
            "lede": _("A State’s laws are shown to that State and to the programme, to nobody else."),
        },
        leads=Leads(lambda one: reverse("legislation:law", args=[one.id])),
    )
    return page.answer(request, SHOWN, laws_visible_to(actor))


@opens_to(LAWS_KEEP)
@takes()
def law_new(request: HttpRequest) -> HttpResponse:
    """Bring a law in: what is read is shown before it counts."""
    form = LawForm(request)

    def act() -> str:
        law = bring_law_in(law_of(form.given), form.file, by=actor_of(request), at=clock.now())
        return reverse("legislation:law", args=[law])

    context = {
        **section(request, "laws"),
        "title": _("Bring a law in"),
        "button": _("Read the law"),
        "lede": _("You first see what was read; it is asked nothing until you confirm."),
    }
    return answer_form(request, form, act, context)


@opens_to(LAWS_READ)
@takes("words")
def law(request: HttpRequest, law: UUID) -> HttpResponse:
    """Show a law: what was read, where the reader was unsure, its provisions."""
    actor = actor_of(request)
    found = or_refuse(law_visible_to(actor, law))
    words = request.GET.get("words", "").strip()[:_LONGEST_SEARCH]
    provisions = provisions_of(actor, law, words=words)
    is_new = found.standing == "read"
    context = {
        **section(request, "laws"),
        "title": found.title,
        "rows": shown_fields(SHOWN, found, actor),
        "ways": list(_ways(found, actor)),
        "notes": [str(NOTES[note]) for note in found.notes if note in NOTES],
        "doubts": list(_doubts(actor, law)) if is_new else [],
        "provisions": provisions[:_MOST_SHOWN],
        "count": len(provisions),
        "more": max(0, len(provisions) - _MOST_SHOWN),
        "words": words,
        "language": found.language,
        "law": law,
        "wordings": wordings_of(actor, law),
    }
    return render(request, "legislation/law.html", context)


@opens_to(LAWS_READ)
@takes()
def provision(request: HttpRequest, law: UUID, provision: UUID) -> HttpResponse:
    """Show one provision with its words, and what stands before and after it."""
    actor = actor_of(request)
    found = or_refuse(law_visible_to(actor, law))
    shown = or_refuse(_of_law(provision_visible_to(actor, provision), law))
    every = provisions_of(actor, law)
    at = next(place for place, one in enumerate(every) if one.id == provision)
    context = {
        **section(request, "laws"),
        "title": f"{found.title}, {shown.number}",
        "lede": " · ".join(shown.within),
        "provision": shown,
        "place": PLACES.get(shown.place, ""),
        "language": found.language,
        "ways": [
            Link(_("The law"), reverse("legislation:law", args=[law])),
            *(_to(every[one], law) for one in (at - 1, at + 1) if 0 <= one < len(every)),
        ],
    }
    return render(request, "legislation/provision.html", context)


@opens_to(LAWS_KEEP)
@takes()
def law_confirm(request: HttpRequest, law: UUID) -> HttpResponse:
    """Confirm what was read of a law."""
    found = _to_be_decided(request, law)
    address = reverse("legislation:law", args=[law])

    def act() -> str:
        confirm_law(law, by=actor_of(request), at=clock.now())
        return address

    context = {
        **section(request, "laws"),
        "title": found.title,
        "lede": _("From now on the law is asked what the instruments ask. It can no longer be discarded."),
        "button": _("Confirm"),
        "back": Link(_("Leave it as it is"), address),
    }
    return answer_form(request, Form(sent(request)), act, context, done=_("The law is confirmed."))


@opens_to(LAWS_KEEP)
@takes()
def law_discard(request: HttpRequest, law: UUID) -> HttpResponse:
    """Discard a law that nobody confirmed."""
    found = _to_be_decided(request, law)

    def act() -> str:
        discard_law(law, by=actor_of(request), at=clock.now())
        return reverse("legislation:laws")

    context = {
        **section(request, "laws"),
        "title": found.title,
        "lede": _("What was read is taken away with its file. The record keeps that it was there."),
        "button": _("Discard"),
        "back": Link(_("Leave it as it is"), reverse("legislation:law", args=[law])),
    }
    return answer_form(request, Form(sent(request)), act, context, done=_("The law was discarded."))


@opens_to(LAWS_READ)
@takes()
def law_akn(request: HttpRequest, law: UUID) -> HttpResponse:
    """Return a law as an Akoma Ntoso document."""
    name, document = or_refuse(exported(actor_of(request), law))
    response = HttpResponse(document, content_type=MEDIA_TYPE)
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def _to_be_decided(request: HttpRequest, law: UUID) -> LawFacts:
    actor = actor_of(request)
    found = or_refuse(law_visible_to(actor, law))
    require(actor, LAWS_KEEP, on=Scope("state", found.state))
    return found


def _doubts(actor: Actor, law: UUID) -> Iterator[str]:
    for code, number, other in doubts_of(actor, law):
        yield str(DOUBTS[code]) % {"number": number, "other": other}


def _of_law(found: ProvisionFacts | None, law: UUID) -> ProvisionFacts | None:
    return found if found is not None and found.law == law else None


def _to(one: ProvisionFacts, law: UUID) -> Link:
    return Link(f"{one.number} {one.heading}".strip(), reverse("legislation:provision", args=[law, one.id]))


def _ways(found: LawFacts, actor: Actor) -> Iterator[Link]:
    if file_for(actor, found.file) is not None:
        yield Link(_("The file as it came"), reverse("files:file", args=[found.file]))
    yield Link(_("As Akoma Ntoso"), reverse("legislation:law-akn", args=[found.id]))
    if found.standing == "read" and can(actor, LAWS_KEEP, on=Scope("state", found.state)):
        yield Link(_("Confirm what was read"), reverse("legislation:law-confirm", args=[found.id]))
        yield Link(_("Discard it"), reverse("legislation:law-discard", args=[found.id]))
    if found.standing == "confirmed":
        if can(actor, LAWS_KEEP, on=Scope("state", found.state)) and wordings_of(actor, found.id).after is None:
            yield Link(_("Bring a new wording in"), reverse("legislation:wording-new", args=[found.id]))
        yield Link(_("What it answers"), reverse("legislation:review", args=[found.state]))


urlpatterns = [
    path("laws/", laws, name="laws"),
    path("laws/new/", law_new, name="law-new"),
    path("laws/<uuid:law>/", law, name="law"),
    path("laws/<uuid:law>/akn.xml", law_akn, name="law-akn"),
    path("laws/<uuid:law>/confirm/", law_confirm, name="law-confirm"),
    path("laws/<uuid:law>/discard/", law_discard, name="law-discard"),
    path("laws/<uuid:law>/<uuid:provision>/", provision, name="provision"),
]

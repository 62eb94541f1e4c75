"""The file of a State: everything about it on one line of time, and as a document for a mission."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Actor, Refused, Scope, can, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.documents.html import html_of
from accede.foundation.documents.writing import DocumentFormat, file_response
from accede.foundation.exports import Link
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages.parameters import takes
from accede.modules.identity.queries.scopes import state_names
from accede.modules.outcomes.access import OUTCOMES_KEEP
from accede.modules.outcomes.fields.state_file import SHOWN, FileEntry
from accede.modules.outcomes.words.state_file import OPENS, StateFile, may_open, state_file
from accede.modules.outcomes.words.state_file_tree import file_tree
from accede.modules.treaties.queries.register import current_register


@opens_to(*OPENS)
def state_page(request: HttpRequest, state: str) -> HttpResponseBase:
    """Show what the reader may see of a State on one line of time; give it as a file."""
    actor = actor_of(request)
    found = _found(request, state)
    page = ListPage[FileEntry](
        name=f"file-{state}",
        title=_("File of %(state)s") % {"state": found.name},
        empty=_("What is asked, done and kept for this State appears here."),
        context={"lede": _lede(found), "ways": _ways(found, actor)},
        leads=Leads(lambda one: one.address),
    )
    return page.answer(request, SHOWN, found.entries)


@opens_to(*OPENS)
@takes("format")
def state_printed(request: HttpRequest, state: str) -> HttpResponse:
    """Show the file of a State as a document, or send it as DOCX or PDF, in the language of the address."""
    found = _found(request, state)
    tree = file_tree(found, language=get_language() or "en")
    chosen = request.GET.get("format", "")
    if chosen in set(DocumentFormat):
        return file_response(tree, DocumentFormat(chosen), name=f"file-{state}-{found.on}")
    if chosen:
        raise Refused
    context: Mapping[str, object] = {
        "title": tree.title,
        "document": html_of(tree),
        "files": [Link(one.name, f"{request.path}?format={one.value}") for one in DocumentFormat],
        "back": Link(_("The file of the State"), reverse("outcomes:state-file", args=[state])),
    }
    return render(request, "records/letter.html", context)


def _found(request: HttpRequest, state: str) -> StateFile:
    actor = actor_of(request)
    if not may_open(actor, state):
        raise Refused
    today = clock.today()
    if state not in current_register().states and state not in state_names(on=today):
        raise Refused
    return state_file(actor, state, on=today, language=get_language() or "en")


def _lede(found: StateFile) -> str:
    if not found.standings:
        return _("You see what your role lets you see.")
    words = _("Bound by %(bound)s of %(all)s instruments. You see what your role lets you see.")
    return words % {"bound": found.bound, "all": len(found.standings)}


def _ways(found: StateFile, actor: Actor) -> list[Link]:
    ways = [Link(_("As a document for a mission"), reverse("outcomes:state-printed", args=[found.code]))]
    if found.standings:
        ways.append(Link(_("Standing of the State"), reverse("treaties:state-detail", args=[found.code])))
    if can(actor, OUTCOMES_KEEP, on=Scope("state", found.code)):
        ways.append(Link(_("Record an outcome"), reverse("outcomes:new-in-state", args=[found.code])))
    return ways


urlpatterns = [
    path("state-files/<str:state>/", state_page, name="state-file"),
    path("state-files/<str:state>/printed/", state_printed, name="state-printed"),
]

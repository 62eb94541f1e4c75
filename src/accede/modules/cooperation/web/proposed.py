"""Lists of bilateral treaties that wait for a second person, and the page on which one is confirmed or declined."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.imports.bringing import Brought
from accede.foundation.imports.proposed import ProposedPage, Waiting
from accede.foundation.listings import LISTED, Listing, ShownTable, answer
from accede.foundation.pages.parameters import takes
from accede.modules.cooperation.access import TREATIES_IMPORT
from accede.modules.cooperation.services.import_columns import WORDS
from accede.modules.cooperation.services.import_treaties import TREATIES_PROPOSED, given_with_proposal
from accede.modules.cooperation.web.importing import check
from accede.modules.cooperation.web.question import CooperationPageQuestion
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.queries.proposals import proposals_visible_to
from accede.modules.treaties.words.proposals import proposal_columns, waiting_proposal


@opens_to(TREATIES_IMPORT)
def proposed_list(request: HttpRequest) -> HttpResponseBase:
    """List the files that wait for a second person, and what became of earlier ones."""
    question = CooperationPageQuestion(request, knows=LISTED)
    listing = Listing(request, question, proposal_columns(_address))
    question.done()
    title = _("Proposed lists of bilateral treaties")

    def page(table: ShownTable) -> HttpResponse:
        leads = {"another": reverse("cooperation:treaty-import"), "imports": reverse("cooperation:import-list")}
        return render(request, "importing/proposed_list.html", {"title": title, "table": table, **leads})

    lines = proposals_visible_to(actor_of(request), Part.TREATIES, TREATIES_IMPORT)
    return answer(listing, lines, name="proposed-imports", title=title, page=page)


@opens_to(TREATIES_IMPORT)
@takes()
def proposed_detail(request: HttpRequest, number: int) -> HttpResponse:
    """Show one proposed import; confirm or decline it."""
    return PAGE.answer(request, number)


@opens_to(TREATIES_IMPORT)
@takes()
def proposed_file(request: HttpRequest, number: int) -> HttpResponseBase:
    """Send the file that was proposed."""
    return PAGE.file(request, number)


def _address(number: int) -> str:
    return reverse("cooperation:proposed-detail", args=[number])


def _look(actor: Actor, number: int) -> Waiting:
    title, back = _("Proposed list of bilateral treaties"), reverse("cooperation:proposed-list")
    return waiting_proposal(actor, number, Part.TREATIES, TREATIES_IMPORT, title=title, back=back)


def _brought(number: int, path: Path) -> Brought:
    given = given_with_proposal(number)
    said = {"state": given.state or ""}
    return Brought(path, given.options, given.day_order, given.source, given.new_source, said)


PAGE = ProposedPage(
    flow=TREATIES_PROPOSED,
    look=_look,
    brought=_brought,
    check=check,
    words=WORDS,
    download=lambda number: reverse("cooperation:proposed-file", args=[number]),
)

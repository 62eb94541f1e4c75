"""Imports of acts that wait for a second person: the list, and the page on which one is confirmed or declined."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.access import ALL, Actor, opens_to, require
from accede.foundation.access.acting import actor_of
from accede.foundation.imports import Bringing, Outcome
from accede.foundation.imports.bringing import Brought
from accede.foundation.imports.proposed import ProposedPage, Waiting
from accede.foundation.listings import LISTED, Listing, ShownTable, answer
from accede.foundation.pages.parameters import takes
from accede.modules.treaties.access import ACTS_IMPORT
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.queries.proposals import proposals_visible_to
from accede.modules.treaties.services.import_acts import ACTS_PROPOSED, WORDS, check_acts, given_with_proposal
from accede.modules.treaties.words.page_question import RegisterPageQuestion
from accede.modules.treaties.words.proposals import proposal_columns, waiting_proposal


@opens_to(ACTS_IMPORT)
def proposed_list(request: HttpRequest) -> HttpResponseBase:
    """List the files that wait for a second person, and what became of earlier ones."""
    require(actor_of(request), ACTS_IMPORT, on=ALL)
    question = RegisterPageQuestion(request, knows=LISTED)
    listing = Listing(request, question, proposal_columns(_address))
    question.done()
    title = _("Proposed imports of acts")

    def page(table: ShownTable) -> HttpResponse:
        leads = {"another": reverse("treaties:act-import"), "imports": reverse("treaties:import-list")}
        return render(request, "importing/proposed_list.html", {"title": title, "table": table, **leads})

    lines = proposals_visible_to(actor_of(request), Part.ACTS, ACTS_IMPORT)
    return answer(listing, lines, name="proposed-imports", title=title, page=page)


@opens_to(ACTS_IMPORT)
@takes()
def proposed_detail(request: HttpRequest, number: int) -> HttpResponse:
    """Show one proposed import; confirm or decline it."""
    return PAGE.answer(request, number)


@opens_to(ACTS_IMPORT)
@takes()
def proposed_file(request: HttpRequest, number: int) -> HttpResponseBase:
    """Send the file that was proposed."""
    return PAGE.file(request, number)


def _address(number: int) -> str:
    return reverse("treaties:proposed-detail", args=[number])


def _look(actor: Actor, number: int) -> Waiting:
    title, back = _("Proposed import of acts"), reverse("treaties:proposed-list")
    return waiting_proposal(actor, number, Part.ACTS, ACTS_IMPORT, title=title, back=back)


def _brought(number: int, path: Path) -> Brought:
    given = given_with_proposal(number)
    said = {"proposal": str(number)}
    return Brought(path, given.options, given.day_order, given.source, given.new_source, said)


def _check(brought: Brought, bringing: Bringing) -> Outcome:
    """Return what the rows of a proposal would change now, all being as it was said of them then."""
    given = given_with_proposal(int(brought.said["proposal"]))
    return check_acts(brought.path, given, by=bringing.by, at=bringing.at)


PAGE = ProposedPage(
    flow=ACTS_PROPOSED,
    look=_look,
    brought=_brought,
    check=_check,
    words=WORDS,
    download=lambda number: reverse("treaties:proposed-file", args=[number]),
)

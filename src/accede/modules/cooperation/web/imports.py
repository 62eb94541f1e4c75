"""Imports of bilateral treaties: the list for officers, and the page that takes one back."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, Refused, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.files.storing import files_about
from accede.foundation.imports.back import BackPage, Effects, Import
from accede.foundation.listings import LISTED, Listing, ShownTable, answer
from accede.modules.cooperation.access import TREATIES_IMPORT
from accede.modules.cooperation.queries.imports import imports_visible_to
from accede.modules.cooperation.queries.snapshot import cooperation_as_it_stands, current_cooperation
from accede.modules.cooperation.services.treaties_back import TREATIES
from accede.modules.cooperation.web.question import CooperationPageQuestion
from accede.modules.cooperation.words.changed_treaties import changed_treaties
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.queries.editions import newest_edition
from accede.modules.treaties.queries.proposals import waiting
from accede.modules.treaties.services.editions import file_of_edition
from accede.modules.treaties.services.taking_back import rehearse_taking_back, take_back
from accede.modules.treaties.words.import_columns import import_columns, import_facts


@opens_to(TREATIES_IMPORT)
def import_list(request: HttpRequest) -> HttpResponseBase:
    """List who brought which treaties into the record, and what was taken back; of one State, where one acts for it."""
    question = CooperationPageQuestion(request, knows=LISTED)
    listing = Listing(request, question, import_columns(lambda line: _address(line.number)))
    question.done()
    title = _("Imports of bilateral treaties")

    def page(table: ShownTable) -> HttpResponse:
        waits = {
            "proposed": reverse("cooperation:proposed-list"),
            "waiting": waiting(actor_of(request), Part.TREATIES, TREATIES_IMPORT),
        }
        context = {"title": title, "table": table, "another": reverse("cooperation:treaty-import"), **waits}
        return render(request, "importing/list.html", context)

    return answer(listing, imports_visible_to(actor_of(request)), name="imports", title=title, page=page)


@opens_to(TREATIES_IMPORT)
def import_detail(request: HttpRequest, number: int) -> HttpResponse:
    """Show one import, and take it back."""
    return PAGE.answer(request, number)


def _address(number: int) -> str:
    return reverse("cooperation:import-detail", args=[number])


def _look(actor: Actor, number: int) -> Import:
    found = next((line for line in imports_visible_to(actor) if line.number == number), None)
    if found is None:
        raise Refused
    about = file_of_edition(number)
    original = files_about(actor, [about]).get(about)
    return Import(number, import_facts(found, get_language() or "en"), found.brings_again, original)


def _effects(actor: Actor, number: int, at: datetime) -> Effects:
    turned, after = rehearse_taking_back(number, TREATIES, by=actor, at=at, look=cooperation_as_it_stands)
    rows = list(changed_treaties(current_cooperation(), after, at.date(), get_language() or "en"))
    return Effects(turned.closed, turned.again, rows)


def _carry_out(actor: Actor, number: int, reason: str, at: datetime) -> None:
    take_back(number, TREATIES, reason=reason, by=actor, at=at, face=Face.WEB)


PAGE = BackPage(
    look=_look,
    effects=_effects,
    carry_out=_carry_out,
    version=newest_edition,
    onwards=lambda: reverse("cooperation:import-list"),
)

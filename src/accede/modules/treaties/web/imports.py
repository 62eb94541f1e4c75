"""Imports of acts: the list for officers, and the page that takes one back."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.foundation.access import ALL, Actor, Refused, opens_to, require
from accede.foundation.access.acting import actor_of
from accede.foundation.audit import Face
from accede.foundation.files.storing import files_about
from accede.foundation.imports.back import BackPage, Effects, Import
from accede.foundation.listings import LISTED, Listing, ShownTable, answer
from accede.modules.treaties.access import ACTS_IMPORT
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.queries.editions import newest_edition
from accede.modules.treaties.queries.imports import imports_of_acts
from accede.modules.treaties.queries.proposals import waiting
from accede.modules.treaties.queries.register import current_register, register_as_it_stands
from accede.modules.treaties.services.acts_back import ACTS
from accede.modules.treaties.services.editions import file_of_edition
from accede.modules.treaties.services.taking_back import rehearse_taking_back, take_back
from accede.modules.treaties.words.changed_standings import changed_standings
from accede.modules.treaties.words.import_columns import import_columns, import_facts
from accede.modules.treaties.words.page_question import RegisterPageQuestion


@opens_to(ACTS_IMPORT)
def import_list(request: HttpRequest) -> HttpResponseBase:
    """List who brought which acts into the record, and what was taken back."""
    require(actor_of(request), ACTS_IMPORT, on=ALL)
    question = RegisterPageQuestion(request, knows=LISTED)
    listing = Listing(request, question, import_columns(lambda line: _address(line.number)))
    question.done()
    title = _("Imports of acts")

    def page(table: ShownTable) -> HttpResponse:
        waits = {
            "proposed": reverse("treaties:proposed-list"),
            "waiting": waiting(actor_of(request), Part.ACTS, ACTS_IMPORT),
        }
        context = {"title": title, "table": table, "another": reverse("treaties:act-import"), **waits}
        return render(request, "importing/list.html", context)

    return answer(listing, imports_of_acts(), name="imports", title=title, page=page)


@opens_to(ACTS_IMPORT)
def import_detail(request: HttpRequest, number: int) -> HttpResponse:
    """Show one import, and take it back."""
    require(actor_of(request), ACTS_IMPORT, on=ALL)
    return PAGE.answer(request, number)


def _address(number: int) -> str:
    return reverse("treaties:import-detail", args=[number])


def _look(actor: Actor, number: int) -> Import:
    found = next((line for line in imports_of_acts() if line.number == number), None)
    if found is None:
        raise Refused
    about = file_of_edition(number)
    original = files_about(actor, [about]).get(about)
    return Import(number, import_facts(found, get_language() or "en"), found.brings_again, original)


def _effects(actor: Actor, number: int, at: datetime) -> Effects:
    turned, after = rehearse_taking_back(number, ACTS, by=actor, at=at, look=register_as_it_stands)
    rows = list(changed_standings(current_register(), after, at.date(), get_language() or "en"))
    return Effects(turned.closed, turned.again, rows)


def _carry_out(actor: Actor, number: int, reason: str, at: datetime) -> None:
    take_back(number, ACTS, reason=reason, by=actor, at=at, face=Face.WEB)


PAGE = BackPage(
    look=_look,
    effects=_effects,
    carry_out=_carry_out,
    version=newest_edition,
    onwards=lambda: reverse("treaties:import-list"),
)

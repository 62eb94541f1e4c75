"""Scenarios that somebody saved: the list, and one of them."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Refused, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.fields import Given, shown_fields
from accede.foundation.forms.base import FieldsForm, Form, answer_form, sent
from accede.foundation.listings import Choosing, Leads, ListPage
from accede.foundation.pages.parameters import key_written, takes
from accede.foundation.problems import UnableTo
from accede.foundation.texts import isolated
from accede.modules.cooperation.access import SCENARIOS_KEEP
from accede.modules.cooperation.fields.scenarios import (
    ACCESSIONS,
    SHOWN,
    STATED,
    ScenarioDetails,
    ScenarioFacts,
    details_of,
)
from accede.modules.cooperation.queries.saved_scenarios import scenario_visible_to, scenarios_visible_to
from accede.modules.cooperation.services.saved_scenarios import change_scenario, delete_scenario, save_scenario
from accede.modules.cooperation.web.parts import section
from accede.modules.cooperation.web.scenarios import LETTERS, side_by_side
from accede.modules.cooperation.words.question import read_accessions
from accede.modules.identity.fields.sharing import ORGANISATION
from accede.modules.identity.queries.sharing import organisations_to_share_with

BROUGHT = ("name", "purpose", "accessions")
"""What the address of a new scenario may bring along."""


@opens_to(SCENARIOS_KEEP)
def saved_list(request: HttpRequest) -> HttpResponseBase:
    """List one's own scenarios and those shared with one; those chosen are put side by side."""
    if chosen := request.GET.getlist("scenario"):
        return HttpResponseRedirect(side_by_side([_found(request, key_written(key)) for key in dict.fromkeys(chosen)]))
    hint = _("Scenarios that stand side by side: at most %(most)s.") % {"most": len(LETTERS)}
    ways = [
        Link(_("Save a scenario"), reverse("cooperation:saved-new")),
        Link(_("Scenarios side by side"), reverse("cooperation:scenarios")),
    ]
    lede = _("Seen by whoever saved them and by those with whom they are shared.")
    page = ListPage[ScenarioFacts](
        name="scenarios",
        title=_("Saved scenarios"),
        empty=_("Save one here, or from the page that puts scenarios side by side."),
        context={**section("scenarios"), "lede": lede, "ways": ways},
        leads=Leads(
            lambda one: reverse("cooperation:saved-detail", args=[one.id]),
            Choosing("scenario", _("Compare"), _("Compare"), lambda one: str(one.id), hint),
        ),
    )
    return page.answer(request, SHOWN, scenarios_visible_to(actor_of(request)))


@opens_to(SCENARIOS_KEEP)
@takes(*BROUGHT)
def saved_new(request: HttpRequest) -> HttpResponse:
    """Save a scenario; the address may bring its name, purpose and accessions."""
    form = _form(request, None)
    form.initial.update({name: request.GET[name] for name in BROUGHT if name in request.GET})

    def act() -> str:
        save_scenario(_details(form.given), by=actor_of(request), at=clock.now())
        return reverse("cooperation:saved-list")

    return answer_form(request, form, act, {**section("scenarios"), "title": _("Save a scenario")})


@opens_to(SCENARIOS_KEEP)
@takes()
def saved_detail(request: HttpRequest, scenario: UUID) -> HttpResponse:
    """Show one scenario; whoever saved it renames, changes and shares it here."""
    found = _found(request, scenario)
    ways = [Link(_("Saved scenarios"), reverse("cooperation:saved-list"))]
    ways.append(Link(_("What it would close"), side_by_side([found])))
    context = {**section("scenarios"), "title": found.name, "ways": ways}
    if not found.sharing.is_own:
        rows = shown_fields(SHOWN, found, actor_of(request))
        return render(request, "records/detail.html", {**context, "rows": rows})
    ways.append(Link(_("Delete this scenario"), reverse("cooperation:saved-delete", args=[scenario])))
    form = _form(request, found)

    def act() -> str:
        change_scenario(scenario, _details(form.given), by=actor_of(request), at=clock.now())
        return reverse("cooperation:saved-list")

    return answer_form(request, form, act, context)


@opens_to(SCENARIOS_KEEP)
@takes()
def saved_delete(request: HttpRequest, scenario: UUID) -> HttpResponse:
    """Delete an own scenario, after a page that asks."""
    found = _found(request, scenario)
    if not found.sharing.is_own:
        raise Refused

    def act() -> str:
        delete_scenario(scenario, by=actor_of(request), at=clock.now())
        return reverse("cooperation:saved-list")

    words = _("The scenario “%(name)s” will be deleted, also for those with whom it is shared.")
    context = {
        **section("scenarios"),
        "title": _("Delete a scenario"),
        "lede": words % {"name": isolated(found.name)},
        "button": _("Delete"),
        "back": Link(_("Keep it"), reverse("cooperation:saved-detail", args=[scenario])),
    }
    return answer_form(request, Form(sent(request)), act, context)


def _form(request: HttpRequest, found: ScenarioFacts | None) -> FieldsForm:
    now = found.sharing if found else None
    offered = {"": _("No organisation"), **organisations_to_share_with(actor_of(request), now)}
    form = FieldsForm(STATED, request, thing=found, choices={ORGANISATION.key: offered})
    form.fields[ACCESSIONS.key].validators.append(_can_be_read)
    return form


def _can_be_read(accessions: str) -> None:
    try:
        read_accessions(accessions)
    except UnableTo as error:
        raise ValidationError(str(error)) from error


def _details(given: Given) -> ScenarioDetails:
    return details_of(given, read_accessions(given.text(ACCESSIONS)))


def _found(request: HttpRequest, scenario: UUID | None) -> ScenarioFacts:
    return or_refuse(scenario_visible_to(actor_of(request), or_refuse(scenario)))


urlpatterns = [
    path("", saved_list, name="saved-list"),
    path("new/", saved_new, name="saved-new"),
    path("<uuid:scenario>/", saved_detail, name="saved-detail"),
    path("<uuid:scenario>/delete/", saved_delete, name="saved-delete"),
]

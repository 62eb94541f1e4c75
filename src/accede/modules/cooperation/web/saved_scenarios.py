"""Scenarios that somebody saved: the list, one of them, and side by side."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.core.cooperation.effects import Purpose
from accede.foundation import clock
from accede.foundation.access import Actor, Refused, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.listings import Option
from accede.foundation.pages import BadInput
from accede.foundation.problems import Problem, UnableTo
from accede.modules.cooperation.access import SCENARIOS_KEEP
from accede.modules.cooperation.queries.saved_scenarios import SavedFacts, one_saved_visible_to, saved_visible_to
from accede.modules.cooperation.queries.words import purpose_words
from accede.modules.cooperation.services.saved_scenarios import (
    LONGEST_NAME,
    Wish,
    change_scenario,
    delete_scenario,
    save_scenario,
)
from accede.modules.cooperation.web.asking import Question, purpose_options
from accede.modules.cooperation.web.parts import parts
from accede.modules.cooperation.web.scenarios import LETTERS
from accede.modules.identity.queries.acting import standpoints_of
from accede.modules.identity.queries.people import people_visible_to

FIELDS = ("name", "purpose", "accessions", "organisation", "people")


@opens_to(SCENARIOS_KEEP)
def saved_list(request: HttpRequest) -> HttpResponse:
    """List one's own scenarios and those shared with one; those chosen are put side by side."""
    question = Question(request, knows=("scenario",))
    question.done()
    found = saved_visible_to(actor_of(request))
    chosen = request.GET.getlist("scenario")
    if chosen:
        return HttpResponseRedirect(_side_by_side(found, chosen))
    context = {
        "title": _("Saved scenarios"),
        "tabs": parts(question, "scenarios"),
        "saved": [(one, purpose_words(Purpose(one.purpose)), _side_by_side(found, [str(one.id)])) for one in found],
        "most": len(LETTERS),
    }
    return render(request, "cooperation/saved_list.html", context)


@opens_to(SCENARIOS_KEEP)
def saved_new(request: HttpRequest) -> HttpResponse:
    """Save a scenario; the address may bring its name, purpose and accessions."""
    question = Question(request, knows=("name", "purpose", "accessions"))
    question.done()
    actor = actor_of(request)
    values = {name: (request.POST if request.method == "POST" else request.GET).get(name, "") for name in FIELDS}
    problems: dict[str, str] = {}
    if request.method == "POST":
        try:
            save_scenario(_wish(question, values), by=actor, at=clock.now())
        except UnableTo as error:
            problems = error.problems
        else:
            return HttpResponseRedirect(reverse("cooperation:saved-list"))
    return _form(request, question, _("Save a scenario"), values, problems)


@opens_to(SCENARIOS_KEEP)
def saved_detail(request: HttpRequest, scenario: UUID) -> HttpResponse:
    """Show one scenario; whoever saved it renames, changes and shares it here."""
    question = Question(request)
    question.done()
    actor = actor_of(request)
    found = _found(actor, scenario)
    values = _values(found, actor)
    problems: dict[str, str] = {}
    if request.method == "POST":
        values = {name: request.POST.get(name, "") for name in FIELDS}
        try:
            change_scenario(scenario, _wish(question, values), by=actor, at=clock.now())
        except UnableTo as error:
            problems = error.problems
        else:
            return HttpResponseRedirect(reverse("cooperation:saved-list"))
    return _form(request, question, found.name, values, problems, found)


@opens_to(SCENARIOS_KEEP)
def saved_delete(request: HttpRequest, scenario: UUID) -> HttpResponse:
    """Delete an own scenario, after a page that asks."""
    question = Question(request)
    question.done()
    actor = actor_of(request)
    found = _found(actor, scenario)
    if not found.is_own:
        raise Refused
    if request.method == "POST":
        delete_scenario(scenario, by=actor, at=clock.now())
        return HttpResponseRedirect(reverse("cooperation:saved-list"))
    context = {"title": _("Delete a scenario"), "tabs": parts(question, "scenarios"), "scenario": found}
    return render(request, "cooperation/saved_delete.html", context)


def _found(actor: Actor, scenario: UUID) -> SavedFacts:
    found = one_saved_visible_to(actor, scenario)
    if found is None:
        raise Refused
    return found


def _side_by_side(found: list[SavedFacts], keys: list[str]) -> str:
    by_key = {str(one.id): one for one in found}
    chosen = [by_key[key] for key in dict.fromkeys(keys) if key in by_key]
    if len(chosen) != len(set(keys)):
        raise Refused
    if len(chosen) > len(LETTERS):
        words = _("Choose at most %(most)s scenarios: that many stand side by side.")
        raise BadInput([words % {"most": len(LETTERS)}])
    query = {"purpose": chosen[0].purpose}
    for letter, one in zip(LETTERS, chosen, strict=False):
        query |= {f"name_{letter}": one.name, letter: one.accessions}
    return f"{reverse('cooperation:scenarios')}?{urlencode(query)}"


def _wish(question: Question, values: dict[str, str]) -> Wish:
    """Return what a form asks for.

    Raises:
        UnableTo: the accessions cannot be read, or a choice is none of those offered.
    """
    problems: dict[str, str] = {}
    accessions = question.accessions(values["accessions"])
    if question.problems:
        problems["accessions"] = " ".join(str(problem) for problem in question.problems)
    if values["purpose"] not in list(Purpose):
        problems["purpose"] = _("Choose what is asked.")
    try:
        organisation = UUID(values["organisation"]) if values["organisation"] else None
    except ValueError:
        problems["organisation"] = _("Choose an organisation for which you act.")
    if problems:
        raise UnableTo(problems)
    people = values["people"].replace(",", " ").replace(";", " ").split()
    return Wish(values["name"], Purpose(values["purpose"]), accessions, organisation, people)


def _values(found: SavedFacts, actor: Actor) -> dict[str, str]:
    seen = {one.id: one.email for one in people_visible_to(actor, on=clock.today())} if found.is_own else {}
    return {
        "name": found.name,
        "purpose": found.purpose,
        "accessions": found.accessions,
        "organisation": str(found.organisation or ""),
        "people": "\n".join(seen[person] for person in found.people if person in seen),
    }


def _form(
    request: HttpRequest,
    question: Question,
    title: str,
    values: dict[str, str],
    problems: dict[str, str],
    found: SavedFacts | None = None,
) -> HttpResponse:
    actor = actor_of(request)
    standpoints = standpoints_of(actor.person, on=clock.today()) if actor.person else ()
    offered = {str(one.organisation): one.name for one in standpoints}
    if found is not None and found.organisation is not None:
        offered.setdefault(str(found.organisation), found.organisation_name)
    context = {
        "title": title,
        "tabs": parts(question, "scenarios"),
        "scenario": found,
        "is_own": found is None or found.is_own,
        "values": values | {"purpose": values["purpose"] or Purpose.EXTRADITION.value},
        "wrong": problems,
        "summary": [Problem(words, name) for name, words in problems.items()],
        "longest": LONGEST_NAME,
        "purposes": purpose_options(),
        "organisations": [Option("", _("No organisation")), *(Option(key, name) for key, name in offered.items())],
        "compare": _side_by_side([found], [str(found.id)]) if found else "",
        "keys": [(key, question.instrument_title(key)) for key in question.register.instruments],
    }
    return render(request, "cooperation/saved_form.html", context, status=400 if problems else 200)

"""Scenarios side by side: accessions written into the address, so that it can be named and passed on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.core.cooperation.planning import Accession
from accede.core.treaties.joining import Invitation
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.exports import Kind
from accede.foundation.fields import Field
from accede.foundation.listings import Listing, export_links
from accede.foundation.pages import BadInput, public_page
from accede.foundation.problems import Problem
from accede.foundation.texts import listed
from accede.modules.cooperation.fields.scenarios import ScenarioFacts
from accede.modules.cooperation.queries.scenarios import Scenario, ScenarioStep, scenario_of
from accede.modules.cooperation.web.parts import parts
from accede.modules.cooperation.web.question import CooperationPageQuestion, purpose_options
from accede.modules.treaties.words.joining import INVITATION_WORDS

LETTERS = ("a", "b", "c")


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """The fields of one scenario in the form."""

    letter: str
    name: str
    text: str
    label: str
    error: str


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step as the page shows it."""

    step: ScenarioStep
    state: str
    title: str
    record: str
    note: str


@dataclass(frozen=True, slots=True)
class ShownScenario:
    """A scenario in its column."""

    scenario: Scenario
    steps: tuple[ShownStep, ...]
    save: str


@dataclass(frozen=True, slots=True)
class Line:
    """A step as a row of the files."""

    scenario: Scenario
    step: ScenarioStep


@opens_to(PUBLIC)
@public_page
def scenarios(request: HttpRequest) -> HttpResponseBase:
    """Put up to three scenarios side by side: what each closes, step by step; without any, the form alone."""
    question = CooperationPageQuestion(request, knows=("purpose", *LETTERS, *(f"name_{letter}" for letter in LETTERS)))
    listing = Listing(request, question, _columns(question))
    read, wrong = _read(question)
    names = {letter: question.text(f"name_{letter}")[:80] or letter.upper() for letter in LETTERS}
    found = [
        scenario_of(question.snapshot, names[letter], accessions, on=question.day_asked.on, purpose=question.purpose)
        for letter, accessions in read.items()
        if accessions
    ]
    title = _("Scenarios side by side")
    if question.format:
        lines = [Line(scenario, step) for scenario in found for step in scenario.steps]
        return listing.file(lines, name="scenarios", title=title, chosen=question.format)
    context = {
        "title": title,
        "tabs": parts(question, "scenarios"),
        "purpose": question.purpose.value,
        "purposes": purpose_options(),
        "fields": [
            ScenarioRow(
                letter,
                question.text(f"name_{letter}")[:80],
                question.text(letter) if wrong[letter] else _written(read[letter]),
                _("Scenario %(letter)s") % {"letter": letter.upper()},
                " ".join(wrong[letter]),
            )
            for letter in LETTERS
        ],
        "scenarios": [_shown(question, scenario) for scenario in found],
        "keys": [(key, question.instrument_title(key)) for key in question.register.instruments],
        "exports": export_links(request),
        "summary": [Problem(words, letter) for letter, problems in wrong.items() for words in problems],
    }
    return render(request, "cooperation/scenarios.html", context, status=400 if any(wrong.values()) else 200)


def _read(question: CooperationPageQuestion) -> tuple[dict[str, tuple[Accession, ...]], dict[str, list[str]]]:
    """Return the accessions of each field, and what is wrong with them, field by field.

    Raises:
        BadInput: something else of the address is wrong, or a file was asked for.
    """
    read: dict[str, tuple[Accession, ...]] = {}
    wrong: dict[str, list[str]] = {}
    for letter in LETTERS:
        known = len(question.problems)
        read[letter] = question.accessions(question.text(letter))
        wrong[letter] = question.problems[known:]
    if question.format or len(question.problems) > sum(len(problems) for problems in wrong.values()):
        question.done()
    return read, wrong


def scenario_address(question: CooperationPageQuestion, scenarios: Sequence[tuple[str, Iterable[Accession]]]) -> str:
    """Return the address of a comparison of scenarios."""
    query = {letter: _written(accessions) for letter, accessions in scenarios}
    query |= {"purpose": question.purpose.value, **question.day_asked.parameters()}
    return f"{reverse('cooperation:scenarios')}?{urlencode(query)}"


def side_by_side(saved: Sequence[ScenarioFacts]) -> str:
    """Return the address at which saved scenarios stand side by side.

    Raises:
        BadInput: there are more of them than stand side by side.
    """
    if len(saved) > len(LETTERS):
        words = _("Choose at most %(most)s scenarios: that many stand side by side.")
        raise BadInput([words % {"most": len(LETTERS)}])
    query = {"purpose": saved[0].purpose}
    for letter, one in zip(LETTERS, saved, strict=False):
        query |= {f"name_{letter}": one.name, letter: one.accessions}
    return f"{reverse('cooperation:scenarios')}?{urlencode(query)}"


def _written(accessions: Iterable[Accession]) -> str:
    """Return accessions as a reader writes them into the form."""
    return "; ".join(f"{a.state} {a.instrument}" for a in accessions)


def _shown(question: CooperationPageQuestion, scenario: Scenario) -> ShownScenario:
    accessions = _written(step.accession for step in scenario.steps)
    query = {"name": scenario.name, "purpose": question.purpose.value, "accessions": accessions}
    save = f"{reverse('cooperation:saved-new')}?{urlencode(query)}"
    return ShownScenario(scenario, tuple(_step(question, step) for step in scenario.steps), save)


def _step(question: CooperationPageQuestion, step: ScenarioStep) -> ShownStep:
    accession = step.accession
    return ShownStep(
        step,
        question.state_name(accession.state),
        question.instrument_title(accession.instrument),
        question.here("treaties:record-detail", accession.state, accession.instrument),
        _note(question, step),
    )


def _note(question: CooperationPageQuestion, step: ScenarioStep) -> str:
    notes = [] if step.invitation is Invitation.OPEN else [f"{INVITATION_WORDS[step.invitation]}."]
    if step.waits_for:
        titles = listed(question.instrument_title(key) for key in step.waits_for)
        notes.append(_("Must come with it or first: %(titles)s.") % {"titles": titles})
    return " ".join(notes)


def _columns(question: CooperationPageQuestion) -> list[Field[Line]]:
    return [
        Field("scenario", _("Scenario"), lambda line: line.scenario.name),
        Field("state", _("Code"), lambda line: line.step.accession.state),
        Field("name", _("State"), lambda line: question.state_name(line.step.accession.state)),
        Field("instrument", _("Key"), lambda line: line.step.accession.instrument),
        Field(
            "title",
            _("Instrument"),
            lambda line: question.instrument_title(line.step.accession.instrument),
        ),
        Field("closes", _("Closes after those before it"), lambda line: line.step.closes, Kind.NUMBER),
        Field("alone", _("Closes by itself"), lambda line: line.step.alone, Kind.NUMBER),
        Field(
            "takes_effect",
            _("In force if deposited on the day"),
            lambda line: line.step.takes_effect.answer,
            Kind.DAY,
        ),
        Field("note", _("Note"), lambda line: _note(question, line.step)),
    ]

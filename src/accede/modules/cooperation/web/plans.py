"""What would open most: for the world, and for one State."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accede.core.cooperation.planning import Accession, Choice
from accede.core.cooperation.state_plans import AccessionStep, BilateralStep, StatePlan
from accede.foundation import clock
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.listings import (
    Filter,
    FurtherTable,
    Listing,
    export_links,
    further,
    other_parameters,
    words_filter,
)
from accede.foundation.pages import public_page
from accede.modules.cooperation.fields.codes import purpose_words
from accede.modules.cooperation.queries.plans import MOST_ACCESSIONS, USUAL, WorldPlan, plan_for_visitors, state_plan
from accede.modules.cooperation.web.parts import parts
from accede.modules.cooperation.web.question import CooperationPageQuestion, purpose_options
from accede.modules.cooperation.web.scenarios import scenario_address
from accede.modules.treaties.words.joining import JoiningLine, joining_of

GREEDY, BILATERAL = "greedy", "bilateral"
MOST_BILATERAL = 12
"""So many partners stand on the page and in its file; the filter finds the others."""


@dataclass(frozen=True, slots=True)
class ShownAccession:
    """One accession of a plan."""

    state: str
    state_address: str
    title: str
    record: str
    needs: str
    is_perhaps: bool


@dataclass(frozen=True, slots=True)
class ShownChoice:
    """A choice of accessions with its bound."""

    table: FurtherTable[Accession]
    accessions: tuple[ShownAccession, ...]
    closes: int
    upper_bound: int
    gap: str
    is_proven: bool
    scenario: str


@dataclass(frozen=True, slots=True)
class ShownStep:
    """Joining one instrument: what it opens, and how it is done."""

    title: str
    record: str
    pairs: int
    cells: int
    with_parents: int
    is_perhaps: bool
    line: JoiningLine | None
    model: str


@opens_to(PUBLIC)
@public_page
def plan_of_world(request: HttpRequest) -> HttpResponseBase:
    """Show the accessions of all States that would close most blind pairs, with the proof that none are better."""
    question = CooperationPageQuestion(
        request, knows=("k", "purpose", "sort", "words", *further(GREEDY), "greedy-words")
    )
    question.choice("table", (GREEDY,))
    count = question.number(question.text("k"), name="k", most=MOST_ACCESSIONS, otherwise=USUAL)
    listing = Listing(request, question, _world_columns(question), filters=[_accession_filter(question, "words")])
    one_by_one = Listing(
        request,
        question,
        _world_columns(question),
        table=GREEDY,
        filters=[_accession_filter(question, f"{GREEDY}-words")],
    )
    question.done()
    on, purpose = question.day_asked.on, question.purpose
    plan = plan_for_visitors(question.snapshot, on, count=count, purpose=purpose, today=clock.today())
    title = _("%(purpose)s: which accessions would help most") % {"purpose": purpose_words(purpose)}
    for table, choice in ((listing, plan.best), (one_by_one, plan.greedy)):
        if table.format:
            name = f"plan-world-{table.table}" if table.table else "plan-world"
            return table.file(table.ordered(choice.accessions), name=name, title=title, chosen=table.format)
    context = {
        "title": title,
        "tabs": parts(question, "world-plan"),
        "k": count,
        "most": MOST_ACCESSIONS,
        "purpose": purpose.value,
        "purposes": purpose_options(),
        "plan": plan,
        "kept": other_parameters(request, "k", "purpose"),
        "best": _choice(question, plan, plan.best, listing),
        "greedy": _choice(question, plan, plan.greedy, one_by_one),
        "same": set(plan.best.accessions) == set(plan.greedy.accessions),
        "states": question.here("cooperation:state-list"),
    }
    return render(request, "cooperation/world_plan.html", context)


def _choice(
    question: CooperationPageQuestion, plan: WorldPlan, choice: Choice, listing: Listing[Accession]
) -> ShownChoice:
    table = listing.further(choice.accessions)
    return ShownChoice(
        table=table,
        accessions=tuple(_accession(question, plan, accession) for accession in table.rows),
        closes=choice.closes,
        upper_bound=choice.upper_bound,
        gap=f"{choice.gap:.2%}",
        is_proven=choice.closes == choice.upper_bound,
        scenario=scenario_address(question, [("a", choice.accessions)]),
    )


def _accession(question: CooperationPageQuestion, plan: WorldPlan, accession: Accession) -> ShownAccession:
    return ShownAccession(
        state=question.state_name(accession.state),
        state_address=question.here("cooperation:state-plan", accession.state),
        title=question.instrument_title(accession.instrument),
        record=question.here("treaties:record-detail", accession.state, accession.instrument),
        needs=question.instrument_title(accession.needs) if accession.needs else "",
        is_perhaps=(accession.state, accession.instrument) in plan.perhaps_joined,
    )


def _accession_filter(question: CooperationPageQuestion, name: str) -> Filter[Accession]:
    def words(accession: Accession) -> str:
        state, key = accession.state, accession.instrument
        return f"{question.state_name(state)} {state} {question.instrument_title(key)} {key}"

    return words_filter(question, name, _("State or instrument"), words)


def _world_columns(question: CooperationPageQuestion) -> list[Field[Accession]]:
    return [
        Field("state", _("Code"), lambda a: a.state, in_files_only=True),
        Field(
            "name",
            _("State"),
            lambda a: question.state_name(a.state),
            order=lambda a: question.register.states[a.state].order(question.language),
        ),
        Field("instrument", _("Key"), lambda a: a.instrument, in_files_only=True),
        Field(
            "title",
            _("Instrument"),
            lambda a: question.instrument_title(a.instrument),
            order=lambda a: question.register.instruments[a.instrument].core.number,
        ),
        Field("needs", _("Together with"), lambda a: question.instrument_title(a.needs) if a.needs else ""),
    ]


@opens_to(PUBLIC)
@public_page
def plan_of_state(request: HttpRequest, code: str) -> HttpResponseBase:
    """Show what one State could do: accessions with their steps and days, declarations, bilateral treaties."""
    question = CooperationPageQuestion(request, knows=("purpose", *further(BILATERAL), "bilateral-name"))
    question.choice("table", (BILATERAL,))
    state = question.state_at(code, lambda near: question.here("cooperation:state-plan", near))
    if state != code:
        return redirect(reverse("cooperation:state-plan", args=[state]))
    question.network_state(state)
    listing = Listing(request, question, _state_columns(question))
    bilateral = Listing(
        request, question, _bilateral_columns(question), table=BILATERAL, filters=[_bilateral_filter(question)]
    )
    question.done()
    on, purpose, name = question.day_asked.on, question.purpose, question.state_name(state)
    plan = question.snapshot.kept.get(
        ("state plan", state, on, purpose), lambda: state_plan(question.snapshot, state, on, purpose=purpose)
    )
    title = _("%(purpose)s: what would open most for %(state)s") % {"purpose": purpose_words(purpose), "state": name}
    if bilateral.format:
        rows = bilateral.ordered(plan.bilateral)[:MOST_BILATERAL]
        return bilateral.file(rows, name=f"bilateral-{state}", title=title, chosen=bilateral.format)
    if question.format:
        return listing.file(plan.accessions, name=f"plan-{state}", title=title, chosen=question.format)
    partners = bilateral.further(plan.bilateral)
    context = {
        "title": title,
        "tabs": parts(question, "world-plan"),
        "trail": [Link(_("What would help"), question.here("cooperation:world-plan")), Link(name, "")],
        "purpose": purpose.value,
        "purposes": purpose_options(),
        "plan": plan,
        "name": name,
        "kept": other_parameters(request, "purpose"),
        "bilateral": _bilateral(question, partners),
        "bilateral_table": partners,
        "bilateral_count": len(plan.bilateral),
        "matrix": question.here("cooperation:state-detail", state),
        **_steps(question, plan, on),
        "exports": export_links(request),
    }
    return render(request, "cooperation/state_plan.html", context)


def _steps(question: CooperationPageQuestion, plan: StatePlan, on: date) -> dict[str, object]:
    how = {
        line.instrument: line for line in joining_of(question.register, plan.state, on=on, language=question.language)
    }
    joining = [Accession(plan.state, step.instrument) for step in plan.accessions if step.opens_with_parents]
    return {
        "steps": [_step(question, plan, step, how.get(step.instrument)) for step in plan.accessions],
        "declarations": [
            (question.instrument_title(step.annex), step.opens.pairs, step.opens.cells) for step in plan.declarations
        ],
        "scenario": scenario_address(question, [("a", joining)]) if joining else "",
        "calendar": f"{question.here('cooperation:calendar')}",
    }


def _bilateral(question: CooperationPageQuestion, table: FurtherTable[BilateralStep]) -> list[tuple[Link, int]]:
    return [
        (
            Link(question.state_name(step.partner), question.here("cooperation:state-detail", step.partner)),
            step.offences,
        )
        for step in table.rows[:MOST_BILATERAL]
    ]


def _bilateral_filter(question: CooperationPageQuestion) -> Filter[BilateralStep]:
    return words_filter(
        question,
        "bilateral-name",
        _("Name or code"),
        lambda step: f"{question.state_name(step.partner)} {step.partner}",
    )


def _bilateral_columns(question: CooperationPageQuestion) -> list[Field[BilateralStep]]:
    return [
        Field(
            "name",
            _("Partner"),
            lambda step: question.state_name(step.partner),
            order=lambda step: question.register.states[step.partner].order(question.language),
        ),
        Field("code", _("Code"), lambda step: step.partner, in_files_only=True),
        Field(
            "offences",
            _("Offences without a sure basis"),
            lambda step: step.offences,
            Kind.NUMBER,
            lambda step: step.offences,
        ),
    ]


def _step(
    question: CooperationPageQuestion, plan: StatePlan, step: AccessionStep, line: JoiningLine | None
) -> ShownStep:
    return ShownStep(
        title=question.instrument_title(step.instrument),
        record=question.here("treaties:record-detail", plan.state, step.instrument),
        pairs=step.opens.pairs,
        cells=step.opens.cells,
        with_parents=step.opens_with_parents,
        is_perhaps=step.is_perhaps_joined,
        line=line,
        model=question.here("cooperation:model-docx", plan.state, step.instrument),
    )


def _state_columns(question: CooperationPageQuestion) -> list[Field[AccessionStep]]:
    return [
        Field("instrument", _("Key"), lambda step: step.instrument),
        Field("title", _("Instrument"), lambda step: question.instrument_title(step.instrument)),
        Field("pairs", _("Ordered pairs it would open"), lambda step: step.opens.pairs, Kind.NUMBER),
        Field("cells", _("Pairs × offences it would open"), lambda step: step.opens.cells, Kind.NUMBER),
        Field("together", _("The same with what must come first"), lambda step: step.opens_with_parents, Kind.NUMBER),
        Field("parents", _("First or together"), lambda step: " ".join(p.instrument for p in step.plan.parents)),
        Field(
            "takes_effect", _("In force if deposited on the day"), lambda step: step.plan.takes_effect.answer, Kind.DAY
        ),
        Field("perhaps", _("Perhaps joined already"), lambda step: step.is_perhaps_joined, Kind.YES_OR_NO),
    ]

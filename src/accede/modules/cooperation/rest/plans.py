"""Plans: for the world, for one State, scenarios, the calendar of deposits."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router

from accede.core.cooperation.calendars import Entry
from accede.core.cooperation.planning import Accession, Choice
from accede.core.cooperation.state_plans import AccessionStep
from accede.core.treaties.standing import Standing
from accede.foundation import clock
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.pages import public_page
from accede.foundation.rest import AsAtQuery, described
from accede.modules.cooperation.queries.plans import MOST_ACCESSIONS, USUAL, calendar, plan_for_visitors, state_plan
from accede.modules.cooperation.queries.scenarios import Scenario, scenario_of
from accede.modules.cooperation.rest import schemas
from accede.modules.cooperation.rest.question import CooperationApiQuestion, PurposeQuery
from accede.modules.treaties.words.joining import PAPER_WORDS

router = Router(tags=["Cooperation"])
LETTERS = ("a", "b", "c")


class WorldPlanQuery(PurposeQuery):
    """How many accessions."""

    k: str = described("How many accessions.", type="integer", minimum=1, maximum=MOST_ACCESSIONS, default=USUAL)


class ScenariosQuery(PurposeQuery):
    """Up to three scenarios."""

    a: str = described("Accessions, each a State and an instrument: “MAR SUA-PROT-2005; ERI FINANCING-1999”.")
    b: str = described("A second scenario.")
    c: str = described("A third scenario.")


class CalendarQuery(AsAtQuery):
    """Planned deposits."""

    deposits: str = described("Day, State and instrument of each: “2027-03-01 MAR SUA-PROT-2005; …”.")


@router.get("plan/", response=schemas.WorldPlanDocument)
@opens_to(PUBLIC)
@public_page
def plan_world(request: HttpRequest, query: Query[WorldPlanQuery]) -> dict[str, object]:
    """Name the accessions of all States that close most blind pairs, chosen one by one, and the best with its proof."""
    question = CooperationApiQuestion(query, query.purpose)
    count = question.number(query.k, name="k", most=MOST_ACCESSIONS, otherwise=USUAL)
    question.done()
    on, purpose = question.day_asked.on, question.purpose
    plan = plan_for_visitors(question.snapshot, on, count=count, purpose=purpose, today=clock.today())
    return {
        **question.document,
        "purpose": purpose,
        "k": count,
        "blind_cells": plan.blind_cells,
        "best": _choice(question, plan.best),
        "greedy": _choice(question, plan.greedy),
        "considered": plan.considered,
        "put_aside": plan.put_aside,
    }


def _choice(question: CooperationApiQuestion, choice: Choice) -> schemas.ChoiceItem:
    return schemas.ChoiceItem(
        accessions=[_accession(question, accession) for accession in choice.accessions],
        closes=choice.closes,
        upper_bound=choice.upper_bound,
        gap=choice.gap,
    )


def _accession(question: CooperationApiQuestion, accession: Accession) -> schemas.AccessionItem:
    standing = question.register.standing(accession.instrument, accession.state, question.day_asked.on)
    return schemas.AccessionItem(
        state=question.state(accession.state),
        instrument=accession.instrument,
        title=question.speaker.treaty(accession.instrument),
        needs=accession.needs,
        perhaps_joined=standing.answer.standing is Standing.NOT_KNOWN,
    )


@router.get("plan/{code}/", response=schemas.StatePlanDocument)
@opens_to(PUBLIC)
@public_page
def plan_state(request: HttpRequest, code: str, query: Query[PurposeQuery]) -> dict[str, object]:
    """Say what would open most for one State: accessions, declarations taken back, bilateral treaties."""
    question = CooperationApiQuestion(query, query.purpose)
    state = question.one_state(code, "plan_state")
    on, purpose = question.day_asked.on, question.purpose
    plan = question.snapshot.kept.get(
        ("state plan", state, on, purpose), lambda: state_plan(question.snapshot, state, on, purpose=purpose)
    )
    return {
        **question.document,
        "purpose": purpose,
        "state": question.state(state),
        "blind_pairs": plan.blind_pairs,
        "blind_cells": plan.blind_cells,
        "accessions": [_step(question, step) for step in plan.accessions],
        "declarations": [
            schemas.DeclarationItem(
                annex=step.annex,
                title=question.speaker.treaty(step.annex),
                opens_pairs=step.opens.pairs,
                opens_cells=step.opens.cells,
            )
            for step in plan.declarations
        ],
        "bilateral": [
            schemas.BilateralStepItem(partner=question.state(step.partner), offences=step.offences)
            for step in plan.bilateral
        ],
    }


def _step(question: CooperationApiQuestion, step: AccessionStep) -> schemas.StepItem:
    return schemas.StepItem(
        instrument=step.instrument,
        title=question.speaker.treaty(step.instrument),
        opens_pairs=step.opens.pairs,
        opens_cells=step.opens.cells,
        opens_cells_with_parents=step.opens_with_parents,
        perhaps_joined=step.is_perhaps_joined,
        acts=[act.value for act in step.plan.acts],
        parents=[parent.instrument for parent in step.plan.parents],
        papers=[due.paper.value for due in step.plan.papers],
        takes_effect=step.plan.takes_effect.answer,
    )


@router.get("scenarios/", response=schemas.Scenarios)
@opens_to(PUBLIC)
@public_page
def scenario_list(request: HttpRequest, query: Query[ScenariosQuery]) -> dict[str, object]:
    """Say what up to three lists of accessions would close together."""
    question = CooperationApiQuestion(query, query.purpose)
    read = {name: question.accessions(getattr(query, name)) for name in LETTERS}
    question.done()
    found = [
        scenario_of(question.snapshot, name, accessions, on=question.day_asked.on, purpose=question.purpose)
        for name, accessions in read.items()
        if accessions
    ]
    return {
        **question.document,
        "purpose": question.purpose,
        "items": [_scenario(question, scenario) for scenario in found],
    }


def _scenario(question: CooperationApiQuestion, scenario: Scenario) -> schemas.ScenarioItem:
    return schemas.ScenarioItem(
        name=scenario.name,
        closes=scenario.closes,
        steps=[
            schemas.ScenarioStepItem(
                accession=_accession(question, step.accession),
                closes=step.closes,
                alone=step.alone,
                invitation=step.invitation.value,
                waits_for=list(step.waits_for),
                takes_effect=step.takes_effect.answer,
            )
            for step in scenario.steps
        ],
    )


@router.get("calendar/", response=schemas.Calendar)
@opens_to(PUBLIC)
@public_page
def calendar_of_deposits(request: HttpRequest, query: Query[CalendarQuery]) -> dict[str, object]:
    """Say when planned deposits take effect, and which notifications are then owed to whom."""
    question = CooperationApiQuestion(query)
    deposits = question.deposits(query.deposits)
    if not query.deposits:
        question.problems.append(_("“%(name)s” is needed.") % {"name": "deposits"})
    question.done()
    return {**question.document, "items": [_entry(question, e) for e in calendar(question.snapshot, deposits)]}


def _entry(question: CooperationApiQuestion, entry: Entry) -> schemas.DepositItem:
    deposit = entry.deposit
    return schemas.DepositItem(
        on=deposit.on,
        state=question.state(deposit.state),
        instrument=deposit.instrument,
        title=question.speaker.treaty(deposit.instrument),
        takes_effect=entry.takes_effect.answer,
        invitation=entry.plan.invitation.value,
        owed=[
            schemas.OwedItem(
                paper=due.paper.paper.value,
                words=str(PAPER_WORDS[due.paper.paper]),
                article=due.paper.article,
                required=due.paper.is_required,
                to=list(due.to),
                by=due.by,
            )
            for due in entry.owed
        ],
        lapse_owed=entry.lapse_owed is not None,
        waits_for=list(entry.waits_for),
    )

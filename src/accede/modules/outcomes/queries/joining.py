"""Ways to joining, as far as the reader may see them, each with what the register says of the deposit."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from accede.core.assistance.joining_way import StepTold, WayStep, way_on
from accede.core.explain import Finding
from accede.core.treaties.acts import CONSENT_KINDS
from accede.core.treaties.entry_into_force import in_force_for
from accede.foundation import clock
from accede.foundation.access import Actor, can
from accede.foundation.listings import RowsOfTable
from accede.foundation.texts import readers_language
from accede.modules.outcomes.access import JOINING_KEEP
from accede.modules.outcomes.fields.joining import StepFacts, WayFacts
from accede.modules.outcomes.models import JoiningStep, JoiningWay
from accede.modules.outcomes.queries.outcomes import names_of_states, of_reader
from accede.modules.reference.queries.of_state import MOST, Line
from accede.modules.treaties.queries.register import Register, current_register


def way_rows(actor: Actor) -> "QuerySet[JoiningWay]":
    """Return the rows that the actor may see: of those whose outcomes a role lets them read, no more."""
    rows: QuerySet[JoiningWay] = of_reader(JoiningWay.objects.visible_to(actor), actor)
    return rows


def ways_visible_to(actor: Actor, *, on: date) -> RowsOfTable[WayFacts]:
    """Return the ways that the actor may see, the latest first."""
    rows = way_rows(actor).order_by("-opened_at", "id")
    return RowsOfTable(rows, lambda found: way_facts(found, actor, on=on))


def way_visible_to(actor: Actor, number: int, *, on: date) -> WayFacts | None:
    """Return one way, None if there is none for this actor."""
    return next(iter(way_facts(list(way_rows(actor).filter(pk=number)), actor, on=on)), None)


def ways_of_state(actor: Actor, state: str, *, on: date) -> list[Line]:
    """Return the ways of a State for its file; the day is that on which each was opened. Three queries."""
    rows = list(way_rows(actor).filter(state_code=state).order_by("-opened_at", "id")[:MOST])
    opened = {row.pk: row.opened_at.date() for row in rows}
    return [
        Line(str(one.number), opened[one.number], one.deposited_on, one.title, one.next_step)
        for one in way_facts(rows, actor, on=on)
    ]


def waiting_for(actor: Actor) -> int:
    """Return how many ways have a next step that the actor can tell of: those that no deposit has closed."""
    if not can(actor, JOINING_KEEP):
        return 0
    rows = list(way_rows(actor))
    return sum(not one.finding.answer.is_closed for one in way_facts(rows, actor, on=clock.today()))


def joined_on(register: Register, state: str, instrument: str, *, on: date) -> date | None:
    """Return the day of the act by which a State consented, as the record knew it by a day; None where none is."""
    acts = [
        act
        for act in register.acts.get((instrument, state), ())
        if act.kind in CONSENT_KINDS and act.known_on <= on and (act.on or act.first_attested_on) <= on
    ]
    return min(((act.on or act.first_attested_on) for act in acts), default=None)


def way_facts(rows: Sequence[JoiningWay], actor: Actor, *, on: date) -> list[WayFacts]:
    """Return rows as plain facts, in a constant number of queries."""
    if not rows:
        return []
    register, language = current_register(), readers_language()
    names = names_of_states({row.state_code for row in rows})
    steps: defaultdict[int, dict[str, JoiningStep]] = defaultdict(dict)
    for step in JoiningStep.objects.visible_to(actor).filter(way__in=[row.pk for row in rows]):
        steps[step.way_id][step.step] = step
    return [_fact(row, steps[row.pk], register, names, on=on, language=language) for row in rows]


def _fact(
    row: JoiningWay,
    steps: dict[str, JoiningStep],
    register: Register,
    names: dict[str, str],
    *,
    on: date,
    language: str,
) -> WayFacts:
    told = {
        step: StepTold(one.who, one.planned_on, one.done_on, one.not_needed)
        for step in WayStep
        if (one := steps.get(step.value)) is not None
    }
    deposited = joined_on(register, row.state_code, row.instrument, on=on)
    finding = way_on(on, told, deposited_on=deposited)
    facts = register.instruments.get(row.instrument)
    day = deposited or told.get(WayStep.DEPOSIT, StepTold()).planned_on
    effect: Finding[date | None] = Finding(None)
    if facts is not None and day is not None:
        effect = in_force_for(facts.core, day, facts.core.in_force_on)
    return WayFacts(
        number=row.pk,
        owner=row.belongs_to,
        state=row.state_code,
        state_name=names[row.state_code],
        instrument=row.instrument,
        title=facts.title(language).short if facts else row.instrument,
        request=row.request,
        steps=tuple(_step(step, told.get(step, StepTold()), finding.answer.steps[step], steps) for step in WayStep),
        finding=finding,
        deposited_on=deposited,
        takes_effect=effect,
    )


def _step(step: WayStep, told: StepTold, standing: str, rows: dict[str, JoiningStep]) -> StepFacts:
    row = rows.get(step.value)
    return StepFacts(
        who=told.who,
        planned_on=told.planned_on,
        done_on=told.done_on,
        not_needed=told.not_needed,
        step=step.value,
        standing=standing,
        document=row.document if row else None,
    )

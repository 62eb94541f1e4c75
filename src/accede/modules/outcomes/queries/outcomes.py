"""Outcomes, as far as the reader may see them, each with whether it counts on a day."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accede.core.assistance.outcomes import Claim, OutcomeKind, OutcomeStatus, status_on
from accede.foundation import clock
from accede.foundation.access import ALL, Actor, Level, can
from accede.foundation.listings import RowsOfTable
from accede.foundation.texts import readers_language
from accede.modules.mandates.queries.evidence import Asked, Evidence
from accede.modules.outcomes.access import OUTCOMES_ANSWER, OUTCOMES_KEEP, OUTCOMES_READ
from accede.modules.outcomes.fields.after import FollowUpFacts, LessonFacts
from accede.modules.outcomes.fields.outcomes import OutcomeFacts
from accede.modules.outcomes.models import Lesson, Outcome, OutcomeFollowUp
from accede.modules.outcomes.queries.facts import Pointer, facts_at
from accede.modules.outcomes.queries.helping import helped_by
from accede.modules.reference.queries.invented import invented_name
from accede.modules.reference.queries.states import short_names


def outcome_rows(actor: Actor) -> "QuerySet[Outcome]":
    """Return the rows that the actor may see: of those whose outcomes a role lets them read, no more."""
    return of_reader(Outcome.objects.visible_to(actor), actor)


def outcomes_visible_to(actor: Actor, *, on: date) -> RowsOfTable[OutcomeFacts]:
    """Return the outcomes that the actor may see and that nobody took back, the latest first."""
    rows = outcome_rows(actor).filter(taken_back_at__isnull=True).order_by("-happened_on", "id")
    return RowsOfTable(rows, lambda found: outcome_facts(found, actor, on=on))


def outcomes_of_state(actor: Actor, state: str, *, on: date) -> list[OutcomeFacts]:
    """Return the outcomes of a State that the actor may see, the earliest first."""
    rows = outcome_rows(actor).filter(state_code=state, taken_back_at__isnull=True).order_by("happened_on", "id")
    return outcome_facts(list(rows), actor, on=on)


def outcome_visible_to(actor: Actor, number: int, *, on: date) -> OutcomeFacts | None:
    """Return one outcome, None if there is none for this actor; one that was taken back too."""
    return next(iter(outcome_facts(list(outcome_rows(actor).filter(pk=number)), actor, on=on)), None)


def outcomes_seen(actor: Actor, keys: Collection[str]) -> set[str]:
    """Return which outcomes the actor may see, by their keys; for what notices are about."""
    numbers = [int(key) for key in keys if key.isdecimal()]
    return {str(key) for key in outcome_rows(actor).filter(pk__in=numbers).values_list("pk", flat=True)}


def follow_ups_of(actor: Actor, number: int) -> list[FollowUpFacts]:
    """Return when an outcome is looked at again, in order."""
    rows = OutcomeFollowUp.objects.visible_to(actor).filter(outcome__in=outcome_rows(actor).filter(pk=number))
    return _follow_ups(rows.select_related("outcome").order_by("due_on", "id"))


def lessons_of(actor: Actor, number: int) -> list[LessonFacts]:
    """Return what was learned from an outcome, in order."""
    rows = Lesson.objects.visible_to(actor).filter(outcome__in=outcome_rows(actor).filter(pk=number))
    return [
        LessonFacts(
            kind=row.kind,
            on=row.on,
            said_by=row.said_by,
            text=row.text,
            id=row.id,
            document=row.document,
            response=row.response,
            response_text=row.response_text,
            responded_on=row.responded_on,
        )
        for row in rows.order_by("on", "recorded_at", "id")
    ]


def outcome_of_follow_up(actor: Actor, key: UUID) -> int | None:
    """Return the number of the outcome that a follow-up is of, None if there is none for this actor."""
    return _open(actor).filter(id=key).values_list("outcome_id", flat=True).first()


def outcome_of_lesson(actor: Actor, key: UUID) -> int | None:
    """Return the number of the outcome from which something was learned, None if there is none for this actor."""
    rows = of_reader(Lesson.objects.visible_to(actor), actor)
    return rows.filter(id=key).values_list("outcome_id", flat=True).first()


def follow_ups_between(actor: Actor, first: date, last: date) -> list[FollowUpFacts]:
    """Return the follow-ups that are due between two days, answered or not, of the outcomes that the actor may see."""
    rows = _open(actor).filter(due_on__gte=first, due_on__lte=last)
    return _follow_ups(rows.order_by("due_on", "id"))


def follow_ups_waiting(actor: Actor, *, on: date, most: int | None = None) -> list[FollowUpFacts]:
    """Return the follow-ups that are due by a day and wait for the actor's answer, what was due first first."""
    rows = _waiting(actor, on=on).order_by("due_on", "id")
    return _follow_ups(rows if most is None else rows[:most])


def waiting_for(actor: Actor) -> int:
    """Return how many follow-ups wait for the actor's answer today."""
    return _waiting(actor, on=clock.today()).count()


def count_outcomes(asked: Asked) -> Evidence | None:
    """Return how many outcomes came about between two days and are verified by the record, as the reader sees them."""
    if not can(asked.reader, OUTCOMES_READ):
        return None
    rows = outcome_rows(asked.reader).filter(taken_back_at__isnull=True, happened_on__lte=asked.until)
    if asked.since is not None:
        rows = rows.filter(happened_on__gte=asked.since)
    found = outcome_facts(list(rows), asked.reader, on=asked.until)
    days = [one.happened_on for one in found if one.status == OutcomeStatus.VERIFIED and one.happened_on]
    return Evidence(len(days), max(days, default=None), "outcomes:outcomes", keeps_day=False)


def found_outcomes(keys: Collection[str] | None) -> Iterator[tuple[str, str, str, Level, str]]:
    """Yield outcomes as they are found, with what says who may see them; all for None. One query."""
    rows = Outcome.objects.filter(taken_back_at__isnull=True)
    if keys is not None:
        rows = rows.filter(id__in=[int(key) for key in keys if key.isdecimal()])
    for key, title, how, level, owner in rows.values_list("id", "title", "how", "level", "owner"):
        yield str(key), title, how, Level(level), owner


def outcome_facts(rows: Sequence[Outcome], actor: Actor, *, on: date) -> list[OutcomeFacts]:
    """Return rows as plain facts, in a constant number of queries."""
    if not rows:
        return []
    names = names_of_states({row.state_code for row in rows})
    helped = helped_by(actor, {key for row in rows for key in row.contributed})
    facts = facts_at([_pointer(row) for row in rows])
    due: dict[int, date] = {}
    answers: dict[int, str] = {}
    follow_ups = OutcomeFollowUp.objects.visible_to(actor).filter(outcome__in=[row.pk for row in rows])
    for outcome, due_on, answer in follow_ups.order_by("due_on").values_list("outcome_id", "due_on", "answer"):
        if answer:
            answers[outcome] = answer
        else:
            due.setdefault(outcome, due_on)
    return [
        OutcomeFacts(
            state=row.state_code,
            kind=row.kind,
            title=row.title,
            reference=row.reference,
            happened_on=row.happened_on,
            contributed=tuple(row.contributed),
            how=row.how,
            said_by=row.said_by,
            number=row.pk,
            owner=row.belongs_to,
            state_name=names.get(row.state_code, row.state_code),
            helped=tuple(helped[key][0] for key in row.contributed if key in helped),
            finding=status_on(
                on,
                Claim(OutcomeKind(row.kind), row.happened_on, row.recorded_at.date()),
                facts.get(_pointer(row), ()),
            ),
            next_due=due.get(row.pk),
            last_answer=answers.get(row.pk, ""),
            proof=row.proof,
            reported_on=row.recorded_at.date(),
            is_taken_back=row.taken_back_at is not None,
            why_taken_back=row.why_taken_back,
        )
        for row in rows
    ]


def names_of_states(codes: Collection[str]) -> dict[str, str]:
    """Return what States are called in the reader's language, invented ones too. One query."""
    language = readers_language()
    found = short_names(codes, language=language) if codes else {}
    return {code: found.get(code) or invented_name(code, language=language) or code for code in codes}


def _pointer(row: Outcome) -> Pointer:
    return Pointer(row.kind, row.state_code, row.reference)


def of_reader(rows: "QuerySet[Any]", actor: Actor) -> "QuerySet[Any]":
    """Return the rows of whose State a role lets the actor see outcomes."""
    if can(actor, OUTCOMES_READ, on=ALL):
        return rows
    return rows.filter(owner__in=[str(one.scope) for one in actor.grants if can(actor, OUTCOMES_READ, on=one.scope)])


def _open(actor: Actor) -> "QuerySet[OutcomeFollowUp]":
    rows = of_reader(OutcomeFollowUp.objects.visible_to(actor), actor)
    return rows.filter(outcome__taken_back_at__isnull=True).select_related("outcome")


def _waiting(actor: Actor, *, on: date) -> "QuerySet[OutcomeFollowUp]":
    rows = _open(actor).filter(answer="", due_on__lte=on)
    if can(actor, OUTCOMES_KEEP, on=ALL):
        return rows
    scopes = [
        str(one.scope)
        for one in actor.grants
        if can(actor, OUTCOMES_KEEP, on=one.scope) or can(actor, OUTCOMES_ANSWER, on=one.scope)
    ]
    return rows.filter(owner__in=scopes)


def _follow_ups(rows: "QuerySet[OutcomeFollowUp]") -> list[FollowUpFacts]:
    found = list(rows)
    names = names_of_states({row.state_code for row in found})
    return [
        FollowUpFacts(
            id=row.id,
            outcome=row.outcome_id,
            title=row.outcome.title,
            state_name=names[row.state_code],
            months=row.months,
            due_on=row.due_on,
            answer=row.answer,
            words=row.words,
            answered_on=row.answered_on,
        )
        for row in found
    ]

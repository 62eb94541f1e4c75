"""The workflow of requests as it is run: who sees which, what the gates ask, what a step does."""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.db import connection
from django.db.models import Max

from accede.core.assistance.clocks import due_on
from accede.core.assistance.requests import ENDED, REQUEST, Asked, RequestState
from accede.foundation.access import SYSTEM, Actor, Level
from accede.foundation.access.acting import acting
from accede.foundation.files.storing import Belonging, belong_otherwise
from accede.foundation.search.writing import keep_found
from accede.foundation.workflow.flow import Flow, Move
from accede.modules.assistance import events
from accede.modules.assistance.access import REQUESTS_FILE, REQUESTS_HANDLE
from accede.modules.assistance.fields.workflow import REQUEST_WORDS
from accede.modules.assistance.models import AssistanceRequest, RequestQuestion
from accede.modules.assistance.queries.beside import about, files_with
from accede.modules.assistance.queries.delivery import delivery_of
from accede.modules.assistance.queries.requests import rows_visible_to
from accede.modules.assistance.services.letters import write_acknowledgement
from accede.modules.assistance.services.stating import problems_with, stated_in
from accede.modules.assistance.services.telling import tell_programme, tell_requester

Written = Mapping[str, object]
_PROGRAMME = frozenset(
    {
        RequestState.RECEIVED,
        RequestState.ACKNOWLEDGED,
        RequestState.SCREENED,
        RequestState.DEFERRED,
        RequestState.COMPLETED,
        RequestState.FOLLOWED_UP,
    }
)
"""States in which the next step is the programme's."""


def waits_for(row: AssistanceRequest, state: RequestState) -> str:
    """Return for whom a request waits that is in a state: an open question waits for its State before all else."""
    if state is RequestState.DRAFT:
        return "writer"
    if state in ENDED:
        return "nobody"
    if RequestQuestion.objects.filter(request=row, answered_at__isnull=True).exists():
        return "state"
    return "programme" if state in _PROGRAMME else "delivery"


def _facts(row: AssistanceRequest, by: Actor, at: datetime) -> Asked:
    delivery = delivery_of(row.pk)
    return Asked(
        is_whole=not problems_with(stated_in(row), received_on=row.received_on or at.date()),
        channel=row.channel,
        documents=len(files_with(by, row.pk)),
        clauses=tuple(row.clauses),
        is_named=row.joined_to_id is not None,
        delivering=delivery.delivering,
        delivered=delivery.delivered,
    )


def _moved(key: str) -> Callable[[AssistanceRequest, Move], Written]:
    """Return what every step does: set the clock and for whom the request waits, and tell whom it concerns."""
    step = REQUEST.step(key)
    state = step.target if step else RequestState.DRAFT

    def effect(row: AssistanceRequest, move: Move) -> Written:
        _tell(key, row, move)
        return {"due_on": due_on(state, move.at.date()), "waits_for": waits_for(row, state)}

    return effect


def _receive(key: str) -> Callable[[AssistanceRequest, Move], Written]:
    """Return what receiving does: the request gets its number, and whoever works for the programme may see it."""
    moved = _moved(key)

    def effect(row: AssistanceRequest, move: Move) -> Written:
        row.received_on = row.received_on or move.at.date()
        row.year, row.series = row.received_on.year, series_of(row)
        row.running = _next_in(row.series, row.year)
        row.reference = f"{row.series}/{row.year}/{row.running}"
        row.level, row.readers = Level.PROGRAMME, []
        row.save(update_fields=["received_on", "year", "series", "running", "reference", "level", "readers"])
        belong_otherwise(about(row.pk), Belonging(Level.PROGRAMME, row.belongs_to))
        keep_found("request", [row.pk], is_new=True)
        return moved(row, move)

    return effect


def _acknowledge(row: AssistanceRequest, move: Move) -> Written:
    written = _moved("acknowledge")(row, move)
    screened_by = due_on(RequestState.ACKNOWLEDGED, move.at.date())
    write_acknowledgement(row, screened_by=screened_by, by=move.by, at=move.at)
    return written


def _screen(row: AssistanceRequest, move: Move) -> Written:
    """Whoever screens a request of which nobody is the officer becomes it."""
    return {**_moved("screen")(row, move), "officer": row.officer or move.by.person}


def _separate(row: AssistanceRequest, move: Move) -> Written:
    return {**_moved("separate")(row, move), "joined_to_id": None}


def called(row: AssistanceRequest) -> str:
    """Return what sentences call a request: its number, and, before it has one, its subject."""
    return row.reference or row.subject


def series_of(row: AssistanceRequest) -> str:
    """Return what the numbers of an owner begin with. Each owner has its own, so that none counts what others ask."""
    return row.state_code or f"ORG-{str(row.organisation_id)[:6].upper()}"


def _next_in(series: str, year: int) -> int:
    with acting(SYSTEM), connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"requests {series} {year}"])
        last = AssistanceRequest.objects.filter(series=series, year=year).aggregate(last=Max("running"))["last"]
    return int(last or 0) + 1


def _tell(key: str, row: AssistanceRequest, move: Move) -> None:
    """Tell whom a step concerns, in the transaction in which it is taken; nobody of what they did themselves."""
    if key in events.TOLD_TO_PROGRAMME and row.reference:
        tell_programme(events.TOLD_TO_PROGRAMME[key], row, at=move.at, but=move.by.person, reason=move.reason)
    if key in events.TOLD_TO_REQUESTER:
        tell_requester(events.TOLD_TO_REQUESTER[key], row, at=move.at, but=move.by.person, reason=move.reason)


REQUESTS: Flow[AssistanceRequest] = Flow(
    table=REQUEST,
    words=REQUEST_WORDS,
    permissions=[REQUESTS_FILE, REQUESTS_HANDLE],
    events=events.STEPS,
    rows=rows_visible_to,
    facts=_facts,
    subject=lambda row: events.request_subject(row.pk, Level(row.level), row.belongs_to, row.readers),
    told=lambda row: {"request": called(row)},
    effects={
        **{step.key: _moved(step.key) for step in REQUEST.steps},
        "submit": _receive("submit"),
        "register": _receive("register"),
        "acknowledge": _acknowledge,
        "screen": _screen,
        "separate": _separate,
    },
)

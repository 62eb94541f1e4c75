"""Record outcomes and what follows from them: answers, lessons, responses; take one back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.core.assistance.outcomes import Help, OutcomeKind, began_before, follow_up_days
from accede.foundation.access import Actor, Level, Scope, can, or_refuse, require
from accede.foundation.audit import EventType, Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.files.documents import Document, keep_document
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.foundation.saving import save_once
from accede.foundation.search.writing import keep_found
from accede.foundation.texts import format_day, isolated, listed, nearest
from accede.modules.identity.queries.scopes import state_names
from accede.modules.outcomes import events
from accede.modules.outcomes.access import OUTCOMES_ANSWER, OUTCOMES_KEEP
from accede.modules.outcomes.fields.after import (
    ANSWERED,
    BACK,
    LEARNED,
    RESPONDED,
    AnswerDetails,
    LessonDetails,
    ResponseDetails,
    TakenBack,
)
from accede.modules.outcomes.fields.outcomes import STATED, OutcomeDetails
from accede.modules.outcomes.models import Lesson, Outcome, OutcomeFollowUp
from accede.modules.outcomes.queries.helping import helped_by
from accede.modules.outcomes.queries.outcomes import outcome_rows
from accede.modules.treaties.queries.instruments import all_instruments

Problems = dict[str, str]


def scope_of_state(code: str) -> Scope:
    """Return the scope to which what came about in a State belongs."""
    return Scope("state", code)


@transaction.atomic
def record_outcome(
    new: OutcomeDetails, proof: Document | None = None, *, by: Actor, at: datetime, face: Face = Face.WEB
) -> int:
    """Record an outcome to which assistance contributed; return its number. Its follow-up is scheduled.

    Raises:
        Refused: the actor may not.
        UnableTo: all that is wrong, by field: it lies ahead or before the assistance, names none, or is recorded.
    """
    require(by, OUTCOMES_KEEP, on=scope_of_state(new.state) if new.state else None)
    problems = problems_of(STATED, new)
    if new.state not in state_names(on=at.date()):
        problems["state"] = _("No State of that day has the code: %(codes)s.") % {"codes": new.state or "–"}
    if new.happened_on is not None and new.happened_on > at.date():
        problems["happened_on"] = _("This day lies ahead. Write the day when it has come.")
    problems |= _problems_of_fact(new) | _problems_of_help(new, by=by, already=problems)
    if problems or new.happened_on is None:
        raise UnableTo(problems)
    row = Outcome(
        level=Level.PROGRAMME.value,
        owner=str(scope_of_state(new.state)),
        state_code=new.state,
        kind=new.kind,
        title=new.title,
        reference=new.reference.upper() if new.kind == OutcomeKind.TREATY else new.reference,
        happened_on=new.happened_on,
        contributed=[*new.contributed],
        how=new.how,
        said_by=new.said_by,
        recorded_at=at,
        recorded_by=by.person,
    )
    save_once(row, {"reference": _("This is recorded already. Look for it among the outcomes.")}, is_new=True)
    if proof is not None:
        about = f"outcome:{row.pk}"
        row.proof = keep_document(proof, scope=row.belongs_to, level=Level.PROGRAMME, about=about, by=by, at=at)
        row.save(update_fields=["proof"])
    OutcomeFollowUp.objects.bulk_create(
        OutcomeFollowUp(
            level=row.level, owner=row.owner, outcome=row, state_code=row.state_code, months=months, due_on=day
        )
        for months, day in follow_up_days(new.happened_on)
    )
    keep_found("outcome", [row.pk], is_new=True)
    _tell(events.RECORDED, row, values_of(STATED, new), by=by, at=at, face=face)
    return int(row.pk)


@transaction.atomic
def take_back(number: int, wanted: TakenBack, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Take an outcome back: it stays with its reason, and neither counts nor is followed up any more.

    Raises:
        Refused: there is no such outcome for the actor, or they may not.
        UnableTo: no reason is given, or it was taken back already.
    """
    row = _held(number, by=by)
    if problems := problems_of(BACK, wanted):
        raise UnableTo(problems)
    row.taken_back_at, row.why_taken_back = at, wanted.why
    row.save(update_fields=["taken_back_at", "why_taken_back"])
    keep_found("outcome", [row.pk])
    _tell(events.TAKEN_BACK, row, values_of(BACK, wanted), by=by, at=at, face=face)


@transaction.atomic
def answer_follow_up(key: UUID, wanted: AnswerDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Say whether an outcome still stands, for the programme or for the State; return the outcome's number.

    Raises:
        Refused: there is no such follow-up for the actor, or they may speak for neither.
        UnableTo: it is not stated whole, was answered, or its day has not come.
    """
    seen = OutcomeFollowUp.objects.visible_to(by).filter(outcome__in=outcome_rows(by))
    row: OutcomeFollowUp = or_refuse(seen.select_for_update().filter(id=key).first())
    _require_either(by, row.belongs_to)
    problems = problems_of(ANSWERED, wanted)
    if wanted.answer == "no_longer" and not wanted.words:
        problems["words"] = _("Write since when it no longer stands.")
    if row.answer:
        problems = {EVERYWHERE: _("This was answered already.")}
    elif row.outcome.taken_back_at is not None:
        problems = {EVERYWHERE: _("This outcome was taken back: nothing more is recorded of it.")}
    elif row.due_on > at.date():
        day = format_day(row.due_on, get_language() or "en")
        problems = {EVERYWHERE: _("It is asked on %(day)s. Come back on that day.") % {"day": day}}
    if problems:
        raise UnableTo(problems)
    row.answer, row.words, row.answered_on, row.answered_by = wanted.answer, wanted.words, at.date(), by.person
    row.save(update_fields=["answer", "words", "answered_on", "answered_by"])
    _tell(events.ANSWERED, row.outcome, values_of(ANSWERED, wanted), by=by, at=at, face=face)
    return int(row.outcome_id)


@transaction.atomic
def record_lesson(
    number: int, new: LessonDetails, document: Document | None = None, *, by: Actor, at: datetime, face: Face = Face.WEB
) -> UUID:
    """Record what an evaluation found about an outcome, or what was learned; return its key.

    Raises:
        Refused: there is no such outcome for the actor, or they may not.
        UnableTo: it is not described whole, its day lies ahead, or the outcome was taken back.
    """
    row = _held(number, by=by)
    problems = problems_of(LEARNED, new)
    if new.on is not None and new.on > at.date():
        problems["on"] = _("This day lies ahead. Write the day when it has come.")
    if problems or new.on is None:
        raise UnableTo(problems)
    key = None
    if document is not None:
        about = f"outcome:{row.pk}"
        key = keep_document(document, scope=row.belongs_to, level=Level.PROGRAMME, about=about, by=by, at=at)
    lesson = Lesson.objects.create(
        level=row.level,
        owner=row.owner,
        outcome=row,
        state_code=row.state_code,
        kind=new.kind,
        on=new.on,
        said_by=new.said_by,
        text=new.text,
        document=key,
        recorded_at=at,
        recorded_by=by.person,
    )
    _tell(events.LEARNED, row, values_of(LEARNED, new), by=by, at=at, face=face)
    return lesson.id


@transaction.atomic
def respond(key: UUID, wanted: ResponseDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Record the management response to a lesson; return the number of its outcome.

    Raises:
        Refused: there is no such lesson for the actor, or they may not.
        UnableTo: it is not stated whole, or there is a response.
    """
    seen = Lesson.objects.visible_to(by).filter(outcome__in=outcome_rows(by))
    row: Lesson = or_refuse(seen.select_for_update().filter(id=key).first())
    require(by, OUTCOMES_KEEP, on=row)
    problems = problems_of(RESPONDED, wanted)
    if row.response:
        problems = {EVERYWHERE: _("There is a response already.")}
    if problems:
        raise UnableTo(problems)
    row.response, row.response_text = wanted.response, wanted.response_text
    row.responded_on, row.answered_by = at.date(), by.person
    row.save(update_fields=["response", "response_text", "responded_on", "answered_by"])
    _tell(events.RESPONDED, row.outcome, values_of(RESPONDED, wanted), by=by, at=at, face=face)
    return int(row.outcome_id)


def _held(number: int, *, by: Actor) -> Outcome:
    row: Outcome = or_refuse(outcome_rows(by).select_for_update().filter(pk=number).first())
    require(by, OUTCOMES_KEEP, on=row)
    if row.taken_back_at is not None:
        raise UnableTo({EVERYWHERE: _("This outcome was taken back: nothing more is recorded of it.")})
    return row


def _require_either(by: Actor, scope: Scope) -> None:
    if not can(by, OUTCOMES_ANSWER, on=scope):
        require(by, OUTCOMES_KEEP, on=scope)


def _problems_of_fact(new: OutcomeDetails) -> Problems:
    if new.kind == OutcomeKind.ACT and new.reference and new.reference not in all_instruments():
        near = listed(nearest(new.reference[:40], all_instruments()))
        words = _("There is no instrument “%(key)s”.") % {"key": new.reference[:40]}
        return {"reference": f"{words} {_('Did you mean: %(near)s?') % {'near': near}}" if near else words}
    if new.kind == OutcomeKind.TREATY and new.reference:
        other = new.reference.upper()
        if other == new.state or (new.happened_on and other not in state_names(on=new.happened_on)):
            return {"reference": _("Write the code of the other State, such as NER.")}
    return {}


def _problems_of_help(new: OutcomeDetails, *, by: Actor, already: Problems) -> Problems:
    """Return what is wrong with the assistance: unknown, of another State, not begun, or begun after the outcome."""
    found = helped_by(by, new.contributed)
    if strange := [key for key in new.contributed if key not in found or new.state not in found[key][1]]:
        words = _("This is no assistance to this State: %(keys)s. Choose from what is recorded for it.")
        return {"contributed": words % {"keys": listed(strange)}}
    if new.happened_on is None or "happened_on" in already:
        return {}
    problems: Problems = {}
    for key, (one, _states) in found.items():
        reasons = began_before(new.happened_on, [Help(one.kind, one.key, one.began_on)]).because
        if not reasons:
            continue
        if one.began_on is None:
            words = _("This has not begun, so that nothing can have come of it: %(called)s.")
            problems["contributed"] = words % {"called": isolated(one.called or key)}
        else:
            words = _(
                "This day lies before the assistance began: %(called)s, %(day)s. Correct the day, or leave that "
                "assistance out."
            )
            day = format_day(one.began_on, get_language() or "en")
            problems["happened_on"] = words % {"called": isolated(one.called or key), "day": day}
    return problems


def _tell(event: EventType, row: Outcome, after: dict[str, object], *, by: Actor, at: datetime, face: Face) -> None:
    about = events.outcome_subject(row.pk, row.belongs_to)
    record(event, about=about, by=by, at=at, face=face, after=after, title=row.title)

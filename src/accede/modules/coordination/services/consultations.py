"""Open consultations, answer them in the portal, by link or by letter, and settle objections."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accede.core.coordination.working_days import MOST
from accede.foundation.access import SYSTEM, Actor, Level, Refused, or_refuse, require
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.files.documents import FIELD, Document, keep_document, no_document
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.foundation.workflow.stepping import take_step
from accede.modules.coordination import events
from accede.modules.coordination.access import CONSULTATIONS_ANSWER, COORDINATION_KEEP
from accede.modules.coordination.fields.codes import NOTING
from accede.modules.coordination.fields.consultations import (
    ANSWERED,
    LEAD,
    NOTED_STATED,
    SETTLED,
    STATED,
    WHY,
    AnswerDetails,
    ConsultationDetails,
    ConsultationFacts,
    Settled,
    most_working_days,
)
from accede.modules.coordination.models import BodyFocalPoint, Consultation
from accede.modules.coordination.queries.bodies import body_name
from accede.modules.coordination.queries.consultations import consultation_facts, consultation_rows, hash_of
from accede.modules.coordination.queries.focal_points import focal_points_to_choose
from accede.modules.coordination.queries.subjects import SubjectFacts, subject_for
from accede.modules.coordination.services.flow import CONSULTATIONS, LINK, PAPER


@transaction.atomic
def open_consultation(
    kind: str, key: str, new: ConsultationDetails, *, by: Actor, at: datetime, face: Face = Face.WEB
) -> int:
    """Open a consultation with a body about a thing; return its number. Nothing is sent yet.

    Raises:
        Refused: the actor may not, or there is no such thing for them.
        UnableTo: all that is wrong, by field; or a consultation with that body about it is open already.
    """
    require(by, COORDINATION_KEEP)
    subject = or_refuse(subject_for(by, kind, key))
    problems = problems_of(STATED, new)
    days = int(new.working_days) if new.working_days.isascii() and new.working_days.isdecimal() else 0
    if new.working_days and not 1 <= days <= MOST:
        problems["working_days"] = str(most_working_days())
    if new.focal_point is not None and str(new.focal_point) not in focal_points_to_choose(by, on=at.date()):
        problems["focal_point"] = _("Choose an office that counts today. Focal points are recorded on their own page.")
    if problems or new.focal_point is None:
        raise UnableTo(problems)
    office = BodyFocalPoint.objects.visible_to(by).get(id=new.focal_point)
    require(by, COORDINATION_KEEP, on=office)
    row = Consultation(
        level=Level.PROGRAMME.value,
        owner=office.owner,
        body=office.body,
        focal_point=office,
        subject_kind=kind,
        subject_key=key,
        strength=new.strength,
        words=new.words,
        working_days=days,
        state="draft",
        opened_at=at,
        opened_by=by.person,
        **told_of(subject),
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        words = _("A consultation with this body about the same is open already. Go on with that one.")
        raise UnableTo({"focal_point": words}) from error
    about = events.consultation_subject(row.pk, row.belongs_to)
    stated = values_of(STATED, new) | {"focal_point": office.office}
    record(events.OPENED, about=about, by=by, at=at, face=face, after=stated, body=body_name(row.body))
    return row.pk


def told_of(subject: SubjectFacts) -> dict[str, object]:
    """Return what a body is told of a thing: of a confidential one neither its title nor its State."""
    told: dict[str, object] = {
        "topics": [*subject.topics],
        "first_day": subject.first_day,
        "last_day": subject.last_day,
    }
    return told if subject.is_confidential else {**told, "title": subject.title, "states": [*subject.states]}


@transaction.atomic
def answer_consultation(number: int, wanted: AnswerDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Answer in the name of a body, signed in.

    Raises:
        Refused: there is no such consultation for the actor, or they may not answer it.
        UnableTo: it is not stated whole, or the time is over.
        Overtaken: it was answered already.
    """
    row = _held(number, by)
    require(by, CONSULTATIONS_ANSWER, on=row)
    _see_that_it_is_whole(wanted, problems_of(ANSWERED, wanted), objection="object")
    _state(row, wanted, by=by, at=at, face=face)
    take_step(CONSULTATIONS, wanted.answer, number, by=by, at=at, face=face, reason=wanted.words)


def consultation_with_token(token: str, *, at: datetime) -> ConsultationFacts | None:
    """Return the consultation that a link opens: unused, in time; None for any other link."""
    with acting(SYSTEM):
        row = _with_token(token, at)
        return consultation_facts([row])[0] if row else None


@transaction.atomic
@acting(SYSTEM)
def answer_by_link(token: str, wanted: AnswerDetails, *, at: datetime) -> None:
    """Answer for a body by the link that its office was sent; the link then works no more.

    Raises:
        Refused: the link does not work: it was used, its time is over, or there is none such.
        UnableTo: the answer is not stated whole.
    """
    row = _with_token(token, at, lock=True)
    if row is None:
        raise Refused
    _see_that_it_is_whole(wanted, problems_of(ANSWERED, wanted), objection="object")
    row.answered_through, row.answered_on = LINK, at.date()
    row.save(update_fields=["answered_through", "answered_on"])
    about = events.consultation_subject(row.pk, row.belongs_to)
    record(events.LINK_USED, about=about, by=SYSTEM, at=at, face=Face.WEB, body=body_name(row.body))
    _state(row, wanted, by=SYSTEM, at=at, face=Face.WEB)
    step = NOTING[wanted.answer]
    take_step(CONSULTATIONS, step, row.pk, by=SYSTEM, at=at, face=Face.WEB, reason=wanted.words)


@transaction.atomic
def note_answer(
    number: int, wanted: AnswerDetails, document: Document | None, *, by: Actor, at: datetime, face: Face = Face.WEB
) -> None:
    """Record an answer that came by letter, late ones too, with the letter itself.

    Raises:
        Refused: there is no such consultation for the actor, or they may not.
        UnableTo: it is not stated whole, the letter is missing, or the day lies before it was sent or ahead.
        Overtaken: it was answered already.
    """
    row = _held(number, by)
    require(by, COORDINATION_KEEP, on=row)
    problems = problems_of(NOTED_STATED, wanted)
    if wanted.on is not None and not (row.sent_on or at.date()) <= wanted.on <= at.date():
        problems["on"] = _("This day lies before the consultation was sent, or ahead.")
    if document is None:
        problems[FIELD] = no_document()
    _see_that_it_is_whole(wanted, problems, objection="note-objection")
    assert document is not None  # noqa: S101  (without it there was a problem)
    row.paper = keep_document(
        document, scope=row.belongs_to, level=Level.PROGRAMME, about=f"consultation:{number}", by=by, at=at
    )
    row.answered_through, row.answered_on = PAPER, wanted.on
    row.save(update_fields=["paper", "answered_through", "answered_on"])
    _state(row, wanted, by=by, at=at, face=face)
    take_step(CONSULTATIONS, wanted.answer, number, by=by, at=at, face=face, reason=wanted.words)


@transaction.atomic
def settle_objection(
    number: int, wanted: Settled, document: Document | None, *, by: Actor, at: datetime, face: Face = Face.WEB
) -> None:
    """Record how an objection was settled, with the document that shows that the body objects no more.

    Raises:
        Refused: there is no such consultation for the actor, or they may not.
        UnableTo: it is not said how, or the document is missing.
        Overtaken: there is no objection to be settled.
    """
    row = _held(number, by)
    require(by, COORDINATION_KEEP, on=row)
    problems = problems_of(SETTLED, wanted)
    if document is None:
        problems[FIELD] = no_document()
    if problems or document is None:
        raise UnableTo(problems)
    row.resolution = keep_document(
        document, scope=row.belongs_to, level=Level.PROGRAMME, about=f"consultation:{number}", by=by, at=at
    )
    row.save(update_fields=["resolution"])
    take_step(CONSULTATIONS, "resolve", number, by=by, at=at, face=face, reason=wanted.words)


@acting(SYSTEM)
def let_time_pass(*, at: datetime) -> int:
    """Record where the time is over and silence is enough that nobody objected; return of how many."""
    rows = Consultation.objects.filter(state="sent", object_until__lt=at.date())
    numbers = list(rows.exclude(strength="closely_coordinated").order_by("id").values_list("id", flat=True))
    for number in numbers:
        take_step(CONSULTATIONS, "lapse", number, by=SYSTEM, at=at, face=Face.JOB)
    return len(numbers)


def _held(number: int, by: Actor) -> Consultation:
    rows = consultation_rows(by).select_for_update(of=("self",)).filter(pk=number)
    return or_refuse(rows.select_related("focal_point").first())


def _with_token(token: str, at: datetime, *, lock: bool = False) -> Consultation | None:
    rows = Consultation.objects.filter(token_hash=hash_of(token), state="sent", object_until__gte=at.date())
    rows = rows.select_for_update(of=("self",)) if lock else rows
    return rows.select_related("focal_point").first()


def _see_that_it_is_whole(wanted: AnswerDetails, problems: dict[str, str], *, objection: str) -> None:
    if wanted.answer == objection and not wanted.words.strip():
        problems["reason"] = _("Say why. Whoever is concerned reads it.")
    if problems:
        raise UnableTo(problems)


def _state(row: Consultation, wanted: AnswerDetails, *, by: Actor, at: datetime, face: Face) -> None:
    """Keep what an answer says beside its step."""
    if row.state not in {"sent", "silent"}:
        raise UnableTo({EVERYWHERE: _("This consultation does not wait for an answer.")})
    row.wants_lead = wanted.wants_lead
    row.save(update_fields=["wants_lead"])
    about = events.consultation_subject(row.pk, row.belongs_to)
    stated = values_of((WHY, LEAD), wanted)
    record(events.ANSWER_STATED, about=about, by=by, at=at, face=face, after=stated, body=body_name(row.body))

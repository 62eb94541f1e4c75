"""Decide what answers an obligation in a State's laws: accept or reject a provision, rate the whole."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, Scope, or_refuse, require
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.legislation import events
from accede.modules.legislation.access import LAWS_KEEP
from accede.modules.legislation.fields.codes import VERDICTS
from accede.modules.legislation.fields.reviews import STATED, RatingDetails
from accede.modules.legislation.models import Answer, LawProvision, Rating
from accede.modules.legislation.queries.catalogue import catalogue

_EVENTS = {"accepted": events.ACCEPTED, "rejected": events.REJECTED}


@transaction.atomic
def decide(obligation: str, provision: UUID, verdict: str, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Record that a provision answers an obligation, or that it does not; a later decision takes its place.

    Raises:
        Refused: there is no such provision for the actor, or they may not review laws of its State.
        UnableTo: there is no such obligation or verdict, or nobody has confirmed the law.
    """
    row: LawProvision = or_refuse(
        LawProvision.objects.visible_to(by).select_related("law").filter(id=provision).first()
    )
    require(by, LAWS_KEEP, on=Scope("state", row.state_code))
    _look_at_obligation(obligation)
    if verdict not in VERDICTS:
        raise UnableTo({EVERYWHERE: _("Accept the provision, or say that it does not answer.")})
    if not row.law.is_confirmed:
        raise UnableTo({EVERYWHERE: _("Nobody has confirmed this law yet. Look at its provisions first.")})
    Answer.objects.update_or_create(
        state_code=row.state_code,
        obligation=obligation,
        provision=row,
        defaults={"verdict": verdict, "decided_at": at, "decided_by": by.person, "look_again": False},
    )
    about = events.review_subject(row.state_code, obligation)
    record(
        _EVENTS[verdict],
        about=about,
        by=by,
        at=at,
        face=face,
        provision=row.number,
        law=row.law.title,
        obligation=obligation,
    )


@transaction.atomic
def rate(state: str, obligation: str, wanted: RatingDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Record how far the laws of a State answer an obligation.

    Raises:
        Refused: the actor may not review laws of that State.
        UnableTo: there is no such obligation, the rating is missing, or it contradicts what was accepted.
    """
    require(by, LAWS_KEEP, on=Scope("state", state))
    _look_at_obligation(obligation)
    problems = problems_of(STATED, wanted)
    answers = Answer.objects.visible_to(by).filter(state_code=state, obligation=obligation)
    followed = answers.filter(carried_from__isnull=False).values("carried_from")
    accepted = answers.filter(verdict="accepted").exclude(provision__in=followed)
    if wanted.rating in {"full", "partial"} and not accepted.exists():
        problems["rating"] = _("Accept the provision first by which the law answers.")
    if wanted.rating == "none" and accepted.exists():
        problems["rating"] = _("A provision was accepted here: the law answers in part at least, or reject it first.")
    if problems:
        raise UnableTo(problems)
    said = {"rating": wanted.rating, "comment": wanted.comment, "decided_at": at, "decided_by": by.person}
    before = Rating.objects.visible_to(by).select_for_update().filter(state_code=state, obligation=obligation).first()
    if before is not None and before.second_by is not None and before.second_by == by.person:
        # The second reader decides now: a third person has to read it. What they thought before is in the record.
        said |= {"second_rating": "", "second_comment": "", "second_at": None, "second_by": None}
    Rating.objects.update_or_create(state_code=state, obligation=obligation, defaults=said)
    about = events.review_subject(state, obligation)
    record(events.RATED, about=about, by=by, at=at, face=face, after=values_of(STATED, wanted), obligation=obligation)


@transaction.atomic
def read_second(
    state: str, obligation: str, wanted: RatingDetails, *, by: Actor, at: datetime, face: Face = Face.WEB
) -> None:
    """Record what a second person thinks of how far the laws answer; where they differ, both stand side by side.

    Raises:
        Refused: the actor may not review laws of that State.
        UnableTo: nothing is rated yet, no person reads, the same person reads who decided, or the rating is missing.
    """
    require(by, LAWS_KEEP, on=Scope("state", state))
    _look_at_obligation(obligation)
    problems = problems_of(STATED, wanted)
    row = Rating.objects.visible_to(by).select_for_update().filter(state_code=state, obligation=obligation).first()
    if row is None:
        problems[EVERYWHERE] = _("Nobody has rated this obligation yet. Rate it first; then another person reads it.")
    elif by.person is None:
        problems[EVERYWHERE] = _("A second reading is done by a person under their own name.")
    elif row.decided_by == by.person:
        problems[EVERYWHERE] = _("You rated this obligation yourself. Another person has to read it.")
    if row is not None and not problems.get("rating") and row.rating != wanted.rating and not wanted.comment.strip():
        problems["comment"] = _("You think otherwise than the first reader: say why.")
    if problems or row is None:
        raise UnableTo(problems)
    row.second_rating, row.second_comment, row.second_at, row.second_by = wanted.rating, wanted.comment, at, by.person
    row.save(update_fields=["second_rating", "second_comment", "second_at", "second_by"])
    about = events.review_subject(state, obligation)
    after = values_of(STATED, wanted)
    record(events.SECOND_READ, about=about, by=by, at=at, face=face, after=after, obligation=obligation)


def _look_at_obligation(obligation: str) -> None:
    if obligation not in catalogue().obligations:
        raise UnableTo({EVERYWHERE: _("There is no such obligation in the catalogue.")})

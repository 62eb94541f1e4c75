"""Record needs, have the State agree their priority, and share them within its consent."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.assessments.consents import NotShared, Shareable, why_not_shared
from accede.foundation.access import SYSTEM, Actor, Level, Refused, can, or_refuse, require
from accede.foundation.access.acting import acting
from accede.foundation.audit import EventType, Face, NameOf
from accede.foundation.audit.disclosure import note_reading
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.files.documents import FIELD, Document, keep_document
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.foundation.search.writing import keep_found
from accede.modules.assessments import events
from accede.modules.assessments.access import ASSESSMENTS_ANSWER, ASSESSMENTS_KEEP
from accede.modules.assessments.fields.codes import NOT_SHARED
from accede.modules.assessments.fields.needs import AGREED, STATED, NeedDetails, PriorityDetails
from accede.modules.assessments.models import Assessment, Consent, Need, SharedNeed
from accede.modules.assessments.queries.consents import scope_of
from accede.modules.assessments.services.assessments import held
from accede.modules.assessments.services.consents import unknown_state
from accede.modules.assessments.services.findings import finding_in, unknown_instrument
from accede.modules.assessments.services.levels import (
    level_below,
    scope_of_state,
    see_that_it_can_be_written,
    see_that_it_may_go_on,
)
from accede.modules.identity.queries.scopes import state_names
from accede.modules.treaties.queries.instruments import all_instruments

Changes = Mapping[str, object]


@transaction.atomic
def record_need(new: NeedDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> UUID:
    """Record what a State needs; return its key. Its priority is the State's to agree.

    Raises:
        Refused: the actor may not.
        UnableTo: it is not described whole, or rests on an assessment that is stopped or of another State.
    """
    require(by, ASSESSMENTS_KEEP, on=scope_of_state(new.state) if new.state else None)
    row = Need(recorded_at=at)
    _write(row, new, by=by, at=at)
    keep_found("need", [row.id], is_new=True)
    _tell(events.NEED_RECORDED, row, {}, values_of(STATED, new), by=by, at=at, face=face)
    return row.id


@transaction.atomic
def change_need(need: UUID, wanted: NeedDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Change what is said of a need; those with whom it is shared are shown the change.

    Where the consent does not cover what it has become, they are shown no more of it.

    Raises:
        Refused: there is no such need for the actor, or they may not.
        UnableTo: as `record_need`.
    """
    row = _held(need, by=by)
    require(by, ASSESSMENTS_KEEP, on=row)
    if wanted.state != row.state_code:
        raise UnableTo({"state": _("The State stays. Record another need for another State.")})
    before = values_of(STATED, _details(row))
    _write(row, wanted, by=by, at=at)
    with acting(SYSTEM):
        _share_anew(row, at=at)
    keep_found("need", [row.id])
    _tell(events.NEED_CHANGED, row, before, values_of(STATED, wanted), by=by, at=at, face=face)


@transaction.atomic
def agree_priority(
    need: UUID,
    wanted: PriorityDetails,
    document: Document | None = None,
    *,
    by: Actor,
    at: datetime,
    face: Face = Face.WEB,
) -> None:
    """Record the priority to which the State agrees: by its focal point, or by an officer with the State's letter.

    Raises:
        Refused: there is no such need for the actor, or they may not speak for the State.
        UnableTo: it is not described whole, its day lies ahead, or an officer brings no document.
    """
    row = _held(need, by=by)
    require(by, ASSESSMENTS_ANSWER, on=row)
    problems = problems_of(AGREED, wanted)
    if wanted.priority_agreed_on is not None and wanted.priority_agreed_on > at.date():
        problems["priority_agreed_on"] = _("This day lies ahead. Write the day when it has come.")
    if document is None and can(by, ASSESSMENTS_KEEP, on=row):
        problems[FIELD] = _("Add the State’s letter: the priority is the State’s own.")
    if problems:
        raise UnableTo(problems)
    before = {"priority": row.priority, "priority_agreed_on": row.priority_agreed_on}
    row.priority, row.priority_agreed_on, row.priority_document = wanted.priority, wanted.priority_agreed_on, None
    if document is not None:
        about, level = f"{events.NEED_KIND}:{row.id}", Level.OWNER_CONFIDENTIAL
        key = keep_document(document, scope=scope_of_state(row.state_code), level=level, about=about, by=by, at=at)
        row.priority_document = key
    row.save(update_fields=["priority", "priority_agreed_on", "priority_document"])
    with acting(SYSTEM):
        _share_anew(row, at=at)
    _tell(events.PRIORITY_AGREED, row, before, values_of(AGREED, wanted), by=by, at=at, face=face)


@transaction.atomic
def share_need(need: UUID, organisation: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Show a need to an organisation that a consent of the State names, for as long as that consent counts.

    Raises:
        Refused: there is no such need for the actor, or they may not.
        UnableTo: no consent covers it (every reason is said), or the State has agreed to no priority.
    """
    row = _held(need, by=by)
    if not (can(by, ASSESSMENTS_KEEP, on=row) or can(by, ASSESSMENTS_ANSWER, on=row)):
        raise Refused
    if not row.priority:
        raise UnableTo({EVERYWHERE: _("The State has not agreed to a priority. Ask its focal point for one first.")})
    with acting(SYSTEM):
        see_that_it_may_be_shown(row)
        consent = _consent_that_covers(row, str(organisation), at=at)
        if SharedNeed.objects.filter(need=row, organisation=organisation).exists():
            raise UnableTo({"organisation": _("It is shared with this organisation already.")})
        shared = SharedNeed(need=row, organisation=organisation, shared_on=at.date())
        _fill(shared, row, consent)
        keep_found("shared-need", [shared.id], is_new=True)
    words = {"organisation": NameOf(organisation)}
    _tell(events.NEED_SHARED, row, {}, {}, by=by, at=at, face=face, **words)


@transaction.atomic
def unshare_need(need: UUID, organisation: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Stop showing a need to an organisation.

    Raises:
        Refused: there is no such need for the actor, they may not, or it is not shared with that organisation.
    """
    row = _held(need, by=by)
    if not (can(by, ASSESSMENTS_KEEP, on=row) or can(by, ASSESSMENTS_ANSWER, on=row)):
        raise Refused
    with acting(SYSTEM):
        shared = or_refuse(SharedNeed.objects.filter(need=row, organisation=organisation).first())
        key = shared.id
        shared.delete()
        keep_found("shared-need", [key])
    _tell(events.NEED_UNSHARED, row, {}, {}, by=by, at=at, face=face, organisation=NameOf(organisation))


def note_need_opened(need: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Write down that somebody opened a need that only the State and those named for it may see."""
    row = or_refuse(Need.objects.visible_to(by).filter(id=need).first())
    subject = events.need_subject(row.id, state=row.state_code, level=Level(row.level))
    note_reading(events.NEED_OPENED, about=subject, by=by, at=at, face=face, need=row.title)


def _write(row: Need, wanted: NeedDetails, *, by: Actor, at: datetime) -> None:
    problems = problems_of(STATED, wanted)
    if wanted.state and wanted.state not in state_names(on=at.date()):
        problems["state"] = unknown_state()
    if any(one not in all_instruments() for one in wanted.instruments):
        problems["instruments"] = unknown_instrument()
    assessment = _assessment(wanted, problems, by=by)
    finding = finding_in(assessment, wanted.finding, problems)
    if problems:
        raise UnableTo(problems)
    level = level_below(assessment.consent if assessment else None)
    see_that_it_can_be_written(by, level, wanted.state)
    row.level, row.owner = level, str(scope_of_state(wanted.state))
    row.state_code, row.title, row.topic, row.what = wanted.state, wanted.title, wanted.topic, wanted.what
    row.instruments, row.assessment, row.finding = [*wanted.instruments], assessment, finding
    row.save()


def _assessment(wanted: NeedDetails, problems: dict[str, str], *, by: Actor) -> Assessment | None:
    if not wanted.assessment:
        return None
    is_number = wanted.assessment.isascii() and wanted.assessment.isdecimal() and len(wanted.assessment) < 19
    found = Assessment.objects.visible_to(by).filter(id=int(wanted.assessment)).first() if is_number else None
    if found is None or found.state_code != wanted.state:
        problems["assessment"] = _("Choose a visit or desk review of this State.")
        return None
    row = held(found.pk, by=by)
    see_that_it_may_go_on(row)
    return row


def _held(need: UUID, *, by: Actor) -> Need:
    row: Need = or_refuse(Need.objects.visible_to(by).select_for_update().filter(id=need).first())
    return row


def _details(row: Need) -> NeedDetails:
    return NeedDetails(
        row.state_code, row.title, row.topic, row.what, tuple(row.instruments), str(row.assessment_id or ""),
        str(row.finding_id or ""),
    )  # fmt: skip


def see_that_it_may_be_shown(row: Need) -> None:
    """Go on if what a need was found under was not withdrawn: another consent does not bring it back by itself.

    Raises:
        UnableTo: it was.
    """
    rests_on = row.assessment.consent if row.assessment is not None else None
    if rests_on is not None and rests_on.withdrawn_at is not None:
        raise UnableTo({"organisation": str(NOT_SHARED[NotShared.WITHDRAWN])})


def _consent_that_covers(row: Need, organisation: str, *, at: datetime) -> Consent:
    """Return the consent under which a need may be shown; where none covers it, say what the nearest one lacks."""
    nearest: tuple[NotShared, ...] = (NotShared.NO_CONSENT,)
    # Locked, so that a withdrawal at the same moment comes before or after, and not between.
    rows = Consent.objects.select_for_update().filter(state_code=row.state_code).order_by("-valid_until", "id")
    for place, consent in enumerate(rows):
        why = _why_not(row, consent, organisation, at=at)
        if not why:
            return consent
        nearest = why if place == 0 or len(why) < len(nearest) else nearest
    raise UnableTo({"organisation": " ".join(str(NOT_SHARED[reason]) for reason in nearest)})


def _why_not(row: Need, consent: Consent, organisation: str, *, at: datetime) -> tuple[NotShared, ...]:
    return why_not_shared(
        scope_of(consent),
        what=Shareable.NEEDS,
        topic=row.topic,
        state=row.state_code,
        organisation=organisation,
        on=at.date(),
    )


def _share_anew(row: Need, *, at: datetime) -> None:
    """Bring what is shown of a need to what the need is now; what its consent no longer covers is shown no more."""
    keys = []
    for shared in list(SharedNeed.objects.filter(need=row).select_related("consent")):
        keys.append(shared.id)
        if _why_not(row, shared.consent, str(shared.organisation), at=at):
            shared.delete()
        else:
            _fill(shared, row, shared.consent)
    keep_found("shared-need", keys)


def _fill(shared: SharedNeed, row: Need, consent: Consent) -> None:
    shows_finding = Shareable.FINDINGS in consent.may_share and row.finding is not None
    shared.consent, shared.until, shared.state_code = consent, consent.valid_until, row.state_code
    shared.title, shared.topic, shared.what, shared.priority = row.title, row.topic, row.what, row.priority
    shared.instruments = [*row.instruments]
    shared.found = row.finding.text if shows_finding and row.finding is not None else ""
    shared.save()


def _tell(
    event: EventType,
    row: Need,
    before: Changes,
    after: Changes,
    *,
    by: Actor,
    at: datetime,
    face: Face,
    **words: object,
) -> None:
    about = events.need_subject(row.id, state=row.state_code)
    record(event, about=about, by=by, at=at, face=face, before=before, after=after, need=row.title, **words)

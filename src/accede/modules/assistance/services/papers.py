"""Add the papers by which an activity passes its gates, confirm exceptions, name partners."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.assistance.activities import ActivityState
from accede.foundation.access import Actor, Level, or_refuse
from accede.foundation.audit import Face, NameOf
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.files.documents import FIELD, Document, keep_document, no_document
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.foundation.saving import save_once
from accede.modules.assessments.services.consents import organisations_to_name
from accede.modules.assistance import events
from accede.modules.assistance.fields.papers import PAPERS, PARTNER_STATED, PaperDetails, PartnerDetails
from accede.modules.assistance.models import Activity, ActivityPaper, ActivityPartner
from accede.modules.assistance.services.activities import held_activity


@transaction.atomic
def add_paper(
    number: int, wanted: PaperDetails, document: Document | None, *, by: Actor, at: datetime, face: Face = Face.WEB
) -> None:
    """Add a paper to an activity; all but a decision need their document.

    Raises:
        Refused: there is no such activity for the actor, or they may not.
        UnableTo: it is not described whole, its day lies ahead, the document is missing, or the activity is over.
    """
    row = _open(number, by=by)
    fields = PAPERS[wanted.kind]
    problems = problems_of(fields, wanted)
    if wanted.on is not None and wanted.on > at.date():
        problems["on"] = _("This day lies ahead. Write the day when it has come.")
    if wanted.until is not None and wanted.on is not None and wanted.until < wanted.on:
        problems["until"] = _("This day lies before the first one.")
    if document is None and wanted.kind != "decision":
        problems[FIELD] = no_document()
    if problems or wanted.on is None:
        raise UnableTo(problems)
    key = None
    if document is not None:
        about = f"activity:{row.pk}"
        key = keep_document(document, scope=row.belongs_to, level=Level.PROGRAMME, about=about, by=by, at=at)
    ActivityPaper.objects.create(
        level=row.level,
        owner=row.owner,
        activity=row,
        kind=wanted.kind,
        about=wanted.about,
        on=wanted.on,
        until=wanted.until,
        answer=wanted.answer,
        text=wanted.text,
        codes=[*wanted.codes],
        budget_line=wanted.budget_line,
        indicator=wanted.indicator,
        document=key,
        made_at=at,
        made_by=by.person,
    )
    subject, stated = events.activity_subject(row.pk, row.belongs_to), values_of(fields, wanted)
    record(events.PAPER_ADDED[wanted.kind], about=subject, by=by, at=at, face=face, after=stated, activity=row.title)


@transaction.atomic
def confirm_exception(number: int, paper: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Confirm an exception that another person proposed.

    Raises:
        Refused: there is no such exception for the actor, or they may not.
        UnableTo: the actor proposed it, or it is confirmed already.
    """
    row = _open(number, by=by)
    rows = ActivityPaper.objects.visible_to(by).filter(activity=row, kind="exception", id=paper)
    found: ActivityPaper = or_refuse(rows.select_for_update().first())
    if found.confirmed_at is not None:
        raise UnableTo({EVERYWHERE: _("This exception is confirmed already.")})
    if found.made_by == by.person:
        raise UnableTo({EVERYWHERE: _("An exception needs a second person. Ask somebody else who holds the right.")})
    found.confirmed_at, found.confirmed_by = at, by.person
    found.save(update_fields=["confirmed_at", "confirmed_by"])
    subject = events.activity_subject(row.pk, row.belongs_to)
    record(events.EXCEPTION_CONFIRMED, about=subject, by=by, at=at, face=face, activity=row.title)


@transaction.atomic
def name_partner(number: int, wanted: PartnerDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Name a body that takes part in an activity, with its role.

    Raises:
        Refused: there is no such activity for the actor, or they may not.
        UnableTo: it is not described whole, it has that role already, or the activity is over.
    """
    row = _open(number, by=by)
    problems = problems_of(PARTNER_STATED, wanted)
    if wanted.organisation is not None and str(wanted.organisation) not in organisations_to_name(on=at.date()):
        problems["organisation"] = _("Choose from the organisations that are recorded.")
    if problems or wanted.organisation is None:
        raise UnableTo(problems)
    partner = ActivityPartner(
        level=row.level, owner=row.owner, activity=row, organisation_id=wanted.organisation, role=wanted.role
    )
    save_once(partner, {"role": _("This body has that role already.")}, is_new=True)
    subject = events.activity_subject(row.pk, row.belongs_to)
    stated = values_of(PARTNER_STATED, wanted) | {"organisation": NameOf(wanted.organisation)}
    record(events.PARTNER_NAMED, about=subject, by=by, at=at, face=face, after=stated, activity=row.title)


def _open(number: int, *, by: Actor) -> Activity:
    row = held_activity(number, by=by)
    if row.state not in {ActivityState.PLANNED, ActivityState.APPROVED}:
        raise UnableTo({EVERYWHERE: _("Papers are added while it is planned or approved.")})
    return row

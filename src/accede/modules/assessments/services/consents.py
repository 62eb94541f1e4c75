"""Record the consent of a State, and its withdrawal, which stops and hides at once whatever rests on it."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.assessments.consents import Shareable
from accede.foundation.access import SYSTEM, Actor, Level, or_refuse, require
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.files.documents import FIELD, Document, keep_document, no_document
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.foundation.search.writing import keep_found
from accede.modules.assessments import events
from accede.modules.assessments.access import ASSESSMENTS_ANSWER
from accede.modules.assessments.fields.consents import STATED, WITHDRAWN, ConsentDetails, WithdrawalDetails
from accede.modules.assessments.models import Consent
from accede.modules.assessments.queries.found import resting_on
from accede.modules.assessments.services.levels import scope_of_state
from accede.modules.identity.queries.organisations import organisations_with_roles
from accede.modules.identity.queries.scopes import state_names

Problems = dict[str, str]
_BESIDE_STATES = ("un-body", "regional", "secretariat", "donor")


def organisations_to_name(*, on: date) -> dict[str, str]:
    """Return the organisations that can take part in assessments, or be shown needs: keys and names."""
    return organisations_with_roles(_BESIDE_STATES, on=on)


@transaction.atomic
def record_consent(
    new: ConsentDetails, document: Document | None, *, by: Actor, at: datetime, face: Face = Face.WEB
) -> UUID:
    """Record the consent that a State has given, with its document; return its key.

    Raises:
        Refused: the actor may not speak for that State.
        UnableTo: it is not described whole, its days cannot be, or the document is missing or not taken.
    """
    require(by, ASSESSMENTS_ANSWER, on=scope_of_state(new.state) if new.state else None)
    problems = problems_of(STATED, new)
    if document is None:
        problems[FIELD] = no_document()
    _look_at_state(new, problems)
    _look_at_days(new, problems, today=at.date())
    _look_at_sharing(new, problems, known=organisations_to_name(on=at.date()))
    if problems or document is None or new.given_on is None or new.valid_from is None or new.valid_until is None:
        raise UnableTo(problems)
    row = Consent(
        level=Level.PROGRAMME,
        owner=str(scope_of_state(new.state)),
        state_code=new.state,
        authority=new.authority,
        reference=new.reference,
        given_on=new.given_on,
        valid_from=new.valid_from,
        valid_until=new.valid_until,
        topics=[*new.topics],
        participants=[*new.participants],
        may_share=[*new.may_share],
        share_with=[*new.share_with],
        recorded_at=at,
    )
    about = f"{events.CONSENT_KIND}:{row.id}"
    row.document = keep_document(
        document, scope=scope_of_state(new.state), level=Level.PROGRAMME, about=about, by=by, at=at
    )
    row.save(force_insert=True)
    keep_found("consent", [row.id], is_new=True)
    subject, stated = events.consent_subject(row.id, state=row.state_code), values_of(STATED, new)
    record(events.CONSENT_RECORDED, about=subject, by=by, at=at, face=face, after=stated, consent=row.reference)
    return row.id


@transaction.atomic
def withdraw_consent(
    consent: UUID,
    wanted: WithdrawalDetails,
    document: Document | None = None,
    *,
    by: Actor,
    at: datetime,
    face: Face = Face.WEB,
) -> None:
    """Record that a State withdraws its consent: at once nothing of what rests on it goes further.

    From this transaction on nobody but the State and those who are named for it is shown any of it. The database hides
    the rows itself, by a trigger; here the index of the search follows. No document is asked for: a State that
    withdraws is heeded first.

    Raises:
        Refused: there is no such consent for the actor, or they may not speak for that State.
        UnableTo: it is withdrawn already, or its day cannot be.
    """
    row: Consent = or_refuse(Consent.objects.visible_to(by).select_for_update().filter(id=consent).first())
    require(by, ASSESSMENTS_ANSWER, on=row)
    if row.withdrawn_at is not None:
        raise UnableTo({EVERYWHERE: _("This consent was withdrawn already.")})
    problems = problems_of(WITHDRAWN, wanted)
    day = wanted.withdrawn_on
    if day is not None and day > at.date():
        problems["withdrawn_on"] = _("This day lies ahead. Write the day when it has come.")
    elif day is not None and day < row.given_on:
        problems["withdrawn_on"] = _("This day lies before the day on which the consent was given.")
    if problems or day is None:
        raise UnableTo(problems)
    if document is not None:
        about = f"{events.CONSENT_KIND}:{row.id}"
        scope, level = row.belongs_to, Level.PROGRAMME
        row.withdrawal_document = keep_document(document, scope=scope, level=level, about=about, by=by, at=at)
    with acting(SYSTEM):
        assessments, needs, shared = resting_on(row.id)
    row.withdrawn_on, row.withdrawn_at, row.withdrawal = day, at, wanted.withdrawal
    row.save(update_fields=["withdrawn_on", "withdrawn_at", "withdrawal", "withdrawal_document"])
    with acting(SYSTEM):
        keep_found("assessment", assessments)
        keep_found("need", needs)
        keep_found("shared-need", shared)
    subject, stated = events.consent_subject(row.id, state=row.state_code), values_of(WITHDRAWN, wanted)
    record(events.CONSENT_WITHDRAWN, about=subject, by=by, at=at, face=face, after=stated, consent=row.reference)


def unknown_state() -> str:
    """Return what to say where no State of that day has a code."""
    return _("There was no such State on that day.")


def _look_at_state(new: ConsentDetails, problems: Problems) -> None:
    if new.state and new.given_on is not None and new.state not in state_names(on=new.given_on):
        problems["state"] = unknown_state()


def _look_at_days(new: ConsentDetails, problems: Problems, *, today: date) -> None:
    if new.given_on is not None and new.given_on > today:
        problems["given_on"] = _("This day lies ahead. Write the day when it has come.")
    if new.valid_from and new.valid_until and new.valid_until < new.valid_from:
        problems["valid_until"] = _("This day lies before the first one.")


def _look_at_sharing(new: ConsentDetails, problems: Problems, *, known: Mapping[str, str]) -> None:
    for key, wanted in (("participants", new.participants), ("share_with", new.share_with)):
        if any(one not in known for one in wanted):
            problems[key] = unknown_organisations()
    if bool(new.may_share) != bool(new.share_with):
        problems["share_with" if new.may_share else "may_share"] = _(
            "Say both what may be shared and with whom, or neither."
        )
    if Shareable.FINDINGS in new.may_share and Shareable.NEEDS not in new.may_share:
        problems["may_share"] = _("Findings are shared with the needs that they are behind: choose needs too.")


def unknown_organisations() -> str:
    """Return what to say where something is no organisation that can be named."""
    return _("Choose from the organisations that are recorded.")

"""Ask for assistance, and register what came as a paper."""

from datetime import datetime
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.assistance.requests import RequestState
from accede.foundation import files
from accede.foundation.access import Actor, Level, Refused, Scope, can, require
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.files.checking import tidied_name
from accede.foundation.files.storing import Belonging, store
from accede.foundation.numbers import number_by_chance
from accede.foundation.problems import UnableTo
from accede.foundation.workflow.stepping import take_step
from accede.modules.assistance import events
from accede.modules.assistance.access import REQUESTS_FILE, REQUESTS_HANDLE
from accede.modules.assistance.fields.requests import OF_PAPER, REGISTERED, PaperDetails, RequestDetails
from accede.modules.assistance.models import AssistanceRequest
from accede.modules.assistance.queries.beside import about, files_with
from accede.modules.assistance.queries.requests import rows_visible_to, scopes_to_ask_for
from accede.modules.assistance.services.flow import REQUESTS, called
from accede.modules.assistance.services.stating import problems_with, state_in, stated_in
from accede.modules.identity.queries.organisations import organisations_visible_to
from accede.modules.identity.services.scopes import problem_of_state

STATE = "state"
"""The kind of scope that stands for a State."""
MOST_FILES = 10
_ENDED = frozenset({RequestState.CLOSED, RequestState.WITHDRAWN, RequestState.DECLINED, RequestState.JOINED})


@transaction.atomic
def begin_request(owner: Scope, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Begin a request in the name of a State or an organisation; until it is sent its writer alone reads it.

    Raises:
        Refused: the actor may not ask in that name.
    """
    if owner not in scopes_to_ask_for(by):
        raise Refused
    row = _new(owner, channel="form", at=at)
    row.level, row.readers = Level.RESTRICTED, [by.person] if by.person else []
    row.save(force_insert=True)
    record(events.REQUEST_BEGUN, about=REQUESTS.subject(row), by=by, at=at, face=face)
    return row.pk


@transaction.atomic
def send_request(number: int, stated: RequestDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Send a request that was begun: it is received, and gets its number.

    Raises:
        Refused: there is no such request for the actor.
        UnableTo: it does not state what it must.
        Overtaken: it was sent already.
    """
    row = rows_visible_to(by).select_for_update(of=("self",)).filter(pk=number).first()
    if row is None or not can(by, REQUESTS_FILE, on=row):
        raise Refused
    if row.state == RequestState.DRAFT:
        if problems := problems_with(stated, received_on=at.date()):
            raise UnableTo(problems)
        _write(row, stated, by=by, at=at, face=face)
    take_step(REQUESTS, "submit", number, by=by, at=at, face=face)


@transaction.atomic
def file_request(owner: Scope, stated: RequestDetails, *, by: Actor, at: datetime, face: Face = Face.WEB) -> int:
    """Ask for assistance in one go; return the key of the request. Where it cannot be sent, nothing was begun.

    Raises:
        Refused: the actor may not ask in that name.
        UnableTo: it does not state what it must.
    """
    number = begin_request(owner, by=by, at=at, face=face)
    send_request(number, stated, by=by, at=at, face=face)
    return number


@transaction.atomic
def register_request(
    paper: PaperDetails, stated: RequestDetails, *, by: Actor, at: datetime, face: Face = Face.WEB
) -> int:
    """Register a request that came as a paper: it is received, and gets its number.

    Raises:
        Refused: the actor may not, for that State or organisation.
        UnableTo: all that is wrong, by field.
    """
    require(by, REQUESTS_HANDLE)
    problems = problems_of(OF_PAPER, paper)
    received_on = paper.received_on or at.date()
    if received_on > at.date():
        problems["received_on"] = _("This day lies ahead. Write the day when it has come.")
    problems |= _problems_of_owner(paper, by, at)
    problems |= problems_with(stated, received_on=received_on)
    if problems:
        raise UnableTo(problems)
    owner = Scope(ORGANISATION, str(paper.organisation)) if paper.organisation else Scope(STATE, paper.state_code)
    if not can(by, REQUESTS_HANDLE, on=owner):
        raise UnableTo({"state_code": _("Your role does not reach this State or organisation.")})
    row = _new(owner, channel=paper.channel, at=at)
    row.received_on, row.level = received_on, Level.PROGRAMME
    row.save(force_insert=True)
    _write(row, stated, by=by, at=at, face=face)
    take_step(REQUESTS, "register", row.pk, by=by, at=at, face=face)
    return row.pk


@transaction.atomic
def attach_file(number: int, stream: BinaryIO, *, name: str, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Keep a file with a request: the letter by which it was asked, or what belongs to it.

    Raises:
        Refused: there is no such request that the actor may add to.
        FileNotTaken: it is no file that is taken.
        UnableTo: there are too many, or nothing more is done for the request.
    """
    row = rows_visible_to(by).select_for_update(of=("self",)).filter(pk=number).first()
    if row is None or not (can(by, REQUESTS_FILE, on=row) or can(by, REQUESTS_HANDLE, on=row)):
        raise Refused
    if row.state in _ENDED:
        raise UnableTo({"file": _("Nothing more is done for this request.")})
    if len(files_with(by, number)) >= MOST_FILES:
        raise UnableTo({"file": _("At most %(most)s files are kept with a request.") % {"most": MOST_FILES}})
    looked = files.look_at(stream, name=name)
    belonging = Belonging(Level(row.level), row.belongs_to, tuple(row.readers), about(number))
    kept = store(stream, looked, name=tidied_name(name), belonging=belonging, by=by, at=at)
    record(
        events.FILE_ATTACHED, about=REQUESTS.subject(row), by=by, at=at, face=face, file=kept.name, request=called(row)
    )


def organisations_that_ask(actor: Actor, *, on: datetime) -> dict[str, str]:
    """Return the regional organisations, which may ask for assistance as States do: keys and names."""
    found = organisations_visible_to(actor, on=on.date()).all()
    return {str(one.id): one.name for one in found if "regional" in one.roles and one.ended_on is None}


def _problems_of_owner(paper: PaperDetails, by: Actor, at: datetime) -> dict[str, str]:
    if bool(paper.state_code) == (paper.organisation is not None):
        return {"state_code": _("Name the State that asks, or else the organisation.")}
    if paper.organisation is not None:
        known = str(paper.organisation) in organisations_that_ask(by, on=at)
        return {} if known else {"organisation": _("Choose an organisation that is recorded as a regional one.")}
    wrong = problem_of_state(paper.state_code, on=paper.received_on or at.date())
    return {"state_code": wrong} if wrong else {}


def _new(owner: Scope, *, channel: str, at: datetime) -> AssistanceRequest:
    return AssistanceRequest(
        id=number_by_chance(),
        owner=str(owner),
        state_code=owner.value if owner.kind == STATE else "",
        organisation_id=owner.value if owner.kind == ORGANISATION else None,
        state=RequestState.DRAFT.value,
        channel=channel,
        waits_for="writer",
        begun_at=at,
    )


def _write(row: AssistanceRequest, stated: RequestDetails, *, by: Actor, at: datetime, face: Face) -> None:
    before = values_of(REGISTERED[len(OF_PAPER) :], stated_in(row))
    state_in(row, stated)
    row.save()
    after = values_of(REGISTERED[len(OF_PAPER) :], stated)
    about_it = REQUESTS.subject(row)
    record(
        events.REQUEST_STATED, about=about_it, by=by, at=at, face=face, before=before, after=after, request=called(row)
    )

"""Bring a law of a State in: read it, look at what was read, then confirm or discard it."""

import io
from dataclasses import dataclass, replace
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.core.legislation.provisions import Place
from accede.foundation.access import Actor, Level, Scope, or_refuse, require
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.files import FileNotTaken, Kind, Looked, look_at, measure
from accede.foundation.files.checking import tidied_name
from accede.foundation.files.storing import Belonging, let_go, store
from accede.foundation.imports.problems import FileRefused, explain
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.identity.queries.scopes import state_names
from accede.modules.legislation import events
from accede.modules.legislation.access import LAWS_KEEP
from accede.modules.legislation.fields.laws import STATED, LawDetails
from accede.modules.legislation.models import Law, LawProvision
from accede.modules.legislation.services.problems import WORDS
from accede.modules.legislation.services.reading import MOST_BYTES, ReadLaw, read_given
from accede.modules.legislation.services.versions import carry_over, look_at_wording, wording_before

FIELD = "document"
_READ_AS = {"text": Kind.TEXT, "html": Kind.HTML, "json": Kind.JSON, "xml": Kind.XML}
"""What text is kept as, once its reader has told what it is; other files are looked at as all that come."""


@dataclass(frozen=True, slots=True)
class LawFile:
    """A file that somebody brings, and the name that it came with."""

    stream: BinaryIO
    name: str


@transaction.atomic
def bring_law_in(
    new: LawDetails,
    file: LawFile | None,
    *,
    by: Actor,
    at: datetime,
    replaces: UUID | None = None,
    face: Face = Face.WEB,
) -> UUID:
    """Read a law and keep it with its file until somebody confirms what was read; return its key.

    `replaces`: the law of which this is the next wording; its decisions are carried over when it is confirmed.

    Raises:
        Refused: the actor may not keep laws of that State, or there is no such law to follow.
        UnableTo: it is not described whole, its days cannot be, or the file is missing, not taken or no law; or the law
            before is not confirmed, followed already, in another language or of later days.
    """
    before = wording_before(replaces, by=by) if replaces is not None else None
    if before is not None:
        new = replace(new, state=before.state_code)
    require(by, LAWS_KEEP, on=Scope("state", new.state) if new.state else None)
    problems = problems_of(STATED, new)
    _look_at_days(new, problems, at=at)
    read = _read(file, problems)
    if before is not None:
        look_at_wording(before, new, read.law.language if read else "", problems)
    if problems or file is None or read is None or new.checked_on is None:
        raise UnableTo(problems)
    row = Law(
        state_code=new.state,
        title=new.title,
        language=read.law.language,
        is_translation=new.is_translation,
        in_force_from=new.in_force_from,
        in_force_until=new.in_force_until,
        source=new.source,
        checked_on=new.checked_on,
        format=read.law.format,
        text=read.law.text,
        notes=list(read.law.notes),
        recorded_at=at,
        replaces=before,
    )
    _keep_file(row, file, read.law.format, by=by, at=at)
    row.save(force_insert=True)
    LawProvision.objects.bulk_create(_provisions(row, read), batch_size=1000)
    subject = events.law_subject(row.id, state=row.state_code)
    record(events.LAW_READ, about=subject, by=by, at=at, face=face, after=values_of(STATED, new), law=row.title)
    return row.id


@transaction.atomic
def confirm_law(law: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Record that a person looked at what was read of a law: from now on it is asked.

    Where it follows a wording, that one ends on the day before, and what was decided of it is carried over.

    Raises:
        Refused: there is no such law for the actor, or they may not keep it.
        UnableTo: it was confirmed already.
    """
    row = _unconfirmed(law, by=by)
    row.is_confirmed = True
    row.save(update_fields=["is_confirmed"])
    if row.replaces is not None:
        carry_over(row.replaces, row)
    record(
        events.LAW_CONFIRMED,
        about=events.law_subject(row.id, state=row.state_code),
        by=by,
        at=at,
        face=face,
        law=row.title,
    )


@transaction.atomic
def discard_law(law: UUID, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Take a law away that nobody confirmed, with its file; the record keeps that it was there.

    Raises:
        Refused: there is no such law for the actor, or they may not keep it.
        UnableTo: it was confirmed: answers may rest on it.
    """
    row = _unconfirmed(law, by=by)
    subject = events.law_subject(row.id, state=row.state_code)
    let_go(_about(row), at=at)
    row.provisions.all().delete()
    row.delete()
    record(events.LAW_DISCARDED, about=subject, by=by, at=at, face=face, law=row.title)


def _unconfirmed(law: UUID, *, by: Actor) -> Law:
    row: Law = or_refuse(Law.objects.visible_to(by).select_for_update().filter(id=law).first())
    require(by, LAWS_KEEP, on=Scope("state", row.state_code))
    if row.is_confirmed:
        raise UnableTo({EVERYWHERE: _("This law was confirmed already. It stays, since answers may rest on it.")})
    return row


def _look_at_days(new: LawDetails, problems: dict[str, str], *, at: datetime) -> None:
    if new.state and new.state not in state_names(on=at.date()):
        problems["state"] = _("There was no such State on that day.")
    if new.checked_on and new.checked_on > at.date():
        problems["checked_on"] = _("This day lies ahead. Write the day when it has come.")
    if new.in_force_from and new.in_force_until and new.in_force_until < new.in_force_from:
        problems["in_force_until"] = _("This day lies before the first one.")


def _read(file: LawFile | None, problems: dict[str, str]) -> ReadLaw | None:
    if file is None:
        problems[FIELD] = _("Add the file with the text of the law.")
        return None
    try:
        file.stream.seek(0)
        return read_given(file.stream.read(), name=file.name)
    except FileRefused as refusal:
        problems[FIELD] = " ".join(explain(one, WORDS) for one in refusal.problems)
        return None


def _keep_file(row: Law, file: LawFile, read_as: str, *, by: Actor, at: datetime) -> None:
    try:
        stream = io.BytesIO()
        file.stream.seek(0)
        stream.write(file.stream.read())
        if read_as in _READ_AS:
            looked = Looked(_READ_AS[read_as], *measure(stream, most_bytes=MOST_BYTES))
        else:
            looked = look_at(stream, name=file.name, most_bytes=MOST_BYTES)
        if Law.objects.filter(state_code=row.state_code, sha256=looked.sha256).exists():
            raise UnableTo({FIELD: _("This file is here already, as a law of this State.")})
        belonging = Belonging(Level.PROGRAMME, Scope("state", row.state_code), about=_about(row))
        name = tidied_name(file.name)
        row.file = store(stream, looked, name=name, belonging=belonging, by=by, at=at).id
        row.sha256 = looked.sha256
    except FileNotTaken as refused:
        raise UnableTo({FIELD: " ".join(refused.problems)}) from refused


def _about(row: Law) -> str:
    return f"{events.LAW_KIND}:{row.id}"


def _provisions(row: Law, read: ReadLaw) -> list[LawProvision]:
    return [
        LawProvision(
            law=row,
            state_code=row.state_code,
            place_in_law=place,
            key=one.key,
            number=one.number,
            heading=one.heading,
            within=list(one.within),
            place=one.place.value,
            start=one.start,
            body_from=one.body_from,
            end=one.end,
        )
        for place, one in enumerate(read.segmented.provisions)
        if one.place is not Place.CONTENTS
    ]

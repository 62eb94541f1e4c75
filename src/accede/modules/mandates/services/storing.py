"""Writes a mandate with a reading, its paragraphs and duties, all or nothing."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from accede.core.mandates.clauses.deadline import Deadline, decisive, further
from accede.core.mandates.duties import Duty as ReadDuty
from accede.core.mandates.identity import Standing
from accede.core.mandates.reading import Reading as ReadReading
from accede.foundation.access import Actor
from accede.modules.mandates.models import Duty, Mandate, Paragraph, Reading, ReadingKind
from accede.modules.mandates.queries.reading_data import paragraph_data, reading_data
from accede.modules.mandates.services.document_lines import DocumentText


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who brings something in, when; into which series, and on which day it was adopted, if they say so."""

    by: str
    at: datetime
    series: str = ""
    given_adopted_on: date | None = None


def named(by: Actor) -> str:
    """Return how a row names who wrote it: by key, since a name may have to be taken out later."""
    return str(by.person) if by.person else "operator"


def reference_of(symbol: str) -> str:
    """Return a symbol as it stands in addresses: E/RES/2007/18 is E-RES-2007-18, A/RES/118(II) is A-RES-118-II."""
    return symbol.replace("/", "-").replace("(", "-").replace(")", "").replace(".", "-").replace(" ", "-")


def store_reading(
    reading: ReadReading, document: DocumentText, *, duties: Iterable[ReadDuty], digest: str, stamp: Stamp
) -> Reading:
    """Write a reading that was imported, with its duties; call it inside a transaction."""
    mandate = _mandate(reading, stamp.series)
    row = Reading.objects.create(
        mandate=mandate,
        kind=ReadingKind.IMPORTED,
        digest=digest,
        file_name=document.name,
        format=document.format,
        lines=list(document.lines),
        data=_plain({**reading_data(reading), "paragraphs": []}),
        read_at=stamp.at,
        read_by=stamp.by,
        given_adopted_on=stamp.given_adopted_on,
    )
    Paragraph.objects.bulk_create(
        Paragraph(
            reading=row,
            place=one.place,
            path=one.path,
            kind=one.block.kind,
            part=one.block.part,
            division=one.block.division,
            number=one.block.number,
            level=one.block.level,
            text=one.block.text,
            phrase=one.lead.phrase if one.lead else "",
            base=one.lead.base if one.lead else "",
            data=_plain(paragraph_data(one)),
        )
        for one in reading.paragraphs
    )
    Duty.objects.bulk_create(_duties(row, duties))
    return row


def _mandate(reading: ReadReading, series: str) -> Mandate:
    known = Mandate.objects.filter(symbol=reading.symbol).first()
    # A draft whose adopted text is in the record stays superseded, whatever is read of the draft again.
    standing = Standing.SUPERSEDED if known and known.standing == Standing.SUPERSEDED else reading.standing
    mandate, _made = Mandate.objects.update_or_create(
        symbol=reading.symbol,
        defaults={
            "reference": reference_of(reading.symbol),
            "organ": reading.organ,
            "adopting_organ": reading.adopting_organ,
            "adopted_on": reading.adopted_on,
            "session": reading.session,
            "standing": standing,
            "genre": reading.genre,
            "sponsors": list(reading.sponsors),
            **({"title": reading.title} if reading.title else {}),
            **({"series": series} if series else {}),
        },
    )
    _supersede_draft(reading)
    return mandate


def _supersede_draft(reading: ReadReading) -> None:
    """An adopted text takes the place of the draft of the same title recommended to its organ in the year before."""
    if reading.standing is not Standing.ADOPTED or not reading.title or reading.adopted_on is None:
        return
    Mandate.objects.filter(
        standing=Standing.RECOMMENDED,
        adopting_organ=reading.organ,
        title__iexact=reading.title,
        adopted_on__lte=reading.adopted_on,
        adopted_on__gte=reading.adopted_on - timedelta(days=366),
    ).update(standing=Standing.SUPERSEDED)


def _duties(row: Reading, duties: Iterable[ReadDuty]) -> list[Duty]:
    made = []
    for place, duty in enumerate(duties):
        due = decisive(duty.due)
        made.append(
            Duty(
                reading=row,
                place=place,
                key=duty.key,
                paragraph=duty.paragraph,
                asked_at=duty.place,
                verb=duty.verb,
                strength=duty.strength,
                owed_by=list(duty.owed_by),
                owed_to=duty.owed_to,
                what=duty.what,
                gates=list(duty.gates),
                evidence=list(duty.evidence),
                section=duty.section,
                **due_fields(due),
                further_due=[_plain(due_fields(one)) for one in further(duty.due)],
            )
        )
    return made


def due_fields(due: Deadline | None) -> dict[str, object]:
    """Return a deadline as the columns of a duty."""
    if due is None:
        return {}
    return {
        "due_words": due.text,
        "due_from": due.due_from,
        "due_until": due.due_until,
        "due_source": due.source,
        "due_certainty": due.certainty or "",
        "due_reason": due.reason,
        "every_months": due.every_months,
    }


def _plain(value: object) -> object:
    return json.loads(json.dumps(value, default=lambda one: one.isoformat() if isinstance(one, date) else str(one)))

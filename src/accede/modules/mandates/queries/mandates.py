"""Mandates, their newest readings, paragraphs and duties, with the corrections that hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Prefetch, Q, QuerySet

from accede.modules.mandates.models import Correction, Duty, Mandate, Paragraph, Reading, ReadingKind


@dataclass(frozen=True, slots=True)
class MandateLine:
    """A mandate in a list: `imported_id` and `coded_id` are its newest readings of each kind, None for none."""

    symbol: str
    reference: str
    title: str
    organ: str
    adopting_organ: str
    adopted_on: date | None
    session: int | None
    standing: str
    series: str
    imported_id: int | None
    coded_id: int | None
    read_at: datetime | None
    note: str


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A correction that holds."""

    about: str
    field: str
    was: object
    value: object
    why: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ParagraphLine:
    """A paragraph as it stands after corrections; `place` is its own in the reading, a path may come twice."""

    place: int
    path: str
    kind: str
    part: str
    number: str
    level: int | None
    text: str
    phrase: str
    base: str
    data: Mapping[str, object]
    corrected: tuple[CorrectionLine, ...]


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty as it stands after corrections, with the mandate that it comes from."""

    symbol: str
    reference: str
    standing: str
    key: str
    paragraph: str
    strength: str
    owed_by: tuple[str, ...]
    owed_to: str
    what: str
    gates: tuple[str, ...]
    evidence: tuple[str, ...]
    section: str
    due_words: str
    due_from: date | None
    due_until: date | None
    due_source: str
    due_certainty: str
    due_reason: str
    every_months: int | None
    corrected: tuple[CorrectionLine, ...]


def _with_readings() -> QuerySet[Mandate]:
    readings = Reading.objects.order_by("pk").defer("lines")
    return Mandate.objects.prefetch_related(Prefetch("readings", queryset=readings))


def _line(mandate: Mandate) -> MandateLine:
    imported = coded = None
    for reading in mandate.readings.all():
        if reading.kind == ReadingKind.IMPORTED:
            imported = reading
        else:
            coded = reading
    return MandateLine(
        symbol=mandate.symbol,
        reference=mandate.reference,
        title=mandate.title,
        organ=mandate.organ,
        adopting_organ=mandate.adopting_organ,
        adopted_on=mandate.adopted_on,
        session=mandate.session,
        standing=mandate.standing,
        series=mandate.series,
        imported_id=imported.pk if imported else None,
        coded_id=coded.pk if coded else None,
        read_at=imported.read_at if imported else None,
        note=str(coded.data.get("note", "")) if coded else "",
    )


def mandate_lines(*, words: str = "", organ: str = "", series: str = "") -> list[MandateLine]:
    """Return the mandates, the newest first; `words` are looked for in symbols, titles and paragraphs."""
    found = _with_readings()
    words = words.replace("\x00", "")
    if organ:
        found = found.filter(organ=organ)
    if series:
        found = found.filter(series=series)
    if words:
        holding = (
            Paragraph.objects.annotate(words=SearchVector("text", config="english"))
            .filter(words=SearchQuery(words, config="english", search_type="websearch"))
            .values("reading__mandate")
        )
        found = found.filter(Q(symbol__icontains=words) | Q(title__icontains=words) | Q(pk__in=holding))
    lines = [_line(mandate) for mandate in found]
    return sorted(lines, key=lambda line: (line.adopted_on or date.min, line.symbol), reverse=True)


def mandate_at(reference: str) -> MandateLine | None:
    """Return the mandate of a reference ("E-RES-2007-18") or symbol ("E/RES/2007/18"); None for none."""
    reference = reference.replace("\x00", "")
    mandate = _with_readings().filter(Q(reference__iexact=reference) | Q(symbol__iexact=reference)).first()
    return _line(mandate) if mandate is not None else None


def series_of(line: MandateLine) -> list[MandateLine]:
    """Return the other mandates of its series, oldest first."""
    if not line.series:
        return []
    others = [_line(mandate) for mandate in _with_readings().filter(series=line.series).exclude(symbol=line.symbol)]
    return sorted(others, key=lambda one: (one.adopted_on or date.min, one.symbol))


def known_references() -> dict[str, str]:
    """Return the references of all mandates with their symbols, for naming those near to what was asked."""
    return dict(Mandate.objects.values_list("reference", "symbol"))


def organs_and_series() -> tuple[list[str], list[str]]:
    """Return the organs and the series that there are."""
    organs = sorted(set(Mandate.objects.values_list("organ", flat=True)) - {""})
    return organs, sorted(set(Mandate.objects.values_list("series", flat=True)) - {""})


def corrections_of(reading_ids: Iterable[int]) -> list[CorrectionLine]:
    """Return the corrections of readings, oldest first."""
    rows = Correction.objects.filter(reading_id__in=list(reading_ids)).order_by("pk")
    return [CorrectionLine(r.about, r.field, r.was, r.value, r.why, r.corrected_by, r.corrected_at) for r in rows]


def paragraphs_of(reading_id: int) -> list[ParagraphLine]:
    """Return a reading's paragraphs in order, as they stand after corrections."""
    holding = _holding(corrections_of([reading_id]))
    return [
        _paragraph(row, holding.get(paragraph_key(row.path, row.place), {}))
        for row in Paragraph.objects.filter(reading_id=reading_id)
    ]


def paragraph_key(path: str, place: int) -> str:
    """Return what corrections of a paragraph are about: annexes count anew, so that a path may come twice."""
    return f"{path} at {place}"


def _holding(corrections: Iterable[CorrectionLine]) -> dict[str, dict[str, CorrectionLine]]:
    """Return for each paragraph or duty the newest correction of each of its values."""
    holding: dict[str, dict[str, CorrectionLine]] = {}
    for one in corrections:
        holding.setdefault(one.about, {})[one.field] = one
    return holding


def _paragraph(row: Paragraph, corrected: Mapping[str, CorrectionLine]) -> ParagraphLine:
    values = {name: one.value for name, one in corrected.items()}
    data = {**row.data, **({"addressees": values["addressees"]} if "addressees" in values else {})}
    level = values.get("level", row.level)
    return ParagraphLine(
        place=row.place,
        path=row.path,
        kind=str(values.get("kind", row.kind)),
        part=row.part,
        number=str(values.get("number", row.number)),
        level=level if isinstance(level, int) else None,
        text=row.text,
        phrase=str(values.get("phrase", row.phrase)),
        base=str(values.get("base", row.base)),
        data=data,
        corrected=tuple(corrected.values()),
    )


def duties_under(line: MandateLine) -> list[DutyLine]:
    """Return the duties of a mandate: of its coded reading where there is one, else of the newest import."""
    reading_id = line.coded_id or line.imported_id
    if reading_id is None:
        return []
    holding = _holding(corrections_of([reading_id]))
    return [_duty(row, line, holding.get(f"duty {row.key}", {})) for row in Duty.objects.filter(reading_id=reading_id)]


def duties_due(lines: Iterable[MandateLine]) -> list[DutyLine]:
    """Return the duties of mandates for which a time is set, the earliest first; those without a known day last."""
    by_reading = {line.coded_id or line.imported_id: line for line in lines if line.coded_id or line.imported_id}
    rows = Duty.objects.filter(reading_id__in=list(by_reading)).exclude(due_words="")
    corrected: dict[int, list[CorrectionLine]] = {}
    for one in Correction.objects.filter(reading_id__in=list(by_reading)).order_by("pk"):
        corrected.setdefault(one.reading_id, []).append(
            CorrectionLine(one.about, one.field, one.was, one.value, one.why, one.corrected_by, one.corrected_at)
        )
    found = [
        _duty(row, by_reading[row.reading_id], _holding(corrected.get(row.reading_id, [])).get(f"duty {row.key}", {}))
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.due_until or date.max, one.due_from or date.max, one.symbol, one.key))


def _duty(row: Duty, line: MandateLine, corrected: Mapping[str, CorrectionLine]) -> DutyLine:
    values = {name: one.value for name, one in corrected.items()}

    def days(name: str, read: date | None) -> date | None:
        if name not in values:
            return read
        value = values[name]
        return date.fromisoformat(value) if isinstance(value, str) else None

    def many(name: str, read: list[str]) -> tuple[str, ...]:
        value = values.get(name, read)
        return tuple(str(one) for one in value) if isinstance(value, list) else ()

    return DutyLine(
        symbol=line.symbol,
        reference=line.reference,
        standing=line.standing,
        key=row.key,
        paragraph=row.paragraph,
        strength=str(values.get("strength", row.strength)),
        owed_by=many("owed_by", row.owed_by),
        owed_to=str(values.get("owed_to", row.owed_to)),
        what=str(values.get("what", row.what)),
        gates=many("gates", row.gates),
        evidence=many("evidence", row.evidence),
        section=str(values.get("section", row.section)),
        due_words=str(values.get("due_words", row.due_words)),
        due_from=days("due_from", row.due_from),
        due_until=days("due_until", row.due_until),
        due_source=row.due_source,
        due_certainty=row.due_certainty,
        due_reason="" if "due_until" in values else row.due_reason,
        every_months=row.every_months,
        corrected=tuple(corrected.values()),
    )

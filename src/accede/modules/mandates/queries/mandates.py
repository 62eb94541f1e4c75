"""Mandates, their newest readings and paragraphs, with the corrections that hold."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Prefetch, Q, QuerySet, TextField
from django.db.models.functions import Cast

from accede.core.mandates.amending import When
from accede.foundation.access import Actor
from accede.foundation.texts import readers_language
from accede.modules.mandates.models import Duty, Mandate, Paragraph, Reading, ReadingKind
from accede.modules.mandates.queries.adoptions import AWAITING, AdoptionLine, adoption_line
from accede.modules.mandates.queries.corrections import (
    CorrectionLine,
    Holding,
    corrected_when,
    corrections_of,
    objects,
    paragraph_key,
    read_when,
    strings,
)
from accede.modules.mandates.queries.reviews import ReviewLine, review_line


@dataclass(frozen=True, slots=True)
class MandateLine:
    """A mandate in a list: `imported_id` and `coded_id` are its newest readings of each kind, None for none."""

    symbol: str
    reference: str
    title: str
    title_language: str
    organ: str
    adopting_organ: str
    adopted_on: date | None
    session: int | None
    standing: str
    series: str
    imported_id: int | None
    coded_id: int | None
    read_at: datetime | None
    coded_at: datetime | None
    note: str
    language: str = "en"
    genre: str = "resolution"
    sponsors: tuple[str, ...] = ()
    adoption: AdoptionLine | None = None
    review: ReviewLine | None = None

    @property
    def is_draft(self) -> bool:
        """Whether it is a text that binds nobody by itself."""
        return self.standing in AWAITING

    @property
    def binds_from(self) -> date | None:
        """The day from which it asks something: of its adoption, for a draft of the adoption that was checked."""
        if not self.is_draft:
            return self.adopted_on
        return self.adoption.adopted_on if self.adoption is not None and self.adoption.is_verified else self.adopted_on


@dataclass(frozen=True, slots=True)
class ParagraphLine:
    """A paragraph as it stands after corrections; `place` is its own in the reading, a path may come twice.

    `division` is the part of the resolution that counts for itself; `when` the time that it sets.
    """

    place: int
    path: str
    kind: str
    part: str
    division: str
    number: str
    level: int | None
    text: str
    phrase: str
    base: str
    data: Mapping[str, object]
    when: When
    corrected: tuple[CorrectionLine, ...]


def _with_readings() -> QuerySet[Mandate]:
    readings = Reading.objects.order_by("pk").defer("lines")
    return Mandate.objects.prefetch_related(Prefetch("readings", queryset=readings), "adoptions", "reviews")


def _line(mandate: Mandate) -> MandateLine:
    imported = coded = adoption = None
    for row in mandate.adoptions.all():
        adoption = adoption_line(row)
    reviews = [review_line(row) for row in mandate.reviews.all()]
    language = readers_language()
    for reading in mandate.readings.all():
        if reading.kind == ReadingKind.IMPORTED:
            imported = reading
        else:
            coded = reading
    written_in = str(imported.data.get("language", "en")) if imported else "en"
    return MandateLine(
        symbol=mandate.symbol,
        reference=mandate.reference,
        title=mandate.titles.get(language, mandate.title),
        title_language=language if language in mandate.titles else written_in,
        organ=mandate.organ,
        adopting_organ=mandate.adopting_organ,
        adopted_on=mandate.adopted_on,
        session=mandate.session,
        standing=mandate.standing,
        series=mandate.series,
        imported_id=imported.pk if imported else None,
        coded_id=coded.pk if coded else None,
        read_at=imported.read_at if imported else None,
        coded_at=coded.read_at if coded else None,
        note=str(coded.data.get("note", "")) if coded else "",
        language=written_in,
        genre=mandate.genre,
        sponsors=tuple(mandate.sponsors),
        adoption=adoption,
        review=reviews[-1] if reviews else None,
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which mandates: `words` of symbol, title or text; `topic` a part of the report; `entity` who owes something."""

    words: str = ""
    organ: str = ""
    series: str = ""
    standing: str = ""
    topic: str = ""
    entity: str = ""
    verdict: str = ""


def mandate_lines(wanted: Wanted | None = None) -> list[MandateLine]:
    """Return the mandates that are wanted, all without one; the newest first."""
    wanted = wanted or Wanted()
    found = _with_readings()
    words, entity = wanted.words.replace("\x00", ""), wanted.entity.replace("\x00", "")
    for name in ("organ", "series", "standing"):
        if getattr(wanted, name):
            found = found.filter(**{name: getattr(wanted, name)})
    if wanted.topic or entity:
        owing = Duty.objects.annotate(who=Cast("owed_by", TextField()))
        owing = owing.filter(section=wanted.topic) if wanted.topic else owing
        owing = owing.filter(who__icontains=entity) if entity else owing
        found = found.filter(pk__in=owing.values("reading__mandate"))
    if words:
        holding = (
            Paragraph.objects.annotate(words=SearchVector("text", config="english"))
            .filter(words=SearchQuery(words, config="english", search_type="websearch"))
            .values("reading__mandate")
        )
        found = found.filter(Q(symbol__icontains=words) | Q(title__icontains=words) | Q(pk__in=holding))
    lines = [_line(mandate) for mandate in found]
    if wanted.verdict:
        lines = [one for one in lines if one.review is not None and one.review.verdict == wanted.verdict]
    return sorted(lines, key=lambda line: (line.adopted_on or date.min, line.symbol), reverse=True)


def mandate_at(reference: str) -> MandateLine | None:
    """Return the mandate of a reference ("E-RES-2007-18") or symbol ("E/RES/2007/18"); None for none."""
    reference = reference.replace("\x00", "")
    mandate = _with_readings().filter(Q(reference__iexact=reference) | Q(symbol__iexact=reference)).first()
    return _line(mandate) if mandate is not None else None


def followed(line: MandateLine) -> MandateLine:
    """Return the mandate whose duties hold for one: the adopted text of a draft, once checked and in the record."""
    if not line.is_draft or line.adoption is None or not line.adoption.is_verified:
        return line
    adopted = mandate_at(line.adoption.symbol)
    return adopted if adopted is not None and (adopted.imported_id or adopted.coded_id) else line


def mandate_of_reading(reading_id: int) -> MandateLine | None:
    """Return the mandate that a reading is of; None for none."""
    mandate = _with_readings().filter(readings=reading_id).first()
    return _line(mandate) if mandate is not None else None


def series_of(line: MandateLine) -> list[MandateLine]:
    """Return the other mandates of its series, oldest first."""
    if not line.series:
        return []
    others = [_line(mandate) for mandate in _with_readings().filter(series=line.series).exclude(symbol=line.symbol)]
    return sorted(others, key=lambda one: (one.adopted_on or date.min, one.symbol))


def mandates_seen(_actor: Actor, keys: Collection[str]) -> set[str]:
    """Return which mandates are there, by their references: they are public."""
    return set(known_references()) & set(keys)


def known_references() -> dict[str, str]:
    """Return the references of all mandates with their symbols, for naming those near to what was asked."""
    return dict(Mandate.objects.values_list("reference", "symbol"))


def organs_and_series() -> tuple[list[str], list[str]]:
    """Return the organs and the series that there are."""
    organs = sorted(set(Mandate.objects.values_list("organ", flat=True)) - {""})
    return organs, sorted(set(Mandate.objects.values_list("series", flat=True)) - {""})


def paragraphs_of(reading_id: int) -> list[ParagraphLine]:
    """Return a reading's paragraphs in order, as they stand after corrections."""
    holding = corrections_of([reading_id]).get(reading_id, {})
    return [
        _paragraph(row, holding.get(paragraph_key(row.path, row.place), {}))
        for row in Paragraph.objects.filter(reading_id=reading_id)
    ]


def division_titles(reading_id: int) -> dict[str, str]:
    """Return the parts of a reading that count for themselves, each mark with its title, "" for none."""
    data = Reading.objects.values_list("data", flat=True).get(pk=reading_id)
    return {str(one["division"]): str(one["title"]) for one in objects(data, "divisions")}


def _paragraph(row: Paragraph, corrected: Holding) -> ParagraphLine:
    values = {name: one.value for name, one in corrected.items()}
    when = corrected_when(read_when(row.data), corrected)
    level = values.get("level", row.level)
    return ParagraphLine(
        place=row.place,
        path=row.path,
        kind=str(values.get("kind", row.kind)),
        part=row.part,
        division=row.division,
        number=str(values.get("number", row.number)),
        level=level if isinstance(level, int) else None,
        text=row.text,
        phrase=str(values.get("phrase", row.phrase)),
        base=str(values.get("base", row.base)),
        data=_corrected_data(row.data, corrected, when),
        when=when,
        corrected=tuple(corrected.values()),
    )


def _corrected_data(data: Mapping[str, object], corrected: Holding, when: When) -> Mapping[str, object]:
    """Return what was read of a paragraph, its addressees, conditions and deciding deadline as corrected."""
    after = dict(data)
    if "addressees" in corrected:
        after["addressees"] = list(strings(corrected["addressees"].value))
    if "conditions" in corrected:
        read = {str(one["code"]): one for one in objects(data, "conditions")}
        codes = strings(corrected["conditions"].value)
        after["conditions"] = [read.get(code, {"text": "", "code": code, "category": ""}) for code in codes]
    before = read_when(data)
    if when != before:
        others = [one for one in objects(data, "deadlines") if one["text"] != before.words]
        days = {"from": when.due_from, "until": when.due_until}
        own = {**_NO_DEADLINE, "text": when.words, **days, "certainty": "corrected"}
        after["deadlines"] = others if when == When("", None, None) else [*others, own]
    return after


_NO_DEADLINE: Mapping[str, object] = {
    "kind": "date",
    "is_exact": True,
    "every_months": None,
    "reason": None,
    "session": None,
    "source": None,
}

"""Mandates, their paragraphs and coded duties as they are found: plain rows, all of them or those of some keys."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Max

from accede.modules.mandates.models import Duty, Mandate, Paragraph, Reading, ReadingKind
from accede.modules.mandates.queries.corrections import corrections_of, duty_key, paragraph_key


@dataclass(frozen=True, slots=True)
class MandateRow:
    """A mandate: `titles` by language, the one of its text under the language in which it is written."""

    reference: str
    symbol: str
    titles: Mapping[str, str]
    adopted_as: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartRow:
    """A paragraph or a duty: its key ("E-RES-2007-18#p3"), its number, and what it says by language."""

    key: str
    symbol: str
    number: str
    texts: Mapping[str, str]


def mandate_rows(references: Collection[str] | None) -> Iterator[MandateRow]:
    """Yield mandates by their references, all for None. Three queries."""
    rows = Mandate.objects.prefetch_related("adoptions").order_by("reference")
    languages = _languages()
    for row in rows if references is None else rows.filter(reference__in=references):
        own = {languages.get(row.pk, "en"): row.title} if row.title else {}
        adopted = tuple(one.symbol for one in row.adoptions.all() if one.symbol)
        yield MandateRow(row.reference, row.symbol, {**own, **row.titles}, adopted)


def paragraph_rows(keys: Collection[str] | None) -> Iterator[PartRow]:
    """Yield the paragraphs of the newest imported reading of each mandate, of some keys or all."""
    newest = _newest(ReadingKind.IMPORTED)
    rows = Paragraph.objects.filter(reading__in=list(newest)).exclude(text="").select_related("reading__mandate")
    if keys is not None:
        rows = rows.filter(reading__mandate__reference__in=_references(keys))
    corrected = corrections_of(newest)
    for row in rows.defer("reading__lines", "reading__data", "data"):
        key = f"{row.reading.mandate.reference}#p{row.place}"
        if keys is None or key in keys:
            holds = corrected.get(row.reading_id, {}).get(paragraph_key(row.path, row.place), {})
            number = str(holds["number"].value) if "number" in holds else row.number
            yield PartRow(key, row.reading.mandate.symbol, number or row.path, {newest[row.reading_id]: row.text})


def duty_rows(keys: Collection[str] | None) -> Iterator[PartRow]:
    """Yield the duties of the newest coded reading of each mandate as corrected, of some keys or all."""
    newest = _newest(ReadingKind.CODED)
    rows = Duty.objects.filter(reading__in=list(newest)).select_related("reading__mandate")
    if keys is not None:
        rows = rows.filter(reading__mandate__reference__in=_references(keys))
    corrected = corrections_of(newest)
    for row in rows.defer("reading__lines", "reading__data"):
        key = f"{row.reading.mandate.reference}#duty-{row.key}"
        if keys is None or key in keys:
            holds = corrected.get(row.reading_id, {}).get(duty_key(row.key), {})
            what = str(holds["what"].value) if "what" in holds else ""
            texts = {"en": row.what} | {language: str(said["what"]) for language, said in row.words.items()}
            yield PartRow(key, row.reading.mandate.symbol, row.paragraph or row.key, {"": what} if what else texts)


def paragraph_keys(symbol: str) -> list[str]:
    """Return the keys of all paragraphs that a mandate has or had in an earlier reading."""
    rows = Paragraph.objects.filter(reading__mandate__symbol=symbol, reading__kind=ReadingKind.IMPORTED)
    found = rows.values_list("reading__mandate__reference", "place").distinct()
    return [f"{reference}#p{place}" for reference, place in found]


def _newest(kind: ReadingKind) -> dict[int, str]:
    """Return the newest reading of a kind of each mandate, with the language of its text."""
    newest = Reading.objects.filter(kind=kind).values("mandate").annotate(newest=Max("pk")).values("newest")
    rows = Reading.objects.filter(pk__in=newest).values_list("pk", "data__language")
    return {pk: language or "en" for pk, language in rows}


def _languages() -> dict[int, str]:
    newest = Reading.objects.filter(kind=ReadingKind.IMPORTED).order_by("pk").values_list("mandate", "data__language")
    return {mandate: language or "en" for mandate, language in newest}


def _references(keys: Collection[str]) -> set[str]:
    return {key.partition("#")[0] for key in keys}

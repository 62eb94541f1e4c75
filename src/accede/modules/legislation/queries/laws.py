"""Laws and their provisions, as far as the reader may see them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models.functions import Lower

from accede.core.legislation.segmenting import segment
from accede.foundation.access import Actor
from accede.foundation.listings import RowsOfTable
from accede.foundation.texts import readers_language
from accede.modules.legislation.fields.laws import LawFacts
from accede.modules.legislation.models import Law, LawProvision
from accede.modules.reference.queries.states import short_names


@dataclass(frozen=True, slots=True)
class ProvisionFacts:
    """A provision with its words; `body` is what follows number and heading."""

    id: UUID
    law: UUID
    key: str
    number: str
    heading: str
    within: tuple[str, ...]
    place: str
    words: str
    body: str


def laws_visible_to(actor: Actor) -> RowsOfTable[LawFacts]:
    """Return the laws that the actor may see, by State and title."""
    rows = Law.objects.visible_to(actor).defer("text").order_by("state_code", "title", "id")
    return RowsOfTable(rows, _facts)


def law_visible_to(actor: Actor, law: UUID) -> LawFacts | None:
    """Return one law, None if there is none for this actor."""
    return next(iter(_facts(list(Law.objects.visible_to(actor).defer("text").filter(id=law)))), None)


def provisions_of(actor: Actor, law: UUID, *, words: str = "") -> list[ProvisionFacts]:
    """Return the provisions of a law in their order; those with `words` in them, where some are given."""
    row = Law.objects.visible_to(actor).filter(id=law).first()
    if row is None:
        return []
    found = [_provision(one, row.text) for one in row.provisions.order_by("place_in_law")]
    wanted = words.casefold()
    return [one for one in found if wanted in f"{one.number} {one.words}".casefold()] if wanted else found


def doubts_of(actor: Actor, law: UUID) -> list[tuple[str, str, str]]:
    """Return where the reader of a law was unsure: the code, the number, and another number that it tells of."""
    text = Law.objects.visible_to(actor).filter(id=law).values_list("text", flat=True).first()
    return [(one.doubt.value, one.number, one.other) for one in segment(text).unsure] if text else []


def text_of(actor: Actor, law: UUID) -> str | None:
    """Return the whole text of a law, None if there is none for this actor."""
    found: str | None = Law.objects.visible_to(actor).filter(id=law).values_list("text", flat=True).first()
    return found


def provision_visible_to(actor: Actor, provision: UUID) -> ProvisionFacts | None:
    """Return one provision with its words, None if there is none for this actor."""
    row = LawProvision.objects.visible_to(actor).select_related("law").filter(id=provision).first()
    return _provision(row, row.law.text) if row else None


def states_with_laws(actor: Actor) -> tuple[str, ...]:
    """Return the codes of the States of which the actor may see laws."""
    return tuple(Law.objects.visible_to(actor).order_by("state_code").values_list("state_code", flat=True).distinct())


def _provision(row: LawProvision, text: str) -> ProvisionFacts:
    return ProvisionFacts(
        id=row.id,
        law=row.law_id,
        key=row.key,
        number=row.number,
        heading=row.heading,
        within=tuple(row.within),
        place=row.place,
        words=text[row.start : row.end].strip(),
        body=text[row.body_from : row.end].strip(),
    )


def _facts(rows: Sequence[Law]) -> list[LawFacts]:
    states = short_names({row.state_code for row in rows}, language=readers_language()) if rows else {}
    return [
        LawFacts(
            id=row.id,
            state=row.state_code,
            state_name=states.get(row.state_code, row.state_code),
            title=row.title,
            source=row.source,
            checked_on=row.checked_on,
            in_force_from=row.in_force_from,
            in_force_until=row.in_force_until,
            is_translation=row.is_translation,
            language=row.language,
            standing="confirmed" if row.is_confirmed else "read",
            format=row.format,
            file=row.file,
            sha256=row.sha256,
            notes=tuple(row.notes),
        )
        for row in rows
    ]


def laws_known_as(
    actor: Actor, states: Collection[str], titles: Collection[str]
) -> list[tuple[str, str, str, date | None, date]]:
    """Return the laws of some States that a person looked at and that bear one of some titles. One query.

    Of each: State, key, title, since when it is in force, and since when it is recorded.
    """
    rows = Law.objects.visible_to(actor).filter(state_code__in=states, is_confirmed=True)
    named = rows.annotate(folded=Lower("title")).filter(folded__in={title.lower() for title in titles})
    found = named.order_by("in_force_from", "id")
    return [
        (state, str(key), title, since, at.date())
        for state, key, title, since, at in found.values_list(
            "state_code", "id", "title", "in_force_from", "recorded_at"
        )
    ]

"""Imports: who brought what, when, from which sources, and what of it was taken back since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from accede.foundation.audit.events import FACE_WORDS, Face
from accede.foundation.audit.timeline import names_of
from accede.modules.reference.queries import all_sources
from accede.modules.treaties.knowledge import Known, Part
from accede.modules.treaties.models import Edition, Proposal, Report

SHIPPED_FACES = frozenset({"shipped", "shipped cooperation"})


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One edition that a person, or the operator, made.

    `words`: the name of the file, or why an earlier edition was taken back; `known`: how many of the rows that it
    brought the record still knows; `second`: who confirmed it, where two persons brought it in.
    """

    number: int
    made_at: datetime
    who: str
    face: str
    words: str
    sources: tuple[str, ...]
    added: int
    retracted: int
    known: int
    takes_back: int | None
    taken_back_by: int | None
    why: str
    second: str = ""

    @property
    def brings_again(self) -> bool:
        """Whether taking this one back brings in again what it took back."""
        return self.takes_back is not None


def imports_of(model: type[Known], part: Part) -> list[ImportLine]:
    """Return the editions of a part that did not come with the product, the latest first. A fixed number of queries."""
    editions = Edition.objects.filter(part=part).exclude(face__in=SHIPPED_FACES)
    found = list(editions.select_related("taken_back_by", "proposal").order_by("-pk"))
    every: Any = model._default_manager  # each table has a source, which the base does not know
    rows = every.exclude(edition__face__in=SHIPPED_FACES).order_by()
    counted = rows.values_list("edition_id", "source_id").annotate(
        known=Count("pk", filter=Q(retracted_on__isnull=True))
    )
    sources: dict[int, list[str]] = {}
    known: dict[int, int] = {}
    for edition, source, count in counted:
        sources.setdefault(edition, []).append(source)
        known[edition] = known.get(edition, 0) + count
    titles = {key: source.title for key, source in all_sources().items()}
    names = names_of({person for edition in found for person in (edition.made_by, _second(edition)) if person})
    return [
        _line(edition, names, tuple(titles[key] for key in sorted(sources.get(edition.pk, ()))), known)
        for edition in found
    ]


def imports_of_acts() -> list[ImportLine]:
    """Return the imports of acts, the latest first. A fixed number of queries."""
    return imports_of(Report, Part.ACTS)


def _line(
    edition: Edition, names: Mapping[UUID, str], sources: tuple[str, ...], known: Mapping[int, int]
) -> ImportLine:
    after: Edition | None = getattr(edition, "taken_back_by", None)
    return ImportLine(
        number=edition.pk,
        made_at=edition.made_at,
        who=names.get(edition.made_by, "") if edition.made_by else "",
        face=str(FACE_WORDS[Face(edition.face)]) if edition.face in set(Face) else edition.face,
        words=edition.reason,
        sources=sources,
        added=edition.added,
        retracted=edition.retracted,
        known=known.get(edition.pk, 0),
        takes_back=edition.takes_back_id,
        taken_back_by=after.pk if after else None,
        why=after.reason if after else "",
        second=names.get(second, "") if (second := _second(edition)) else "",
    )


def _second(edition: Edition) -> UUID | None:
    """Return who confirmed an import that another person had proposed."""
    proposal: Proposal | None = getattr(edition, "proposal", None)
    return proposal.moved_by if proposal else None

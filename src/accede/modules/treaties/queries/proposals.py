"""Imports that wait for a second person, and what became of those that did."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accede.foundation import clock
from accede.foundation.access import ALL, Actor, Permission, can
from accede.foundation.audit.timeline import names_of
from accede.modules.identity.queries.holders import Holder, holders_of
from accede.modules.reference.queries import all_sources
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.models import Proposal


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """One proposed import. `who` and `decided_by` are "" for the operator; `sources`: titles, of new ones as given.

    `is_list`: it is brought as the list of all parties to an instrument.
    """

    number: int
    file: str
    digest: str
    sources: tuple[str, ...]
    rows: int
    new: int
    changed: int
    good_rows: bool
    face: str
    proposed_at: datetime
    proposed_by: UUID | None
    who: str
    stage: str
    decided_at: datetime | None
    decided_by: str
    reason: str
    edition: int | None
    is_list: bool = False

    @property
    def waits(self) -> bool:
        """Whether a second person has not decided yet."""
        return self.stage == "proposed"


def rows_visible_to(actor: Actor, part: Part, permission: Permission) -> "QuerySet[Proposal]":
    """Return the proposals of a part that the actor may see: whoever could bring the file themselves."""
    rows: QuerySet[Proposal] = Proposal.objects.visible_to(actor).filter(part=part)
    if can(actor, permission, on=ALL):
        return rows
    scopes = [str(grant.scope) for grant in actor.grants if can(actor, permission, on=grant.scope)]
    return rows.filter(owner__in=scopes)


def proposals_visible_to(actor: Actor, part: Part, permission: Permission) -> list[ProposalLine]:
    """Return the proposals that the actor may see: those that wait first, then the latest. Three queries."""
    return _lines(rows_visible_to(actor, part, permission).order_by("-pk"))


def proposal_visible_to(actor: Actor, number: int, part: Part, permission: Permission) -> ProposalLine | None:
    """Return one proposal; None where there is none for this actor."""
    return next(iter(_lines(rows_visible_to(actor, part, permission).filter(pk=number))), None)


def waiting(actor: Actor, part: Part, permission: Permission) -> int:
    """Return how many proposals of a part wait for a second person, of those that the actor may see."""
    return rows_visible_to(actor, part, permission).filter(state="proposed").count()


def proposals_seen(actor: Actor, keys: Collection[str], *, part: Part, permission: Permission) -> set[str]:
    """Return which proposals of a part the actor may see, by their numbers."""
    numbers = [int(key) for key in keys if key.isdecimal()]
    return {
        str(key) for key in rows_visible_to(actor, part, permission).filter(pk__in=numbers).values_list("pk", flat=True)
    }


def others_who_may(actor: Actor, number: int, part: Part, permission: Permission) -> list[Holder]:
    """Return who could confirm a proposal beside its proposer, as far as the actor may know them."""
    row = rows_visible_to(actor, part, permission).filter(pk=number).first()
    if row is None:
        return []
    found = holders_of(permission, over=row.belongs_to, on=clock.today(), reader=actor)
    return [one for one in found if one.person != row.proposed_by]


def _lines(rows: "QuerySet[Proposal]") -> list[ProposalLine]:
    found = sorted(rows, key=lambda row: (row.state != "proposed", -row.pk))
    titles = {key: source.title for key, source in all_sources().items()}
    people = {key for row in found for key in (row.proposed_by, row.moved_by) if key}
    names = names_of(people)
    return [_line(row, titles, names) for row in found]


def _line(row: Proposal, titles: Mapping[str, str], names: Mapping[UUID, str]) -> ProposalLine:
    new: Any = row.said.get("new_source") or {}
    described = {new["key"]: new["title"]} if new else {}
    return ProposalLine(
        number=row.pk,
        file=row.file_name,
        digest=row.file_digest,
        sources=tuple(titles.get(key) or described.get(key, key) for key in row.sources),
        rows=row.rows,
        new=row.new,
        changed=row.changed,
        good_rows=row.good_rows,
        face=row.face,
        proposed_at=row.proposed_at,
        proposed_by=row.proposed_by,
        who=names.get(row.proposed_by, "") if row.proposed_by else "",
        stage=row.state,
        decided_at=row.moved_at,
        decided_by=names.get(row.moved_by, "") if row.moved_by else "",
        reason=row.reason,
        edition=row.edition_id,
        is_list=bool(row.said.get("is_list")),
    )

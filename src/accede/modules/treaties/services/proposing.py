"""Imports that two persons bring in: one proposes, another confirms or declines. Rule: `core/treaties/proposing.py`.

One way for all that comes in by files; a module says how a confirmed file of its kind comes into the record.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from accede.core.treaties.proposing import Proposed, Stage, needs_second_person
from accede.core.workflow import Workflow
from accede.foundation import files
from accede.foundation.access import ALL, SYSTEM, Actor, Permission, Scope
from accede.foundation.access.acting import acting
from accede.foundation.audit.recording import record
from accede.foundation.files.checking import table_kind
from accede.foundation.files.storing import let_go, store_original
from accede.foundation.imports import Bringing, Outcome, explain
from accede.foundation.imports.form import MOST_BYTES
from accede.foundation.imports.opening import size_of
from accede.foundation.imports.problems import Words
from accede.foundation.imports.results import Wrote
from accede.foundation.imports.said import kept_as
from accede.foundation.outbox.notices import NoticeType, notify
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.foundation.workflow.flow import Flow, Later, Move
from accede.modules.identity.queries.holders import holders_of
from accede.modules.reference.queries.sources import SourceFacts
from accede.modules.treaties import events
from accede.modules.treaties.fields.proposals import PROPOSAL_WORDS
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.models import Proposal
from accede.modules.treaties.queries.proposals import rows_visible_to
from accede.modules.treaties.services.editions import Confirmed

Bringer = Callable[[Path, Confirmed, Bringing], Outcome]
"""Brings the rows of a file that was proposed into the record, in the name of whoever confirms it."""


def waits(sources: Collection[str], known: Mapping[str, SourceFacts], *, whole_list: bool = False) -> bool:
    """Return whether rows from these sources, all of the file, wait for a second person."""
    return needs_second_person((known[key].authority for key in sources), whole_list=whole_list)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is proposed: rows of which part, from which sources, what confirming needs, whose people may look."""

    part: Part
    sources: Collection[str]
    good_rows: bool
    may: Permission
    owner: Scope = ALL


def propose(path: Path, given: Any, wish: Wish, brought: Bringing, outcome: Outcome) -> Wrote:
    """Keep the file until a second person has looked at it. The same file again, said the same of, is the same one."""
    said = kept_as(given)
    what = {
        "part": wish.part,
        "owner": str(wish.owner),
        "file_digest": outcome.file_digest,
        "said": said,
        "good_rows": wish.good_rows,
        "state": Stage.PROPOSED.value,
    }
    same = Proposal.objects.filter(**what).first()
    if same is not None:
        return Wrote(proposed=same.pk)
    made = Proposal.objects.create(
        **what,
        level=events.proposal_subject(0, wish.owner).level.value,
        file_name=brought.name or path.name,
        rows=outcome.rows,
        new=outcome.new,
        changed=outcome.changed,
        sources=sorted(wish.sources),
        face=brought.face.value,
        proposed_at=brought.at,
        proposed_by=brought.by.person,
    )
    with path.open("rb") as stream:
        kind = table_kind(stream, "")
    name = Path(made.file_name).name
    store_original(path, name=name, kind=kind, about=file_of_proposal(made.pk), by=brought.by, at=brought.at)
    about = events.proposal_subject(made.pk, wish.owner)
    record(
        events.IMPORT_PROPOSED,
        about=about,
        by=brought.by,
        at=brought.at,
        face=brought.face,
        file=made.file_name,
        proposal=made.pk,
    )
    with acting(SYSTEM):
        others = holders_of(wish.may, over=wish.owner, on=brought.at.date(), reader=SYSTEM)
        told = {one.person for one in others} - {brought.by.person}
        notify(events.NOTICES[wish.part].waits, sorted(told), at=brought.at, about=str(made.pk), file=made.file_name)
    return Wrote(proposed=made.pk)


def flow_of(
    table: "Workflow[Any, Any]", part: Part, permission: Permission, bring_in: Bringer, words: Words
) -> Flow[Proposal]:
    """Return the workflow of proposals of a part; `words`: the sentences that an import of that part can give."""
    notices = events.NOTICES[part]

    def rows(actor: Actor) -> Any:
        return rows_visible_to(actor, part, permission)

    def confirm(row: Proposal, move: Move) -> Mapping[str, object]:
        path = files.at_hand(row.file_digest)
        if path is None:
            raise UnableTo({EVERYWHERE: _("The file that was proposed is no longer here.")})
        confirmed = Confirmed(row.said, row.good_rows, row.proposed_by, row.face)
        outcome = bring_in(path, confirmed, Bringing(move.by, move.face, move.at, row.file_name))
        if not outcome.applied:
            raise UnableTo({EVERYWHERE: _obstacle(outcome, words)})
        let_go(file_of_proposal(row.pk), at=move.at)
        _tell(notices.confirmed, row, move)
        return {"edition_id": outcome.edition}

    def decline(row: Proposal, move: Move) -> Mapping[str, object]:
        let_go(file_of_proposal(row.pk), at=move.at)
        _tell(notices.declined, row, move)
        return {}

    return Flow(
        table=table,
        words=PROPOSAL_WORDS,
        permissions=[permission],
        events={"confirm": events.IMPORT_CONFIRMED, "decline": events.IMPORT_DECLINED},
        rows=rows,
        facts=_facts,
        subject=lambda row: events.proposal_subject(row.pk, row.belongs_to),
        told=lambda row: {"file": row.file_name, "proposal": row.pk},
        effects={"confirm": confirm, "decline": decline},
        later={"confirm": Later(_takes_long, notices.came_in, notices.did_not)},
    )


def _tell(kind: NoticeType, row: Proposal, move: Move) -> None:
    """Tell the proposer what became of their import; nobody of what they did themselves."""
    if row.proposed_by is not None and row.proposed_by != move.by.person:
        notify(kind, [row.proposed_by], at=move.at, about=str(row.pk), file=row.file_name, because=move.reason)


def _takes_long(row: Proposal) -> bool:
    """Return whether a file is larger than what comes in on a page: such a one came by a command."""
    path = files.at_hand(row.file_digest)
    return path is not None and size_of(path) > MOST_BYTES


def file_of_proposal(number: int) -> str:
    """Return the mark of the file that waits with a proposal."""
    return f"proposal:{number}"


def said_of(number: int) -> Mapping[str, Any]:
    """Return what was said of the rows of a proposal that the actor may see."""
    said: Mapping[str, Any] = Proposal.objects.values_list("said", flat=True).get(pk=number)
    return said


def _facts(row: Proposal, by: Actor, at: datetime) -> Proposed:
    del by, at
    return Proposed(file_is_here=files.at_hand(row.file_digest) is not None)


def _obstacle(outcome: Outcome, words: Words) -> str:
    """Say why the rows of a file that was proposed earlier cannot come in as the record is now."""
    if outcome.problems:
        first = explain(outcome.problems[0], words)
        return _("As the record is now, its rows cannot come in: %(problem)s") % {"problem": first}
    return _("The record has all of this already. Decline this import.")

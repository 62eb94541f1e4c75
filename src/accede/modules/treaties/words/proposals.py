"""What a list of proposed imports shows of each, and a page of one."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, Permission, Refused, can
from accede.foundation.audit.events import FACE_WORDS, Face
from accede.foundation.exports import Kind, Link
from accede.foundation.fields import Field
from accede.foundation.imports.proposed import Waiting
from accede.foundation.texts import format_day, isolated, listed
from accede.modules.identity.access import PEOPLE_INVITE
from accede.modules.treaties.fields.proposals import STAGE_WORDS
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.queries.proposals import ProposalLine, others_who_may, proposal_visible_to


def proposal_columns(address: Callable[[int], str]) -> list[Field[ProposalLine]]:
    """Return the columns of a list of proposed imports; the first leads to the page of one."""

    def number(line: ProposalLine) -> Link:
        return Link(str(line.number), address(line.number))

    return [
        Field("proposal", _("Proposal"), number, Kind.LINK, lambda line: line.number),
        Field("state", _("Where it is"), _stage, order=_stage),
        Field("day", _("Proposed on"), lambda line: line.proposed_at.date(), Kind.DAY, lambda line: line.proposed_at),
        Field("who", _("Proposed by"), _first, order=_first),
        Field("file", _("File"), lambda line: line.file, order=lambda line: line.file, may_break=True),
        Field("sources", _("Sources"), lambda line: listed(line.sources, apart=True), may_break=True),
        Field("new", _("New"), lambda line: line.new, Kind.NUMBER, lambda line: line.new),
        Field("changed", _("Changed"), lambda line: line.changed, Kind.NUMBER, lambda line: line.changed),
        Field("decided", _("Decided"), lambda line: decided(line, ""), may_break=True),
    ]


def waiting_proposal(
    actor: Actor, number: int, part: Part, permission: Permission, *, title: str, back: str
) -> Waiting:
    """Return what a page says of one proposed import of a part of the record.

    Raises:
        Refused: there is none for this actor.
    """
    found = proposal_visible_to(actor, number, part, permission)
    if found is None:
        raise Refused
    others = others_who_may(actor, number, part, permission)
    return Waiting(
        title=title,
        facts=proposal_facts(found, get_language() or "en"),
        why=_why(found),
        file=found.file,
        digest=found.digest,
        waits=found.waits,
        is_own=found.proposed_by == actor.person,
        others=[(one.name, reverse("identity:person", args=[one.person])) for one in others],
        invite=reverse("identity:invitations") if can(actor, PEOPLE_INVITE) else "",
        back=back,
    )


def _why(line: ProposalLine) -> str:
    if line.is_list:
        return _(
            "It is brought as a list of all parties, which speaks of every State that it does not name, so two persons "
            "bring it in."
        )
    return _("What the source says is second hand, so two persons bring it in.")


def proposal_facts(line: ProposalLine, language: str) -> list[tuple[str, str]]:
    """Return what a page says of one proposed import, label by label."""
    facts = [
        (_("Where it is"), _stage(line)),
        (_("Proposed by"), _first(line)),
        (_("Proposed on"), format_day(line.proposed_at.date(), language)),
        (_("File"), line.file),
        (_("Sources"), listed(line.sources, apart=True)),
        (_("Rows"), str(line.rows)),
        (_("New, when it was proposed"), str(line.new)),
        (_("Changed, when it was proposed"), str(line.changed)),
        (_("Rows with problems"), _("are left out") if line.good_rows else ""),
        (_("Decided"), decided(line, language)),
        (_("Edition of the record"), str(line.edition or "")),
    ]
    return [(label, words) for label, words in facts if words]


def proposal_item(line: ProposalLine) -> dict[str, object]:
    """Return what the API, and a command for programs, say of one proposed import."""
    return {
        "number": line.number,
        "state": line.stage,
        "state_words": _stage(line),
        "file": line.file,
        "sources": list(line.sources),
        "rows": line.rows,
        "new": line.new,
        "changed": line.changed,
        "proposed_at": line.proposed_at,
        "proposed_by": line.who,
        "decided_at": line.decided_at,
        "decided_by": line.decided_by,
        "reason": line.reason,
        "edition": line.edition,
    }


def decided(line: ProposalLine, language: str) -> str:
    """Say who decided, on which day (with a `language`), and why."""
    if line.decided_at is None:
        return ""
    who = line.decided_by or _("the operator of this installation")
    parts = [isolated(who), format_day(line.decided_at.date(), language) if language else "", isolated(line.reason)]
    return listed((part for part in parts if part), apart=True)


def _stage(line: ProposalLine) -> str:
    return str(STAGE_WORDS[line.stage])


def _first(line: ProposalLine) -> str:
    face = str(FACE_WORDS[Face(line.face)])
    who = isolated(line.who or _("the operator of this installation"))
    return f"{who}, {face}"

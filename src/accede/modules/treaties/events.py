"""What can happen to the record of treaties, each with the sentence that tells it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Level, Scope
from accede.foundation.audit import EventType, Subject
from accede.foundation.outbox.notices import NoticeType
from accede.modules.treaties.fields.proposals import STAGE
from accede.modules.treaties.knowledge import Part

RECORD_EXTENDED = EventType(
    "treaties.record-extended", _("%(who)s brought the file %(file)s into the record (edition %(edition)s).")
)
TAKEN_BACK = EventType("treaties.taken-back", _("%(who)s took back edition %(edition)s of the record: %(reason)s"))
BROUGHT_AGAIN = EventType(
    "treaties.brought-again", _("%(who)s brought in again what edition %(edition)s had taken back: %(reason)s")
)
IMPORT_PROPOSED = EventType(
    "treaties.import-proposed",
    _("%(who)s proposed the import of %(file)s, which waits for a second person (proposal %(proposal)s)."),
)
IMPORT_CONFIRMED = EventType(
    "treaties.import-confirmed", _("%(who)s confirmed the import of %(file)s (proposal %(proposal)s)."), fields=(STAGE,)
)
IMPORT_DECLINED = EventType(
    "treaties.import-declined",
    _("%(who)s declined the import of %(file)s (proposal %(proposal)s): %(reason)s"),
    fields=(STAGE,),
)
PROPOSED_CAME_IN = EventType(
    "treaties.proposed-came-in",
    _("%(who)s confirmed the file %(file)s, which another person had proposed, into the record (edition %(edition)s)."),
)


FOLLOWED_ACTS = "treaties.followed-acts"
ACTS_RECORDED = NoticeType(
    "treaties.acts-recorded",
    _("New in the record on what you follow (%(what)s): reports on acts: %(number)s."),
    FOLLOWED_ACTS,
)


@dataclass(frozen=True, slots=True)
class ProposalNotices:
    """What is told of a proposed import of a part: whoever could confirm it, its proposer, whoever confirmed it."""

    waits: NoticeType
    confirmed: NoticeType
    declined: NoticeType
    came_in: NoticeType
    did_not: NoticeType


def _notices(part: Part) -> ProposalNotices:
    thing = thing_of(part)
    return ProposalNotices(
        waits=NoticeType(
            f"{thing}-waits", _("The import %(file)s waits for a second person: you, for example."), thing
        ),
        confirmed=NoticeType(
            f"{thing}-confirmed", _("The import %(file)s, which you proposed, has been confirmed."), thing
        ),
        declined=NoticeType(
            f"{thing}-declined", _("The import %(file)s, which you proposed, has been declined: %(because)s"), thing
        ),
        came_in=NoticeType(f"{thing}-came-in", _("The import %(file)s, which you confirmed, is in the record."), thing),
        did_not=NoticeType(
            f"{thing}-did-not", _("The import %(file)s, which you confirmed, did not come in: %(because)s"), thing
        ),
    )


def thing_of(part: Part) -> str:
    """Return what notices of proposed imports of a part are about, as the site lists it."""
    return f"treaties.import-of-{part.value}"


NOTICES = {part: _notices(part) for part in Part}


def proposal_subject(proposal: int, owner: Scope) -> Subject:
    """Return a proposed import as the thing that an event is about: whoever works on the record reads of it."""
    return Subject("proposed import", str(proposal), level=Level.PROGRAMME, owner=owner)


def edition_subject(edition: int) -> Subject:
    """Return an edition of the record as the thing that an event is about: both are public."""
    return Subject("edition", str(edition), level=Level.PUBLIC)

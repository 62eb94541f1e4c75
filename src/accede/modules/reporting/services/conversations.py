"""Conversations about a report, among those who draft reports."""

from accede.foundation import clock
from accede.foundation.access import ALL, SYSTEM, Actor, Level
from accede.foundation.audit import Subject
from accede.foundation.comments.things import Commented, Nameable, Notices
from accede.modules.identity.queries.holders import holders_of
from accede.modules.reporting import events
from accede.modules.reporting.access import REPORTS_READ
from accede.modules.reporting.queries.drafts import Draft, draft_visible_to, report_visible_to


def _subject(key: str, actor: Actor) -> Subject | None:
    found = report_visible_to(actor, int(key)) if key.isascii() and key.isdecimal() else None
    return Subject(events.KIND, key, Level.PROGRAMME, ALL) if found else None


def _people(key: str, actor: Actor) -> list[Nameable]:
    del key
    found = holders_of(REPORTS_READ, over=ALL, on=clock.today(), reader=actor)
    return [Nameable(one.person, one.name) for one in found if one.person != actor.person]


def _text(key: str) -> str:
    found = draft_visible_to(SYSTEM, int(key))
    return _words_of(found) if found else ""


def _words_of(draft: Draft) -> str:
    versions = (version for part in draft.sections for version in part.versions.values())
    return " ".join(one.text for version in versions for one in version.paragraphs)


def _called(key: str) -> str:
    found = report_visible_to(SYSTEM, int(key))
    return found.title if found else key


CONVERSATIONS = Commented(
    kind=events.KIND,
    takes_part=REPORTS_READ,
    subject=_subject,
    people=_people,
    text=_text,
    called=_called,
    written=events.CONVERSATION_WRITTEN,
    resolved=events.CONVERSATION_RESOLVED,
    reopened=events.CONVERSATION_REOPENED,
    notices=Notices(named=events.NAMED, answered=events.ANSWERED, resolved=events.RESOLVED, reopened=events.REOPENED),
)

"""Conversations about what was read of a mandate, and corrected: among those who correct readings."""

from accede.foundation import clock
from accede.foundation.access import ALL, Actor, Level
from accede.foundation.audit import Subject
from accede.foundation.comments.things import Commented, Nameable, Notices
from accede.modules.identity.queries.holders import holders_of
from accede.modules.mandates import events
from accede.modules.mandates.access import MANDATES_CORRECT
from accede.modules.mandates.queries.duties import duties_under
from accede.modules.mandates.queries.mandates import known_references, mandate_lines, paragraphs_of


def _subject(key: str, actor: Actor) -> Subject | None:
    del actor  # a mandate is public; its conversations are the programme's
    if not any(line.reference == key for line in mandate_lines()):
        return None
    return Subject("mandate", key, Level.PROGRAMME, ALL)


def _people(key: str, actor: Actor) -> list[Nameable]:
    del key
    found = holders_of(MANDATES_CORRECT, over=ALL, on=clock.today(), reader=actor)
    return [Nameable(one.person, one.name) for one in found if one.person != actor.person]


def _text(key: str) -> str:
    line = next((one for one in mandate_lines() if one.reference == key), None)
    if line is None:
        return ""
    paragraphs = [one.text for one in paragraphs_of(line.imported_id)] if line.imported_id else []
    return " ".join([*paragraphs, *(one.what for one in duties_under(line))])


READINGS = Commented(
    kind="mandate",
    takes_part=MANDATES_CORRECT,
    subject=_subject,
    people=_people,
    text=_text,
    called=lambda key: known_references().get(key, key),
    written=events.CONVERSATION_WRITTEN,
    resolved=events.CONVERSATION_RESOLVED,
    reopened=events.CONVERSATION_REOPENED,
    notices=Notices(named=events.NAMED, answered=events.ANSWERED, resolved=events.RESOLVED, reopened=events.REOPENED),
)

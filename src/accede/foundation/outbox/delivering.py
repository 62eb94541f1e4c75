"""What the job does with letters and notices: each goes out once in effect, whichever worker is killed when.

A letter is claimed by locking its row (`for update skip locked`), sent, and marked, in one transaction. A worker that
is killed in between leaves the row waiting; the next attempt bears the same Message-ID, by which mail servers and
programs know that it is the same letter.
"""

import logging
from datetime import datetime, timedelta

from cryptography.fernet import InvalidToken
from django.db.models import QuerySet

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.mail import Answer, Outcome, Post
from accede.foundation.mail import Letter as Written
from accede.foundation.outbox.letters import unsealed
from accede.foundation.outbox.models import LETTERS_KEPT, NOTICES_KEPT, Letter, Notice, State, Why
from accede.foundation.outbox.planning import NOTICES, plan_notices, words_of_notices, write_letters_of_notices
from accede.foundation.outbox.stopping import stop_headers

logger = logging.getLogger(__name__)

IN_ONE_TURN = 500
"""More would keep a worker from all else for long."""

_HOUR = 60
PAUSES = (1, 5, 15, _HOUR, 3 * _HOUR, 6 * _HOUR, 12 * _HOUR, 24 * _HOUR, 24 * _HOUR, 24 * _HOUR, 24 * _HOUR)
"""Minutes before the next attempt; together almost five days, as RFC 5321, section 4.5.4.1, asks of who gives up."""


class _NotNeeded(Exception):  # noqa: N818  (a state of affairs)
    """There is nothing left to tell by this letter."""


def deliver_waiting(*, most: int = IN_ONE_TURN) -> bool:
    """Send what is due, and return whether more is. A mail server that is away is asked again in the next minute."""
    with acting(SYSTEM):
        plan_notices(at=clock.now())
        write_letters_of_notices(at=clock.now())
    with Post() as post:
        for _turn in range(most):
            outcome = _deliver_one(post)
            if outcome is None or outcome is Outcome.AWAY:
                return False
    return True


@acting(SYSTEM)
def note_bounce(to: str, *, because: str = "") -> int:
    """Note that letters to an address came back: those sent there and not yet known to; return how many."""
    rows = Letter.objects.filter(to__iexact=to.strip(), state=State.SENT)
    return int(rows.update(state=State.NOT_DELIVERED, why=Why.BOUNCED, answer=because[:40]))


def forget_old(*, at: datetime) -> int:
    """Delete what was kept long enough; return how much."""
    with acting(SYSTEM):
        letters, _tables = Letter.objects.exclude(state=State.WAITING).filter(made_at__lt=at - LETTERS_KEPT).delete()
        notices, _tables = Notice.objects.filter(at__lt=at - NOTICES_KEPT).delete()
    return int(letters + notices)


def _deliver_one(post: Post) -> Outcome | None:
    """Send the letter that has been due longest of those that no other worker holds; None where there is none."""
    with acting(SYSTEM):
        now = clock.now()
        row = _due(now).select_for_update(skip_locked=True).order_by("next_at", "id").first()
        if row is None:
            return None
        if row.until is not None and row.until <= now:
            _finish(row, State.NOT_DELIVERED, why=Why.LATE, at=now)
            return Outcome.REFUSED
        try:
            written = _written(row)
        except InvalidToken:
            _finish(row, State.NOT_DELIVERED, why=Why.UNREADABLE, at=now)
            return Outcome.REFUSED
        except _NotNeeded:
            _finish(row, State.STOPPED, at=now)
            return Outcome.TAKEN
        answer = post.send(written)
        _note(row, answer, at=now)
        return answer.outcome


def _due(now: datetime) -> QuerySet[Letter]:
    rows: QuerySet[Letter] = Letter.objects.filter(state=State.WAITING, next_at__lte=now)
    return rows


def _written(row: Letter) -> Written:
    headers: dict[str, str] = {}
    if row.kind != NOTICES:
        subject, body = unsealed(row.sealed)
    else:
        found = words_of_notices(row)
        if found is None or row.person is None:
            raise _NotNeeded
        subject, body = found
        headers = stop_headers(row.person, row.language)
    return Written(key=row.id, to=row.to, language=row.language, subject=subject, body=body, headers=headers)


def _note(row: Letter, answer: Answer, *, at: datetime) -> None:
    row.attempts += 1
    row.answer = answer.code[:40]
    if answer.outcome is Outcome.TAKEN:
        _finish(row, State.SENT, at=at)
    elif answer.outcome is Outcome.REFUSED:
        _finish(row, State.NOT_DELIVERED, why=Why.REFUSED, at=at)
    elif row.attempts > len(PAUSES):
        _finish(row, State.NOT_DELIVERED, why=Why.AWAY, at=at)
    else:
        row.next_at = at + timedelta(minutes=PAUSES[row.attempts - 1])
        row.save(update_fields=["attempts", "answer", "next_at"])
    if answer.outcome is not Outcome.TAKEN:
        # By its key: a log holds no address and no words.
        logger.warning("letter %s, attempt %s: %s %s", row.id, row.attempts, answer.outcome, answer.code)


def _finish(row: Letter, state: State, *, at: datetime, why: str = "") -> None:
    row.state, row.why, row.finished_at, row.sealed = state, why, at, b""
    row.save(update_fields=["attempts", "answer", "state", "why", "finished_at", "sealed"])

"""When notices go out by mail, and what stands in their letters: decided by the job, who may read each one's choice."""

from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from accede.foundation.outbox.inbox import tellable
from accede.foundation.outbox.models import Choice, How, Letter, Notice, State, Why
from accede.foundation.outbox.stopping import stop_address
from accede.foundation.outbox.things import Mailbox, mailbox_of

NOTICES = "outbox/notices"
_TOGETHER_AT = time(7)
"""Before the working day, by the reader's own clock."""
_MONDAY = 0
_AT_ONCE = 1000


def plan_notices(*, at: datetime) -> None:
    """Decide when each new notice goes out by mail: as its reader has chosen, or not at all."""
    rows = list(
        Notice.objects.select_for_update(skip_locked=True).filter(is_planned=False).order_by("at", "id")[:_AT_ONCE]
    )
    if not rows:
        return
    people = {row.person for row in rows}
    choices = dict(Choice.objects.filter(person__in=people).values_list("person", "how"))
    reached = {person: mailbox_of(person) for person in people}
    for row in rows:
        row.is_planned = True
        row.mail_at = _mail_at(How(choices.get(row.person, How.AT_ONCE)), reached[row.person], at)
    Notice.objects.bulk_update(rows, ["is_planned", "mail_at"])


def write_letters_of_notices(*, at: datetime) -> None:
    """Write one letter to each person of whom notices are due by mail; what they have read meanwhile is left out."""
    due = Notice.objects.select_for_update(skip_locked=True).filter(letter__isnull=True, mail_at__lte=at)
    by_person: dict[UUID, list[UUID]] = {}
    for person, notice in due.order_by("at", "id").values_list("person", "id")[:_AT_ONCE]:
        by_person.setdefault(person, []).append(notice)
    for person, notices in by_person.items():
        mailbox = mailbox_of(person)
        if mailbox is None or _comes_back(mailbox.to):
            Notice.objects.filter(id__in=notices).update(mail_at=None)
            continue
        row = Letter(kind=NOTICES, person=person, to=mailbox.to, language=mailbox.language, made_at=at, next_at=at)
        row.save(force_insert=True)
        Notice.objects.filter(id__in=notices).update(letter=row.id)


def words_of_notices(row: Letter) -> tuple[str, str] | None:
    """Return subject and body of a letter of notices, as they can be told now; None where nothing is left to tell."""
    mailbox = mailbox_of(row.person) if row.person else None
    if mailbox is None:
        return None
    with translation.override(row.language):
        unread = Notice.objects.filter(letter=row.id, read_at__isnull=True).order_by("at", "id")
        told = tellable(unread, actors=mailbox.actors)
        if not told:
            return None
        context = {
            "told": [(one, _whole(reverse("outbox:notice", args=[one.id]))) for one in told],
            "number": len(told),
            "first": told[0].sentence,
            "inbox": _whole(reverse("outbox:inbox")),
            "stop": stop_address(mailbox.person, row.language),
        }
        subject = " ".join(render_to_string(f"{NOTICES}_subject.txt", context).split())
        return subject, render_to_string(f"{NOTICES}_message.txt", context).strip() + "\n"


def _mail_at(how: How, mailbox: Mailbox | None, at: datetime) -> datetime | None:
    if mailbox is None or how is How.NEVER:
        return None
    if how is How.AT_ONCE:
        return at
    here = at.astimezone(ZoneInfo(mailbox.time_zone))
    morning = datetime.combine(here.date(), _TOGETHER_AT, tzinfo=here.tzinfo)
    days = (_MONDAY - here.weekday()) % 7 if how is How.WEEKLY else 0
    morning += timedelta(days=days)
    return morning if morning > here else morning + timedelta(days=7 if how is How.WEEKLY else 1)


def _comes_back(to: str) -> bool:
    """Return whether the newest letter to the address came back or was refused: notices do not go there, letters do."""
    done = Letter.objects.filter(to__iexact=to).filter(
        Q(state=State.SENT) | Q(state=State.NOT_DELIVERED, why__in=(Why.BOUNCED, Why.REFUSED))
    )
    newest = done.order_by("-made_at", "-id").values_list("state", flat=True).first()
    return newest == State.NOT_DELIVERED


def _whole(path: str) -> str:
    return f"{settings.ACCEDE_SITE}{path}"

"""Tables of what people are told: letters, notices, and each person's choice."""

import uuid
from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Level
from accede.foundation.access.tables import Guarded, RowRules

DELIVER = "outbox.deliver"
"""The job that sends what waits."""
LETTERS_KEPT = timedelta(days=90)
"""So long it can be told what became of a letter; it holds an address, so it goes by itself."""
NOTICES_KEPT = timedelta(days=365)


class State(models.TextChoices):
    """What has become of a letter."""

    WAITING = "waiting", _("waits to be sent")
    SENT = "sent", _("sent")
    NOT_DELIVERED = "not-delivered", _("not delivered")
    STOPPED = "stopped", _("no longer needed")


class Why(models.TextChoices):
    """Why a letter was not delivered."""

    REFUSED = "refused", _("The recipient’s mail server refuses this address or this letter.")
    AWAY = "away", _("No mail server took the letter, though it was tried for days.")
    LATE = "late", _("No mail server took the letter before its link ended.")
    BOUNCED = "bounced", _("The letter came back.")
    UNREADABLE = "unreadable", _("The letter was written with other keys than this installation has.")


class How(models.TextChoices):
    """How somebody wants to be told by mail of what stands in their inbox."""

    AT_ONCE = "at-once", _("At once")
    DAILY = "daily", _("Once a day, together")
    WEEKLY = "weekly", _("Once a week, together")
    NEVER = "never", _("Not by mail")


class Letter(Guarded):
    """A letter to one address. Its words lie sealed while it waits and are gone once it is sent, or is not.

    Seen by whoever it is for and whoever had it sent; the state of the rest is told by permission.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.TextField()
    about = models.TextField(blank=True, db_index=True)
    person = models.UUIDField(null=True, blank=True)
    asked_by = models.UUIDField(null=True, blank=True)
    to = models.EmailField(max_length=254)
    language = models.CharField(max_length=8)
    sealed = models.BinaryField(blank=True, default=b"")
    made_at = models.DateTimeField(db_index=True)
    next_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    state = models.TextField(choices=State, default=State.WAITING)
    why = models.TextField(choices=Why, blank=True)
    answer = models.CharField(max_length=40, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    row_rules: ClassVar[RowRules] = RowRules(
        level=Level.RESTRICTED, owner=("person", "person"), readers=("person", "asked_by"), appended_by_all=True
    )

    class Meta(Guarded.Meta):
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="letter_state_is_known"),
            models.CheckConstraint(
                condition=Q(state=State.WAITING) | Q(sealed=b""), name="letter_keeps_no_words_once_it_is_done"
            ),
            models.CheckConstraint(
                condition=Q(state=State.WAITING, finished_at__isnull=True)
                | (~Q(state=State.WAITING) & Q(finished_at__isnull=False)),
                name="letter_is_done_at_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(state=State.NOT_DELIVERED, why__in=Why.values)
                | (~Q(state=State.NOT_DELIVERED) & Q(why="")),
                name="letter_not_delivered_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["next_at", "id"], condition=Q(state=State.WAITING), name="letter_waiting"),
            models.Index(Lower("to"), "made_at", name="letter_to_an_address"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Notice(Guarded):
    """Something a person should know: its kind and words by key, told in the reader's language when it is read.

    `once`: a reminder is written once however often it falls due to be. `is_planned`: when it goes out by mail was
    decided; `mail_at`: when, None for not by mail; `letter`: in which it went.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.UUIDField()
    kind = models.TextField()
    about = models.TextField(blank=True)
    words = models.JSONField(default=dict)
    at = models.DateTimeField()
    once = models.TextField(blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    is_planned = models.BooleanField(default=False)
    mail_at = models.DateTimeField(null=True, blank=True)
    letter = models.UUIDField(null=True, blank=True)

    row_rules: ClassVar[RowRules] = RowRules(
        level=Level.RESTRICTED,
        owner=("person", "person"),
        readers=("person",),
        appended_by_all=True,
        changed_by_readers=True,
    )

    class Meta(Guarded.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "once"], condition=~Q(once=""), name="notice_of_a_reminder_is_one"
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-at", "id"], name="notice_of_a_person"),
            models.Index(fields=["at"], condition=Q(is_planned=False), name="notice_not_planned"),
            models.Index(fields=["mail_at"], condition=Q(letter__isnull=True), name="notice_to_be_mailed"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class Choice(Guarded):
    """How a person wants to be told by mail; who has chosen nothing is told at once."""

    person = models.UUIDField(primary_key=True)
    how = models.TextField(choices=How, default=How.AT_ONCE)
    changed_at = models.DateTimeField()

    row_rules: ClassVar[RowRules] = RowRules(
        level=Level.RESTRICTED, owner=("person", "person"), readers=("person",), changed_by_readers=True
    )

    class Meta(Guarded.Meta):
        constraints = [models.CheckConstraint(condition=Q(how__in=How.values), name="choice_of_mail_is_known")]

    def __str__(self) -> str:
        return f"{self.person} {self.how}"


class Following(Guarded):
    """What a person wants to be told of: a kind of news, what about (a mark), and up to which number they were told."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.UUIDField()
    kind = models.TextField()
    about = models.TextField()
    begun_at = models.DateTimeField()
    told_up_to = models.BigIntegerField(default=0)

    row_rules: ClassVar[RowRules] = RowRules(
        level=Level.RESTRICTED, owner=("person", "person"), readers=("person",), changed_by_readers=True
    )

    class Meta(Guarded.Meta):
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "about"], name="following_of_one_thing_is_one"),
        ]
        indexes = [models.Index(fields=["kind", "told_up_to"], name="following_to_be_told")]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"

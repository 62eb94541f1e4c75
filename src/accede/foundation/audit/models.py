"""Tables of the record: events, what could tell a person in them, and the chain over them."""

from typing import ClassVar

from django.db import models
from uuid_utils.compat import uuid7

from accede.foundation.access.tables import Confidential, RowRules

SALT_BYTES = 32


class Event(Confidential):
    """Something that happened. Never changed and never taken away; a trigger refuses both."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField()
    key = models.TextField()
    face = models.TextField()
    about_kind = models.TextField()
    about_key = models.TextField()
    actor = models.TextField(choices=[(kind, kind) for kind in ("person", "product", "visitor")])
    person = models.UUIDField(null=True)
    acting_for = models.UUIDField(null=True)
    detail_digest = models.TextField()

    row_rules: ClassVar[RowRules] = RowRules(appended_by_all=True, fixed=True)

    class Meta(Confidential.Meta):
        indexes = [
            models.Index(fields=["about_kind", "about_key", "at"], name="audit_event_of_a_thing"),
            models.Index(fields=["person", "at"], name="audit_event_of_a_person"),
            models.Index(fields=["at"], name="audit_event_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.id}"


class Detail(Confidential):
    """What was changed and what the sentence needs. The event holds a digest of it, keyed by `salt`.

    Salt and body can be taken away, together and once, when an event of the same moment says so: the digest that stays
    can then no longer be guessed from. A trigger refuses anything else.
    """

    event = models.OneToOneField(Event, primary_key=True, on_delete=models.PROTECT, related_name="detail")
    salt = models.BinaryField(max_length=SALT_BYTES, null=True)
    body = models.JSONField(null=True)
    taken_away_at = models.DateTimeField(null=True)

    row_rules: ClassVar[RowRules] = RowRules(appended_by_all=True)
    rights_of_the_web: ClassVar[str] = "select, insert, update (salt, body, taken_away_at)"

    class Meta(Confidential.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(salt__isnull=False, body__isnull=False, taken_away_at__isnull=True)
                | models.Q(salt__isnull=True, body__isnull=True, taken_away_at__isnull=False),
                name="audit_detail_is_there_or_taken_away",
            )
        ]

    def __str__(self) -> str:
        return str(self.event_id)


class Link(models.Model):
    """One link of the chain: the event's number and the hash over it and the link before. Written by the database.

    A trigger refuses a link that does not come next.
    """

    number = models.BigIntegerField(primary_key=True)
    event_id = models.UUIDField(unique=True)
    previous = models.TextField()
    hash = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(number__gte=1), name="audit_link_is_numbered_from_one")
        ]

    rights_of_the_web: ClassVar[str] = ""

    def __str__(self) -> str:
        return str(self.number)

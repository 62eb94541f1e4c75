"""What was written in conversations: rows that are added and never changed."""

from typing import ClassVar
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from uuid_utils.compat import uuid7

from accede.foundation.access.tables import Confidential, RowRules


class Doing(models.TextChoices):
    """What a row does beside saying something."""

    NOTHING = "", _("Says something")
    RESOLVE = "resolve", _("Resolves the conversation")
    REOPEN = "reopen", _("Opens the conversation again")


class Comment(Confidential):
    """One thing said; the first of a conversation has no `thread`. Keys rise: they are the order of writing.

    `quote`: a passage of the thing's text, of the first only; `mentions`: the persons named.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    about_kind = models.TextField()
    about_key = models.TextField()
    thread = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="answers")
    quote = models.TextField(blank=True)
    text = models.TextField(blank=True)
    does = models.TextField(blank=True, choices=Doing)
    mentions: "ArrayField[list[UUID], list[UUID]]" = ArrayField(models.UUIDField(), default=list)
    written_at = models.DateTimeField()
    written_by = models.UUIDField()

    row_rules: ClassVar[RowRules] = RowRules(appended_by_all=True, fixed=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        indexes = [models.Index(fields=["about_kind", "about_key"], name="comment_about_a_thing")]
        constraints = [
            models.CheckConstraint(condition=models.Q(does__in=Doing.values), name="comment_does_what_is_known"),
            models.CheckConstraint(
                condition=models.Q(thread__isnull=False, quote="") | models.Q(thread__isnull=True, does=""),
                name="comment_begins_or_answers",
            ),
            models.CheckConstraint(condition=~models.Q(text="", does=""), name="comment_says_or_does_something"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

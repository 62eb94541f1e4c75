"""Laws of States: the text of one wording in one language, and its provisions."""

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from accede.foundation.access import Level
from accede.foundation.access.tables import Guarded, RowRules

OF_ITS_STATE = RowRules(level=Level.PROGRAMME, owner=("state", "state_code"), readers=())


class Law(Guarded):
    """One wording of a law in one language, as it was read from a file that is kept.

    `in_force_from`, `in_force_until` (both belong): the days of this wording. `is_confirmed`: a person looked at what
    was read; before that it is asked nothing. `replaces`: the wording that this one follows; each is followed once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    state_code = models.CharField(max_length=3)
    title = models.TextField()
    language = models.TextField()
    is_translation = models.BooleanField(default=False)
    in_force_from = models.DateField(null=True, blank=True)
    in_force_until = models.DateField(null=True, blank=True)
    source = models.TextField()
    checked_on = models.DateField()
    format = models.TextField()
    file = models.UUIDField()
    sha256 = models.CharField(max_length=64)
    text = models.TextField()
    notes: "ArrayField[list[str], list[str]]" = ArrayField(models.TextField(), default=list)
    is_confirmed = models.BooleanField(default=False)
    replaces = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by")
    recorded_at = models.DateTimeField()

    row_rules: ClassVar[RowRules] = OF_ITS_STATE

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(source=""), name="law_says_what_and_from_where"),
            models.CheckConstraint(
                condition=Q(in_force_from__isnull=True)
                | Q(in_force_until__isnull=True)
                | Q(in_force_until__gte=F("in_force_from")),
                name="law_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(language__in=["ar", "en", "es", "fr", "ru", "zh"]), name="law_is_in_a_language_that_is_read"
            ),
            models.UniqueConstraint(fields=["state_code", "sha256"], name="law_comes_in_once"),
        ]
        indexes = [models.Index(fields=["state_code", "title"], name="law_of_a_state")]

    def __str__(self) -> str:
        return self.title


class LawProvision(Guarded):
    """A provision of a law: characters `start` to `end` of its text, under a key that no other of the law has."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    law = models.ForeignKey(Law, on_delete=models.PROTECT, related_name="provisions")
    state_code = models.CharField(max_length=3)
    place_in_law = models.PositiveIntegerField()
    key = models.TextField()
    number = models.TextField()
    heading = models.TextField(blank=True)
    within: "ArrayField[list[str], list[str]]" = ArrayField(models.TextField(), default=list)
    place = models.TextField()
    start = models.PositiveIntegerField()
    body_from = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    row_rules: ClassVar[RowRules] = OF_ITS_STATE

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["law", "key"], name="provision_has_a_key_of_its_own"),
            models.UniqueConstraint(fields=["law", "place_in_law"], name="provision_has_a_place_of_its_own"),
            models.CheckConstraint(condition=Q(end__gte=F("start")), name="provision_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.place_in_law}: {self.key}"

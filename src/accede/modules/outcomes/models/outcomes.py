"""Outcomes, when they are looked at again, and what was learned."""

import secrets
import uuid
from functools import partial
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Concat

from accede.core.assistance.outcomes import OutcomeKind
from accede.foundation.access.tables import Confidential, RowRules

_CODES = models.TextField()


def is_of_a_state(name: str) -> models.CheckConstraint:
    """Return that a row belongs to its State and is read by the programme."""
    owner = Concat(models.Value("state:"), models.F("state_code"))
    return models.CheckConstraint(condition=Q(owner=owner, level="programme"), name=name)


class Outcome(Confidential):
    """What came about in a State, and the assistance that contributed to it.

    `reference` names the fact in the part of the record that `kind` says; whether the fact is there is asked each time
    and never kept. `contributed`: keys of activities, requests and visits, such as "activity:12". `proof`: the document
    by which it was reported.
    """

    id = models.BigIntegerField(primary_key=True, default=partial(secrets.randbelow, 9 * 10**11), editable=False)
    state_code = models.CharField(max_length=3)
    kind = models.TextField()
    title = models.CharField(max_length=300)
    reference = models.CharField(max_length=400)
    happened_on = models.DateField()
    contributed: "ArrayField[list[str], list[str]]" = ArrayField(_CODES)
    how = models.TextField()
    said_by = models.CharField(max_length=300)
    proof = models.UUIDField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField(null=True)
    taken_back_at = models.DateTimeField(null=True)
    why_taken_back = models.TextField(blank=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            is_of_a_state("outcome_belongs_to_its_state"),
            models.CheckConstraint(condition=Q(kind__in=[one.value for one in OutcomeKind]), name="outcome_kind_known"),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(reference="") & ~Q(how="") & ~Q(said_by=""), name="outcome_says_what"
            ),
            models.CheckConstraint(condition=~Q(contributed=[]), name="outcome_names_assistance"),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True) | ~Q(why_taken_back=""),
                name="outcome_is_taken_back_for_a_reason",
            ),
            models.UniqueConstraint(
                fields=["state_code", "kind", "reference", "happened_on"],
                condition=Q(taken_back_at__isnull=True),
                name="outcome_is_recorded_once",
            ),
        ]
        indexes = [models.Index(fields=["state_code", "-happened_on"], name="outcome_of_a_state")]

    def __str__(self) -> str:
        return self.title


class OutcomeFollowUp(Confidential):
    """A day on which it is asked whether an outcome still stands, and the answer once there is one.

    Whoever reads it by their State may answer it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="follow_ups")
    state_code = models.CharField(max_length=3)
    months = models.PositiveSmallIntegerField()
    due_on = models.DateField(db_index=True)
    answer = models.TextField(blank=True)
    words = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    answered_by = models.UUIDField(null=True)

    row_rules: ClassVar[RowRules] = RowRules(changed_by_readers=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            is_of_a_state("follow_up_belongs_to_its_state"),
            models.UniqueConstraint(fields=["outcome", "months"], name="follow_up_is_due_once"),
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | Q(answer__in=["used", "stands", "no_longer"], answered_on__isnull=False),
                name="follow_up_is_answered_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Lesson(Confidential):
    """What an evaluation found about an outcome, or what was learned from it, and what the programme does about it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="lessons")
    state_code = models.CharField(max_length=3)
    kind = models.TextField()
    on = models.DateField()
    said_by = models.CharField(max_length=300)
    text = models.TextField()
    document = models.UUIDField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField(null=True)
    response = models.TextField(blank=True)
    response_text = models.TextField(blank=True)
    responded_on = models.DateField(null=True)
    answered_by = models.UUIDField(null=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            is_of_a_state("lesson_belongs_to_its_state"),
            models.CheckConstraint(condition=Q(kind__in=["evaluation", "lesson"]), name="lesson_kind_is_known"),
            models.CheckConstraint(condition=~Q(text="") & ~Q(said_by=""), name="lesson_says_what"),
            models.CheckConstraint(
                condition=Q(response="", responded_on__isnull=True)
                | (
                    Q(response__in=["accepted", "in_part", "not_accepted"], responded_on__isnull=False)
                    & ~Q(response_text="")
                ),
                name="lesson_is_answered_with_words",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

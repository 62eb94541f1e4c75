"""Consultations with bodies."""

import secrets
from functools import partial
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from accede.core.assistance.gate_facts import Strength
from accede.core.coordination.consultations import ConsultationState
from accede.foundation.access.tables import Confidential, RowRules
from accede.foundation.workflow.models import Staged
from accede.modules.coordination.models.focal_points import BodyFocalPoint

_CODES = models.TextField()


class Consultation(Confidential, Staged):
    """What one body is asked about one thing, and what it answers; it belongs to that body's organisation.

    Nothing stands in it that the body may not know: `title`, `states`, `topics` and the days are what it was told of
    the thing, which is named by kind and key. `letter`: the words that were sent, kept as they were. Of the link only
    the hash is kept; it works once, until the time to answer is over.
    """

    id = models.BigIntegerField(primary_key=True, default=partial(secrets.randbelow, 9 * 10**11), editable=False)
    body = models.TextField()
    focal_point = models.ForeignKey(BodyFocalPoint, on_delete=models.PROTECT, related_name="+")
    subject_kind = models.TextField()
    subject_key = models.TextField()
    strength = models.TextField()
    title = models.TextField(blank=True)
    states: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    topics: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    words = models.TextField()
    working_days = models.PositiveSmallIntegerField()
    letter = models.JSONField(default=dict)
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField(null=True)
    sent_on = models.DateField(null=True)
    object_until = models.DateField(null=True, db_index=True)
    token_hash = models.BinaryField(null=True, max_length=32)
    answered_through = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    wants_lead = models.BooleanField(default=False)
    objection = models.TextField(blank=True)
    paper = models.UUIDField(null=True)
    resolution = models.UUIDField(null=True)

    row_rules: ClassVar[RowRules] = RowRules(changed_by_readers=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=Q(level="programme"), name="consultation_is_never_public"),
            models.CheckConstraint(
                condition=Q(strength__in=[one.value for one in Strength]), name="consultation_strength_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in ConsultationState]), name="consultation_state_is_known"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="consultation_asks_something"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "called_off"])
                | (Q(sent_on__isnull=False, object_until__isnull=False) & ~Q(letter={})),
                name="consultation_is_sent_by_a_letter",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["agreed", "no_objection", "objected", "resolved"])
                | (Q(answered_on__isnull=False) & ~Q(answered_through="")),
                name="consultation_is_answered_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(answered_through="paper") | Q(paper__isnull=False),
                name="consultation_answer_has_its_paper",
            ),
            models.CheckConstraint(
                condition=(~Q(state__in=["objected", "resolved"]) | ~Q(objection=""))
                & (~Q(state__in=["resolved", "called_off"]) | ~Q(reason="")),
                name="consultation_objection_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="resolved") | Q(resolution__isnull=False),
                name="consultation_is_resolved_by_a_document",
            ),
            models.UniqueConstraint(
                fields=["token_hash"], condition=Q(token_hash__isnull=False), name="consultation_link_is_its_own"
            ),
            models.UniqueConstraint(
                fields=["body", "subject_kind", "subject_key"],
                condition=Q(state__in=["draft", "sent"]),
                name="consultation_is_open_once",
            ),
        ]
        indexes = [models.Index(fields=["subject_kind", "subject_key"], name="consultation_by_subject")]

    def __str__(self) -> str:
        return str(self.pk)

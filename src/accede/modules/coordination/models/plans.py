"""What bodies plan themselves, and the files in which it came."""

import secrets
from datetime import timedelta
from functools import partial
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from accede.core.coordination.overlaps import LONGEST_DAYS
from accede.foundation.access.tables import Confidential, RowRules

_CODES = models.TextField()
_LEVELS = Q(level__in=["programme", "owner_confidential"])
_number = partial(secrets.randbelow, 9 * 10**11)


class PlanImport(Confidential):
    """A file of plans that came in; what it brought can be taken back. As confidential as the plans in it."""

    id = models.BigIntegerField(primary_key=True, default=_number, editable=False)
    body = models.TextField()
    file_name = models.TextField()
    digest = models.TextField()
    brought_at = models.DateTimeField()
    brought_by = models.UUIDField(null=True)
    count = models.PositiveIntegerField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.UUIDField(null=True)
    reason = models.TextField(blank=True)

    row_rules: ClassVar[RowRules] = RowRules()

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=_LEVELS, name="plan_import_is_never_public"),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True) | ~Q(reason=""), name="plan_import_is_taken_back_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class PlanEntry(Confidential):
    """What a body plans on some days, as it was stated once. It belongs to the organisation that the body is here.

    Rows are added and closed, never changed: `known_as` is the same in all that was stated of one plan, `replaces` the
    row that this one took the place of. `within`: the regional groups in which its States lie. Owner-confidential rows
    are the body's alone.
    """

    id = models.BigIntegerField(primary_key=True, default=_number, editable=False)
    body = models.TextField()
    known_as = models.TextField()
    title = models.CharField(max_length=300)
    title_language = models.TextField(blank=True)
    states: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    regions: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    within: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    topics: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    first_day = models.DateField()
    last_day = models.DateField()
    source = models.TextField(blank=True)
    is_cancelled = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField(null=True)
    brought = models.ForeignKey(PlanImport, on_delete=models.PROTECT, null=True, related_name="+")
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    row_rules: ClassVar[RowRules] = RowRules()

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=_LEVELS, name="plan_is_never_public"),
            models.CheckConstraint(
                condition=Q(level="programme") | Q(owner__startswith="organisation:"), name="plan_is_kept_by_its_body"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="plan_has_a_title"),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day"))
                & Q(last_day__lte=F("first_day") + timedelta(days=LONGEST_DAYS)),
                name="plan_is_on_days",
            ),
            models.UniqueConstraint(
                fields=["owner", "body", "level", "known_as"],
                condition=Q(closed_at__isnull=True),
                name="plan_stands_once",
            ),
        ]
        indexes = [
            models.Index(fields=["first_day", "id"], condition=Q(closed_at__isnull=True), name="plan_by_day"),
            GinIndex(fields=["states"], name="plan_by_state"),
        ]

    def __str__(self) -> str:
        return self.title

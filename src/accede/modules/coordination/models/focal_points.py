"""Whom one turns to at a body."""

import uuid
from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from accede.core.coordination.working_days import WEEKS
from accede.foundation.access.tables import Confidential


class BodyFocalPoint(Confidential):
    """The office of a body that answers for it, for a time; it belongs to the organisation that the body is.

    `week`: its working week; `closed`: further days on which it does not work.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    body = models.TextField()
    organisation = models.ForeignKey("identity.Organisation", on_delete=models.PROTECT, related_name="+")
    office = models.CharField(max_length=200)
    email = models.EmailField()
    language = models.TextField()
    week = models.TextField()
    closed: "ArrayField[list[date], list[date]]" = ArrayField(models.DateField(), default=list)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)
    recorded_at = models.DateTimeField()

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=Q(level="programme"), name="focal_point_is_for_the_programme"),
            models.CheckConstraint(condition=~Q(office=""), name="focal_point_has_an_office"),
            models.CheckConstraint(condition=Q(week__in=sorted(WEEKS)), name="focal_point_week_is_known"),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="focal_point_is_for_a_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.pk}"

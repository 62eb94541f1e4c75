"""The table of stored files: whose each is, who may have it, and what its bytes are."""

import uuid
from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q

from accede.foundation.access.tables import Confidential, RowRules

LOOKED_AT = timedelta(hours=24)
"""So long does a file wait that was only looked at, and do bytes without a row."""


class StoredFile(Confidential):
    """A file that somebody brought. Its bytes lie by their digest; one that was deleted stays as a record of that.

    `about`: the thing it belongs to; `until`: when it goes by itself, None where it is kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    kind = models.TextField()
    name = models.TextField()
    about = models.TextField(blank=True, db_index=True)
    stored_by = models.UUIDField(null=True, blank=True)
    stored_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    row_rules: ClassVar[RowRules] = RowRules(appended_by_all=True)

    class Meta(Confidential.Meta):
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="stored_file_has_a_digest"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(name__contains="/") & ~Q(name__contains="\\"),
                name="stored_file_has_a_name_without_a_path",
            ),
        ]
        indexes = [models.Index(fields=["until"], condition=Q(until__isnull=False), name="stored_file_that_goes")]

    def __str__(self) -> str:
        return str(self.id)

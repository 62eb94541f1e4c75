"""Consents of States, each with the document by which it was given."""

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Concat

from accede.foundation.access.tables import Confidential

CODES = models.TextField()


class Consent(Confidential):
    """What a State allows: who, when, about what, and what may be shown to whom. `document`: the stored file.

    A consent is never changed: another one takes its place. It is withdrawn once, by a document or by the State's own
    focal point; a trigger then hides, in the same transaction, whatever rests on it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    state_code = models.CharField(max_length=3)
    authority = models.TextField()
    reference = models.TextField()
    given_on = models.DateField()
    valid_from = models.DateField()
    valid_until = models.DateField()
    topics: "ArrayField[list[str], list[str]]" = ArrayField(CODES)
    participants: "ArrayField[list[str], list[str]]" = ArrayField(CODES, default=list)
    may_share: "ArrayField[list[str], list[str]]" = ArrayField(CODES, default=list)
    share_with: "ArrayField[list[str], list[str]]" = ArrayField(CODES, default=list)
    document = models.UUIDField()
    recorded_at = models.DateTimeField()
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal = models.TextField(blank=True)
    withdrawal_document = models.UUIDField(null=True, blank=True)

    rights_of_the_web: ClassVar[str] = (
        "select, insert, update (withdrawn_on, withdrawn_at, withdrawal, withdrawal_document)"
    )

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=models.Q(level="programme"), name="consent_is_never_public"),
            models.CheckConstraint(
                condition=models.Q(owner=Concat(models.Value("state:"), models.F("state_code"))),
                name="consent_belongs_to_its_state",
            ),
            models.CheckConstraint(
                condition=~models.Q(authority="") & ~models.Q(reference=""), name="consent_names_who_and_by_what"
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until__gte=models.F("valid_from")), name="consent_counts_for_days"
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_on__isnull=True, withdrawn_at__isnull=True)
                | models.Q(withdrawn_on__isnull=False, withdrawn_at__isnull=False),
                name="consent_is_withdrawn_on_a_day_at_a_moment",
            ),
        ]
        indexes = [models.Index(fields=["state_code", "-given_on"], name="consent_of_a_state")]

    def __str__(self) -> str:
        return f"{self.state_code} {self.reference}"

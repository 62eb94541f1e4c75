"""Requests of States and of regional organisations for assistance."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from accede.core.assistance.requests import RequestState
from accede.foundation.access.tables import Confidential, RowRules
from accede.foundation.workflow.models import Staged

_CODES = models.TextField()


class AssistanceRequest(Confidential, Staged):
    """What a State, or a regional organisation, asks of the programme.

    It belongs to whoever asks. Its key is a number by chance, so that nobody learns from their own how many there are.
    While it is written only its writer reads it; once it is received, whoever works for
    the programme and holds the right, and those who act for its State. `reference` counts within its owner and year;
    `waits_for` and `due_on` follow from its state and its questions; `estimate` is a price in cents of a dollar.
    """

    id = models.BigIntegerField(primary_key=True, editable=False)
    state_code = models.CharField(max_length=3, blank=True)
    organisation = models.ForeignKey("identity.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    series = models.TextField(blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    running = models.PositiveIntegerField(null=True)
    reference = models.TextField(blank=True)
    subject = models.CharField(max_length=200, blank=True)
    kinds: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    instruments: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    recommendations: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    beneficiary = models.CharField(max_length=300, blank=True)
    wished_from = models.DateField(null=True)
    wished_until = models.DateField(null=True)
    language = models.TextField(blank=True)
    text = models.TextField(blank=True)
    channel = models.TextField()
    paper = models.CharField(max_length=100, blank=True)
    dated_on = models.DateField(null=True)
    received_on = models.DateField(null=True, db_index=True)
    begun_at = models.DateTimeField()
    officer = models.UUIDField(null=True, db_index=True)
    waits_for = models.TextField()
    due_on = models.DateField(null=True, db_index=True)
    clauses: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    screening = models.TextField(blank=True)
    estimate = models.BigIntegerField(null=True)
    joined_to = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="joined")

    row_rules: ClassVar[RowRules] = RowRules(changed_by_readers=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(
                condition=Q(state_code="", organisation__isnull=False)
                | (~Q(state_code="") & Q(organisation__isnull=True)),
                name="request_is_of_a_state_or_an_organisation",
            ),
            models.CheckConstraint(condition=Q(state__in=[one.value for one in RequestState]), name="request_state"),
            models.CheckConstraint(condition=~Q(level="public"), name="request_is_never_public"),
            models.CheckConstraint(
                condition=Q(reference="") | Q(received_on__isnull=False, running__isnull=False, year__isnull=False),
                name="request_is_numbered_when_received",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "withdrawn"]) | ~Q(reference=""), name="request_received_has_a_number"
            ),
            models.CheckConstraint(
                condition=Q(wished_until__gte=models.F("wished_from"))
                | Q(wished_until__isnull=True)
                | Q(wished_from__isnull=True),
                name="request_wishes_a_period",
            ),
            models.CheckConstraint(
                condition=Q(estimate__isnull=True) | Q(estimate__gt=0), name="request_costs_something"
            ),
            models.CheckConstraint(
                condition=~Q(state="joined") | Q(joined_to__isnull=False), name="request_joined_names_another"
            ),
            models.CheckConstraint(
                condition=Q(joined_to__isnull=True) | ~Q(joined_to=models.F("id")), name="request_joins_another"
            ),
            models.UniqueConstraint(
                fields=["series", "year", "running"],
                condition=Q(running__isnull=False),
                name="request_number_is_given_once",
            ),
        ]

    def __str__(self) -> str:
        return self.reference or str(self.pk)

"""Reports that people draft."""

import secrets
from functools import partial
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from accede.core.reports.clearance import ReportState
from accede.foundation.access.tables import Confidential, RowRules
from accede.foundation.workflow.models import Staged


class Report(Confidential, Staged):
    """A report on a period, made of a template as that was on the day; the programme's until it is issued, then public.

    `template`: as plain values. `cut_off`: the day from which its figures can be frozen. `freeze`: how often they were;
    the last freeze counts. `languages`: those in which it is to be issued. A trigger refuses any change once it is
    issued.
    """

    id = models.BigIntegerField(primary_key=True, default=partial(secrets.randbelow, 9 * 10**11), editable=False)
    template = models.JSONField()
    mandate = models.TextField()
    title = models.TextField()
    first_day = models.DateField()
    last_day = models.DateField()
    cut_off = models.DateField()
    language = models.TextField()
    languages: "ArrayField[list[str], list[str]]" = ArrayField(models.TextField())
    symbol = models.TextField(blank=True)
    distribution = models.TextField()
    body = models.TextField(blank=True)
    session = models.TextField(blank=True)
    agenda_item = models.TextField(blank=True)
    dated = models.DateField(null=True)
    word_limit = models.PositiveIntegerField()
    freeze = models.PositiveSmallIntegerField(default=0)
    frozen_at = models.DateTimeField(null=True)
    frozen_by = models.UUIDField(null=True)
    drafted_at = models.DateTimeField()
    drafted_by = models.UUIDField(null=True)

    row_rules: ClassVar[RowRules] = RowRules()

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in ReportState]), name="report_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(level="programme") | Q(level="public", state="issued"), name="report_is_public_once_issued"
            ),
            models.CheckConstraint(condition=Q(first_day__lte=F("last_day")), name="report_is_on_a_period"),
            models.CheckConstraint(condition=Q(cut_off__gt=F("last_day")), name="report_cut_off_follows_its_period"),
            models.CheckConstraint(
                condition=Q(freeze=0, frozen_at__isnull=True) | Q(freeze__gt=0, frozen_at__isnull=False),
                name="report_freeze_has_its_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state="issued") | (Q(freeze__gt=0) & Q(dated__isnull=False)),
                name="report_is_issued_frozen_and_dated",
            ),
        ]
        indexes = [models.Index(fields=["last_day"], name="report_by_period")]

    def __str__(self) -> str:
        return f"{self.title} {self.pk}"

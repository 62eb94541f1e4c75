"""Figures as they were frozen for a report, and the files as which it was issued."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from accede.core.indicators.disclosure import Told
from accede.foundation.access import Level
from accede.foundation.access.tables import Guarded, RowRules
from accede.modules.reporting.models.reports import Report
from accede.modules.reporting.models.sections import OF_ITS_REPORT


class FrozenFigure(Guarded):
    """A figure as it was at a freeze: what everybody is told, and the proof with all its records.

    `asked`: what it was asked with, as one word. `value` is None where no number is told.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="figures")
    freeze = models.PositiveSmallIntegerField()
    place = models.PositiveIntegerField()
    asked = models.TextField()
    code = models.TextField()
    parameters = models.JSONField()
    told = models.TextField()
    value = models.DecimalField(max_digits=24, decimal_places=4, null=True)
    proof = models.JSONField()
    digest = models.CharField(max_length=64)

    row_rules: ClassVar[RowRules] = OF_ITS_REPORT

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["report", "freeze", "asked"], name="figure_is_frozen_once"),
            models.CheckConstraint(condition=Q(told__in=[one.value for one in Told]), name="frozen_figure_is_told"),
            models.CheckConstraint(
                condition=Q(told__in=["exact", "rounded"], value__isnull=False)
                | Q(told__in=["few", "withheld"], value__isnull=True),
                name="frozen_figure_has_a_value_where_one_is_told",
            ),
        ]

    def __str__(self) -> str:
        return self.asked


class IssuedFile(Guarded):
    """A file as which a report was issued: its hash is that of the bytes that are kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="files")
    language = models.TextField()
    format = models.TextField()
    file = models.UUIDField()
    sha256 = models.CharField(max_length=64)

    row_rules: ClassVar[RowRules] = RowRules(level=Level.PUBLIC, owner=("report", "report_id"), readers=(), fixed=True)

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["report", "language", "format"], name="report_is_issued_once_as_a_file"),
            models.CheckConstraint(condition=Q(format__in=["docx", "pdf", "html"]), name="issued_format_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.language} {self.format}"

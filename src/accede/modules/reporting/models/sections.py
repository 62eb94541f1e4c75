"""Sections of reports, their versions in each language, and what somebody is writing."""

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from accede.foundation.access import Level
from accede.foundation.access.tables import Guarded, RowRules
from accede.modules.reporting.models.reports import Report

OF_ITS_REPORT = RowRules(level=Level.PROGRAMME, owner=("report", "report_id"), readers=(), fixed=True)


class Section(Guarded):
    """A part of a report; `clauses` are those of the mandate of which it tells. `place` 0: the introduction."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="sections")
    place = models.PositiveSmallIntegerField()
    heading = models.JSONField()
    clauses: "ArrayField[list[str], list[str]]" = ArrayField(models.TextField(), default=list)

    row_rules: ClassVar[RowRules] = OF_ITS_REPORT

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["report", "place"], name="section_has_a_place_of_its_own"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.place}"


class SectionVersion(Guarded):
    """What a section says in a language from a moment on: its paragraphs. Versions are added, never changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="+")
    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="versions")
    language = models.TextField()
    number = models.PositiveIntegerField()
    paragraphs = models.JSONField()
    origin = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.UUIDField(null=True)

    row_rules: ClassVar[RowRules] = OF_ITS_REPORT

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["section", "language", "number"], name="section_version_has_a_number"),
            models.CheckConstraint(
                condition=Q(origin__in=["template", "page", "xliff", "suggestion"]),
                name="section_version_came_somehow",
            ),
        ]
        indexes = [models.Index(fields=["report", "written_by"], name="section_version_by_author")]

    def __str__(self) -> str:
        return f"{self.section_id} {self.language} {self.number}"


class Writing(Guarded):
    """What somebody is writing: theirs alone, until they save it, leave it, or the report is issued."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="+")
    language = models.TextField()
    person = models.UUIDField()
    base = models.PositiveIntegerField()
    paragraphs = models.JSONField()
    at = models.DateTimeField()

    row_rules: ClassVar[RowRules] = RowRules(
        level=Level.RESTRICTED, owner=("person", "person"), readers=("person",), changed_by_readers=True
    )

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["section", "language", "person"], name="writing_is_one_of_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.section_id} {self.language}"

"""Who was nominated, by what can be counted; the names beside it, in rows that can be taken away; who was present."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from uuid_utils.compat import uuid7

from accede.core.training.nominations import Standing
from accede.foundation.access.tables import Confidential, RowRules
from accede.modules.training.models.events import Session, TrainingEvent


class Participant(Confidential):
    """A nomination; it belongs to its State. Nothing in it names anybody.

    `running`: its number among those of its State, so that nobody learns how many others nominate.
    `group`: shared by the nominations of one official, as people decided; its own key otherwise.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.ForeignKey(TrainingEvent, on_delete=models.PROTECT, related_name="+")
    running = models.PositiveSmallIntegerField()
    state_code = models.TextField()
    sex = models.TextField(blank=True)
    function = models.TextField()
    language = models.TextField()
    standing = models.TextField(default=Standing.NOMINATED.value)
    reason = models.TextField(blank=True)
    is_protected = models.BooleanField(default=False)
    nominated_at = models.DateTimeField()
    nominated_by = models.UUIDField(null=True)
    group = models.UUIDField(db_index=True)
    erased_at = models.DateTimeField(null=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=Q(level="programme"), name="nomination_is_never_public"),
            models.CheckConstraint(
                condition=Q(standing__in=[one.value for one in Standing]), name="nomination_standing_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(standing__in=["not_selected", "withdrawn"]) | ~Q(reason=""),
                name="nomination_is_not_taken_for_a_reason",
            ),
            models.UniqueConstraint(fields=["event", "state_code", "running"], name="nomination_is_numbered_once"),
        ]

    def __str__(self) -> str:
        return str(self.running)


class Official(Confidential):
    """The name behind a nomination, and what else could tell who it is; of a protected one, for two people only."""

    participant = models.OneToOneField(Participant, on_delete=models.PROTECT, primary_key=True, related_name="official")
    given = models.CharField(max_length=100)
    family = models.CharField(max_length=100)
    birth_year = models.PositiveSmallIntegerField(null=True)
    organisation = models.CharField(max_length=200)
    post = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    name_key = models.TextField()

    row_rules: ClassVar[RowRules] = RowRules(changed_by_readers=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=~Q(given="", family=""), name="official_has_a_name"),
            models.CheckConstraint(condition=Q(level__in=["programme", "restricted"]), name="official_is_never_public"),
            models.CheckConstraint(
                condition=~Q(level="restricted") | Q(readers__len__gte=1, readers__len__lte=2),
                name="protected_name_is_for_two",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Attendance(Confidential):
    """Whether one participant was present at one session."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    is_present = models.BooleanField()
    recorded_at = models.DateTimeField()

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [models.UniqueConstraint(fields=["session", "participant"], name="presence_is_recorded_once")]

    def __str__(self) -> str:
        return str(self.is_present)

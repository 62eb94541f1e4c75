"""What came of it for each participant: assessments, the certificate, follow-up; and who is one person."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from accede.foundation.access.tables import Confidential, RowRules
from accede.modules.training.models.people import Participant


class Assessment(Confidential):
    """What a participant knew before or after, in hundredths."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    moment = models.TextField()
    result = models.PositiveSmallIntegerField()

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=Q(moment__in=["before", "after"]), name="assessment_moment_is_known"),
            models.CheckConstraint(condition=Q(result__lte=100), name="assessment_is_in_hundredths"),
            models.UniqueConstraint(fields=["participant", "moment"], name="assessment_is_made_once"),
        ]

    def __str__(self) -> str:
        return self.moment


class Certificate(Confidential):
    """The certificate of a participant, in the words in which it was issued; issued once.

    `number`: by which anybody can check it. `shown`: what they learn, as the holder wants it.
    """

    participant = models.OneToOneField(
        Participant, on_delete=models.PROTECT, primary_key=True, related_name="certificate"
    )
    number = models.TextField(unique=True)
    issued_on = models.DateField()
    words = models.JSONField()
    shown = models.TextField(default="nothing")

    row_rules: ClassVar[RowRules] = RowRules(changed_by_readers=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(
                condition=Q(shown__in=["nothing", "event", "name"]), name="certificate_shows_what_is_known"
            )
        ]

    def __str__(self) -> str:
        return self.number


class FollowUp(Confidential):
    """What a participant is asked some months later, by a link that works once, or through their authority."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    months = models.PositiveSmallIntegerField()
    asked_on = models.DateField()
    until = models.DateField()
    token_hash = models.BinaryField(null=True, max_length=32)
    answered_on = models.DateField(null=True)
    use = models.TextField(blank=True)
    trained = models.PositiveIntegerField(null=True)
    words = models.TextField(blank=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=Q(use__in=["", "often", "sometimes", "never"]), name="use_is_known"),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | (~Q(use="") & Q(token_hash__isnull=True)),
                name="follow_up_is_answered_once",
            ),
            models.UniqueConstraint(fields=["participant", "months"], name="follow_up_is_asked_once"),
            models.UniqueConstraint(
                fields=["token_hash"], condition=Q(token_hash__isnull=False), name="follow_up_link_is_its_own"
            ),
        ]

    def __str__(self) -> str:
        return str(self.months)


class SamePerson(Confidential):
    """What a person decided of two nominations: one official, or two; a decision that was taken back stays."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    one = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    is_same = models.BooleanField()
    decided_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.UUIDField(null=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="pair_is_in_order"),
            models.UniqueConstraint(
                fields=["one", "other"], condition=Q(undone_at__isnull=True), name="pair_is_decided_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.is_same)

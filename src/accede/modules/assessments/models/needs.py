"""Needs of States, and what of them is shown to whom."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Concat

from accede.foundation.access import Level
from accede.foundation.access.tables import Confidential, Guarded, RowRules
from accede.modules.assessments.models.assessments import Assessment, Finding
from accede.modules.assessments.models.consents import CODES, Consent


class Need(Confidential):
    """What a State needs, and how urgent it is by the State's own word.

    `priority_document`: the State's letter, where somebody else than its focal point recorded that it agreed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    state_code = models.CharField(max_length=3)
    assessment = models.ForeignKey(Assessment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    finding = models.ForeignKey(Finding, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    title = models.TextField()
    topic = models.TextField()
    what = models.TextField()
    instruments: "ArrayField[list[str], list[str]]" = ArrayField(CODES, default=list)
    priority = models.TextField(blank=True)
    priority_agreed_on = models.DateField(null=True, blank=True)
    priority_document = models.UUIDField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(level__in=["programme", "owner_confidential"]), name="need_is_never_public"
            ),
            models.CheckConstraint(
                condition=models.Q(owner=Concat(models.Value("state:"), models.F("state_code"))),
                name="need_belongs_to_its_state",
            ),
            models.CheckConstraint(condition=~models.Q(title="") & ~models.Q(what=""), name="need_says_what"),
            models.CheckConstraint(
                condition=models.Q(priority="", priority_agreed_on__isnull=True)
                | models.Q(priority__in=["high", "medium", "low"], priority_agreed_on__isnull=False),
                name="need_has_a_priority_that_was_agreed",
            ),
        ]
        indexes = [models.Index(fields=["state_code", "id"], name="need_of_a_state")]

    def __str__(self) -> str:
        return self.title


class SharedNeed(Guarded):
    """What of a need an organisation is shown, under which consent. Its people read this row and not the need's.

    A trigger takes no row that the consent does not cover, and deletes all of a consent that is withdrawn. `until`: the
    last day on which it is shown.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="+")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="+")
    organisation = models.UUIDField()
    state_code = models.CharField(max_length=3)
    title = models.TextField()
    topic = models.TextField()
    what = models.TextField()
    instruments: "ArrayField[list[str], list[str]]" = ArrayField(CODES, default=list)
    priority = models.TextField()
    found = models.TextField(blank=True)
    shared_on = models.DateField()
    until = models.DateField()

    row_rules = RowRules(level=Level.PROGRAMME, owner=("organisation", "organisation"), readers=())

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["need", "organisation"], name="need_is_shared_once_with_each"),
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("shared_on")), name="need_is_shared_for_days"
            ),
        ]
        indexes = [models.Index(fields=["organisation", "until"], name="need_shared_with")]

    def __str__(self) -> str:
        return self.title

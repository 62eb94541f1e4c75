"""Visits and desk reviews, who made them, what they found and recommended, and what became of that."""

import secrets
from functools import partial
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Concat

from accede.foundation.access.tables import Confidential
from accede.foundation.workflow.models import Staged
from accede.modules.assessments.models.consents import CODES, Consent

NEW_NUMBER = partial(secrets.randbelow, 9 * 10**11)
"""The key of something new: by chance, so that nobody learns from their own how many there are."""


class Assessment(Confidential, Staged):
    """A visit to a State, or a review of it from the desk, by days that both belong to it.

    `organisations`: keys of those that take part, the one that leads among them; `report`: the stored file.
    """

    id = models.BigIntegerField(primary_key=True, default=NEW_NUMBER, editable=False)
    state_code = models.CharField(max_length=3)
    title = models.TextField()
    kind = models.TextField()
    form = models.TextField()
    lead = models.TextField()
    first_day = models.DateField()
    last_day = models.DateField()
    topics: "ArrayField[list[str], list[str]]" = ArrayField(CODES)
    organisations: "ArrayField[list[str], list[str]]" = ArrayField(CODES, default=list)
    consent = models.ForeignKey(Consent, null=True, blank=True, on_delete=models.PROTECT, related_name="assessments")
    report = models.UUIDField(null=True, blank=True)
    draft_sent_on = models.DateField(null=True, blank=True)
    comments_on = models.DateField(null=True, blank=True)
    comments = models.TextField(blank=True)
    reported_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(level__in=["programme", "owner_confidential"]), name="assessment_is_never_public"
            ),
            models.CheckConstraint(
                condition=models.Q(owner=Concat(models.Value("state:"), models.F("state_code"))),
                name="assessment_belongs_to_its_state",
            ),
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")), name="assessment_is_on_days"
            ),
            models.CheckConstraint(condition=models.Q(kind__in=["visit", "desk_review"]), name="assessment_kind_known"),
            models.CheckConstraint(
                condition=~models.Q(state__in=["commenting", "reported"]) | models.Q(report__isnull=False),
                name="assessment_is_reported_by_a_document",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["declined", "called_off"]) | ~models.Q(reason=""),
                name="assessment_is_declined_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["-first_day", "-id"], name="assessment_by_day")]

    def __str__(self) -> str:
        return self.title


class OfAssessment(Confidential):
    """A row that belongs to an assessment and is read by whoever its level lets read it."""

    id = models.BigIntegerField(primary_key=True, default=NEW_NUMBER, editable=False)
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta(Confidential.Meta):
        abstract = True


class TeamMember(OfAssessment):
    """A place in the team: the organisation that sends somebody, and what for. Names of people are not kept."""

    organisation = models.ForeignKey("identity.Organisation", on_delete=models.PROTECT, related_name="+")
    function = models.TextField()

    class Meta(OfAssessment.Meta):
        """Constraints in the database."""

        constraints = [models.CheckConstraint(condition=~models.Q(function=""), name="team_member_has_a_function")]

    def __str__(self) -> str:
        return self.function


class Finding(OfAssessment):
    """Something that an assessment found, with the instrument and the articles that it is about."""

    topic = models.TextField()
    text = models.TextField()
    instrument = models.TextField(blank=True)
    articles = models.TextField(blank=True)

    class Meta(OfAssessment.Meta):
        """Constraints in the database."""

        constraints = [models.CheckConstraint(condition=~models.Q(text=""), name="finding_says_something")]

    def __str__(self) -> str:
        return str(self.pk)


class Recommendation(OfAssessment):
    """What an assessment recommends, or an action point of its mission report: to whom, and until when."""

    kind = models.TextField()
    text = models.TextField()
    addressed_to = models.TextField()
    finding = models.ForeignKey(Finding, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    status = models.TextField(default="open")

    class Meta(OfAssessment.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="recommendation_says_something"),
            models.CheckConstraint(
                condition=models.Q(status__in=["open", "under_way", "carried_out", "set_aside"]),
                name="recommendation_status_is_known",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class FollowUp(Confidential):
    """What became of a recommendation on a day; that it was carried out is shown by a document. Never changed."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    status = models.TextField()
    text = models.TextField()
    document = models.UUIDField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    rights_of_the_web: ClassVar[str] = "select, insert, update (level)"

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="carried_out") | models.Q(document__isnull=False),
                name="follow_up_shows_what_was_carried_out",
            ),
            models.CheckConstraint(condition=~models.Q(text=""), name="follow_up_says_something"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

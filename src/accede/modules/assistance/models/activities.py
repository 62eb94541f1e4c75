"""Activities that deliver assistance, and the papers by which they pass the gates."""

import secrets
import uuid
from functools import partial

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from uuid_utils.compat import uuid7

from accede.core.assistance.activities import ActivityState
from accede.foundation.access.tables import Confidential
from accede.foundation.workflow.models import Staged

_CODES = models.TextField()


class Activity(Confidential, Staged):
    """What is done for States and regional organisations that asked.

    It belongs to its State, or to the programme where it is for several. `requests`: keys of requests; `cited`:
    paragraphs of the mandate; `costs`: direct cost in cents by object of expenditure. `committed` and `gap` hold the
    support cost too.
    """

    id = models.BigIntegerField(primary_key=True, default=partial(secrets.randbelow, 9 * 10**11), editable=False)
    title = models.CharField(max_length=200)
    objective = models.TextField()
    kind = models.TextField()
    states: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    organisations: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    requests: "ArrayField[list[int], list[int]]" = ArrayField(models.BigIntegerField(), default=list)
    topics: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    languages: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    cited: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    first_day = models.DateField()
    last_day = models.DateField()
    costs = models.JSONField(default=dict)
    reference = models.TextField(blank=True)
    committed = models.BigIntegerField(default=0)
    gap = models.BigIntegerField(default=0)
    outcome = models.UUIDField(null=True)
    recorded_at = models.DateTimeField()

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=Q(level="programme"), name="activity_is_never_public"),
            models.CheckConstraint(condition=Q(last_day__gte=models.F("first_day")), name="activity_is_on_days"),
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in ActivityState]), name="activity_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["in_delivery", "delivered"])
                | (~Q(reference="") & Q(committed__gt=0, gap=0) & ~Q(requests=[]) & ~Q(cited=[])),
                name="activity_is_delivered_asked_for_and_paid",
            ),
            models.CheckConstraint(
                condition=~Q(state="delivered") | Q(outcome__isnull=False), name="activity_is_delivered_with_an_outcome"
            ),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(reason=""), name="activity_is_cancelled_with_a_reason"
            ),
        ]
        indexes = [models.Index(fields=["-first_day", "id"], name="activity_by_day")]

    def __str__(self) -> str:
        return self.title


class ActivityPartner(Confidential):
    """A body that takes part in an activity, and its role."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("identity.Organisation", on_delete=models.PROTECT, related_name="+")
    role = models.TextField()

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["activity", "organisation", "role"], name="partner_has_a_role_once")
        ]

    def __str__(self) -> str:
        return self.role


class ActivityPaper(Confidential):
    """What opens a gate: a contact with a body, a decision, a look at international law, an exception.

    `about`: the body, the paragraph or the gate. Papers are added and never changed, but for the second person of an
    exception; of two about the same the later one counts.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField()
    about = models.TextField(blank=True)
    on = models.DateField()
    until = models.DateField(null=True)
    answer = models.TextField(blank=True)
    text = models.TextField(blank=True)
    codes: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    budget_line = models.TextField(blank=True)
    indicator = models.TextField(blank=True)
    document = models.UUIDField(null=True)
    made_at = models.DateTimeField()
    made_by = models.UUIDField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.UUIDField(null=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["contact", "decision", "screening", "exception"]), name="paper_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind="decision") | Q(document__isnull=False), name="paper_has_its_document"
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["decision", "exception"]) | ~Q(text=""), name="paper_says_why"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | (Q(kind="exception") & ~Q(confirmed_by=models.F("made_by"))),
                name="exception_is_confirmed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"

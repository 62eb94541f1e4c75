"""Events, their sessions, and what each State is told of them."""

import secrets
from functools import partial
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from accede.core.training.events import EventState
from accede.foundation.access.tables import Confidential, RowRules
from accede.foundation.workflow.models import Staged

_CODES = models.TextField()


class TrainingEvent(Confidential, Staged):
    """An event of one activity; it belongs to whom the activity belongs. `officer`: who prepared it."""

    id = models.BigIntegerField(primary_key=True, default=partial(secrets.randbelow, 9 * 10**11), editable=False)
    activity = models.ForeignKey("assistance.Activity", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    form = models.TextField()
    place = models.CharField(max_length=200, blank=True)
    states: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    languages: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    topics: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    first_day = models.DateField()
    last_day = models.DateField()
    nominate_until = models.DateField()
    seats = models.PositiveSmallIntegerField()
    criteria = models.TextField()
    officer = models.UUIDField(null=True)
    recorded_at = models.DateTimeField()

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=Q(level="programme"), name="training_event_is_never_public"),
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="training_event_is_on_days"),
            models.CheckConstraint(condition=Q(seats__gt=0), name="training_event_has_seats"),
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in EventState]), name="training_event_state_is_known"
            ),
        ]
        indexes = [models.Index(fields=["-first_day", "id"], name="training_event_by_day")]

    def __str__(self) -> str:
        return self.title


class Session(Confidential):
    """One session of an event, on one day. `took_place`: None until somebody has said."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.ForeignKey(TrainingEvent, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    on = models.DateField()
    hours = models.DecimalField(max_digits=4, decimal_places=1)
    took_place = models.BooleanField(null=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=Q(hours__gt=0, hours__lte=24), name="session_has_hours"),
            models.UniqueConstraint(fields=["event", "on", "title"], name="session_is_there_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Call(Confidential):
    """What one State is told of an event to which it may nominate; it belongs to that State."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.ForeignKey(TrainingEvent, on_delete=models.PROTECT, related_name="+")
    state_code = models.TextField()
    title = models.CharField(max_length=200)
    form = models.TextField()
    place = models.CharField(max_length=200, blank=True)
    languages: "ArrayField[list[str], list[str]]" = ArrayField(_CODES, default=list)
    first_day = models.DateField()
    last_day = models.DateField()
    nominate_until = models.DateField()
    criteria = models.TextField()
    is_open = models.BooleanField(default=True)
    called_on = models.DateField()

    row_rules: ClassVar[RowRules] = RowRules()

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [models.UniqueConstraint(fields=["event", "state_code"], name="state_is_called_once")]

    def __str__(self) -> str:
        return f"{self.state_code} {self.title}"

"""The way of a State to joining an instrument, and what is told of its steps."""

import secrets
import uuid
from functools import partial
from typing import ClassVar

from django.db import models
from django.db.models import Q

from accede.core.assistance.joining_way import WayStep
from accede.foundation.access.tables import Confidential, RowRules
from accede.modules.outcomes.models.outcomes import is_of_a_state


class JoiningWay(Confidential):
    """That a State which asked for help is on its way to joining an instrument. `request`: the key of what it asked.

    Whether it has joined is asked of the register each time and never kept.
    """

    id = models.BigIntegerField(primary_key=True, default=partial(secrets.randbelow, 9 * 10**11), editable=False)
    state_code = models.CharField(max_length=3)
    instrument = models.TextField()
    request = models.BigIntegerField()
    opened_at = models.DateTimeField()

    row_rules: ClassVar[RowRules] = RowRules(changed_by_readers=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            is_of_a_state("way_belongs_to_its_state"),
            models.CheckConstraint(condition=~Q(instrument=""), name="way_leads_to_an_instrument"),
            models.UniqueConstraint(fields=["state_code", "instrument"], name="way_is_gone_once"),
        ]

    def __str__(self) -> str:
        return f"{self.state_code} {self.instrument}"


class JoiningStep(Confidential):
    """What is told of one step of a way: who takes it, when it is planned, when it was taken, or why it is not needed.

    The State tells of its own steps: whoever reads a row by its State may change it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    way = models.ForeignKey(JoiningWay, on_delete=models.PROTECT, related_name="steps")
    state_code = models.CharField(max_length=3)
    step = models.TextField()
    who = models.CharField(max_length=300, blank=True)
    planned_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    not_needed = models.CharField(max_length=500, blank=True)
    document = models.UUIDField(null=True)

    row_rules: ClassVar[RowRules] = RowRules(changed_by_readers=True)

    class Meta(Confidential.Meta):
        """Constraints in the database."""

        constraints = [
            is_of_a_state("step_belongs_to_its_state"),
            models.CheckConstraint(condition=Q(step__in=[one.value for one in WayStep]), name="step_is_known"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(not_needed=""), name="step_is_done_or_not_needed"
            ),
            models.CheckConstraint(
                condition=~Q(step="deposit") | Q(done_on__isnull=True, not_needed=""),
                name="deposit_stands_in_the_register",
            ),
            models.UniqueConstraint(fields=["way", "step"], name="step_is_told_once"),
        ]

    def __str__(self) -> str:
        return self.step

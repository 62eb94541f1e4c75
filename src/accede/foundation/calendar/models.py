"""The private address of a person's calendar."""

import uuid
from typing import ClassVar

from django.db import models

from accede.foundation.access import Level
from accede.foundation.access.tables import Guarded, RowRules


class CalendarAddress(Guarded):
    """What makes a person's private address: with another key, the address before opens nothing any more.

    The address itself is the key under the installation's secret: no copy of the database opens anybody's calendar.
    """

    person = models.UUIDField(primary_key=True)
    key = models.UUIDField(unique=True, default=uuid.uuid4)
    made_at = models.DateTimeField()

    row_rules: ClassVar[RowRules] = RowRules(
        level=Level.RESTRICTED, owner=("person", "person"), readers=("person",), changed_by_readers=True
    )

    def __str__(self) -> str:
        return str(self.person)

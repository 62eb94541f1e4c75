"""Imports taken back, as a person does it who looks at the list of them."""

from contextlib import suppress
from datetime import datetime

from accede.foundation.access import SYSTEM
from accede.foundation.audit import Face
from accede.foundation.imports.back import TakingRefused
from accede.modules.treaties.models import Edition
from accede.modules.treaties.services.taking_back import Holding, take_back


def taken_by_hand(holding: Holding, *, last: int, at: datetime) -> None:
    """Take back the `last`th import from the end, where there is one that is not taken back and has something left."""
    open_ones = Edition.objects.filter(part=holding.part, face=Face.COMMAND.value, taken_back_by=None).order_by("-pk")
    for edition in open_ones[last - 1 : last]:
        with suppress(TakingRefused):
            take_back(edition.pk, holding, reason="It was of another year.", by=SYSTEM, at=at, face=Face.COMMAND)

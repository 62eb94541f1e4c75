"""Take an import of acts back."""

from typing import Any

from django.db.models import QuerySet

from accede.core.treaties.acts import CONSENT_KINDS, ActKind
from accede.foundation.access import ALL, Actor, can
from accede.modules.treaties.access import ACTS_IMPORT
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.models import Coverage, Report
from accede.modules.treaties.services.taking_back import Beside, Holding

_PLACE = ("instrument_id", "state_id", "source_id", "kind", "depositary", "subject")
_ONCE = ", ".join(f"'{kind}'" for kind in sorted({*CONSENT_KINDS, ActKind.SIGNATURE}))


def _may(by: Actor, rows: "QuerySet[Any]") -> bool:
    del rows  # acts of all States come in together
    return can(by, ACTS_IMPORT, on=ALL)


ACTS = Holding(
    part=Part.ACTS,
    model=Report,
    place=tuple(
        f"{{row}}.{name}" for name in ("instrument_id", "state_id", "source_id", "kind", "depositary", "subject")
    ),
    once=f"{{row}}.kind in ({_ONCE})",
    may=_may,
    beside=(Beside(Coverage, ("instrument_id", "source_id")),),
)
"""As the import of acts does: of an act that is done once, one source gives one day."""

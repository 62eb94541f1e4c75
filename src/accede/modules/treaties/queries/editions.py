"""Which edition of the record is the newest."""

from collections.abc import Mapping

from django.db.models import Subquery

from accede.foundation.pages.once import answered, once
from accede.modules.treaties.models import Edition

_NEWEST = "newest edition"


def newest_edition() -> int:
    """Return the number of the newest edition; 0 before anything was loaded. One query, once a page."""
    return once(_NEWEST, lambda: Edition.objects.order_by("-pk").values_list("pk", flat=True).first() or 0)


def newest_edition_with(others: Mapping[str, Subquery]) -> tuple[object, ...]:
    """Return the number of the newest edition and what tells of changes in other modules. One query for all."""
    found = Edition.objects.order_by("-pk").annotate(**others).values_list("pk", *others).first()
    answered(_NEWEST, found[0] if found else 0)
    return found or (0,)

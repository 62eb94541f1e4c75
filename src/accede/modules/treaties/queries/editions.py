"""Which edition of the record is the newest."""

from accede.modules.treaties.models import Edition


def newest_edition() -> int:
    """Return the number of the newest edition; 0 before anything was loaded. One query."""
    return Edition.objects.order_by("-pk").values_list("pk", flat=True).first() or 0

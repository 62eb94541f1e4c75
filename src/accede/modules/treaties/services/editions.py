"""Make a new edition of the record."""

from datetime import datetime

from accede.modules.treaties.models import Edition


def open_edition(*, face: str, reason: str, at: datetime, file_digest: str = "") -> Edition:
    """Start the edition that the reports of one batch will belong to; call it inside the batch's transaction."""
    return Edition.objects.create(face=face, reason=reason, made_at=at, file_digest=file_digest)

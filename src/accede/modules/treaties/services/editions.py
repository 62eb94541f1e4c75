"""Make a new edition of the record."""

from datetime import datetime

from accede.modules.treaties.models import Edition


def open_edition(*, face: str, reason: str, at: datetime, file_digest: str = "") -> Edition:
    """Start the edition that the reports of one batch will belong to; call it inside the batch's transaction."""
    return Edition.objects.create(face=face, reason=reason, made_at=at, file_digest=file_digest)


def last_digest(*, face: str) -> str | None:
    """Return the digest of the file that a face loaded last; None when it has loaded none."""
    latest = Edition.objects.filter(face=face).order_by("-pk").first()
    return latest.file_digest if latest else None

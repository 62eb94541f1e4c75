"""Record a source that somebody brings with an import."""

from datetime import date

from accede.foundation.imports.provenance import NewSource
from accede.modules.reference.models import Source
from accede.modules.reference.models.sources import SourceAuthority

AUTHORITIES = tuple(SourceAuthority.values)
"""What a source may be, the weightiest first."""


def record_source(source: NewSource, *, checked_on: date) -> None:
    """Add the source to the record; one that is there already stays as it is."""
    Source.objects.get_or_create(
        key=source.key,
        defaults={
            "title": source.title,
            "locator": source.locator,
            "publisher": source.publisher,
            "authority": source.authority,
            "as_of_from": source.as_of,
            "as_of_until": source.as_of,
            "checked_on": checked_on,
        },
    )

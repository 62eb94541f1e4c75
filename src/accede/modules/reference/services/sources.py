"""Record a source that somebody brings with an import."""

from datetime import date

from accede.foundation.imports.provenance import NewSource
from accede.foundation.search.writing import keep_found
from accede.modules.reference.models import Source
from accede.modules.reference.models.sources import SourceAuthority
from accede.modules.reference.queries.sources import SourceFacts, all_sources

AUTHORITIES = tuple(value for value in SourceAuthority.values if value != SourceAuthority.UNSOURCED)
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
    keep_found("source", [source.key])


def sources_with(source: NewSource | None, *, checked_on: date) -> dict[str, SourceFacts]:
    """Return every source by key, and one that is described as it would be recorded: a check writes nothing down."""
    found = all_sources()
    if source is not None and source.key not in found:
        found[source.key] = SourceFacts(
            key=source.key,
            title=source.title,
            locator=source.locator,
            publisher=source.publisher,
            authority=source.authority,
            as_of_from=source.as_of,
            as_of_until=source.as_of,
            as_of_note="",
            checked_on=checked_on,
            licence_note="",
        )
    return found

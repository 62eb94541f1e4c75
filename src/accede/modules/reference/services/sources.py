"""Record a source that somebody brings with an import."""

from dataclasses import dataclass
from datetime import date

from accede.modules.reference.models import Source


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source as the person who brings it describes it; `as_of` is the day on which it stood."""

    key: str
    title: str
    locator: str
    authority: str
    as_of: date
    publisher: str = ""


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

"""Which state of all records pages speak of: when it changes, pages that were kept are made anew."""

from accede.modules.mandates.queries.editions import newest_changes
from accede.modules.treaties.queries.editions import newest_edition_with


def page_version() -> tuple[object, ...]:
    """Return what changes whenever anything that public pages show does; one query."""
    return newest_edition_with(newest_changes())

"""Which state of all records pages speak of: when it changes, pages that were kept are made anew."""

from accede.foundation.pages.changes import changes_of_all_apps
from accede.modules.treaties.queries.editions import newest_edition_with


def page_version() -> tuple[object, ...]:
    """Return what changes whenever anything that public pages show does; one query."""
    return newest_edition_with(changes_of_all_apps())

"""An entry as plain facts, for the API and for commands."""

from accede.foundation.calendar.entries import Placed


def item(placed: Placed) -> dict[str, object]:
    """Return an entry for programs."""
    entry = placed.entry
    return {
        "uid": placed.uid,
        "kind": placed.kind.key,
        "kind_words": str(placed.kind.label),
        "first": entry.first,
        "last": entry.last,
        "title": entry.title,
        "words": entry.words,
        "status": entry.status.value,
        "about": entry.about,
        "address": entry.address,
    }

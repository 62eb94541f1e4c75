"""In which language the reader reads."""

from django.utils.translation import get_language


def readers_language() -> str:
    """Return the language in which facts are wanted that exist in several; English where none is set."""
    return get_language() or "en"

"""Days written as text."""

from datetime import date


def day(text: str) -> date:
    """Return the day written year-month-day."""
    return date.fromisoformat(text)

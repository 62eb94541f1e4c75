"""Words as readers write and read them: folding for comparison, the nearest of several, days written out."""

from accede.foundation.texts.days import format_day
from accede.foundation.texts.nearest import folded, nearest

__all__ = ["folded", "format_day", "nearest"]

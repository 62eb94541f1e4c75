"""Words as readers write and read them: folding, the nearest of several, days and articles written out."""

from accede.foundation.texts.articles import cite_articles
from accede.foundation.texts.days import format_day
from accede.foundation.texts.nearest import folded, nearest
from accede.foundation.texts.series import in_series

__all__ = ["cite_articles", "folded", "format_day", "in_series", "nearest"]

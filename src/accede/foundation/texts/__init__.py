"""Words as readers write them: folding for comparison, and the nearest of several."""

from accede.foundation.texts.nearest import folded, nearest

__all__ = ["folded", "nearest"]

"""How much may be sent at once."""

MOST_BYTES = 100 << 20
"""The largest file that anything here takes; most things take much less and say how much."""

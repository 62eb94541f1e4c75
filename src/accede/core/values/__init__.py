"""Values that every topic of the core shares."""

from accede.core.values.period import Period

__all__ = ["Period"]

"""Values that every topic of the core shares."""

from accede.core.values.days import after_months, months_later
from accede.core.values.period import Period

__all__ = ["Period", "after_months", "months_later"]

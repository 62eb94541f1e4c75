"""A small memory that all processes of the site share: how often something was tried, and until when it is refused."""

from accede.foundation.limits.store import SharedStore

__all__ = ["SharedStore"]

"""Answers that say why."""

from accede.core.explain.finding import Authority, Finding, Reason

__all__ = ["Authority", "Finding", "Reason"]

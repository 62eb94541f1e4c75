"""How far long work has come: told to whoever wants to know."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with the step ("reading", "checking" …), what is done and what there is to do (0: not known)."""


def silent(step: str, done: int, whole: int) -> None:
    """Tell nobody."""

"""What is wrong with a form, said in its summary and at its field."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and the name of the field in which it is."""

    words: str
    field: str

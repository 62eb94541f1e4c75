"""Why something about people could not be done."""

from collections.abc import Mapping


class UnableTo(Exception):  # noqa: N818  (a state of affairs, told to a person)
    """It cannot be done; `problems` says what is wrong by the field at which it is, in the reader's language."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)
        super().__init__(" ".join(self.problems.values()))


EVERYWHERE = ""
"""The field of a problem that lies in no single field."""

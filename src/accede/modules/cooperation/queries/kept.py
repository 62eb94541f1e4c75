"""What was computed once for a snapshot and is asked for again: the last few answers, for all threads."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

Answer = TypeVar("Answer")
MOST_KEPT = 64


class Kept:
    """Answers by their questions, those used longest ago thrown out first."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = threading.RLock()

    def get(self, question: Hashable, make: Callable[[], Answer]) -> Answer:
        """Return the answer to a question, made on first use; others who ask meanwhile wait for it."""
        with self._lock:
            if question not in self._answers:
                self._answers[question] = make()
                while len(self._answers) > self._most:
                    self._answers.popitem(last=False)
            self._answers.move_to_end(question)
            return cast("Answer", self._answers[question])

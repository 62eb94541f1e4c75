"""What was computed once and is asked for again: the last few answers, for all threads."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

Answer = TypeVar("Answer")
MOST_KEPT = 64


class Computed:
    """Answers by their questions, those used longest ago thrown out first.

    Those who ask what another thread is working out wait for it; those who ask something else do not.
    """

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, object] = OrderedDict()
        self._working: dict[Hashable, threading.RLock] = {}
        self._lock = threading.Lock()

    def get(self, question: Hashable, make: Callable[[], Answer]) -> Answer:
        """Return the answer to a question, made on first use."""
        with self._lock:
            if question in self._answers:
                return cast("Answer", self._known(question))
            working = self._working.setdefault(question, threading.RLock())
        with working:
            with self._lock:
                if question in self._answers:
                    return cast("Answer", self._known(question))
            answer = make()
            with self._lock:
                self._answers[question] = answer
                self._working.pop(question, None)
                while len(self._answers) > self._most:
                    self._answers.popitem(last=False)
            return answer

    def clear(self) -> None:
        """Forget every answer."""
        with self._lock:
            self._answers.clear()

    def questions(self) -> tuple[Hashable, ...]:
        """Return the questions whose answers are kept, those used longest ago first."""
        with self._lock:
            return tuple(self._answers)

    def _known(self, question: Hashable) -> object:
        self._answers.move_to_end(question)
        return self._answers[question]

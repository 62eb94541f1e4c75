"""Have a function called in a process of its own, and wait for what it returns."""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import TypeVar, cast

from accede.foundation.apart import standby
from accede.foundation.apart.answering import is_apart
from accede.foundation.apart.limits import Limits

Returned = TypeVar("Returned")

USUAL = Limits(seconds=4, megabytes=160, patience=60)
#: A page that waits for its file keeps others from being answered, so few are read at once and the others wait.
_turns = threading.BoundedSemaphore(2)
#: Threads of numeric libraries would each take memory that is not used.
_ALONE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}


class TooHeavy(Exception):  # noqa: N818  (a judgement on what was to be read, no fault of the program)
    """The work took more time or memory than it may."""


def apart(work: Callable[..., Returned], *args: object, limits: Limits = USUAL) -> Returned:
    """Return what `work(*args)` returns, a function of a module, called in a process of its own.

    Arguments, what is returned and what is raised go from one process to the other, so they must be plain data.

    Raises:
        TooHeavy: the limits were reached.
        Exception: whatever `work` raises.
    """
    if is_apart():
        return work(*args)
    question = pickle.dumps((limits, f"{work.__module__}:{work.__qualname__}", args))
    with _turns:
        try:
            answer = standby.asked(question, patience=limits.patience)
            if answer is None:
                answer = _asked_of_new_process(question, limits)
        except TimeoutError:
            raise TooHeavy from None
    if not answer:
        raise TooHeavy
    # The process is our own and wrote what our own function returned; the file was data to it.
    is_good, found = pickle.loads(answer)  # noqa: S301  (see above)
    if not is_good:
        raise found
    return cast("Returned", found)


def _asked_of_new_process(question: bytes, limits: Limits) -> bytes:
    with subprocess.Popen(
        [sys.executable, "-m", "accede.foundation.apart"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_ALONE},
    ) as process:
        try:
            answer, _nothing = process.communicate(question, timeout=limits.patience)
        except subprocess.TimeoutExpired:
            process.kill()
            raise TimeoutError from None
    return b"" if process.returncode else answer

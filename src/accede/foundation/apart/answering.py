"""What the process apart does: read what to call, call it within its limits, and say what it returned or raised."""

import gc
import pickle
from importlib import import_module

from accede.foundation.apart.limits import Limits

_RARELY = 100_000


class _Here:
    """Whether this process is the one apart."""

    is_apart = False


def is_apart() -> bool:
    """Return whether this process is one apart already: what it calls lies within its limits."""
    return _Here.is_apart


def answered(question: bytes) -> bytes | None:
    """Return what the function that is asked for returned or raised, within the limits; None: not enough memory."""
    # Among what is read once and kept to the end, looking for garbage takes a third of the time of reading it.
    gc.set_threshold(_RARELY)
    limits: Limits
    limits, name, args = pickle.loads(question)  # noqa: S301  (written by our own process)
    module, _, function = name.partition(":")
    work = getattr(import_module(module), function)
    limits.put_on()
    _Here.is_apart = True
    try:
        return pickle.dumps((True, work(*args)))
    except (MemoryError, RecursionError):
        return None
    except Exception as error:  # noqa: BLE001  (told to whoever asked, who raises it)
        return _as_told(error)


def _as_told(error: Exception) -> bytes:
    try:
        return pickle.dumps((False, error))
    except Exception:  # noqa: BLE001  (an error may hold anything, such as a connection)
        return pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))

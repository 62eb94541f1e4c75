"""Processes that end with the one that started them, also when that one was killed."""

import os
import signal
import threading
import time

_LOOK_EVERY = 0.5
_PATIENCE = 10


def end_with_parent() -> None:
    """From now on, end this process when its parent has gone: first asked to, then made to."""
    parent = os.getppid()
    threading.Thread(target=_watch, args=(parent,), name="parent-watch", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_PATIENCE)
    os._exit(1)

"""A line on the terminal that says how far long work has come."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

_EVERY = 0.2


@contextmanager
def progress_line(words: Mapping[str, str], *, always: bool = False) -> Iterator[Callable[[str, int, int], None]]:
    """Yield what long work calls with step, done and whole; `words` names the steps.

    Nothing is shown where nobody looks (errors go to a file), unless `always`; then every line stays.
    """
    is_terminal = sys.stderr.isatty()
    if not (is_terminal or always):
        yield lambda _step, _done, _whole: None
        return
    last = 0.0
    shown = ""

    def show(step: str, done: int, whole: int) -> None:
        nonlocal last, shown
        now = time.monotonic()
        label = words.get(step, step)
        if now - last < _EVERY and shown.startswith(label):
            return
        line = f"{label} {done * 100 // whole} %" if whole else label
        if line != shown:
            sys.stderr.write(f"\r\x1b[K{line}" if is_terminal else f"{line}\n")
            sys.stderr.flush()
        last, shown = now, line

    try:
        yield show
    finally:
        if is_terminal and shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

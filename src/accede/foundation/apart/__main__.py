"""The process apart: reads what to call, calls it within its limits, and writes what it returned or raised."""

import pickle
import sys
from importlib import import_module

from accede.foundation.apart.limits import Limits


def main() -> int:
    """Answer one question; 1 where there was not enough memory for an answer."""
    limits: Limits
    limits, name, args = pickle.load(sys.stdin.buffer)  # noqa: S301  (written by our own process)
    module, _, function = name.partition(":")
    work = getattr(import_module(module), function)
    limits.put_on()
    try:
        answer = pickle.dumps((True, work(*args)))
    except (MemoryError, RecursionError):
        return 1
    except Exception as error:  # noqa: BLE001  (told to whoever asked, who raises it)
        answer = pickle.dumps((False, error))
    sys.stdout.buffer.write(answer)
    return 0


if __name__ == "__main__":
    sys.exit(main())

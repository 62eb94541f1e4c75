"""What a process of its own may use."""

import math
import os
import resource
import signal
import time
from dataclasses import dataclass
from pathlib import Path

_NICE = 4
"""Enough to go after those who are answered; with more, a machine that others keep busy would leave it nothing."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Time and memory of one piece of work.

    Attributes:
        seconds: of a processor's time, so that a busy machine does not refuse what a quiet one takes; parts count.
        megabytes: of memory that is written to, beside what the program takes by itself.
        patience: seconds by the clock, after which nobody waits any longer.
    """

    seconds: float
    megabytes: int
    patience: int

    def put_on(self) -> None:
        """Put the limits on this process, and let all others go before it."""
        # What loading the program has used is no part of it. The timer knows parts of a second; what would outlive it
        # meets the limit.
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, self.seconds)
        until = math.ceil(time.process_time() + self.seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (until, until + 1))
        most = _data() + (self.megabytes << 20)
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.alarm(self.patience)
        os.nice(_NICE)


def _data() -> int:
    """Return how many bytes of memory this process may write to already; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5]) * resource.getpagesize()
    except OSError:
        return 0

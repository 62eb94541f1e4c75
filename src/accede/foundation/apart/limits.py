"""What a process of its own may use."""

import math
import os
import resource
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Time and memory of one piece of work.

    Attributes:
        seconds: of a processor's time, so that a busy machine does not refuse what a quiet one takes.
        megabytes: of memory that is written to.
        patience: seconds by the clock, after which nobody waits any longer.
    """

    seconds: int
    megabytes: int
    patience: int

    def put_on(self) -> None:
        """Put the limits on this process, and let all others go before it."""
        # What loading the program has used is no part of it.
        until = math.ceil(time.process_time()) + self.seconds
        resource.setrlimit(resource.RLIMIT_CPU, (until, until + 1))
        resource.setrlimit(resource.RLIMIT_DATA, (self.megabytes << 20, self.megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.nice(10)

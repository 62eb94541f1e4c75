"""The keeper: one small process beside each embedded server, which keeps it running for as long as anybody uses it.

Every user of the server holds a shared lock on one file. The kernel lets go of it when the user dies, also by
`kill -9`; when the keeper can have the lock alone, nobody of ours is left. It then stops the server, unless other
programs are connected (psql, pg_dump) or somebody asked for the server to stay up. It starts the server again when that
was killed. Should the keeper itself be killed, the server goes on, and the next process that asks for the database
starts a new keeper, which takes the server over.

Run by `lifecycle`: ``python -m accede.foundation.database.keeper``.
"""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field

from psycopg.pq import Ping

from accede.foundation.database import binaries, cluster, locks, places
from accede.foundation.database.errors import DatabaseUnavailable
from accede.foundation.readiness import words_for

_TICK = 0.2
_LARGEST_LOG = 10_000_000
_TRIES = 5
_STEADY_SECONDS = 30
_STOP_SECONDS = 60


@dataclass(slots=True)
class Keeper:
    """Watches one server and the lock of its users."""

    where: places.Places
    linger: float
    child: "subprocess.Popen[bytes] | None" = None
    told_to_stop: bool = False
    starts: list[float] = field(default_factory=list)

    def run(self) -> None:
        """Keep the server until nobody uses it, then stop it."""
        users = locks.open_lock(self.where.users_lock)
        unused_since: float | None = None
        # Whoever asked for the server to stay up asked another keeper.
        self.where.stay_up.unlink(missing_ok=True)
        while True:
            self._see_that_it_runs()
            if locks.try_lock(users, locks.ALONE):
                unused_since = unused_since or time.monotonic()
                # The lock stays ours while the server stops: who comes now waits, then starts it anew.
                if self.told_to_stop:
                    self._stop("INT", "QUIT")
                    return
                if time.monotonic() - unused_since >= self.linger:
                    if not self._is_used_by_others():
                        self._stop("TERM", "INT", "QUIT")
                        return
                    unused_since = None
                locks.unlock(users)
            else:
                unused_since = None
            if self.told_to_stop:
                self._stop("INT", "QUIT")
                return
            self._keep_log_small()
            time.sleep(_TICK)

    def _see_that_it_runs(self) -> None:
        if self.child is not None and self.child.poll() is None:
            return
        if self.child is None and cluster.is_any_alive(self.where) and cluster.ping(self.where) is not Ping.NO_RESPONSE:
            return  # taken over from a keeper that was killed
        self.child = None
        now = time.monotonic()
        self.starts = [moment for moment in self.starts if now - moment < _STEADY_SECONDS]
        if len(self.starts) >= _TRIES:
            raise DatabaseUnavailable(f"The server ended {_TRIES} times in {_STEADY_SECONDS} seconds.")
        self.starts.append(now)
        programs = binaries.readable_by(self.where.account, binaries.find(), self.where)
        cluster.initialise(self.where, programs)
        self.child = cluster.start(self.where, programs)

    def _is_used_by_others(self) -> bool:
        return self.where.stay_up.exists() or cluster.has_sessions(self.where)

    def _stop(self, *ways: str) -> None:
        for how in ways:
            cluster.ask_to_stop(self.where, how)
            until = time.monotonic() + _STOP_SECONDS
            while time.monotonic() < until:
                if self.child is not None:
                    self.child.poll()
                if not cluster.is_any_alive(self.where):
                    cluster.tidy(self.where)
                    return
                time.sleep(0.02)

    def _keep_log_small(self) -> None:
        """Empty a log that has grown too long; both writers append, so they go on at its new end."""
        if self.where.log.stat().st_size > _LARGEST_LOG:
            os.truncate(self.where.log, 0)


def main() -> None:
    """Leave the starting process behind, take the keeper's lock and keep the server."""
    if os.fork():
        os._exit(0)
    os.setsid()
    where = places.places()
    mine = locks.open_lock(where.keeper_lock)
    if not locks.lock(mine, locks.ALONE, seconds=1):  # somebody may just be asking whether it is held
        return
    keeper = Keeper(where, linger=float(os.environ.get("ACCEDE_PG_LINGER", "3")))

    def stop(_signal: int, _frame: object) -> None:
        keeper.told_to_stop = True

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.ftruncate(mine, 0)
    os.pwrite(mine, f"{os.getpid()}\n".encode(), 0)
    try:
        keeper.run()
    except Exception as error:
        if not (words := words_for(error)):
            raise
        sys.stderr.write(f"{words}\n")
        sys.exit(1)


if __name__ == "__main__":
    main()

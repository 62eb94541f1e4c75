"""How long `make run` takes until the first page: the first time with an empty state folder, and after that.

The limit of the second start is three seconds. Run alone: `make bench ARGS=start`.
"""

import http.client
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 3.0
TIMES = 5
PATIENCE = 120


def main() -> int:
    """Measure and print; fail when the second start is over its limit."""
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    try:
        first = start_once(home)
        later = [start_once(home) for _ in range(TIMES)]
    finally:
        shutil.rmtree(home, ignore_errors=True)
    middle = statistics.median(later)
    print(f"first start, empty state folder   {first:6.2f} s")
    print(
        f"start after that (median of {TIMES})    {middle:6.2f} s   {middle / LIMIT:.2f} of the limit of {LIMIT:.0f} s"
    )
    return 0 if middle <= LIMIT else 1


def start_once(home: Path) -> float:
    """Return the seconds from the command to the first page, then stop everything."""
    port = free_port()
    variables = {**os.environ, "ACCEDE_HOME": str(home), "ACCEDE_PORT": str(port), "ACCEDE_PG_LINGER": "0"}
    begun = time.perf_counter()
    site = subprocess.Popen(
        ["make", "run"],
        cwd=ROOT,
        env=variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        wait_for_page(port, site)
        return time.perf_counter() - begun
    finally:
        os.killpg(site.pid, signal.SIGINT)
        site.wait(PATIENCE)
        wait_for_database_to_stop(variables)


def wait_for_page(port: int, site: "subprocess.Popen[bytes]") -> None:
    """Ask until the page is there."""
    while True:
        if site.poll() is not None and site.stderr:
            raise SystemExit(site.stderr.read().decode())
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", "/en/")
            status = connection.getresponse().status
        except ConnectionError:
            time.sleep(0.01)
            continue
        finally:
            connection.close()
        if status != http.client.OK:
            raise SystemExit(f"The home page answers {status}.")
        return


def wait_for_database_to_stop(variables: dict[str, str]) -> None:
    """A start counts from nothing running."""
    status = [sys.executable, "-m", "accede.foundation.database", "status"]
    while subprocess.run(status, env=variables, stdout=subprocess.DEVNULL, check=False).returncode == 0:
        time.sleep(0.1)


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


if __name__ == "__main__":
    sys.exit(main())

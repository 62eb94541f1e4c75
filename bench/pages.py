"""Each public page beside a trivial Django page with one query, on the same granian server, on loopback.

``python bench/pages.py [--seconds N]`` (2 each under load). The pages are taken from the URL configuration. For each:
the processor's time to make it for the first time, with the record read (the least of three); the time when it is
asked again, as a multiple of the trivial page's, asked by turns with it; the queries of both; the bytes on the wire,
compressed; and under load (wrk, 8 connections) its requests a second as a share of the trivial page's. Exit code 1 when
a page that is asked again takes more than twice the trivial page's time, or asks the database more than once; a page
that is made for each reader (signing out), more often than when it was made first.
"""

import argparse
import http.client
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GOOD = {"code": "FRA", "key": "FINANCING-1999"}
QUERIES = {
    "/en/compare/": "state=FRA&state=MAR&on=2007-07-26&and=2020-01-01",
    "/api/v1/compare/": "state=FRA&state=MAR",
    "/en/search/": "q=france",
}
#: Where a visitor of a page of one's own is led.
WAYS_IN = ["/en/sign-in/?next=/en/work/"]
NOT_A_PAGE = {"/", "/trivial/"}
TIMES = 200
LIMIT_RATIO, LIMIT_QUERIES = 2.0, 1
LIMIT_MADE = 0.060


@dataclass
class Measured:
    """What was found of one address."""

    address: str
    status: int
    made: float
    again: float
    wire: int
    page: int
    queries_first: int
    queries_again: int
    beside: float
    per_second: float = 0.0


def main() -> int:
    """Serve a record of the shipped facts, measure every page, print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--seconds", type=int, default=2)
    seconds: int = asked.parse_args().seconds
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), ACCEDE_PG_LINGER="1", DJANGO_SETTINGS_MODULE="bench.trivial.settings")
    os.environ["PYTHONPATH"] = str(ROOT)
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    sys.path.insert(0, str(ROOT))
    try:
        return measure(seconds)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def measure(seconds: int) -> int:
    """Prepare, count queries here, then measure times on a server."""
    from accede.site import webserver  # noqa: PLC0415  (reads what `main` sets)

    webserver.prepare()
    addresses = [*pages(), *WAYS_IN]
    counted = {address: count(address) for address in ["/trivial/", *addresses]}
    port = free_port()
    server = start_server(port)
    try:
        trivial = ask_often(port, "/trivial/", counted["/trivial/"])
        found = [ask_often(port, address, counted[address]) for address in addresses]
        for page in (trivial, *found):
            page.per_second = under_load(port, page.address, seconds)
    finally:
        server.terminate()
        server.wait()
    return report(trivial, found)


def pages() -> Iterator[str]:
    """Yield the address of every page and of every operation of the API that answers 200."""
    from django.test import Client  # noqa: PLC0415  (needs Django set up)
    from django.urls import get_resolver  # noqa: PLC0415  (needs Django set up)

    from accede.foundation.access import addresses_below  # noqa: PLC0415  (needs Django set up)
    from accede.modules.treaties.queries.register import current_register  # noqa: PLC0415  (needs Django set up)

    client = Client(headers={"host": "127.0.0.1"})
    register = current_register()
    keys = {"acts": register.settled.acts[0].key, "sources": next(iter(register.sources))}
    for address in addresses_below(get_resolver()):
        topic = address.route.removeprefix("en/").removeprefix("api/v1/").partition("/")[0]
        parts = {**GOOD, "key": keys.get(topic, GOOD["key"])}
        path = f"/{address.route}"
        wanted = re.findall(r"(<(?:\w+:)?(\w+)>)", path)
        if any(name not in parts for _, name in wanted):
            continue  # of one person, or with a link of their own: no public page
        for part, name in wanted:
            path = path.replace(part, parts[name])
        if path in NOT_A_PAGE:
            continue
        path += f"?{QUERIES[path]}" if path in QUERIES else ""
        status = client.get(path).status_code
        if status == http.client.OK:
            yield path
        else:
            print(f"left out, answers {status}: {path}")


def count(address: str) -> tuple[int, int, float]:
    """Return the queries of a page that is made and of one asked again, and the processor's seconds to make it."""
    from django.db import connection  # noqa: PLC0415  (needs Django set up)
    from django.test import Client  # noqa: PLC0415  (needs Django set up)
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415  (needs Django set up)

    from accede.foundation.pages.public import pages as kept  # noqa: PLC0415  (needs Django set up)

    kept.clear()
    client = Client(headers={"host": "127.0.0.1"})
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        counts.append(len(captured))
    times = []
    for _ in range(3):
        kept.clear()
        begun = time.process_time()
        client.get(address)
        times.append(time.process_time() - begun)
    return counts[0], counts[1], min(times)


def start_server(port: int) -> "subprocess.Popen[bytes]":
    """Start granian with one worker, so that a page asked again is asked of the same process."""
    server = subprocess.Popen(
        [
            str(Path(sys.executable).with_name("granian")),
            "--interface=wsgi",
            "--host=127.0.0.1",
            f"--port={port}",
            "--workers=1",
            "--blocking-threads=4",
            "--log-level=warning",
            "accede.site.wsgi:application",
        ],
        cwd=ROOT,
    )
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        if server.poll() is not None:
            raise SystemExit("The server did not start.")
        time.sleep(0.05)
    ask(http.client.HTTPConnection("127.0.0.1", port), "/en/")  # reads the record, as the first visitor would
    return server


def ask(connection: http.client.HTTPConnection, address: str) -> tuple[float, int, int, bytes]:
    """Return seconds, status, bytes on the wire and the body of one answer."""
    begun = time.perf_counter()
    connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    taken = time.perf_counter() - begun
    head = sum(len(name) + len(value) + 4 for name, value in answer.getheaders()) + 17
    return taken, answer.status, head + len(body), body


def ask_often(port: int, address: str, counted: tuple[int, int, float]) -> Measured:
    """Ask for a page once, then again and again over one connection."""
    import gzip  # noqa: PLC0415  (needs Django set up)

    connection = http.client.HTTPConnection("127.0.0.1", port)
    _first, status, wire, body = ask(connection, address)
    if status != http.client.OK:
        raise SystemExit(f"{address} answers {status}.")
    other = http.client.HTTPConnection("127.0.0.1", port)
    times = [(ask(connection, address)[0], ask(other, "/trivial/")[0]) for _ in range(TIMES)]
    again, beside = (statistics.median(column) for column in zip(*times, strict=True))
    connection.close()
    other.close()
    whole = len(gzip.decompress(body)) if body.startswith(b"\x1f\x8b") else len(body)
    queries_first, queries_again, made = counted
    return Measured(address, status, made, again, wire, whole, queries_first, queries_again, beside=beside)


def under_load(port: int, address: str, seconds: int) -> float:
    """Return the requests a second that wrk gets answered over eight connections; 0 where there is no wrk."""
    if not shutil.which("wrk") or seconds <= 0:
        return 0.0
    command = ["wrk", "-t1", "-c8", f"-d{seconds}s", "-H", "Accept-Encoding: gzip", f"http://127.0.0.1:{port}{address}"]
    words = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in words:
        raise SystemExit(f"{address} fails under load:\n{words}")
    rate = re.search(r"Requests/sec:\s+([\d.]+)", words)
    return float(rate[1]) if rate else 0.0


def report(trivial: Measured, found: list[Measured]) -> int:
    """Print a line for each page; return 1 where one misses the limits."""
    print(f"trivial page: {trivial.again * 1000:.2f} ms, 1 query, {trivial.wire} bytes, {trivial.per_second:,.0f}/s")
    print(f"{'page':58} {'again':>6} {'made':>8} {'queries':>8} {'kB wire':>8} {'kB page':>8} {'load':>6}")
    missed = 0
    for page in sorted(found, key=lambda p: p.address):
        again = page.again / page.beside
        missed += again > LIMIT_RATIO or page.queries_again > most_queries(page)
        load = f"{page.per_second / trivial.per_second:.0%}" if trivial.per_second else "–"
        print(
            f"{page.address[:58]:58} {again:5.2f}× {page.made * 1000:6.1f}ms "
            f"{page.queries_first:4}/{page.queries_again:<3} {page.wire / 1000:8.1f} {page.page / 1000:8.1f} {load:>6}"
        )
    slow = sum(page.made > LIMIT_MADE for page in found)
    print(f"{slow} take more than {LIMIT_MADE * 1000:.0f} ms of processor time to be made for the first time")
    print(f"{len(found)} pages, {missed} beyond {LIMIT_RATIO:.0f}× or the queries allowed when asked again")
    return 1 if missed else 0


def most_queries(page: Measured) -> int:
    """Return how often a page may ask the database when it is asked again."""
    from django.urls import resolve  # noqa: PLC0415  (needs Django set up)

    from accede.foundation.pages.public import is_public_page  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.pages.visitors import is_visitor_page  # noqa: PLC0415  (needs Django set up)

    view = resolve(page.address.partition("?")[0]).func
    is_kept = is_public_page(view) or is_visitor_page(view)
    return LIMIT_QUERIES if is_kept else page.queries_first


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


if __name__ == "__main__":
    sys.exit(main())

"""Whether each of many letters goes out once in effect while workers are killed.

``python bench/outbox.py [--letters N] [--kills N]`` (10,000 letters, ten kills). Two workers serve the queue of a
database that is thrown away, a mail server on this machine takes the letters; a worker is killed (SIGKILL) in the
midst of sending, and another started, again and again. Exit code 1 when a letter is missing, was given under two
Message-IDs, keeps words, or was given twice oftener than workers were killed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORKERS = 2
PATIENCE = 900


def main() -> int:
    """Prepare a database that is thrown away, send, print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--letters", type=int, default=10_000)
    asked.add_argument("--kills", type=int, default=10)
    given = asked.parse_args()
    home = Path(tempfile.mkdtemp(prefix="accede-bench-"))
    home.chmod(0o755)
    os.environ.update(ACCEDE_HOME=str(home), DJANGO_SETTINGS_MODULE="accede.site.settings.local", ACCEDE_PG_LINGER="1")
    os.environ.pop("ACCEDE_DATABASE_URL", None)
    sys.path.insert(0, str(ROOT))
    try:
        from accede.site import webserver  # noqa: PLC0415  (reads what stands above)

        webserver.prepare()
        return measure(letters=given.letters, kills=given.kills)
    finally:
        from accede.foundation import database  # noqa: PLC0415  (as above)

        database.stop()
        shutil.rmtree(home, ignore_errors=True)


def measure(*, letters: int, kills: int) -> int:
    """Write the letters, have them sent by workers that are killed, and count what the mail server was given."""
    from accede.foundation.access import SYSTEM  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.access.acting import acting  # noqa: PLC0415  (as above)
    from accede.foundation.outbox.models import Letter, State  # noqa: PLC0415  (as above)
    from tests.support.mailserver import mail_server  # noqa: PLC0415  (found once the path is set)

    begun = time.perf_counter()
    write(letters)
    print(f"written: {letters} in {time.perf_counter() - begun:.1f} s")
    with mail_server() as server:
        begun = time.perf_counter()
        workers = [start(server.port) for _ in range(WORKERS)]
        killed = 0
        while time.perf_counter() - begun < PATIENCE and len(set(server.ids())) < letters:
            time.sleep(0.05)
            if killed < kills and len(server.taken) > (killed + 1) * letters // (kills + 2):
                victim = workers.pop(0)
                victim.kill()
                victim.wait()
                workers.append(start(server.port))
                killed += 1
        took = time.perf_counter() - begun
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.wait()
        given = Counter(server.ids())
        recipients = {to for to, _letter in server.taken}
    with acting(SYSTEM):
        unsent = Letter.objects.exclude(state=State.SENT).count()
        with_words = Letter.objects.exclude(sealed=b"").count()
    twice = sum(number - 1 for number in given.values())
    print(f"sent: {len(given)} of {letters} in {took:.1f} s, {len(given) / took:.0f} a second; killed: {killed}")
    print(f"given again under the same Message-ID: {twice}; not sent: {unsent}; with words left: {with_words}")
    held = len(given) == len(recipients) == letters and unsent == with_words == 0 and twice <= killed == kills
    return 0 if held else 1


def write(letters: int) -> None:
    """Write letters, each to a recipient of its own, a hundred in a transaction."""
    from accede.foundation.access import SYSTEM  # noqa: PLC0415  (needs Django set up)
    from accede.foundation.access.acting import acting  # noqa: PLC0415  (as above)
    from accede.foundation.outbox.letters import Recipient, send  # noqa: PLC0415  (as above)

    for first in range(0, letters, 100):
        with acting(SYSTEM):
            for number in range(first, min(first + 100, letters)):
                send("account/email/password_set", Recipient(f"person{number}@example.org", "en"), context={})


def start(port: int) -> "subprocess.Popen[bytes]":
    """Start a worker that gives its letters to the mail server on that port."""
    program = f"""
import asyncio, django
from django.conf import settings
django.setup()
settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", {port}
from accede.foundation.jobs.worker import Rhythm, work
asyncio.run(work(Rhythm(sign_every=0.5, dead_after=3)))
"""
    return subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, env=dict(os.environ))


if __name__ == "__main__":
    sys.exit(main())

"""Ask after the database or stop the embedded one: ``python -m accede.foundation.database status|start|stop``."""

import sys

from accede.foundation.database import keep_up, status, stop
from accede.foundation.readiness import words_for


def main(words: list[str]) -> int:
    """Do what the one word says; return the exit code."""
    match words:
        case ["status"]:
            found = status()
            sys.stdout.write(f"{found.words}\n")
            return 0 if found.answers else 3
        case ["start"]:
            keep_up()
            sys.stdout.write(f"{status().words} It stays up until it is stopped.\n")
            return 0
        case ["stop"]:
            stopped = stop()
            sys.stdout.write("The embedded database is stopped.\n" if stopped else "The database does not stop.\n")
            return 0 if stopped else 1
    sys.stderr.write("Say status, start or stop.\n")
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Exception as error:
        if not (words := words_for(error)):
            raise
        sys.stderr.write(f"{words}\n")
        sys.exit(1)

"""Run the command line: every end has its exit code, and none of them is a traceback."""

import logging
import os
import sys
import traceback
from collections.abc import Sequence

import click

from accede.foundation.console.errors import EXIT_ENVIRONMENT, EXIT_FINE, EXIT_INTERRUPTED
from accede.foundation.readiness import words_for

DEBUG_VARIABLE = "ACCEDE_DEBUG"


def run(command: click.Command, arguments: Sequence[str] | None = None) -> int:
    """Run `command` and return its exit code; `arguments` None: those of this process."""
    stdout = sys.stdout
    try:
        result = command.main(args=arguments, prog_name=command.name, standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        return _pipe_closed()
    except (click.Abort, KeyboardInterrupt):
        _complain("Stopped.")
        return EXIT_INTERRUPTED
    except click.exceptions.Exit as end:
        return end.exit_code
    except SystemExit as end:
        # click ends the process itself after completing words for a shell, and on a closed pipe, whose stream it wraps.
        return _code_of(end) if sys.stdout is stdout else _pipe_closed()
    except click.ClickException as error:
        # An argument left out has its words in `format_message` alone.
        if error.format_message():
            error.show(file=sys.stderr)
        return error.exit_code
    except Exception as error:  # noqa: BLE001  (the last line of defence: told in one line, in full if asked)
        return _unexpected(error)
    finally:
        _let_go_of_database()
    return result if isinstance(result, int) else EXIT_FINE


def _code_of(end: SystemExit) -> int:
    return end.code if isinstance(end.code, int) else EXIT_FINE


def _unexpected(error: Exception) -> int:
    if os.environ.get(DEBUG_VARIABLE):
        traceback.print_exception(error, file=sys.stderr)
        return EXIT_ENVIRONMENT
    if words := words_for(error):
        _complain(words)
    elif _is_of_database(error):
        _complain(_about_database(error))
    else:
        _complain(f"Something unforeseen happened: {type(error).__name__}: {_first_line(error)}")
        _complain(f"Nothing was half-written. Set {DEBUG_VARIABLE}=1 and repeat the command to see all details.")
    return EXIT_ENVIRONMENT


def _is_of_database(error: Exception) -> bool:
    """Whether the database failed; COPY is the driver's own, so its errors do not come through Django."""
    django_database, driver = sys.modules.get("django.db"), sys.modules.get("psycopg")
    return (django_database is not None and isinstance(error, django_database.Error)) or (
        driver is not None and isinstance(error, driver.Error)
    )


def _about_database(error: Exception) -> str:
    cause = type(error.__cause__).__name__
    if cause in {"UndefinedTable", "UndefinedColumn"}:
        return "The tables of this database are not up to date. Run “accede load facts”."
    return f"The database does not answer as it should: {_first_line(error)}"


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [""])[0][:300]


def _complain(message: str) -> None:
    click.echo(message, err=True)


def _pipe_closed() -> int:
    """Whoever read our output has had enough (`| head`): that is no error; nothing more may be written there."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return EXIT_FINE


def _let_go_of_database() -> None:
    """Close the pool, whose threads would keep this process."""
    django_settings = sys.modules.get("django.conf")
    if (django_database := sys.modules.get("django.db")) is None or django_settings is None:
        return
    if not django_settings.settings.configured:
        return  # they could not be read, which has been told
    for connection in django_database.connections.all(initialized_only=True):
        if connection.in_atomic_block:
            continue
        try:
            connection.close()
            if hasattr(connection, "close_pool"):
                connection.close_pool()
        except Exception:
            logging.getLogger(__name__).debug("closing the connection failed", exc_info=True)

"""Commands about the installation itself: facts, server, database, translations."""

import click

from accede.foundation import database
from accede.foundation.console import NoAnswer, say


@click.command(name="facts")
def load_facts() -> None:
    """Load the facts that ship; does nothing when they are loaded already."""
    from accede.foundation import clock  # noqa: PLC0415  (needs Django)
    from accede.site.facts import load_everything  # noqa: PLC0415  (as above)

    database.ensure_running()
    with database.as_owner():
        database.migrate_under_lock()
        loaded = load_everything(at=clock.now())
    if loaded.changed:
        say(f"Loaded: {loaded.added} reports added, {loaded.retracted} taken back.")
    else:
        say("The facts that ship are loaded already.")


@click.command(name="serve")
@click.option("--host", help="The address to listen on (default: 127.0.0.1, or ACCEDE_HOST).")
@click.option("--port", type=click.IntRange(1, 65535), help="The port to listen on (default: 8000, or ACCEDE_PORT).")
def serve(host: str | None, port: int | None) -> None:
    """Serve the site until told to stop."""
    from accede.site import serve as serving  # noqa: PLC0415  (help must not wait for it)

    try:
        exit_code = serving.serve(host=host, port=port)
    except serving.CannotServe as error:
        raise NoAnswer(str(error)) from error
    if exit_code:
        raise NoAnswer


@click.command(name="status")
def database_status() -> None:
    """Say whether the database answers; exit code 1 when it does not."""
    found = database.status()
    say(found.words)
    if not found.answers:
        raise NoAnswer


@click.command(name="start")
def database_start() -> None:
    """Start the database of this machine and leave it up until `accede database stop`, whether it is used or not."""
    database.keep_up()
    say(f"{database.status().words} It stays up until “accede database stop”.")


@click.command(name="stop")
def database_stop() -> None:
    """Stop the database of this machine, also while others use it."""
    if not database.stop():
        raise NoAnswer("The database did not stop in time.")
    say("The database is stopped.")


@click.command(name="compile")
def compile_messages() -> None:
    """Compile the translations that are newer than what was made of them."""
    from accede.site.preparing import compile_messages as compile_all  # noqa: PLC0415  (help must not wait for it)

    say(f"Compiled: {compile_all()}.")

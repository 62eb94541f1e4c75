"""Commands about the record: walk its chain, sign where it stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from django.db import connection, transaction

from accede.foundation import clock, database, keys
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import chain, checkpoints
from accede.foundation.console import NoAnswer, Refused, say
from accede.foundation.writing import write_whole


@click.command(name="verify")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A checkpoint that was kept: the chain must pass it. May be given several times.",
)
@click.option("--public-key", help="The key that signed it (default: this installation's own).")
def verify(against: tuple[Path, ...], public_key: str | None) -> None:
    """Walk the chain of the record; name its first broken link and end with exit code 1."""
    database.ensure_running()
    holds = [_checkpoint(path, public_key).hold for path in against]
    verdict = _walk(*holds)
    if verdict.broken:
        say(f"Links that hold: {verdict.links}.")
        raise NoAnswer(verdict.broken)
    say(f"The chain holds. Links: {verdict.links}. Details taken away, each by an event: {verdict.taken_away}.")
    for hold in holds:
        say(f"It passes through the checkpoint at link {hold.number}.")


@click.command(name="checkpoint")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The file to write (default: the screen).")
def checkpoint(out: Path | None) -> None:
    """Sign where the chain stands, after walking it. Keep the file where this machine cannot change it."""
    database.ensure_running()
    verdict = _walk()
    if verdict.broken:
        raise NoAnswer(verdict.broken)
    try:
        text = checkpoints.sign(verdict, at=clock.now(), key=checkpoints.signing_key())
    except checkpoints.CheckpointRefused as error:
        raise NoAnswer(str(error)) from error
    if out is None:
        click.echo(text, nl=False)
        return
    write_whole(out, text.encode(), mode=0o644)
    say(f"Checkpoint at link {verdict.links} written to {out}.")


def _checkpoint(path: Path, public_key: str | None) -> checkpoints.Checkpoint:
    try:
        key = public_key or keys.public_text(checkpoints.signing_key().public_key())
        return checkpoints.read(path, expected_key=key)
    except checkpoints.CheckpointRefused as error:
        raise Refused(str(error)) from error


def _walk(*holds: chain.Hold) -> chain.Verdict:
    with database.as_owner(), _one_moment(), acting(SYSTEM, confined=False):
        return chain.verify(*holds)


@contextmanager
def _one_moment() -> Iterator[None]:
    """Read everything as it was at one moment, so that what is written meanwhile is not taken for a break."""
    is_begun = connection.in_atomic_block
    with transaction.atomic():
        if not is_begun:
            with connection.cursor() as cursor:
                cursor.execute("set transaction isolation level repeatable read, read only")
        yield

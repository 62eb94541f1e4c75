"""Commands about the record: walk its chain, sign where it stands."""

from pathlib import Path

import click

from accede.foundation import clock, database, keys
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import chain, checkpoints
from accede.foundation.console import NoAnswer, Refused, say
from accede.foundation.writing import write_whole


@click.command(name="verify")
@click.option("--against", type=click.Path(path_type=Path), help="A checkpoint that was kept: the chain must pass it.")
@click.option("--public-key", help="The key that signed it (default: this installation's own).")
def verify(against: Path | None, public_key: str | None) -> None:
    """Walk the chain of the record; name its first broken link and end with exit code 1."""
    database.ensure_running()
    hold = None
    if against is not None:
        hold = _checkpoint(against, public_key).hold
    verdict = _walk(hold)
    if verdict.broken:
        say(f"Links that hold: {verdict.links}.")
        raise NoAnswer(verdict.broken)
    say(f"The chain holds. Links: {verdict.links}. Details taken away, each by an event: {verdict.taken_away}.")
    if hold is not None:
        say(f"It passes through the checkpoint at link {hold.number}.")


@click.command(name="checkpoint")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The file to write (default: the screen).")
def checkpoint(out: Path | None) -> None:
    """Sign where the chain stands, after walking it. Keep the file where this machine cannot change it."""
    database.ensure_running()
    verdict = _walk(None)
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


def _walk(hold: chain.Hold | None) -> chain.Verdict:
    with database.as_owner(), acting(SYSTEM, confined=False):
        return chain.verify(hold)

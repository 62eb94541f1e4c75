"""`accede letters`: what became of letters, and what came back."""

import click

from accede.foundation import clock, database
from accede.foundation.console import Refused, print_json, print_table, say
from accede.foundation.outbox.delivering import note_bounce
from accede.foundation.outbox.letters import not_delivered, numbers
from accede.foundation.outbox.models import LETTERS_KEPT


@click.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
def list_letters(*, as_json: bool) -> None:
    """Count letters, and list those that were not delivered and why."""
    database.ensure_running()
    since = clock.now() - LETTERS_KEPT
    counted, lost = numbers(since=since), not_delivered(since=since)
    if as_json:
        print_json(
            {
                "numbers": {state.value: number for state, number in counted.items()},
                "not_delivered": [
                    {"id": one.id, "kind": one.kind, "to": one.to, "written": one.made_at, "why": one.why}
                    for one in lost
                ],
            }
        )
        return
    say("; ".join(f"{state.label}: {number}" for state, number in counted.items()))
    if lost:
        rows = [(f"{one.made_at:%Y-%m-%d %H:%M}", one.to, one.kind, one.words) for one in lost]
        print_table(("Written", "To", "Letter", "Why"), rows)


@click.command(name="bounced")
@click.argument("address")
@click.option("--because", default="", help="What the letter that came back says, for example “5.1.1 unknown”.")
def bounced(*, address: str, because: str) -> None:
    """Note that letters to an address came back; notices go there no more by mail."""
    database.ensure_running()
    number = note_bounce(address, because=because)
    if not number:
        raise Refused(f"No letter that was sent to {address} is known. “accede letters list” shows what is.")
    say(f"Noted: {number} not delivered.")

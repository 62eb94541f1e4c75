"""The command `accede network`: how many pairs of States have which basis for each offence on a day."""

import click
import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accede.core.cooperation.effects import FIRST_SURE, STRENGTH, Effect, Purpose, effects_of
from accede.core.cooperation.network import Network, source_of
from accede.foundation.console import Reading, Refused, print_json, print_table, reading_options, say
from accede.foundation.pages.asat import read_day
from accede.modules.cooperation.cli.arguments import asked_one_state, open_cooperation
from accede.modules.cooperation.cli.bases import PURPOSES
from accede.modules.cooperation.fields.codes import purpose_words
from accede.modules.cooperation.fields.offences import offence_title
from accede.modules.cooperation.queries.differences import difference
from accede.modules.cooperation.queries.plans import states_present
from accede.modules.cooperation.queries.snapshot import Cooperation
from accede.modules.cooperation.words.opinions import Document
from accede.modules.cooperation.words.speaker import CooperationSpeaker


@click.command(name="network")
@click.option("--purpose", type=click.Choice(PURPOSES, case_sensitive=False), default=PURPOSES[0], show_default=True)
@click.option("--state", default="", help="With the row of this State as the requesting one, partner by partner.")
@click.option("--since", default="", metavar="DAY", help="What has changed since an earlier day, and by what.")
@reading_options
def network(*, purpose: str, state: str, since: str, reading: Reading) -> None:
    """The network on a day: for every ordered pair of States and every offence, the strongest basis."""
    snapshot = open_cooperation(reading)
    chosen = Purpose(purpose.lower())
    found = snapshot.network(reading.on, chosen)
    present = states_present(snapshot, reading.on)
    document = _outline(snapshot, found, present, reading)
    if state:
        code = asked_one_state(snapshot, state, reading)
        document["state"] = code
        document["row"] = row_document(found, code, present)
    if since:
        document["since"] = _since(snapshot, since, chosen, reading)
    if reading.as_json:
        print_json(document)
        return
    say(f"{purpose_words(chosen)} — {reading.on.isoformat()}")
    counts = _("States: %(states)s. Offences: %(offences)s. Ordered pairs × offences: %(cells)s.")
    say(counts % {"states": len(present), "offences": len(document["offences"]), "cells": document["cells"]})
    say()
    headings = [_("Offence"), _("Sure basis"), _("Not known"), _("No basis found, or no duty")]
    rows = []
    for entry in document["offences"]:
        sure = sum(n for e, n in entry["counts"].items() if STRENGTH[Effect(e)] >= FIRST_SURE)
        doubtful = sum(entry["counts"].get(e.value, 0) for e in (Effect.NOT_KNOWN, Effect.TEXT_NOT_READ))
        rest = sum(entry["counts"].values()) - sure - doubtful
        rows.append([offence_title(entry["offence"]), str(sure), str(doubtful), str(rest)])
    print_table(headings, rows)
    if since:
        _print_causes(CooperationSpeaker(snapshot, reading.language), document["since"]["causes"])


def _since(snapshot: Cooperation, since: str, purpose: Purpose, reading: Reading) -> Document:
    problems: list[str] = []
    first = read_day(since, today=reading.on, problems=problems)
    if problems or first is None:
        raise click.UsageError(f"--since: {' '.join(problems)}")
    if first >= reading.on:
        raise Refused(_("--since is not before the day asked for: no day lies between them."))
    found = difference(snapshot, first, reading.on, purpose)
    return {
        "day": first,
        "gained": sum(
            g.gained * len(snapshot.tables(purpose).grouping.groups[g.number].offences) for g in found.groups
        ),
        "lost": sum(g.lost * len(snapshot.tables(purpose).grouping.groups[g.number].offences) for g in found.groups),
        "causes": [
            {
                "kind": c.kind.value,
                "on": c.on,
                "states": list(c.states),
                "treaty": c.treaty,
                "opened": c.opened,
                "closed": c.closed,
            }
            for c in found.causes
        ],
    }


def _print_causes(speaker: CooperationSpeaker, causes: list[Document]) -> None:
    say()
    rows = [
        [
            cause["on"].isoformat(),
            ", ".join(speaker.state(code) for code in cause["states"]),
            speaker.treaty(cause["treaty"]),
            str(cause["opened"]),
            str(cause["closed"]),
        ]
        for cause in causes
    ]
    print_table(
        [
            _("Day"),
            _("State"),
            _("Instrument or treaty"),
            pgettext("legal bases", "Opened"),
            pgettext("legal bases", "Closed"),
        ],
        rows,
    )


def _outline(snapshot: Cooperation, found: Network, present: tuple[str, ...], reading: Reading) -> Document:
    places = np.array([found.tables.world.place[code] for code in present], np.intp)
    strengths = found.cells[:, places[:, None], places[None, :]] >> 4
    effects = effects_of(found.tables.purpose)
    offences = []
    totals = dict.fromkeys((e.value for e in effects.values()), 0)
    for number, offence in enumerate(snapshot.catalogue.offences):
        numbers = np.bincount(strengths[number].ravel(), minlength=16)
        numbers[STRENGTH[Effect.NONE]] -= len(present)
        counts = {effects[s].value: int(numbers[s]) for s in sorted(effects)}
        for effect, count in counts.items():
            totals[effect] += count
        offences.append({"offence": offence.code, "counts": counts})
    return {
        "on": reading.on,
        "purpose": found.tables.purpose.value,
        "edition": snapshot.register.edition,
        "states": list(present),
        "cells": len(present) * (len(present) - 1) * len(offences),
        "effects": [effects[s].value for s in sorted(effects)],
        "counts": totals,
        "offences": offences,
    }


def row_document(found: Network, requesting: str, present: tuple[str, ...]) -> list[Document]:
    """Return for each partner the strongest basis for each offence, as effect and the text or treaty that gives it."""
    world = found.tables.world
    effects = effects_of(found.tables.purpose)
    mine = found.cells[:, world.place[requesting], :]
    return [
        {
            "requested": partner,
            "offences": {
                offence.code: {
                    "effect": effects[int(cell) >> 4].value,
                    "by": source_of(int(cell), found.tables, offence.code) if cell >> 4 else None,
                }
                for offence, cell in zip(world.catalogue.offences, mine[:, world.place[partner]], strict=True)
            },
        }
        for partner in present
        if partner != requesting
    ]

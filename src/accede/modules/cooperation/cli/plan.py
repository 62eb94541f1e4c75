"""The command `accede plan accessions`: what would open most, for one State or for the world."""

import click
from django.utils.translation import gettext as _

from accede.core.cooperation.effects import Purpose
from accede.core.cooperation.planning import Accession, Choice
from accede.core.cooperation.state_plans import StatePlan
from accede.core.treaties.joining import JoiningPlan
from accede.foundation.console import Reading, print_json, print_table, reading_options, say
from accede.modules.cooperation.cli.arguments import asked_one_state, open_cooperation
from accede.modules.cooperation.cli.bases import PURPOSES
from accede.modules.cooperation.queries.plans import MOST_ACCESSIONS, WorldPlan, state_plan, world_plan
from accede.modules.cooperation.words.opinions import Document
from accede.modules.cooperation.words.speaker import CooperationSpeaker


@click.command(name="accessions")
@click.option("--state", default="", help="The State that plans.")
@click.option("--world", is_flag=True, help="Plan for all States together.")
@click.option("-k", "count", type=click.IntRange(1, MOST_ACCESSIONS), default=5, show_default=True, help="How many.")
@click.option("--purpose", type=click.Choice(PURPOSES, case_sensitive=False), default=PURPOSES[0], show_default=True)
@reading_options
def accessions(*, state: str, world: bool, count: int, purpose: str, reading: Reading) -> None:
    """Which accessions would open most pairs of States and offences."""
    if bool(state) == world:
        raise click.UsageError(_("Say either --state STATE or --world."))
    snapshot = open_cooperation(reading)
    speaker = CooperationSpeaker(snapshot, reading.language)
    chosen = Purpose(purpose.lower())
    if world:
        plan = world_plan(snapshot, reading.on, count=count, purpose=chosen)
        document = _world_document(speaker, plan, reading, chosen)
        print_json(document) if reading.as_json else _print_world(document)
        return
    code = asked_one_state(snapshot, state, reading)
    document = _state_document(speaker, state_plan(snapshot, code, reading.on, purpose=chosen), chosen)
    print_json(document) if reading.as_json else _print_state(document)


def _world_document(speaker: CooperationSpeaker, plan: WorldPlan, reading: Reading, purpose: Purpose) -> Document:
    def of(choice: Choice) -> Document:
        return {
            "accessions": [_accession(speaker, a, plan) for a in choice.accessions],
            "closes": choice.closes,
            "upper_bound": choice.upper_bound,
            "gap": choice.gap,
        }

    return {
        "on": reading.on,
        "purpose": purpose.value,
        "k": plan.count,
        "blind_cells": plan.blind_cells,
        "greedy": of(plan.greedy),
        "best": of(plan.best),
        "proven": plan.best.closes == plan.best.upper_bound,
        "accessions_considered": plan.considered,
        "accessions_put_aside": plan.put_aside,
    }


def _accession(speaker: CooperationSpeaker, accession: Accession, plan: WorldPlan) -> Document:
    return {
        "state": accession.state,
        "name": speaker.state(accession.state),
        "instrument": accession.instrument,
        "title": speaker.treaty(accession.instrument),
        "needs": accession.needs,
        "perhaps_joined": (accession.state, accession.instrument) in plan.perhaps_joined,
    }


def _print_world(document: Document) -> None:
    say(
        _("Blind ordered pairs × offences on %(day)s: %(count)s")
        % {
            "day": document["on"].isoformat(),
            "count": document["blind_cells"],
        }
    )
    best = _("The best choice, proven") if document["proven"] else _("The best choice found")
    for key, title in (("best", best), ("greedy", _("Chosen one by one"))):
        part = document[key]
        say()
        say(f"{title}: {part['closes']} ({_('upper bound: %(bound)s') % {'bound': part['upper_bound']}})")
        rows = [
            [a["name"], a["title"], _("perhaps joined already") if a["perhaps_joined"] else ""]
            for a in part["accessions"]
        ]
        print_table([_("State"), _("Instrument"), _("Note")], rows)


def _state_document(speaker: CooperationSpeaker, plan: StatePlan, purpose: Purpose) -> Document:
    return {
        "state": plan.state,
        "name": speaker.state(plan.state),
        "on": plan.on,
        "purpose": purpose.value,
        "blind_pairs": plan.blind_pairs,
        "blind_cells": plan.blind_cells,
        "accessions": [
            {
                "instrument": step.instrument,
                "title": speaker.treaty(step.instrument),
                "opens_pairs": step.opens.pairs,
                "opens_cells": step.opens.cells,
                "opens_cells_with_parents": step.opens_with_parents,
                "perhaps_joined": step.is_perhaps_joined,
                **_how(step.plan),
            }
            for step in plan.accessions
        ],
        "declarations": [
            {
                "annex": step.annex,
                "title": speaker.treaty(step.annex),
                "held": step.held.name.lower(),
                "opens_pairs": step.opens.pairs,
                "opens_cells": step.opens.cells,
            }
            for step in plan.declarations
        ],
        "bilateral": [
            {"partner": step.partner, "name": speaker.state(step.partner), "offences": step.offences}
            for step in plan.bilateral
        ],
    }


def _how(plan: JoiningPlan) -> Document:
    return {
        "acts": [act.value for act in plan.acts],
        "article": str(plan.acts_authority) if plan.acts_authority else None,
        "parents": [
            {"instrument": p.instrument, "how": p.how.value, "article": str(p.authority)} for p in plan.parents
        ],
        "takes_effect": plan.takes_effect.answer,
        "takes_effect_because": [
            {"code": str(r.code), "authority": str(r.authority) if r.authority else None, "facts": dict(r.facts)}
            for r in plan.takes_effect.because
        ],
        "papers": [{"paper": p.paper.value, "article": p.article, "required": p.is_required} for p in plan.papers],
    }


def _print_state(document: Document) -> None:
    say(f"{document['name']} — {document['on'].isoformat()}")
    say(
        _("States without a sure basis for at least one offence: %(pairs)s. Pairs × offences: %(cells)s.")
        % {"pairs": document["blind_pairs"], "cells": document["blind_cells"]}
    )
    say()
    rows = [
        [
            entry["title"],
            str(entry["opens_pairs"]),
            str(entry["opens_cells_with_parents"]),
            entry["takes_effect"].isoformat() if entry["takes_effect"] else "",
            ", ".join(parent["instrument"] for parent in entry["parents"]),
            _("perhaps joined already") if entry["perhaps_joined"] else "",
        ]
        for entry in document["accessions"]
    ]
    headings = [
        _("Instrument"),
        _("Ordered pairs opened"),
        _("Pairs × offences, with parents"),
        _("In force if deposited on this day"),
        _("Needs"),
        _("Note"),
    ]
    print_table(headings, rows)

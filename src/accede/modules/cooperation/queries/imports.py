"""Imports of bilateral treaties, those that an actor may take back."""

from collections import defaultdict
from datetime import date

from accede.foundation.access import ALL, Actor, can
from accede.modules.cooperation.access import TREATIES_IMPORT, of_state
from accede.modules.cooperation.models import BilateralReport
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.queries.imports import SHIPPED_FACES, ImportLine, imports_of
from accede.modules.treaties.queries.taken_back import Retraction, retractions_of


def imports_visible_to(actor: Actor) -> list[ImportLine]:
    """Return the imports of treaties that the actor may take back, the latest first. A fixed number of queries.

    Whoever brings treaties of one State sees those of which each treaty is that State's.
    """
    lines = imports_of(BilateralReport, Part.TREATIES)
    if can(actor, TREATIES_IMPORT, on=ALL):
        return lines
    states: dict[int, set[tuple[str, str]]] = defaultdict(set)
    rows = BilateralReport.objects.exclude(edition__face__in=SHIPPED_FACES, retracted_by=None).order_by()
    columns = ("edition_id", "retracted_by_id", "first_id", "second_id")
    for edition, retracted_by, first, second in rows.values_list(*columns).distinct():
        states[edition].add((first, second))
        if retracted_by is not None:
            states[retracted_by].add((first, second))
    return [line for line in lines if all(_is_of(actor, pair) for pair in states[line.number])]


def retractions_of_treaties(*, known_on: date | None) -> list[Retraction]:
    """Return the retractions of reports of bilateral treaties, the latest first, as known on a day."""
    return retractions_of(BilateralReport, known_on=known_on)


def _is_of(actor: Actor, pair: tuple[str, str]) -> bool:
    return any(can(actor, TREATIES_IMPORT, on=of_state(state)) for state in pair)

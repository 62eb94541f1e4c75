"""Laws of one State, for its file, as far as the reader may see them."""

from accede.foundation.access import Actor
from accede.modules.legislation.models import Law
from accede.modules.reference.queries.of_state import MOST, Line


def laws_of_state(actor: Actor, state: str) -> list[Line]:
    """Return the laws of a State; their day is that of their entry into force. One query."""
    rows = Law.objects.visible_to(actor).filter(state_code=state).order_by("-in_force_from", "id")
    found = rows.values_list("id", "in_force_from", "in_force_until", "title", "is_confirmed")[:MOST]
    return [
        Line(str(key), first, last, title, "confirmed" if is_confirmed else "read")
        for key, first, last, title, is_confirmed in found
    ]

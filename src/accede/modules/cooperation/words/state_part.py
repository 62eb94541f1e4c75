"""What this module has on a State, for the State's page."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.exports import Link
from accede.modules.treaties.words.state_parts import StateAsked

_KINDS = frozenset({"member", "observer", "state", "former"})
"""Areas and organisations have no legal bases of their own here."""


def links_of_state(asked: StateAsked) -> Sequence[Link]:
    """Return the ways to a State's partners, to a request that it would make, and to what its joining would open."""
    if not asked.is_there or asked.kind not in _KINDS:
        return ()

    def at_day(name: str) -> str:
        return f"{reverse(name, args=[asked.code])}{asked.query}"

    finder = f"{reverse('cooperation:finder')}{asked.query}{'&' if asked.query else '?'}state={asked.code}"
    return (
        Link(_("Legal bases with its partners, offence by offence"), at_day("cooperation:state-detail")),
        Link(_("Legal bases for a request that it makes"), finder),
        Link(_("What its joining would open"), at_day("cooperation:state-plan")),
    )

"""What this module has on a State, for the State's page: the way to its file, the same for every reader and State."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.exports import Link
from accede.modules.treaties.words.state_parts import StateAsked

_KINDS = frozenset({"member", "observer", "state"})
"""Areas and organisations ask for no assistance here, and what no longer exists does not either."""


def file_of_state(asked: StateAsked) -> Sequence[Link]:
    """Return the way to the file of a State; whether there is anything in it is not told by it."""
    if not asked.is_there or asked.kind not in _KINDS:
        return ()
    address = reverse("outcomes:state-file", args=[asked.code])
    return (Link(_("The file of the State, for those who work with it"), address),)

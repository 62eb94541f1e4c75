"""Tables of the reference module."""

from accede.modules.reference.models.sources import Source
from accede.modules.reference.models.states import Membership, State, StateName, Succession

__all__ = ["Membership", "Source", "State", "StateName", "Succession"]

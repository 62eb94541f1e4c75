"""Tables of the reference module."""

from accede.modules.reference.models.sources import Source
from accede.modules.reference.models.states import Membership, OtherName, State, StateName, Succession, Territory

__all__ = ["Membership", "OtherName", "Source", "State", "StateName", "Succession", "Territory"]

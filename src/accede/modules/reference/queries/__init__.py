"""Questions about States and sources."""

from accede.modules.reference.queries.naming import StateNames
from accede.modules.reference.queries.sources import SourceFacts, all_sources
from accede.modules.reference.queries.states import GROUPS, Name, Span, StateFacts, SuccessionFacts, all_states

__all__ = [
    "GROUPS",
    "Name",
    "SourceFacts",
    "Span",
    "StateFacts",
    "StateNames",
    "SuccessionFacts",
    "all_sources",
    "all_states",
]

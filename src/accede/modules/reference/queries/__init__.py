"""Questions about States and sources."""

from accede.modules.reference.queries.naming import StateNames
from accede.modules.reference.queries.sources import SourceFacts, all_sources
from accede.modules.reference.queries.states import Name, Span, StateFacts, SuccessionFacts, all_states

__all__ = [
    "Name",
    "SourceFacts",
    "Span",
    "StateFacts",
    "StateNames",
    "SuccessionFacts",
    "all_sources",
    "all_states",
]

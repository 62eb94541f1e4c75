"""`accede outcomes`: what came of assistance, and whether it counts."""

from accede.foundation.console import OPERATOR, Command, LazyGroup

_PLACE = "accede.modules.outcomes.cli.outcomes"

OUTCOMES = LazyGroup(
    "outcomes",
    {
        "list": Command(f"{_PLACE}:list_outcomes", "List what came of assistance.", opens_to=OPERATOR),
        "show": Command(f"{_PLACE}:show_outcome", "One outcome, and why it counts or does not.", opens_to=OPERATOR),
        "record": Command(f"{_PLACE}:record_one", "Record an outcome.", opens_to=OPERATOR),
    },
    summary="What came of assistance, each outcome with its fact.",
)

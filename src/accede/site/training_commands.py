"""`accede training`: the commands about training events, each step of their way among them."""

from accede.foundation.console import OPERATOR, Command, LazyGroup

_PLACE = "accede.modules.training.cli.training"


def _of(place: str, summary: str) -> Command:
    return Command(f"{_PLACE}:{place}", summary, opens_to=OPERATOR)


TRAINING = LazyGroup(
    "training",
    {
        "list": _of("list_events", "List the training events."),
        "calls": _of("list_calls", "List the calls for nominations."),
        "nominations": _of("bring_nominations", "Bring nominations in from a file."),
        "ask": _of("ask", "Ask participants what they use."),
        "call": _of("call", "Call for nominations."),
        "close": _of("close", "Close nominations."),
        "reopen": _of("reopen", "Open nominations again."),
        "confirm": _of("confirm", "Tell the States the selection."),
        "hold": _of("hold", "An event was held."),
        "cancel": _of("cancel", "Cancel an event."),
    },
    summary="Training of officials: events, nominations, follow-up.",
)

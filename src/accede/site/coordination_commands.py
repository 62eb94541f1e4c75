"""`accede consultations` and `accede plans`: consultations, each step of their way, and plans."""

from accede.foundation.console import OPERATOR, Command, LazyGroup

_PLACE = "accede.modules.coordination.cli.coordination"


def _of(place: str, summary: str) -> Command:
    return Command(f"{_PLACE}:{place}", summary, opens_to=OPERATOR)


CONSULTATIONS = LazyGroup(
    "consultations",
    {
        "list": _of("list_consultations", "List the consultations."),
        "show": _of("show_consultation", "One consultation, and its next steps."),
        "focal-points": _of("list_focal_points", "The offices that answer for bodies."),
        "open": _of("open_one", "Open a consultation about a thing."),
        "note": _of("note_one", "Record an answer with its letter."),
        "settle": _of("settle_one", "Settle an objection, with its document."),
        "send": _of("send", "Send a consultation."),
        "agree": _of("agree", "The body agrees."),
        "clear": _of("clear", "The body has no objection."),
        "object": _of("object_", "The body objects."),
        "note-agreement": _of("note_agreement", "The body agreed by letter."),
        "note-clearance": _of("note_clearance", "The body had no objection, by letter."),
        "note-objection": _of("note_objection", "The body objected by letter."),
        "lapse": _of("lapse", "Nobody objected by the date."),
        "resolve": _of("resolve", "An objection is resolved."),
        "call-off": _of("call_off", "Call a consultation off."),
    },
    summary="Consultations with other bodies: open, send, answered, settled.",
)


_PLANS = "accede.modules.coordination.cli.plans"
PLANS_OF_BODIES = LazyGroup(
    "plans",
    {
        "list": Command(f"{_PLANS}:list_plans", "List what bodies plan.", opens_to=OPERATOR),
        "enter": Command(f"{_PLANS}:enter_one", "Enter a plan of a body.", opens_to=OPERATOR),
        "withdraw": Command(f"{_PLANS}:withdraw_one", "Withdraw a plan.", opens_to=OPERATOR),
        "imports": Command(f"{_PLANS}:list_imports", "The files of plans that came in.", opens_to=OPERATOR),
        "take-back": Command(f"{_PLANS}:take_back", "Take back what a file brought.", opens_to=OPERATOR),
    },
    summary="What partner bodies plan.",
)

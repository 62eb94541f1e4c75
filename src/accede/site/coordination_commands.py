"""`accede consultations`: the commands about consultations with bodies, each step of their way among them."""

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

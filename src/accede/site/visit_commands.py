"""`accede visits`: the commands about visits and desk reviews, each step of their workflow among them."""

from accede.foundation.console import OPERATOR, Command, LazyGroup

_VISITS = "accede.modules.assessments.cli.visits"
VISITS = LazyGroup(
    "visits",
    {
        "list": Command(f"{_VISITS}:list_visits", "List visits and desk reviews.", opens_to=OPERATOR),
        "consents": Command(f"{_VISITS}:list_consents", "List the consents of States.", opens_to=OPERATOR),
        "agree": Command(f"{_VISITS}:agree", "It is agreed with the State.", opens_to=OPERATOR),
        "make": Command(f"{_VISITS}:make", "It was made.", opens_to=OPERATOR),
        "draft": Command(f"{_VISITS}:draft", "Its draft goes to the State for comments.", opens_to=OPERATOR),
        "report": Command(f"{_VISITS}:report", "Its report is issued.", opens_to=OPERATOR),
        "close": Command(f"{_VISITS}:close", "It is closed.", opens_to=OPERATOR),
        "replan": Command(f"{_VISITS}:replan", "It is a plan again.", opens_to=OPERATOR),
        "decline": Command(f"{_VISITS}:decline", "The State declines.", opens_to=OPERATOR),
        "call-off": Command(f"{_VISITS}:call_off", "It is called off.", opens_to=OPERATOR),
    },
    summary="Visits to States and desk reviews, with their consents.",
)

"""`accede requests`: the commands about requests for assistance, each step of their workflow among them."""

from accede.foundation.console import OPERATOR, Command, LazyGroup

REQUESTS = LazyGroup(
    "requests",
    {
        "list": Command(
            "accede.modules.assistance.cli.requests:list_requests", "List the requests.", opens_to=OPERATOR
        ),
        "show": Command(
            "accede.modules.assistance.cli.requests:show_request", "One request, and its next steps.", opens_to=OPERATOR
        ),
        "register": Command(
            "accede.modules.assistance.cli.requests:register", "Register what came as a paper.", opens_to=OPERATOR
        ),
        "join": Command(
            "accede.modules.assistance.cli.requests:join", "Join a request to another one.", opens_to=OPERATOR
        ),
        "submit": Command(
            "accede.modules.assistance.cli.requests:submit", "Send a request that was begun.", opens_to=OPERATOR
        ),
        "acknowledge": Command(
            "accede.modules.assistance.cli.requests:acknowledge", "Acknowledge a request.", opens_to=OPERATOR
        ),
        "screen": Command(
            "accede.modules.assistance.cli.requests:screen", "Record that the screening is done.", opens_to=OPERATOR
        ),
        "accept": Command("accede.modules.assistance.cli.requests:accept", "Accept a request.", opens_to=OPERATOR),
        "defer": Command("accede.modules.assistance.cli.requests:defer", "Defer a request.", opens_to=OPERATOR),
        "decline": Command("accede.modules.assistance.cli.requests:decline", "Decline a request.", opens_to=OPERATOR),
        "resume": Command(
            "accede.modules.assistance.cli.requests:resume", "Open a request to be decided again.", opens_to=OPERATOR
        ),
        "deliver": Command(
            "accede.modules.assistance.cli.requests:deliver", "Record that delivery has begun.", opens_to=OPERATOR
        ),
        "complete": Command(
            "accede.modules.assistance.cli.requests:complete", "Record that delivery is complete.", opens_to=OPERATOR
        ),
        "follow-up": Command(
            "accede.modules.assistance.cli.requests:follow_up", "Record the follow-up.", opens_to=OPERATOR
        ),
        "close": Command("accede.modules.assistance.cli.requests:close", "Close a request.", opens_to=OPERATOR),
        "withdraw": Command(
            "accede.modules.assistance.cli.requests:withdraw", "Withdraw a request.", opens_to=OPERATOR
        ),
        "note-withdrawal": Command(
            "accede.modules.assistance.cli.requests:note_withdrawal",
            "Note that a request was withdrawn.",
            opens_to=OPERATOR,
        ),
        "separate": Command(
            "accede.modules.assistance.cli.requests:separate", "Separate a request that was joined.", opens_to=OPERATOR
        ),
    },
    summary="Requests of States for assistance: register, screen, decide.",
)

"""`accede activities`: the commands about activities of assistance, each step of their workflow among them."""

from accede.foundation.console import OPERATOR, Command, LazyGroup

ACTIVITIES = LazyGroup(
    "activities",
    {
        "list": Command(
            "accede.modules.assistance.cli.activities:list_activities", "List the activities.", opens_to=OPERATOR
        ),
        "approve": Command(
            "accede.modules.assistance.cli.activities:approve", "Approve an activity.", opens_to=OPERATOR
        ),
        "deliver": Command(
            "accede.modules.assistance.cli.activities:deliver", "Begin its delivery.", opens_to=OPERATOR
        ),
        "finish": Command("accede.modules.assistance.cli.activities:finish", "It was delivered.", opens_to=OPERATOR),
        "replan": Command("accede.modules.assistance.cli.activities:replan", "It is a plan again.", opens_to=OPERATOR),
        "cancel": Command("accede.modules.assistance.cli.activities:cancel", "It is cancelled.", opens_to=OPERATOR),
    },
    summary="Activities of assistance, past their gates.",
)

"""The commands about laws."""

from accede.foundation.console import OPERATOR, Command, LazyGroup

_LAWS = "accede.modules.legislation.cli.reading"

LAWS = LazyGroup(
    "laws",
    {
        "show": Command(f"{_LAWS}:show_command", "Read a law and show its provisions.", opens_to=OPERATOR),
        "gaps": Command(
            "accede.modules.legislation.cli.gaps:gaps_command", "Say what a review leaves open.", opens_to=OPERATOR
        ),
        "match": Command(f"{_LAWS}:match_command", "Find provisions that may answer.", opens_to=OPERATOR),
    },
    summary="Laws beside what the instruments ask of them.",
)

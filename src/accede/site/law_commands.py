"""The commands about laws."""

from accede.foundation.console import OPERATOR, Command, LazyGroup

_LAWS = "accede.modules.legislation.cli.reading"
_KEEPING = "accede.modules.legislation.cli.keeping"

LAWS = LazyGroup(
    "laws",
    {
        "show": Command(f"{_LAWS}:show_command", "Read a law and show its provisions.", opens_to=OPERATOR),
        "export": Command(f"{_KEEPING}:export_command", "Write a law as Akoma Ntoso.", opens_to=OPERATOR),
        "import": Command(f"{_KEEPING}:import_command", "Bring a law in.", opens_to=OPERATOR),
        "list": Command(f"{_KEEPING}:list_command", "List the laws that are kept.", opens_to=OPERATOR),
        "gaps": Command(
            "accede.modules.legislation.cli.gaps:gaps_command", "Say what a review leaves open.", opens_to=OPERATOR
        ),
        "match": Command(f"{_LAWS}:match_command", "Find provisions that may answer.", opens_to=OPERATOR),
    },
    summary="Laws beside what the instruments ask of them.",
)

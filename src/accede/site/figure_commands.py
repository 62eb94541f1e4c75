"""The commands about figures and what is made of them."""

from accede.foundation.console import OPERATOR, Command, LazyGroup

_FIGURES = "accede.modules.reporting.cli.figures"

FIGURES = LazyGroup(
    "figures",
    {
        "list": Command(f"{_FIGURES}:list_figures", "List the figures and what each counts.", opens_to=OPERATOR),
        "show": Command(f"{_FIGURES}:show_figure", "One figure with its proof.", opens_to=OPERATOR),
        "verify": Command(f"{_FIGURES}:verify_figure", "Whether a proof is whole and still so.", opens_to=OPERATOR),
    },
    summary="Figures with their proof.",
)

"""The commands about figures and what is made of them."""

from accede.foundation.console import OPERATOR, Command, LazyGroup

_FIGURES = "accede.modules.reporting.cli.figures"
_REPORTS = "accede.modules.reporting.cli.reports"
_DRAFTS = "accede.modules.reporting.cli.drafts"


def _of(place: str, summary: str) -> Command:
    return Command(f"{_DRAFTS}:{place}", summary, opens_to=OPERATOR)


REPORT = LazyGroup(
    "report",
    {
        "list": Command(f"{_REPORTS}:list_reports", "List the templates that ship.", opens_to=OPERATOR),
        "check": Command(f"{_REPORTS}:check_template", "Say what is wrong with a template.", opens_to=OPERATOR),
        "build": Command(f"{_REPORTS}:build_report", "Write a report and its evidence package.", opens_to=OPERATOR),
        "drafts": _of("list_drafts", "List the reports that are drafted and issued."),
        "draft": _of("draft_report", "Begin a report from a template."),
        "show": _of("show_draft", "One report, its next steps, and what would differ now."),
        "translate": _of("translate_report", "Write a report as XLIFF for translators."),
        "take": _of("take_file", "Take a translation that came back."),
        "package": _of("pack_report", "Write the evidence package of a frozen report."),
        "freeze": _of("freeze_report", "Freeze the figures of a report."),
        "review": _of("review", "A report is reviewed."),
        "clear": _of("clear", "A report is cleared."),
        "issue": _of("issue", "A report is issued."),
        "send-back": _of("send_back", "A report goes back to its drafters."),
    },
    summary="Reports made from the records.",
)
FIGURES = LazyGroup(
    "figures",
    {
        "list": Command(f"{_FIGURES}:list_figures", "List the figures and what each counts.", opens_to=OPERATOR),
        "show": Command(f"{_FIGURES}:show_figure", "One figure with its proof.", opens_to=OPERATOR),
        "verify": Command(f"{_FIGURES}:verify_figure", "Whether a proof is whole and still so.", opens_to=OPERATOR),
    },
    summary="Figures with their proof.",
)

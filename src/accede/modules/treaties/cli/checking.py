"""Check that the record is consistent with itself."""

from collections import Counter
from dataclasses import asdict

import click
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accede.foundation.console import EXIT_NO, Reading, print_json, print_table, reading_options, say
from accede.modules.treaties.cli.register import open_register
from accede.modules.treaties.words.consistency import Verdict, check_record

VERDICTS = {
    Verdict.PASSED: gettext_lazy("passed"),
    Verdict.FAILED: gettext_lazy("FAILED"),
    Verdict.OPEN: gettext_lazy("open"),
    Verdict.NOTE: gettext_lazy("note"),
}


@click.command(name="data")
@click.option("--all", "show_all", is_flag=True, help="Show what passed, too.")
@reading_options
@click.pass_context
def check_data(ctx: click.Context, /, *, show_all: bool, reading: Reading) -> None:
    """Check computed against official days of entry into force, lists against their stated numbers, days of reports.

    Exit code 1 when a check fails. What cannot be decided, because no source gives the days, is shown and fails
    nothing.
    """
    checks = check_record(open_register(reading))
    counts = Counter(check.verdict for check in checks)
    if reading.as_json:
        print_json(
            {"counts": {verdict.value: counts[verdict] for verdict in Verdict}, "checks": [asdict(c) for c in checks]}
        )
    else:
        shown = [check for check in checks if show_all or check.verdict is not Verdict.PASSED]
        print_table(
            [_("Check"), _("Instrument"), _("Result")],
            [[str(VERDICTS[check.verdict]), check.instrument or "–", check.words] for check in shown],
        )
        say()
        say(
            _("Passed: %(passed)s. Failed: %(failed)s. Open: %(open)s.")
            % {"passed": counts[Verdict.PASSED], "failed": counts[Verdict.FAILED], "open": counts[Verdict.OPEN]}
        )
    if counts[Verdict.FAILED]:
        ctx.exit(EXIT_NO)

"""`accede mandates adopted` and `review`: record what became of a draft, and whether a mandate is still needed."""

from datetime import date, datetime

import click
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.console import Refused, say, startup
from accede.foundation.console.options import language_option
from accede.modules.mandates.cli.arguments import asked_mandate
from accede.modules.mandates.services.adopting import Outcome, UnableToRecord, record_adoption
from accede.modules.mandates.services.reviewing import review_mandate


@click.command(name="adopted")
@click.argument("symbol")
@click.option("--as", "adopted_as", default="", help="Symbol of the adopted text, as in A/RES/62/901.")
@click.option("--on", "adopted_on", type=click.DateTime(["%Y-%m-%d"]), help="Day of adoption, as in 2007-12-18.")
@click.option("--source", default="", help="Where this is known from: a symbol, a meeting record or an address.")
@click.option("--verified", is_flag=True, help="You have read the adopted text or the record of the meeting.")
@click.option("--not-adopted", is_flag=True, help="The draft was not adopted.")
@language_option
def adopted_command(
    symbol: str,
    *,
    adopted_as: str,
    adopted_on: datetime | None,
    source: str,
    verified: bool,
    not_adopted: bool,
    language: str,  # noqa: ARG001  (sets the language)
) -> None:
    """Record what became of a draft. SYMBOL is the draft’s, as in E/RES/2007/18."""
    if bool(adopted_as) == not_adopted:
        raise Refused(_("Give either --as with the symbol of the adopted text, or --not-adopted."))
    startup.reach_database()
    line = asked_mandate(symbol)
    day: date | None = adopted_on.date() if adopted_on is not None else None
    try:
        with acting(SYSTEM):
            outcome = Outcome(adopted_as, day, source, is_verified=verified)
            record_adoption(line.reference, outcome, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    except UnableToRecord as refusal:
        raise Refused(" ".join(refusal.reasons)) from None
    say(_("Recorded."))


@click.command(name="review")
@click.argument("symbol")
@click.option(
    "--verdict", required=True, type=click.Choice(["keep", "update", "end"]), help="What the review proposes."
)
@click.option("--why", required=True, help="The reasons.")
@language_option
def review_command(symbol: str, *, verdict: str, why: str, language: str) -> None:  # noqa: ARG001  (sets the language)
    """Record a review of a mandate. SYMBOL as in E/RES/2007/18."""
    startup.reach_database()
    line = asked_mandate(symbol)
    try:
        with acting(SYSTEM):
            review_mandate(line.reference, verdict, why, by=SYSTEM, at=clock.now(), face=Face.COMMAND)
    except UnableToRecord as refusal:
        raise Refused(" ".join(refusal.reasons)) from None
    say(_("Recorded."))

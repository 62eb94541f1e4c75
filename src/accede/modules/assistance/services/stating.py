"""What a request states, as a row holds it, and what is wrong with it."""

from datetime import date

from django.utils.translation import gettext as _

from accede.foundation.fields import problems_of
from accede.foundation.texts import listed
from accede.modules.assistance.fields.requests import STATED, RequestDetails
from accede.modules.assistance.models import AssistanceRequest
from accede.modules.treaties.queries.instruments import all_instruments

Problems = dict[str, str]


def stated_in(row: AssistanceRequest) -> RequestDetails:
    """Return what a row states."""
    return RequestDetails(
        subject=row.subject,
        kinds=tuple(row.kinds),
        beneficiary=row.beneficiary,
        language=row.language,
        text=row.text,
        instruments=tuple(row.instruments),
        recommendations=tuple(row.recommendations),
        wished_from=row.wished_from,
        wished_until=row.wished_until,
        paper=row.paper,
        dated_on=row.dated_on,
    )


def state_in(row: AssistanceRequest, stated: RequestDetails) -> None:
    """Put what was stated into a row."""
    row.subject, row.kinds, row.beneficiary = stated.subject, [*stated.kinds], stated.beneficiary
    row.language, row.text = stated.language, stated.text
    row.instruments, row.recommendations = [*stated.instruments], [*stated.recommendations]
    row.wished_from, row.wished_until = stated.wished_from, stated.wished_until
    row.paper, row.dated_on = stated.paper, stated.dated_on


def problems_with(stated: RequestDetails, *, received_on: date) -> Problems:
    """Return all that is wrong with what is stated of a request that comes on a day, by field."""
    problems = problems_of(STATED, stated)
    if stated.instruments:
        known = all_instruments()
        if unknown := [key for key in stated.instruments if key not in known]:
            problems["instruments"] = _("No instrument has the key: %(keys)s.") % {"keys": listed(unknown)}
    if stated.dated_on is not None and stated.dated_on > received_on:
        problems["dated_on"] = _("The letter would be dated later than it came.")
    if stated.wished_from and stated.wished_until and stated.wished_until < stated.wished_from:
        problems["wished_until"] = _("This day lies before the first day that is wished.")
    elif stated.wished_until is not None and stated.wished_until < received_on:
        problems["wished_until"] = _("This day had passed when the request came.")
    return problems

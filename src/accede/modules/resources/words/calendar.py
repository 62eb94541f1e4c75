"""Days of money, for the calendar: instalments that are due, and days by which a contribution is to be spent."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from accede.foundation.access import can
from accede.foundation.calendar.entries import Asked, Entry, Status
from accede.foundation.texts import format_amount, isolated
from accede.modules.resources.access import CONTRIBUTIONS_READ
from accede.modules.resources.fields.contributions import ContributionFacts
from accede.modules.resources.queries.contributions import contributions_with_money


def instalments_in(asked: Asked) -> Iterator[Entry]:
    """Yield the instalments of agreements; what was received or written off settles them in their order."""
    for one in _agreed(asked):
        settled, so_far = one.amount - one.owed, Decimal(0)
        for instalment in one.instalments:
            so_far += instalment.amount
            amount = isolated(f"{format_amount(instalment.amount)} {one.currency}")
            words = _("Instalment of %(amount)s: %(reference)s")
            yield Entry(
                key=f"{one.id}-{instalment.due_on}",
                first=instalment.due_on,
                last=instalment.due_on,
                title=words % {"amount": amount, "reference": isolated(one.reference)},
                words=one.donor_name,
                address=_address(one),
                about=one.reference,
                status=Status.DONE if so_far <= settled else Status.OPEN,
                changed_at=_moment(one.agreed_on or instalment.due_on),
            )


def spending_in(asked: Asked) -> Iterator[Entry]:
    """Yield the days by which contributions are to be spent."""
    for one in _agreed(asked):
        if one.spend_until is not None:
            words = _("Last day to spend %(reference)s")
            yield Entry(
                key=str(one.id),
                first=one.spend_until,
                last=one.spend_until,
                title=words % {"reference": isolated(one.reference)},
                words=_("Free: %(amount)s US$") % {"amount": format_amount(one.free)} if one.free > 0 else "",
                address=_address(one),
                about=one.reference,
                status=Status.DONE if one.free == 0 and one.owed == 0 else Status.OPEN,
                changed_at=_moment(one.agreed_on or one.spend_until),
            )


def _agreed(asked: Asked) -> list[ContributionFacts]:
    # Rows of contributions are the programme's; only who may see contributions has pages of them.
    may = can(asked.reader, CONTRIBUTIONS_READ)
    return list(contributions_with_money(asked.reader, on=asked.on)) if may else []


def _address(one: ContributionFacts) -> str:
    return reverse("resources:contribution", args=[one.id])


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)

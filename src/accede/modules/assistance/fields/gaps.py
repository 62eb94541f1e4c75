"""The fields of funding gaps."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from accede.foundation.exports import Kind
from accede.foundation.fields import Field
from accede.modules.assistance.fields.requests import RequestFacts
from accede.modules.assistance.fields.screening import ESTIMATE as WRITTEN


@dataclass(frozen=True, slots=True)
class GapFacts:
    """A request that has a price, and what of it nothing pays for; in dollars."""

    request: RequestFacts
    estimate: Decimal
    gap: Decimal
    support: Decimal


REFERENCE = Field[GapFacts](
    "reference", _("Number"), lambda one: one.request.called, order=lambda one: one.request.called
)
REQUESTER = Field[GapFacts](
    "requester", _("Who asks"), lambda one: one.request.requester, order=lambda one: one.request.requester
)
SUBJECT = Field[GapFacts]("subject", _("Subject"), lambda one: one.request.subject)
ESTIMATE = Field[GapFacts](
    "estimate", WRITTEN.label, lambda one: one.estimate, Kind.AMOUNT, order=lambda one: one.estimate
)
GAP = Field[GapFacts]("gap", _("Lacking, US$"), lambda one: one.gap, Kind.AMOUNT, order=lambda one: one.gap)
SUPPORT = Field[GapFacts]("support", _("Support cost upon it, US$"), lambda one: one.support, Kind.AMOUNT)
SHOWN = (REFERENCE, REQUESTER, SUBJECT, ESTIMATE, GAP, SUPPORT)

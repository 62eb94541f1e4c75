"""Record a review of a mandate: keep it, update it or end it, and why."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, require
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.modules.mandates import events
from accede.modules.mandates.access import MANDATES_CORRECT
from accede.modules.mandates.models import Mandate, Review, Verdict
from accede.modules.mandates.services.adopting import UnableToRecord
from accede.modules.mandates.services.storing import named


@transaction.atomic
def review_mandate(reference: str, verdict: str, why: str, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Record a review of the mandate of a reference; earlier reviews stay, the newest holds.

    Raises:
        Refused: the actor may not.
        UnableToRecord: there is no such mandate or verdict, or no reasons are given.
    """
    require(by, MANDATES_CORRECT)
    mandate = Mandate.objects.filter(reference=reference).first()
    reasons = (
        [] if verdict in Verdict.values else [_("Choose what the review proposes: to keep, to update or to end it.")]
    )
    if not why.strip():
        reasons.append(_("Give the reasons."))
    if mandate is None:
        reasons.append(_("The record holds no mandate “%(text)s”.") % {"text": reference})
    if mandate is None or reasons:
        raise UnableToRecord(reasons)
    Review.objects.create(mandate=mandate, verdict=verdict, why=why.strip(), reviewed_by=named(by), reviewed_at=at)
    record(
        events.REVIEWED,
        about=events.mandate_subject(reference),
        by=by,
        at=at,
        face=face,
        symbol=mandate.symbol,
        verdict=verdict,
        because=why.strip(),
    )

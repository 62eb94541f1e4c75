"""Record what became of a draft: adopted as which text, on which day, by which source; or that it was not adopted."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, require
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.search.writing import keep_found
from accede.modules.mandates import events
from accede.modules.mandates.access import MANDATES_CORRECT
from accede.modules.mandates.models import Adoption, Mandate
from accede.modules.mandates.queries.adoptions import AWAITING, adoption_of
from accede.modules.mandates.services.storing import named

_SYMBOL = re.compile(r"[AES](?:/[\w.-]+)*/(?:RES|DEC|PRST)/[\w.-]+(?:/[\w.-]+)?(?:\s?\([\w-]+\))?(?: [A-Z])?")


class UnableToRecord(Exception):  # noqa: N818  (a refusal with its reasons, no fault of the program)
    """What became of the draft cannot be recorded so; `reasons` says all that is wrong."""

    def __init__(self, reasons: list[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(" ".join(reasons))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a draft; an empty symbol: it was not adopted. `is_verified`: the officer read the text itself."""

    symbol: str
    adopted_on: date | None
    source: str
    is_verified: bool = False


@transaction.atomic
def record_adoption(reference: str, outcome: Outcome, *, by: Actor, at: datetime, face: Face = Face.WEB) -> None:
    """Record what became of the draft of a reference; what was recorded before stays, the newest holds.

    Raises:
        Refused: the actor may not.
        UnableToRecord: it is no draft, the symbol, day or source cannot be, or the record says the same already.
    """
    require(by, MANDATES_CORRECT)
    draft = Mandate.objects.filter(reference=reference).first()
    reasons = _objections(draft, outcome, at.date())
    if draft is None or reasons:
        raise UnableToRecord(reasons or [_("The record holds no mandate “%(text)s”.") % {"text": reference}])
    before = adoption_of(reference)
    after = Adoption.objects.create(
        draft=draft,
        symbol=outcome.symbol,
        adopted_on=outcome.adopted_on,
        source=outcome.source.strip(),
        is_verified=outcome.is_verified,
        recorded_by=named(by),
        recorded_at=at,
    )
    keep_found("mandate", [reference])
    record(
        events.ADOPTION_RECORDED,
        about=events.mandate_subject(reference),
        by=by,
        at=at,
        face=face,
        before={"adopted_as": before.symbol if before else None},
        after={
            "adopted_as": after.symbol,
            "adopted_on": after.adopted_on.isoformat() if after.adopted_on else None,
            "source": after.source,
            "is_verified": after.is_verified,
        },
        symbol=draft.symbol,
    )


def _objections(draft: Mandate | None, outcome: Outcome, today: date) -> list[str]:
    reasons = [*_of_text(outcome), *_of_day(draft, outcome, today)]
    if draft is not None and draft.standing not in AWAITING:
        reasons.insert(0, _("%(symbol)s is no draft: nothing is to become of it.") % {"symbol": draft.symbol})
    if draft is not None and outcome.symbol == draft.symbol:
        reasons.append(_("A draft is not adopted as itself. Give the symbol of the adopted text."))
    if not outcome.source.strip():
        reasons.append(_("Give the source: a document symbol, a meeting record or an address."))
    return reasons


def _of_text(outcome: Outcome) -> list[str]:
    if outcome.symbol and _SYMBOL.fullmatch(outcome.symbol) is None:
        words = _("“%(text)s” is no symbol of an adopted text. Write it as in A/RES/62/901.")
        return [words % {"text": outcome.symbol[:60]}]
    return [_("Give the symbol of the text that you read.")] if outcome.is_verified and not outcome.symbol else []


def _of_day(draft: Mandate | None, outcome: Outcome, today: date) -> list[str]:
    day = outcome.adopted_on
    if day is None:
        return [_("Give the day on which it was adopted.")] if outcome.symbol else []
    reasons = [] if outcome.symbol else [_("A draft that was not adopted has no day of adoption.")]
    if day > today:
        reasons.append(_("The day of adoption lies in the future."))
    if draft is not None and draft.adopted_on is not None and day < draft.adopted_on:
        reasons.append(_("The day of adoption lies before that of the recommendation."))
    return reasons

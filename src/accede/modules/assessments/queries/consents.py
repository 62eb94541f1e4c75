"""Consents, as far as the reader may see them."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from accede.core.assessments.consents import Consent as Scope
from accede.core.values import Period
from accede.foundation.access import Actor
from accede.foundation.listings import RowsOfTable
from accede.foundation.texts import readers_language
from accede.modules.assessments.fields.consents import ConsentFacts
from accede.modules.assessments.models import Consent
from accede.modules.assessments.queries.naming import names_of_keys
from accede.modules.reference.queries.states import short_names


def consents_visible_to(actor: Actor, *, on: date) -> RowsOfTable[ConsentFacts]:
    """Return the consents that the actor may see as they stand on a day, the latest first."""
    rows = Consent.objects.visible_to(actor).order_by("-given_on", "id")
    return RowsOfTable(rows, lambda found: _facts(found, on=on))


def consent_visible_to(actor: Actor, consent: UUID, *, on: date) -> ConsentFacts | None:
    """Return one consent, None if there is none for this actor."""
    return next(iter(_facts(list(Consent.objects.visible_to(actor).filter(id=consent)), on=on)), None)


def consents_to_choose(actor: Actor, *, state: str = "") -> dict[str, str]:
    """Return the consents on which something can rest, by key, with what they are called; of one State, or of all."""
    rows = Consent.objects.visible_to(actor).filter(withdrawn_at__isnull=True)
    rows = rows.filter(state_code=state) if state else rows
    found = rows.order_by("state_code", "-given_on", "id").values_list("id", "state_code", "reference", "valid_until")
    return {str(key): f"{code} – {reference} ({until})" for key, code, reference, until in found}


def scope_of(row: Consent) -> Scope:
    """Return a consent as the rules read it; on its last day it still counts."""
    return Scope(
        state=row.state_code,
        valid=Period(row.valid_from, date.fromordinal(row.valid_until.toordinal() + 1)),
        topics=frozenset(row.topics),
        participants=frozenset(row.participants),
        may_share=frozenset(row.may_share),
        share_with=frozenset(row.share_with),
        withdrawn_on=row.withdrawn_on,
    )


def consents_that_stand(states: Collection[str]) -> tuple[Scope, ...]:
    """Return the consents of some States that were not withdrawn, as the rules read them; for the gates of others."""
    rows = Consent.objects.filter(state_code__in=states, withdrawn_at__isnull=True) if states else []
    return tuple(scope_of(row) for row in rows)


def standing_of(row: Consent, *, on: date) -> str:
    """Return whether a consent is given, has ended, or was withdrawn."""
    if row.withdrawn_on is not None:
        return "withdrawn"
    return "ended" if row.valid_until < on else "given"


def _facts(rows: Sequence[Consent], *, on: date) -> list[ConsentFacts]:
    names = names_of_keys({key for row in rows for key in (*row.participants, *row.share_with)})
    states = short_names({row.state_code for row in rows}, language=readers_language()) if rows else {}
    return [
        ConsentFacts(
            id=row.id,
            state=row.state_code,
            state_name=states.get(row.state_code, row.state_code),
            authority=row.authority,
            reference=row.reference,
            given_on=row.given_on,
            valid_from=row.valid_from,
            valid_until=row.valid_until,
            topics=tuple(row.topics),
            participants=tuple(row.participants),
            may_share=tuple(row.may_share),
            share_with=tuple(row.share_with),
            participant_names=tuple(names.get(key, key) for key in row.participants),
            share_with_names=tuple(names.get(key, key) for key in row.share_with),
            standing=standing_of(row, on=on),
            document=row.document,
            withdrawn_on=row.withdrawn_on,
            withdrawal=row.withdrawal,
            withdrawal_document=row.withdrawal_document,
        )
        for row in rows
    ]

"""Load the coded readings that ship: duties in our own words, without the text of the resolution."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from accede import data
from accede.core.mandates.sessions import SessionKey
from accede.modules.mandates.models import Adoption, Correction, Duty, Mandate, Reading, ReadingKind
from accede.modules.mandates.queries.calendar import calendar
from accede.modules.mandates.queries.corrections import duty_key
from accede.modules.mandates.services.storing import reference_of


@transaction.atomic
def load_shipped_mandates(*, at: datetime) -> int:
    """Bring the coded readings to what data/ says; return how many are new."""
    return sum(_load(data.document(f"mandates/{name}"), at) for name in data.names("mandates", ".yaml"))


def _load(document: dict[str, Any], at: datetime) -> bool:
    digest = hashlib.sha256(json.dumps(document, sort_keys=True, default=str).encode()).hexdigest()
    mandate, _made = Mandate.objects.get_or_create(
        symbol=document["symbol"],
        defaults={
            "reference": reference_of(document["symbol"]),
            "organ": document["organ"],
            "adopting_organ": document["adopting_organ"],
            "title": document["title"]["en"],
            "adopted_on": document["adopted_on"],
            "session": document["session"],
            "standing": document["standing"],
            "series": document["series"],
        },
    )
    earlier = Reading.objects.filter(mandate=mandate, kind=ReadingKind.CODED).order_by("-pk").first()
    reading, is_new = Reading.objects.get_or_create(
        mandate=mandate,
        digest=digest,
        defaults={"kind": ReadingKind.CODED, "read_at": at, "data": {"note": document["note"]}},
    )
    if is_new:
        titles = {language: title for language, title in document["title"].items() if language != "en"}
        Mandate.objects.filter(pk=mandate.pk).update(titles=titles)
        _say_adopted(mandate, document.get("adoption"), at)
        duties = Duty.objects.bulk_create(_duty(reading, place, one) for place, one in enumerate(document["duties"]))
        if earlier is not None:
            _keep_corrections(earlier, reading, duties)
    return is_new


def _say_adopted(mandate: Mandate, adoption: dict[str, Any] | None, at: datetime) -> None:
    """Record what the facts that ship say of a draft, unless an officer recorded something already."""
    if adoption is not None and not mandate.adoptions.exists():
        Adoption.objects.create(
            draft=mandate,
            symbol=adoption["symbol"],
            adopted_on=adoption["adopted_on"],
            source=adoption["source"],
            is_verified=adoption["is_verified"],
            recorded_by="shipped",
            recorded_at=at,
        )


def _keep_corrections(earlier: Reading, reading: Reading, duties: Iterable[Duty]) -> None:
    """Let what officers corrected hold in a newer coded reading too, for the duties that it still has."""
    kept = {duty_key(duty.key) for duty in duties}
    rows = list(Correction.objects.filter(reading=earlier, about__in=kept).order_by("pk"))
    for row in rows:
        row.pk, row.reading = None, reading
    Correction.objects.bulk_create(rows)


def _duty(reading: Reading, place: int, one: dict[str, Any]) -> Duty:
    return Duty(
        reading=reading,
        place=place,
        key=one["key"],
        paragraph=one["paragraph"],
        strength=one["strength"],
        owed_by=one["owed_by"],
        owed_to=one["owed_to"],
        what=one["what"],
        words=_words(one),
        gates=one["gates"],
        evidence=one["evidence"],
        section=one["section"],
        **_due(one.get("due")),
    )


def _words(one: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return what a duty says in other languages; who owes what to whom, and when."""
    return {
        language: {
            "owed_by": words["owed_by"],
            "owed_to": words.get("owed_to", ""),
            "what": words["what"],
            "due_words": words.get("due_words", ""),
        }
        for language, words in one.get("words", {}).items()
    }


def _due(due: dict[str, Any] | None) -> dict[str, Any]:
    if due is None:
        return {}
    if "from" in due:
        return {"due_words": due["words"], "due_from": due["from"], "due_until": due["until"]}
    found = calendar().find(SessionKey(due["body"], due["number"], None, due["kind"]))
    if found is None:
        return {"due_words": due["words"], "due_reason": "session_not_in_calendar"}
    return {
        "due_words": due["words"],
        "due_from": found.opens_on,
        "due_until": found.closes_on,
        "due_source": found.source,
        "due_certainty": found.certainty,
    }

"""Draft an article that would answer an obligation, after a provision of a State's law."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accede.foundation.access import Actor, Scope, or_refuse, require
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.foundation.fields import problems_of, values_of
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.legislation import events
from accede.modules.legislation.access import LAWS_KEEP
from accede.modules.legislation.fields.drafts import STATED, DraftDetails
from accede.modules.legislation.models import Draft, LawProvision
from accede.modules.legislation.queries.catalogue import catalogue, model_provision


@transaction.atomic
def keep_draft(
    obligation: str,
    after: UUID,
    wanted: DraftDetails,
    *,
    by: Actor,
    at: datetime,
    draft: UUID | None = None,
    face: Face = Face.WEB,
) -> UUID:
    """Keep a draft of an article after a provision; `draft`: the one that it changes. The record keeps what it said.

    Raises:
        Refused: there is no such provision or draft for the actor, or they may not review laws of its State.
        UnableTo: number or words are missing, an article or a draft has that number already, or there is no such
            obligation.
    """
    row: LawProvision = or_refuse(LawProvision.objects.visible_to(by).select_related("law").filter(id=after).first())
    require(by, LAWS_KEEP, on=Scope("state", row.state_code))
    problems = problems_of(STATED, wanted)
    if obligation not in catalogue().obligations:
        problems[EVERYWHERE] = _("There is no such obligation in the catalogue.")
    if wanted.number and row.law.provisions.filter(key=wanted.number).exists():
        problems["number"] = _("The law has an article of this number already.")
    beside = Draft.objects.visible_to(by).select_for_update().filter(after=row)
    before: Draft | None = next((one for one in beside if one.id == draft), None)
    if any(one.number == wanted.number and one.id != draft for one in beside):
        problems["number"] = _("Another draft has this number already.")
    if problems:
        raise UnableTo(problems)
    model = model_provision(obligation, row.law.language)
    kept = before or Draft(after=row, state_code=row.state_code, began_with="model" if model else "obligation")
    said = values_of(STATED, DraftDetails(kept.number, kept.heading, kept.text)) if before else None
    kept.obligation, kept.number, kept.heading, kept.text = obligation, wanted.number, wanted.heading, wanted.text
    kept.changed_at, kept.changed_by = at, by.person
    kept.save()
    record(
        events.DRAFTED,
        about=events.review_subject(row.state_code, obligation),
        by=by,
        at=at,
        face=face,
        before=said,
        after=values_of(STATED, wanted),
        obligation=obligation,
        law=row.law.title,
    )
    return kept.id

"""The next wording of a law: what it may follow, and what was decided of the wording before, carried over."""

from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from accede.core.legislation.versions import Kind, Worded, compared
from accede.foundation.access import Actor, or_refuse
from accede.foundation.problems import EVERYWHERE, UnableTo
from accede.modules.legislation.fields.laws import LawDetails
from accede.modules.legislation.models import Answer, Law, LawProvision


def wording_before(law: UUID, *, by: Actor) -> Law:
    """Return the law that a new wording is to follow, held until the transaction ends.

    Raises:
        Refused: there is no such law for the actor.
        UnableTo: nobody has confirmed it, or another wording follows it already.
    """
    row: Law = or_refuse(Law.objects.visible_to(by).select_for_update(of=("self",)).filter(id=law).first())
    if not row.is_confirmed:
        raise UnableTo({EVERYWHERE: _("Nobody has confirmed this law yet. Look at its provisions first.")})
    if Law.objects.filter(replaces=row).exists():
        raise UnableTo({EVERYWHERE: _("A newer wording of this law is here already. Bring yours in from there.")})
    return row


def look_at_wording(before: Law, new: LawDetails, language: str, problems: dict[str, str]) -> None:
    """Say what keeps a wording from following the one before."""
    if new.in_force_from is None:
        problems.setdefault("in_force_from", _("Write from when this wording is in force: the one before ends then."))
    elif before.in_force_from is not None and new.in_force_from <= before.in_force_from:
        problems["in_force_from"] = _("This day does not lie after the first one of the wording before.")
    if language and language != before.language:
        problems["document"] = _(
            "This text is in another language than the wording before. Bring it in as its own law."
        )


def carry_over(before: Law, after: Law) -> None:
    """End the wording before, and carry over what was decided of it.

    What stands in the same words stays decided; what has other words or another number is to be looked at again. What
    has no counterpart stays with the wording before, so that no decision is ever lost.
    """
    if after.in_force_from is not None:
        last = after.in_force_from - timedelta(days=1)
        if before.in_force_until is None or before.in_force_until > last:
            before.in_force_until = last
            before.save(update_fields=["in_force_until"])
    followers = {one.before: one for one in compared(worded(before), worded(after)) if one.before and one.after}
    new = {row.key: row for row in after.provisions.all()}
    carried = []
    for answer in Answer.objects.filter(provision__law=before).select_related("provision"):
        change = followers.get(answer.provision.key)
        if change is not None:
            carried.append(
                Answer(
                    state_code=answer.state_code,
                    obligation=answer.obligation,
                    provision=new[change.after],
                    verdict=answer.verdict,
                    decided_at=answer.decided_at,
                    decided_by=answer.decided_by,
                    carried_from=answer.provision,
                    look_again=answer.look_again or change.kind is not Kind.SAME,
                )
            )
    Answer.objects.bulk_create(carried, batch_size=1000)


def worded(law: Law) -> list[Worded]:
    """Return the provisions of a law as they are compared."""
    rows = LawProvision.objects.filter(law=law).order_by("place_in_law")
    return [Worded(row.key, f"{row.heading}\n{law.text[row.body_from : row.end]}") for row in rows]

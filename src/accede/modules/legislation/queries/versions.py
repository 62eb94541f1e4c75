"""The wordings of a law, and what changed from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from accede.core.legislation.versions import Kind, Span, Worded, compared, differences
from accede.foundation.access import Actor
from accede.modules.legislation.models import Answer, Law, LawProvision


@dataclass(frozen=True, slots=True)
class ChangedProvision:
    """What became of a provision; `after`, `before`: the keys of rows, None where there is none."""

    kind: Kind
    number: str
    number_before: str
    heading: str
    before: UUID | None
    after: UUID | None
    spans: tuple[Span, ...]
    decided: tuple[str, ...]
    """The obligations of which something was decided about the provision before."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """The wording before and the one after a law, where there are such and the reader may see them."""

    before: UUID | None
    after: UUID | None


def wordings_of(actor: Actor, law: UUID) -> Wordings:
    """Return what a law follows and what follows it."""
    rows = Law.objects.visible_to(actor)
    before = rows.filter(id=law).values_list("replaces", flat=True).first()
    return Wordings(before, rows.filter(replaces=law).values_list("id", flat=True).first())


def first_wording(actor: Actor, law: UUID) -> UUID:
    """Return the first wording of a law, by which the law itself is named."""
    before: dict[UUID, UUID | None] = dict(Law.objects.visible_to(actor).values_list("id", "replaces"))
    found = law
    while (earlier := before.get(found)) is not None:
        found = earlier
    return found


def changes_of(actor: Actor, law: UUID) -> list[ChangedProvision] | None:
    """Return what changed from the wording before, in the order of the law; None where it follows none.

    Provisions that stand in the same words are left out.
    """
    row = Law.objects.visible_to(actor).select_related("replaces").filter(id=law, replaces__isnull=False).first()
    if row is None or row.replaces is None:
        return None
    old, new = _rows(row.replaces), _rows(row)
    old_words, new_words = _worded(row.replaces, old), _worded(row, new)
    by_old, by_new = {one.key: one for one in old}, {one.key: one for one in new}
    words_old, words_new = ({one.key: one.words for one in side} for side in (old_words, new_words))
    decided: dict[str, list[str]] = {}
    answers = Answer.objects.visible_to(actor).filter(provision__law=row.replaces)
    for key, obligation in answers.values_list("provision__key", "obligation"):
        decided.setdefault(key, []).append(obligation)
    return [
        ChangedProvision(
            kind=one.kind,
            number=by_new[one.after].number if one.after else "",
            number_before=by_old[one.before].number if one.before else "",
            heading=(by_new[one.after] if one.after else by_old[one.before]).heading,
            before=by_old[one.before].id if one.before else None,
            after=by_new[one.after].id if one.after else None,
            spans=differences(words_old.get(one.before, ""), words_new.get(one.after, "")),
            decided=tuple(sorted(set(decided.get(one.before, ())))),
        )
        for one in compared(old_words, new_words)
        if one.kind is not Kind.SAME
    ]


def _rows(law: Law) -> Sequence[LawProvision]:
    return list(law.provisions.order_by("place_in_law"))


def _worded(law: Law, rows: Sequence[LawProvision]) -> list[Worded]:
    return [Worded(row.key, f"{row.heading}\n{law.text[row.body_from : row.end]}".strip()) for row in rows]

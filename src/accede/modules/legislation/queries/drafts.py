"""Drafts of articles, as far as the reader may see them, and the law as it would read with one."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from accede.core.legislation.drafting import with_article
from accede.core.legislation.versions import Worded
from accede.foundation.access import Actor
from accede.foundation.documents.tree import RIGHT_TO_LEFT
from accede.foundation.texts import cite_articles
from accede.modules.legislation.models import Draft

_BESIDE = 2
_SITE_LANGUAGES = {"zh": "zh-hans"}


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """A draft; `around`: provisions of the law as it would read, near the new one, by number, with their words."""

    id: UUID
    state: str
    obligation: str
    law: UUID
    law_title: str
    language: str
    after: UUID
    after_number: str
    number: str
    heading: str
    text: str
    began_with: str
    changed_at: datetime
    changed_by: UUID | None
    label: str
    around: tuple[Worded, ...] = ()

    @property
    def direction(self) -> str:
        """The direction in which the law is written."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"


def drafts_of(actor: Actor, *, state: str, obligation: str) -> list[DraftFacts]:
    """Return the drafts for an obligation in a State, the newest first."""
    rows = Draft.objects.visible_to(actor).filter(state_code=state, obligation=obligation)
    ordered = rows.select_related("after__law").defer("after__law__text").order_by("-changed_at", "id")
    return [_facts(row) for row in ordered]


def numbers_drafted(actor: Actor, after: UUID) -> set[str]:
    """Return the numbers that drafts after a provision bear."""
    return set(Draft.objects.visible_to(actor).filter(after=after).values_list("number", flat=True))


def draft_visible_to(actor: Actor, draft: UUID) -> DraftFacts | None:
    """Return one draft with its law around it, None if there is none for this actor."""
    row = Draft.objects.visible_to(actor).select_related("after__law").filter(id=draft).first()
    if row is None:
        return None
    law = row.after.law
    rows = law.provisions.order_by("place_in_law")
    text = [Worded(one.key, law.text[one.start : one.end].strip()) for one in rows]
    new = Worded(row.number, f"{_label(row)}. {row.heading}\n{row.text}")
    whole = with_article(text, new, after=row.after.key)
    at = next(place for place, one in enumerate(whole) if one.key == row.number)
    return _facts(row, whole[max(0, at - _BESIDE) : at + _BESIDE + 1])


def _label(row: Draft) -> str:
    """Return the number with the word for article in the language of the law."""
    language = row.after.law.language
    cited = cite_articles(row.number, _SITE_LANGUAGES.get(language, language))
    return cited[:1].upper() + cited[1:]


def _facts(row: Draft, around: tuple[Worded, ...] = ()) -> DraftFacts:
    return DraftFacts(
        id=row.id,
        state=row.state_code,
        obligation=row.obligation,
        law=row.after.law_id,
        law_title=row.after.law.title,
        language=row.after.law.language,
        after=row.after_id,
        after_number=row.after.number,
        number=row.number,
        heading=row.heading,
        text=row.text,
        began_with=row.began_with,
        changed_at=row.changed_at,
        changed_by=row.changed_by,
        label=_label(row),
        around=around,
    )

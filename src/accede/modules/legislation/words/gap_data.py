"""The gap report as data, for programs."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from accede.modules.legislation.fields.codes import ANSWERED, TO_DO
from accede.modules.legislation.words.gaps import GapReport


def gap_data(report: GapReport, language: str) -> list[dict[str, Any]]:
    """Return what stands of each obligation."""
    return [
        {
            "obligation": gap.obligation.key,
            "instrument": part.instrument,
            "article": gap.obligation.article,
            "says": gap.obligation.says(language.partition("-")[0]),
            "found": gap.found.value,
            "found_words": str(ANSWERED[gap.found]),
            "reading": gap.reading.value,
            "to_do": gap.to_do.value,
            "to_do_words": str(TO_DO[gap.to_do]),
            "when": gap.when.value,
            "first": _judged(report.people, rated.decided_by, rated.decided_at, rated.rating, rated.comment)
            if (rated := gap.rated)
            else None,
            "second": _judged(
                report.people, rated.second_by, rated.second_at, rated.second_rating, rated.second_comment
            )
            if rated and rated.second_at
            else None,
            "cited": [
                {
                    "law": one.title,
                    "number": one.number,
                    "heading": one.heading,
                    "in_force_from": one.starts,
                    "in_force_until": one.ends,
                }
                for one in gap.cited
            ],
        }
        for part in report.parts
        for gap in part.gaps
    ]


def _judged(
    people: Mapping[UUID, str], person: UUID | None, at: datetime, rating: str, comment: str
) -> dict[str, object]:
    return {"by": people.get(person, "") if person else "", "at": at, "rating": rating, "comment": comment}

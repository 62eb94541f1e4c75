"""Several States side by side, on one day or two."""

from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router
from pydantic import Field

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.pages import public_page
from accede.foundation.rest import AsAtQuery
from accede.modules.treaties.rest import schemas
from accede.modules.treaties.rest.question import RegisterApiQuestion

router = Router(tags=["Comparison"])
MOST_STATES = 12


class ComparisonQuery(AsAtQuery):
    """Which States, and the second day."""

    state: list[str] = Field([], description="A State by code or name; may stand several times.")
    and_: str = Field(
        "",
        alias="and",
        description="A second day, to see what changed.",
        json_schema_extra={"format": "date"},
    )


@router.get("", response=schemas.Comparison)
@opens_to(PUBLIC)
@public_page
def compare(request: HttpRequest, query: Query[ComparisonQuery]) -> dict[str, object]:
    """Put States side by side under all instruments, on one day or two."""
    question = RegisterApiQuestion(query)
    states, second_day = question.states(query.state), question.day(query.and_)
    if not any(query.state):
        question.problems.append(_("Name at least one State, for example: ?state=FRA&state=MAR"))
    if len(states) > MOST_STATES:
        question.problems.append(_("At most %(most)s States can stand side by side.") % {"most": MOST_STATES})
    question.done()
    show = question.show
    return {
        **show.document,
        "second_day": second_day,
        "states": [show.state(code) for code in states],
        "items": [_row(question, key, code, second_day) for key in question.register.instruments for code in states],
    }


def _row(question: RegisterApiQuestion, key: str, code: str, second_day: date | None) -> schemas.ComparisonRow:
    show = question.show
    first = show.standing(key, code)
    second = show.standing(key, code, second_day) if second_day else None
    return schemas.ComparisonRow(
        state=first.state,
        instrument=first.instrument,
        first=first,
        second=second,
        differs=second is not None and (first.standing, first.since) != (second.standing, second.since),
    )

"""What changed since a day."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from accede.core.treaties.positions import Position
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.pages import public_page
from accede.foundation.rest import AsAtQuery, Listing, PagedQuery, described, paged
from accede.modules.treaties.fields.codes import standing_words
from accede.modules.treaties.queries.changes import ChangesOf, changes_since
from accede.modules.treaties.rest import schemas
from accede.modules.treaties.rest.question import RegisterApiQuestion

router = Router(tags=["Comparison"])


class ChangesQuery(PagedQuery, AsAtQuery):
    """Since when, and of what."""

    since: str = described("The earlier day.", type="string", format="date")
    of: ChangesOf = ChangesOf.STATES
    state: list[str] = []
    instrument: list[str] = []


@router.get("", response=Listing[schemas.ChangeItem])
@opens_to(PUBLIC)
@public_page
def change_list(request: HttpRequest, response: HttpResponse, query: Query[ChangesQuery]) -> dict[str, object]:
    """List what is otherwise on the day than on an earlier one, or otherwise known than it was then."""
    question = RegisterApiQuestion(query)
    states, instruments = question.states(query.state), question.instruments(query.instrument)
    since, asked = question.day(query.since), question.day_asked
    last = (asked.known or asked.today) if query.of is ChangesOf.RECORD else asked.on
    if since is None:
        question.problems.append(_("Give the earlier day, for example: ?since=2020-01-01"))
    elif since > last:
        question.problems.append(_("“since” is later than the day it is held against: no day lies between them."))
    question.done()
    show = question.show
    found = [
        change
        for change in changes_since(since or asked.on, of=query.of, on=asked.on, known=asked.known)
        if (not states or change.state in states) and (not instruments or change.instrument in instruments)
    ]
    page, listing = paged(found, query, request=request, response=response)
    items = [
        schemas.ChangeItem(
            state=show.state(change.state),
            instrument=show.instrument(change.instrument),
            before=_position(change.before),
            after=_position(change.after),
        )
        for change in page
    ]
    return {**show.document, **listing, "items": items}


def _position(position: Position) -> schemas.PositionBrief:
    return schemas.PositionBrief(
        standing=position.standing,
        standing_words=standing_words(position.standing),
        since=position.since,
        not_party_on=position.not_party_on,
    )

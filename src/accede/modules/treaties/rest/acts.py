"""Acts by day, what sources report of each, and where sources disagree."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.pages import NotHere, public_page
from accede.foundation.pages.parameters import shortened
from accede.foundation.rest import AsAtQuery, Listing, PagedQuery, described, paged
from accede.modules.treaties.queries.acts import ActFilter, acts_by_day
from accede.modules.treaties.rest import schemas
from accede.modules.treaties.rest.question import RegisterApiQuestion

router = Router(tags=["Acts"])
disagreements = Router(tags=["Sources"])


class ActsQuery(PagedQuery, AsAtQuery):
    """Which acts to list; a parameter may stand several times."""

    state: list[str] = []
    instrument: list[str] = []
    kind: list[str] = []
    since: str = described("Acts of this day and later.", type="string", format="date")
    until: str = described("Acts of this day and earlier.", type="string", format="date")


class DisagreementsQuery(PagedQuery, AsAtQuery):
    """Which disagreements to list."""

    state: list[str] = []
    instrument: list[str] = []


@router.get("", response=Listing[schemas.ActItem])
@opens_to(PUBLIC)
@public_page
def act_list(request: HttpRequest, response: HttpResponse, query: Query[ActsQuery]) -> dict[str, object]:
    """List acts by day, the latest first; acts whose day no source gives come last."""
    question = RegisterApiQuestion(query)
    states, instruments = question.states(query.state), question.instruments(query.instrument)
    kinds = question.kinds(query.kind)
    since, until = question.day(query.since), question.day(query.until)
    if since and until and since > until:
        question.problems.append(_("“since” is later than “until”: no day lies between them."))
    question.done()
    show = question.show
    wanted = ActFilter(tuple(states), tuple(instruments), tuple(kinds), since, until)
    acts = acts_by_day(question.register, wanted, on=show.as_at.on)
    page, listing = paged(acts, query, request=request, response=response)
    return {**show.document, **listing, "items": [show.act(act) for act in page]}


@router.get("{key}/", response=schemas.ActDetail)
@opens_to(PUBLIC)
@public_page
def act_detail(request: HttpRequest, key: str, query: Query[AsAtQuery]) -> dict[str, object]:
    """Show one act with what each source reports of it."""
    question = RegisterApiQuestion(query)
    show = question.show
    act = next((act for act in question.register.settled.acts if key in act.reports or key == act.key), None)
    if act is None:
        raise NotHere(_("“%(text)s” is the key of no act in this record.") % {"text": shortened(key)})
    return {**show.document, "act": show.act(act), "reports": [show.report(report) for report in act.reports]}


@disagreements.get("", response=Listing[schemas.DisagreementItem])
@opens_to(PUBLIC)
@public_page
def disagreement_list(
    request: HttpRequest, response: HttpResponse, query: Query[DisagreementsQuery]
) -> dict[str, object]:
    """List the matters on which sources differ, what the record takes, and by which rule."""
    question = RegisterApiQuestion(query)
    states, instruments = question.states(query.state), question.instruments(query.instrument)
    question.done()
    show = question.show
    found = [
        item
        for item in question.register.settled.disagreements
        if (not states or item.state in states) and (not instruments or item.instrument in instruments)
    ]
    page, listing = paged(found, query, request=request, response=response)
    return {**show.document, **listing, "items": [show.disagreement(item) for item in page]}

"""States: their list, one of them, where it stands, and its record under one instrument."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.pages import public_page
from accede.foundation.rest import AsAtQuery, Listing, PagedQuery, described, paged
from accede.modules.treaties.rest import schemas
from accede.modules.treaties.rest.question import RegisterApiQuestion

router = Router(tags=["States"])


class StatesQuery(PagedQuery, AsAtQuery):
    """Which States to list."""

    group: str = described("Only this regional group on the day, by its key.")
    members: str = described("“yes”: only Members of the United Nations on the day.", type="string", enum=["yes"])


class StandingQuery(AsAtQuery):
    """Under which instruments."""

    instrument: list[str] = []


@router.get("", response=Listing[schemas.StateItem])
@opens_to(PUBLIC)
@public_page
def state_list(request: HttpRequest, response: HttpResponse, query: Query[StatesQuery]) -> dict[str, object]:
    """List the States and areas that exist on a day, in alphabetical order of the language asked for."""
    question = RegisterApiQuestion(query)
    if query.members not in {"", "yes"}:
        question.problems.append(_("“members” takes only “yes”."))
    groups = question.groups(query.group)
    question.done()
    show, on = question.show, question.show.as_at.on
    states = [
        facts
        for facts in sorted(question.register.states.values(), key=lambda facts: facts.order(show.language))
        if on in facts.exists
        and (not query.members or facts.is_member_on(on))
        and (not groups or facts.group_on(on) in groups)
    ]
    page, listing = paged(states, query, request=request, response=response)
    return {**show.document, **listing, "items": [show.state_fields(facts) for facts in page]}


@router.get("{code}/", response=schemas.StateDetail)
@opens_to(PUBLIC)
@public_page
def state_detail(request: HttpRequest, code: str, query: Query[AsAtQuery]) -> dict[str, object]:
    """Show a State with its names in all languages and the States before and after it."""
    question = RegisterApiQuestion(query)
    show, facts = question.show, question.register.states[question.state_at(code)]
    return {
        **show.document,
        **show.state_fields(facts),
        "names": [
            {"language": language, "short": name.short, "formal": name.formal, "source": name.source}
            for language, name in sorted(facts.names.items())
        ],
        "predecessors": [show.succession(succession) for succession in facts.predecessors],
        "successors": [show.succession(succession) for succession in facts.successors],
        "note": facts.note,
        "source": facts.source,
    }


@router.get("{code}/standing/", response=schemas.StandingList)
@opens_to(PUBLIC)
@public_page
def state_standing(request: HttpRequest, code: str, query: Query[StandingQuery]) -> dict[str, object]:
    """Say where a State stands under each instrument on a day, and why."""
    question = RegisterApiQuestion(query)
    state = question.state_at(code)
    keys = question.instruments(query.instrument) or list(question.register.instruments)
    question.done()
    show = question.show
    return {**show.document, "state": show.state(state), "items": [show.standing(key, state) for key in keys]}


@router.get("{code}/{key}/", response=schemas.RecordDetail)
@opens_to(PUBLIC)
@public_page
def record_detail(request: HttpRequest, code: str, key: str, query: Query[AsAtQuery]) -> dict[str, object]:
    """Show everything about one State under one instrument: standing, acts, what each source reports, disagreements."""
    question = RegisterApiQuestion(query)
    state, instrument = question.state_at(code), question.instrument_at(key)
    show, register, pair = question.show, question.register, (instrument, state)
    acts = register.acts.get(pair, ())
    return {
        **show.document,
        "standing": show.standing(instrument, state),
        "acts": [show.act(act) for act in acts],
        "reports": [show.report(report) for act in acts for report in act.reports],
        "disagreements": [show.disagreement(found) for found in register.disagreements.get(pair, ())],
    }

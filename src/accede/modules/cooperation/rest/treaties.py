"""Treaties beside the nineteen, and the rules of States."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from accede.core.cooperation.agreements import Agreement
from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.pages import NotHere, public_page
from accede.foundation.pages.parameters import shortened
from accede.foundation.rest import AsAtQuery, Listing, PagedQuery, described, paged
from accede.modules.cooperation.fields.codes import status_words
from accede.modules.cooperation.queries.treaties_beside import (
    AgreementFilter,
    RegionalLine,
    agreements_listed,
    regionals_listed,
    rules_listed,
)
from accede.modules.cooperation.rest import schemas
from accede.modules.cooperation.rest.question import CooperationApiQuestion

router = Router(tags=["Cooperation"])


class AgreementsQuery(PagedQuery, AsAtQuery):
    """Which bilateral treaties; a State may stand twice, for the treaties between two."""

    state: list[str] = []
    in_force: str = described("“yes”: only those that count as in force on the day.", type="string", enum=["yes"])


class RegionalsQuery(PagedQuery, AsAtQuery):
    """Which page of the regional treaties."""


class RulesQuery(PagedQuery, AsAtQuery):
    """Which page of the rules."""


@router.get("treaties/", response=Listing[schemas.AgreementItem])
@opens_to(PUBLIC)
@public_page
def agreement_list(request: HttpRequest, response: HttpResponse, query: Query[AgreementsQuery]) -> dict[str, object]:
    """List the bilateral treaties on extradition and mutual legal assistance that sources give."""
    question = CooperationApiQuestion(query)
    states = question.states(query.state)
    if query.in_force not in {"", "yes"}:
        question.problems.append(_("“in_force” takes only “yes”."))
    question.done()
    wanted = AgreementFilter(states=tuple(states), in_force_only=bool(query.in_force))
    found = agreements_listed(question.snapshot, wanted, on=question.day_asked.on, language=question.language)
    page, listing = paged(found, query, request=request, response=response)
    return {**question.document, **listing, "items": [_agreement(question, agreement) for agreement in page]}


def _agreement(question: CooperationApiQuestion, agreement: Agreement) -> schemas.AgreementItem:
    return schemas.AgreementItem(
        key=agreement.key,
        title=question.speaker.treaty(agreement.key),
        states=question.states_of(agreement.states),
        serves=sorted(agreement.serves),
        status=agreement.status,
        status_words=status_words(agreement.status),
        signed_on=agreement.signed_on,
        since=agreement.since,
        since_is_known=agreement.since_is_known,
        until=agreement.until,
        counts_on_the_day=agreement.is_in_force_on(question.day_asked.on),
        sources=list(agreement.sources),
    )


@router.get("regional-treaties/", response=Listing[schemas.RegionalItem])
@opens_to(PUBLIC)
@public_page
def regional_treaty_list(
    request: HttpRequest, response: HttpResponse, query: Query[RegionalsQuery]
) -> dict[str, object]:
    """List the regional treaties and the conventions of the United Nations beside the nineteen."""
    question = CooperationApiQuestion(query)
    question.done()
    page, listing = paged(regionals_listed(question.snapshot), query, request=request, response=response)
    return {**question.document, **listing, "items": [_regional(question, line) for line in page]}


@router.get("regional-treaties/{key}/", response=schemas.RegionalDetail)
@opens_to(PUBLIC)
@public_page
def regional_treaty_detail(request: HttpRequest, key: str, query: Query[AsAtQuery]) -> dict[str, object]:
    """Show a regional treaty with the States bound by it, since when, and by which sources."""
    question = CooperationApiQuestion(query)
    question.done()
    line = next((line for line in regionals_listed(question.snapshot) if line.regional.key == key), None)
    if line is None:
        raise NotHere(_("“%(text)s” is the key of no treaty in this record.") % {"text": shortened(key)})
    states = question.register.states
    members = sorted(line.members, key=lambda member: states[member.state].order(question.language))
    return {
        **question.document,
        **_regional(question, line),
        "members": [
            schemas.MemberItem(
                state=question.state(member.state),
                since=member.since,
                since_is_known=member.since_is_known,
                until=member.until,
                sources=list(member.sources),
            )
            for member in members
        ],
    }


def _regional(question: CooperationApiQuestion, line: RegionalLine) -> dict[str, Any]:
    regional = line.regional
    return {
        "key": regional.key,
        "title": regional.title,
        "serves": sorted(regional.serves),
        "adopted_on": regional.adopted_on,
        "in_force_on": regional.in_force_on,
        "text_was_read": regional.text_was_read,
        "bound": len(line.bound_on(question.day_asked.on)),
    }


@router.get("rules/", response=Listing[schemas.RuleItem])
@opens_to(PUBLIC)
@public_page
def national_rule_list(request: HttpRequest, response: HttpResponse, query: Query[RulesQuery]) -> dict[str, object]:
    """List what sources say of the laws of States on extradition."""
    question = CooperationApiQuestion(query)
    question.done()
    found = rules_listed(question.snapshot, language=question.language)
    page, listing = paged(found, query, request=request, response=response)
    items = [
        schemas.RuleItem(
            state=question.state(rule.state),
            needs_treaty=rule.needs_treaty,
            nationals=rule.nationals,
            words=rule.words,
            source=rule.source,
            is_secondary=rule.is_secondary,
        )
        for rule in page
    ]
    return {**question.document, **listing, "items": items}

"""The network: in numbers, since 1963, one State's partners, what changed between two days."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.pages import public_page
from accede.foundation.rest import Listing, PagedQuery, described, paged
from accede.modules.cooperation.queries.differences import Cause, difference
from accede.modules.cooperation.queries.networks import Partner, counts_on, history_of, partners_of
from accede.modules.cooperation.queries.plans import states_present
from accede.modules.cooperation.rest import schemas
from accede.modules.cooperation.rest.question import CooperationApiQuestion, PurposeQuery
from accede.modules.cooperation.words.groups import OffenceGroup, offence_groups

router = Router(tags=["Cooperation"])


class PartnersQuery(PagedQuery, PurposeQuery):
    """One State's partners."""

    side: str = described(
        "Whether it asks or is asked.", type="string", enum=["requesting", "requested"], default="requesting"
    )


class DifferencesQuery(PurposeQuery):
    """Two days."""

    since: str = described("The earlier day.", type="string", format="date")


@router.get("network/", response=schemas.NetworkOutline)
@opens_to(PUBLIC)
@public_page
def network_outline(request: HttpRequest, query: Query[PurposeQuery]) -> dict[str, object]:
    """Say for each group of offences how many ordered pairs of States have which strongest basis on a day."""
    question = CooperationApiQuestion(query, query.purpose)
    question.done()
    snapshot, on = question.snapshot, question.day_asked.on
    groups = offence_groups(snapshot, question.purpose, question.language)
    return {
        **question.document,
        "purpose": question.purpose,
        "states": len(states_present(snapshot, on)),
        "offences": len(snapshot.catalogue.offences),
        "groups": [
            schemas.GroupItem(
                offences=list(group.codes),
                label=group.label,
                instruments=list(group.instruments),
                pairs=count.pairs,
                sure=count.sure,
                not_known=count.not_known,
                effects={effect.value: number for effect, number in count.counts.items()},
            )
            for group, count in zip(groups, counts_on(snapshot, on, question.purpose), strict=True)
        ],
    }


@router.get("history/", response=schemas.NetworkHistory)
@opens_to(PUBLIC)
@public_page
def network_history(request: HttpRequest, query: Query[PurposeQuery]) -> dict[str, object]:
    """Say for each group of offences how many ordered pairs had a sure basis at the beginning of each year."""
    question = CooperationApiQuestion(query, query.purpose)
    question.done()
    history = history_of(question.snapshot, question.purpose, question.day_asked.today)
    return {
        **question.document,
        "purpose": question.purpose,
        "groups": [
            schemas.HistoryItem(
                offences=list(group.codes),
                label=group.label,
                steps=[
                    schemas.HistoryStep(on=step.on, sure=step.sure, not_known=step.not_known)
                    for step in history[group.number]
                ],
            )
            for group in offence_groups(question.snapshot, question.purpose, question.language)
        ],
    }


@router.get("states/{code}/", response=Listing[schemas.PartnerItem])
@opens_to(PUBLIC)
@public_page
def partner_list(
    request: HttpRequest, response: HttpResponse, code: str, query: Query[PartnersQuery]
) -> dict[str, object]:
    """List a State's partners in alphabetical order, with the strongest basis for every offence."""
    question = CooperationApiQuestion(query, query.purpose)
    if query.side not in {"", "requesting", "requested"}:
        question.problems.append(_("“side” takes one of these: requesting, requested."))
    state = question.one_state(code, "partner_list")
    offences = [offence.code for offence in question.snapshot.catalogue.offences]
    partners = partners_of(
        question.snapshot,
        state,
        question.day_asked.on,
        purpose=question.purpose,
        codes=offences,
        asks=query.side != "requested",
    )
    states = question.register.states
    ordered = sorted(partners, key=lambda partner: states[partner.state].order(question.language))
    page, listing = paged(ordered, query, request=request, response=response)
    return {**question.document, **listing, "items": [_partner(question, partner, offences) for partner in page]}


def _partner(question: CooperationApiQuestion, partner: Partner, offences: list[str]) -> dict[str, object]:
    """Return a `PartnerItem`, whose thousands of cells are checked all together."""
    return {
        "state": question.state(partner.state),
        "cells": [
            {"offence": code, "effect": cell.effect, "by": cell.by}
            for code, cell in zip(offences, partner.cells, strict=True)
        ],
    }


@router.get("differences/", response=schemas.Differences)
@opens_to(PUBLIC)
@public_page
def network_differences(request: HttpRequest, query: Query[DifferencesQuery]) -> dict[str, object]:
    """Say what changed in the network from an earlier day to the day asked for, and by which events."""
    question = CooperationApiQuestion(query, query.purpose)
    since, on = question.day(query.since), question.day_asked.on
    if not query.since:
        question.problems.append(_("“%(name)s” is needed.") % {"name": "since"})
    if since is not None and since >= on:
        question.problems.append(
            _("The earlier day, %(first)s, is not before %(second)s. Change one of the two.")
            % {"first": since.isoformat(), "second": on.isoformat()}
        )
    question.done()
    first = since or on
    found = difference(question.snapshot, first, on, question.purpose)
    groups = offence_groups(question.snapshot, question.purpose, question.language)
    return {
        **question.document,
        "purpose": question.purpose,
        "first": first,
        "groups": [_of_group(groups[entry.number], entry.gained, entry.lost, entry.other) for entry in found.groups],
        "causes": [_cause(question, cause) for cause in found.causes],
    }


def _of_group(group: OffenceGroup, gained: int, lost: int, other: int) -> schemas.GroupDifferenceItem:
    return schemas.GroupDifferenceItem(
        offences=list(group.codes), label=group.label, gained=gained, lost=lost, other=other
    )


def _cause(question: CooperationApiQuestion, cause: Cause) -> schemas.CauseItem:
    return schemas.CauseItem(
        kind=cause.kind,
        on=cause.on,
        states=question.states_of(cause.states),
        treaty=cause.treaty,
        title=question.speaker.treaty(cause.treaty),
        opened=cause.opened,
        closed=cause.closed,
    )

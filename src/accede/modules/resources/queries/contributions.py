"""Contributions, as far as the reader may see them: one's own donor's, or all for those who keep the money."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from accede.core.finance.earmarks import Earmark, tightness_of
from accede.core.finance.money import DOLLAR, written
from accede.core.values import Period
from accede.foundation.access import Actor
from accede.foundation.listings import RowsOfTable
from accede.modules.identity.queries.people import names_of
from accede.modules.resources.fields.contributions import ContributionFacts, InstalmentFacts, stage_of
from accede.modules.resources.models import Contribution, Instalment
from accede.modules.resources.queries.rates import currency_of
from accede.modules.resources.queries.sums import NOTHING, Standing, dollars, standings_on


def contributions_visible_to(actor: Actor, *, on: date, donor: UUID | None = None) -> RowsOfTable[ContributionFacts]:
    """Return the contributions that the actor may see as they stand on a day, the latest first; one donor’s, or all."""
    rows = Contribution.objects.visible_to(actor).filter(pledged_on__lte=on).select_related("fund")
    if donor is not None:
        rows = rows.filter(donor=donor)
    return RowsOfTable(rows.order_by("-pledged_on", "reference"), lambda found: _facts(found, on=on, reader=actor))


def contribution_visible_to(actor: Actor, contribution: UUID, *, on: date) -> ContributionFacts | None:
    """Return one contribution as it stands on a day, None if there is none for this actor."""
    rows = Contribution.objects.visible_to(actor).filter(id=contribution).select_related("fund")
    return next(iter(_facts(list(rows), on=on, reader=actor)), None)


def key_of_contribution(actor: Actor, reference: str) -> UUID | None:
    """Return the key of the contribution with a reference, in whatever case; None if there is none for this actor."""
    found: UUID | None = (
        Contribution.objects.visible_to(actor).filter(reference__iexact=reference).values_list("id", flat=True).first()
    )
    return found


def contributions_with_money(actor: Actor, *, on: date) -> Sequence[ContributionFacts]:
    """Return the contributions that are agreed, for what is due and what expires."""
    rows = Contribution.objects.visible_to(actor).filter(agreed_on__lte=on).select_related("fund")
    return _facts(list(rows.order_by("reference")), on=on, reader=actor)


def earmark_of(row: Contribution) -> Earmark:
    """Return what a contribution is for, as the rules read it; on its last day it may still be spent."""
    end = date.fromordinal(row.spend_until.toordinal() + 1) if row.spend_until else None
    return Earmark(
        states=frozenset(row.states),
        regions=frozenset(row.regions),
        themes=frozenset(row.themes),
        kinds=frozenset(row.kinds),
        not_states=frozenset(row.not_states),
        period=Period(row.spend_from, end),
    )


def _facts(rows: Sequence[Contribution], *, on: date, reader: Actor) -> list[ContributionFacts]:
    keys = [row.id for row in rows]
    standings = standings_on(keys, on=on, reader=reader)
    names = names_of({row.donor_id for row in rows})
    instalments: dict[UUID, list[Instalment]] = defaultdict(list)
    for one in Instalment.objects.visible_to(reader).filter(contribution__in=keys).order_by("due_on"):
        instalments[one.contribution_id].append(one)
    return [
        _fact(row, standings.get(row.id, NOTHING), instalments[row.id], names.get(row.donor_id, ""), on=on)
        for row in rows
    ]


def _fact(
    row: Contribution, standing: Standing, instalments: Sequence[Instalment], donor_name: str, *, on: date
) -> ContributionFacts:
    currency = currency_of(row.currency) or DOLLAR
    is_agreed = standing.is_agreed
    fallen_due = sum(one.amount for one in instalments if one.due_on <= on)
    settled = row.amount - standing.owed
    due = max(0, min(standing.owed, fallen_due - settled)) if is_agreed else 0
    return ContributionFacts(
        id=row.id,
        reference=row.reference,
        donor=row.donor_id,
        donor_name=donor_name,
        fund=row.fund_id,
        fund_code=row.fund.code,
        pledged_on=row.pledged_on,
        currency=row.currency,
        amount=written(row.amount, currency),
        purpose=row.purpose,
        states=tuple(row.states),
        not_states=tuple(row.not_states),
        regions=tuple(row.regions),
        themes=tuple(row.themes),
        kinds=tuple(row.kinds),
        spend_from=row.spend_from,
        spend_until=row.spend_until,
        tightness=str(int(tightness_of(earmark_of(row)).answer)),
        stage=stage_of(is_pledged=row.pledged_on <= on, is_agreed=is_agreed, owed=standing.owed),
        agreed_on=row.agreed_on if is_agreed else None,
        agreement=row.agreement if is_agreed else "",
        support_rate=row.support_rate,
        support_exception=row.support_exception,
        owed=written(standing.owed, currency),
        due=written(due, currency),
        received=dollars(standing.received),
        spent=dollars(standing.spent),
        committed=dollars(standing.committed),
        free=dollars(standing.free),
        instalments=tuple(InstalmentFacts(one.due_on, written(one.amount, currency)) for one in instalments),
    )

"""From what many sources report to the acts that the record takes as done.

The rule, in this order:

1. What the depositary itself records stands before a government's gazette or treaty office, this before an
   organisation's list, then secondary literature, press, and what was derived from other lists (`authority_of`).
2. Within one rank the report of the later source day stands.
3. A named kind of act (ratification, accession …) stands before "bound, act not named", if both can be the same act.
   Outside the depositary's own record "ratification" covers acceptance and approval, as the Swiss and Dutch lists use
   it; there a more exact word is no disagreement (VCLT art. 14(2) gives all three the same effect).
4. Where an instrument has several depositaries and sources of one rank, or reports naming different depositaries,
   give different days, the earliest valid deposit counts: each depositary may receive it (Hague art. 13(2), Montreal
   art. 15(2), Airports art. V(3); VCLT art. 16(b)). A day before the adoption of the instrument is not valid.
5. A day that the leading report lacks comes from the next report that has it.
6. A printed day of entry into force that does not follow from the deposit gives way to the day by article.

Nothing is dropped: every report belongs to a settled act, and every difference becomes a `Disagreement`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from accede.core.treaties.acts import CONSENT_KINDS, ActKind, RecordedAct, SettledAct
from accede.core.treaties.entry_into_force import in_force_for
from accede.core.treaties.episodes import takes_effect_earlier
from accede.core.treaties.instruments import Instrument

DEPOSITARY_RANK = 0
"""Rank of the depositary's own record in `authority_of`."""
WEAKEST_RANK = 99
"""Rank of a source that `authority_of` does not know."""

_RATIFICATION_FAMILY = frozenset({ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL})


class SettledBy(StrEnum):
    """Why one value was taken and not another."""

    STRONGER_SOURCE = "stronger_source"
    LATER_SOURCE = "later_source"
    EARLIEST_DEPOSIT = "earliest_deposit"
    NAMED_KIND = "named_kind"
    NOT_BEFORE_ADOPTION = "not_before_adoption"
    SOURCE_ORDER = "source_order"
    """Same rank, same day: the alphabetical order of the sources, so that the choice is the same every time."""
    BY_ARTICLE = "by_article"
    """The day follows from the deposit by the instrument's own article."""


class DisputedField(StrEnum):
    """What sources can differ on."""

    KIND = "kind"
    ON = "on"
    IN_FORCE_ON = "in_force_on"
    EFFECTIVE_ON = "effective_on"


@dataclass(frozen=True, slots=True)
class Claim:
    """One value with the reports that give it, strongest first; no reports: it was computed by article."""

    value: date | ActKind
    reports: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Sources give different values for one field of one act; `chosen` is what the record takes, and why."""

    instrument: str
    state: str
    act: str
    act_kind: ActKind
    field: DisputedField
    claims: tuple[Claim, ...]
    chosen: date | ActKind
    settled_by: SettledBy


@dataclass(frozen=True, slots=True)
class Settled:
    """The acts taken as done and the disagreements behind them."""

    acts: tuple[SettledAct, ...]
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class _Pick:
    """A value chosen from several reports."""

    value: date | None
    settled_by: SettledBy
    claims: tuple[Claim, ...]


def settle(
    reports: Iterable[RecordedAct],
    *,
    authority_of: Mapping[str, int],
    instruments: Mapping[str, Instrument] | None = None,
    known_on: date | None = None,
) -> Settled:
    """Return the settled acts of all States under all instruments, whatever the order of `reports`.

    With `known_on`, only what the record knew on that day is weighed.
    """
    by_pair: dict[tuple[str, str], list[RecordedAct]] = defaultdict(list)
    for report in reports:
        if known_on is None or report.known_on <= known_on:
            by_pair[report.instrument, report.state].append(report)
    acts: list[SettledAct] = []
    disagreements: list[Disagreement] = []
    for (instrument, _state), of_pair in sorted(by_pair.items()):
        ordered = sorted(of_pair, key=_strength(authority_of))
        context = _Context((instruments or {}).get(instrument), authority_of)
        for group in _same_act(ordered):
            act, differences = _settle_one(group, context)
            acts.append(act)
            disagreements.extend(differences)
    return Settled(_with_settled_references(acts), tuple(disagreements))


@dataclass(frozen=True, slots=True)
class _Context:
    instrument: Instrument | None
    authority_of: Mapping[str, int]

    def rank(self, report: RecordedAct) -> int:
        return self.authority_of.get(report.source, WEAKEST_RANK)

    def is_valid(self, day: date) -> bool:
        return self.instrument is None or day >= self.instrument.adopted_on

    @property
    def has_several_depositaries(self) -> bool:
        return self.instrument is not None and len(self.instrument.depositaries) > 1


def _strength(authority_of: Mapping[str, int]) -> Callable[[RecordedAct], tuple[int, int, str, str]]:
    """Order reports from the strongest to the weakest, without ties."""

    def order(report: RecordedAct) -> tuple[int, int, str, str]:
        rank = authority_of.get(report.source, WEAKEST_RANK)
        return (rank, -report.attested_on.toordinal(), report.source, report.key)

    return order


def _same_act(ordered: Sequence[RecordedAct]) -> list[list[RecordedAct]]:
    """Group the reports of one State under one instrument by the act that they are about.

    Consent is one act unless a denunciation lies between two of them, or one source itself names two. Other acts are
    the same when kind, subject and target are the same and their days do not differ.
    """
    denounced = sorted(r.on for r in ordered if r.kind is ActKind.DENUNCIATION and r.on is not None)
    groups: dict[tuple[object, ...], list[RecordedAct]] = {}
    twice = _sources_naming_two_consents(ordered)
    for report in ordered:
        if report.kind in CONSENT_KINDS:
            day = report.on or report.in_force_on
            period = sum(1 for d in denounced if day is not None and d < day)
            own = report.kind if twice and report.kind in twice else None
            groups.setdefault(("consent", period, own), []).append(report)
        elif report.kind is ActKind.SIGNATURE:
            groups.setdefault((report.kind,), []).append(report)
        else:
            _join_other(groups, report)
    return _with_unnamed_joined(groups)


def _sources_naming_two_consents(ordered: Sequence[RecordedAct]) -> frozenset[ActKind]:
    """Return kinds of consent that one source itself tells apart, e.g. an accession and a later succession."""
    kinds: dict[str, set[tuple[ActKind, date | None]]] = defaultdict(set)
    for report in ordered:
        if report.kind in CONSENT_KINDS and report.kind is not ActKind.CONSENT_UNSPECIFIED and not report.depositary:
            kinds[report.source].add((report.kind, report.on))
    apart = [named for named in kinds.values() if len({day for _, day in named}) > 1]
    return frozenset(kind for named in apart if len({k for k, _ in named}) > 1 for kind, _ in named)


def _with_unnamed_joined(groups: dict[tuple[object, ...], list[RecordedAct]]) -> list[list[RecordedAct]]:
    """Let reports that name no kind join the consent whose day they share, else the first one of the period."""
    for key in [k for k in groups if k[0] == "consent" and k[2] is None]:
        siblings = [k for k in groups if k[:2] == key[:2] and k[2] is not None]
        if not siblings:
            continue
        for report in groups.pop(key):
            shared = [
                k for k in siblings if report.on in {r.on for r in groups[k]} | {r.effective_on for r in groups[k]}
            ]
            groups[(shared or siblings)[0]].append(report)
    return list(groups.values())


def _join_other(groups: dict[tuple[object, ...], list[RecordedAct]], report: RecordedAct) -> None:
    """Put a declaration, reservation, denunciation … into the group that is about the same act."""
    same = (report.kind, report.subject, report.withdraws)
    for key, group in groups.items():
        if key[:3] == same and (report.on is None or {r.on for r in group} <= {None, report.on}):
            group.append(report)
            return
    groups[(*same, report.on, report.key)] = [report]


def _settle_one(group: Sequence[RecordedAct], context: _Context) -> tuple[SettledAct, list[Disagreement]]:
    """Weigh the reports of one act, strongest first."""
    lead = group[0]
    kind, kind_by, kind_claims = _pick_kind(group, context)
    on = _pick_day(group, context, lambda r: r.on, deposit=kind in CONSENT_KINDS)
    printed = _pick_day(group, context, lambda r: r.in_force_on)
    effective = _pick_day(group, context, lambda r: r.effective_on)
    act = SettledAct(
        key=lead.key,
        instrument=lead.instrument,
        state=lead.state,
        kind=kind,
        first_attested_on=min(r.attested_on for r in group),
        last_attested_on=max(r.attested_on for r in group),
        known_on=min(r.known_on for r in group),
        on=on.value,
        in_force_on=printed.value,
        effective_on=effective.value,
        withdraws=next((r.withdraws for r in group if r.withdraws), None),
        subject=next((r.subject for r in group if r.subject), ""),
        depositary=_depositary(group, on.value),
        reservation_noted=any(r.reservation_noted for r in group),
        reports=tuple(r.key for r in group),
        sources=tuple(dict.fromkeys(r.source for r in group)),
    )
    found: list[Disagreement] = []
    if len(kind_claims) > 1:
        found.append(_disagreement(act, DisputedField.KIND, kind_claims, kind, kind_by))
    by_article = _in_force_by_article(act, context)
    if by_article is not None and any(c.value != by_article for c in printed.claims):
        computed = () if any(c.value == by_article for c in printed.claims) else (Claim(by_article, (), ()),)
        printed = _Pick(by_article, SettledBy.BY_ARTICLE, (*printed.claims, *computed))
    for field, pick in (
        (DisputedField.ON, on),
        (DisputedField.IN_FORCE_ON, printed),
        (DisputedField.EFFECTIVE_ON, effective),
    ):
        claims = _without_effective_day(pick.claims, act) if field is DisputedField.ON else pick.claims
        if len(claims) > 1 and pick.value is not None:
            found.append(_disagreement(act, field, claims, pick.value, pick.settled_by))
    return act, found


def _in_force_by_article(act: SettledAct, context: _Context) -> date | None:
    """Return the day that follows from the deposit by the instrument's article, to set beside a printed one.

    A succession takes effect from the succession of States, not from its notification, and is left aside.
    """
    if act.kind not in CONSENT_KINDS or act.on is None or context.instrument is None or takes_effect_earlier(act):
        return None
    if context.instrument.rule is None or context.instrument.in_force_on is None:
        return None
    return in_force_for(context.instrument, act.on, context.instrument.in_force_on).answer


def _disagreement(
    act: SettledAct, field: DisputedField, claims: tuple[Claim, ...], chosen: date | ActKind, by: SettledBy
) -> Disagreement:
    return Disagreement(act.instrument, act.state, act.key, act.kind, field, claims, chosen, by)


def _without_effective_day(claims: tuple[Claim, ...], act: SettledAct) -> tuple[Claim, ...]:
    """A list that gives a successor's effective day as its day does not contradict the day of its notification."""
    return tuple(c for c in claims if c.value == act.on or c.value not in {act.effective_on, act.in_force_on})


def _depositary(group: Sequence[RecordedAct], day: date | None) -> str:
    return next((r.depositary for r in group if r.depositary and r.on == day), "")


def _pick_kind(group: Sequence[RecordedAct], context: _Context) -> tuple[ActKind, SettledBy, tuple[Claim, ...]]:
    """Choose the kind of act; see rule 3 of the module."""
    named = [r for r in group if r.kind is not ActKind.CONSENT_UNSPECIFIED]
    if not named:
        return ActKind.CONSENT_UNSPECIFIED, SettledBy.STRONGER_SOURCE, ()
    lead = named[0]
    kind = lead.kind
    if kind is ActKind.RATIFICATION and context.rank(lead) != DEPOSITARY_RANK:
        kind = next((r.kind for r in named if r.kind in _RATIFICATION_FAMILY - {kind}), kind)
    exact = [r for r in named if not _is_loose_ratification(r, kind, context)]
    claims = _claims(exact, lambda r: r.kind)
    by = _by_strength(exact, lambda r: r.kind == kind, context) if len(claims) > 1 else SettledBy.NAMED_KIND
    return kind, by, claims


def _is_loose_ratification(report: RecordedAct, kind: ActKind, context: _Context) -> bool:
    """Whether a list's "ratification" stands for the acceptance or approval that another source names."""
    return (
        report.kind is ActKind.RATIFICATION
        and kind in _RATIFICATION_FAMILY - {ActKind.RATIFICATION}
        and context.rank(report) != DEPOSITARY_RANK
    )


def _pick_day(
    group: Sequence[RecordedAct],
    context: _Context,
    day_of: Callable[[RecordedAct], date | None],
    *,
    deposit: bool = False,
) -> _Pick:
    """Choose a day; see rules 1, 2, 4 and 5 of the module."""
    dated = [r for r in group if day_of(r) is not None]
    if not dated:
        return _Pick(None, SettledBy.STRONGER_SOURCE, ())
    claims = tuple(_claims(dated, lambda r: day_of(r) or date.max))
    if len(dated) == 1:  # by far the most frequent; the rest would say the same, more slowly
        return _Pick(day_of(dated[0]), SettledBy.STRONGER_SOURCE, claims)
    valid = [r for r in dated if context.is_valid(day_of(r) or date.max)] or dated
    lead = valid[0]
    chosen, by = day_of(lead), _by_strength(dated, lambda r: day_of(r) == day_of(lead), context)
    if len(valid) < len(dated) and dated[0] is not lead:
        by = SettledBy.NOT_BEFORE_ADOPTION
    if deposit and context.has_several_depositaries:
        rivals = [r for r in valid if context.rank(r) == context.rank(lead) or (r.depositary and lead.depositary)]
        earliest = min(day_of(r) or date.max for r in rivals)
        if chosen is not None and earliest < chosen:
            chosen, by = earliest, SettledBy.EARLIEST_DEPOSIT
        elif len({day_of(r) for r in rivals}) > 1:
            by = SettledBy.EARLIEST_DEPOSIT
    return _Pick(chosen, by, claims)


def _claims(reports: Sequence[RecordedAct], value_of: Callable[[RecordedAct], date | ActKind]) -> tuple[Claim, ...]:
    """Collect the different values, the strongest first, each with its reports and sources."""
    by_value: dict[date | ActKind, list[RecordedAct]] = {}
    for report in reports:
        by_value.setdefault(value_of(report), []).append(report)
    return tuple(
        Claim(value, tuple(r.key for r in rs), tuple(dict.fromkeys(r.source for r in rs)))
        for value, rs in by_value.items()
    )


def _by_strength(reports: Sequence[RecordedAct], agrees: Callable[[RecordedAct], bool], context: _Context) -> SettledBy:
    """Say what puts the strongest report that agrees before the strongest one that does not."""
    mine = next((r for r in reports if agrees(r)), None)
    other = next((r for r in reports if not agrees(r)), None)
    if mine is None or other is None or context.rank(mine) < context.rank(other):
        return SettledBy.STRONGER_SOURCE
    if mine.attested_on > other.attested_on:
        return SettledBy.LATER_SOURCE
    return SettledBy.SOURCE_ORDER


def _with_settled_references(acts: Sequence[SettledAct]) -> tuple[SettledAct, ...]:
    """Point `withdraws` at the settled act where a source pointed at one of its reports."""
    settled_key = {report: act.key for act in acts for report in act.reports}
    pointed = (
        replace(act, withdraws=settled_key.get(act.withdraws, act.withdraws)) if act.withdraws else act for act in acts
    )
    return tuple(sorted(pointed, key=lambda a: (a.instrument, a.state, a.on or date.max, a.key)))
